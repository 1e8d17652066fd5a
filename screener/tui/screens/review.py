"""Every answer by section on one page; choosing one goes back to it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from screener.interview import Interview
from screener.language import N_, _
from screener.model import Answer, HelpLines, Item, Unknown, answer_words
from screener.tui import keys
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action

_UNKNOWN = {
    Unknown.DECLINED: N_("(skipped)"),
    Unknown.UNSURE: N_("(not sure)"),
    None: N_("(not answered)"),
}

_POINTED, _ELSE = "> ", "  "
"""What stands before the answer under the cursor, and before any other."""


class _Answers(OptionList):
    """A list that leaves Enter to the screen until a person moves to an answer."""

    def __init__(self, *options: Option) -> None:
        """Prepare the list without a cursor; Textual would highlight the first."""
        super().__init__(*options, markup=False)
        self.highlighted = None

    def on_resize(self) -> None:
        """Keep the answer under the cursor in sight."""
        self.call_after_refresh(self.scroll_to_highlight)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Return whether an action is possible now."""
        return action != "select" or self.highlighted is not None

    # Who only reads on points at no answer, so Enter still goes on to the result.

    def action_page_down(self) -> None:
        """Read on by a page; with a cursor, move it."""
        if self.highlighted is None:
            self.scroll_page_down(animate=False)
        else:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def action_page_up(self) -> None:
        """Read back by a page; with a cursor, move it."""
        if self.highlighted is None:
            self.scroll_page_up(animate=False)
        else:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_last(self) -> None:
        """Go to the end; with a cursor, move it there."""
        if self.highlighted is None:
            self.scroll_end(animate=False)
        else:
            super().action_last()

    def action_first(self) -> None:
        """Go to the beginning; with a cursor, move it there."""
        if self.highlighted is None:
            self.scroll_home(animate=False)
        else:
            super().action_first()


class ReviewScreen(Page[str | None]):
    """Show all answers; the result is a question to go to, or `None` to go on."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "review.tcss"]
    AUTO_FOCUS = "OptionList"

    def __init__(self, help_lines: HelpLines, interview: Interview) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            interview: The visit so far.
        """
        super().__init__(help_lines)
        self._interview = interview
        self._pointed_at = ""
        """The link id of the answer under the cursor; empty before the first move."""

    def compose_body(self) -> ComposeResult:
        """A list of answers under their sections."""
        yield words(_("Check your answers"), classes="title")
        how = _(
            "Is each one right? Enter goes on to the result. To change one, go to it "
            "with the arrow keys and press Enter, or touch it."
        )
        if not self.takes_touch:
            how = _(
                "Is each one right? Enter goes on to the result. To change one, go to "
                "it with the arrow keys and press Enter."
            )
        if self._interview.may_end and self._has_open:
            how += _(" What is not answered can't change where your answers point.")
        yield words(how, classes="text")
        yield _Answers(*self._options())

    def actions(self) -> Iterable[Action]:
        """Change one, or go on."""
        yield Action(
            _("See the result"),
            "see_result",
            key=keys.GO_ON,
            short=_("See result"),
            main=True,
        )
        yield Action(
            _("See the result"),
            "skip_to_result",
            key=keys.OTHERWISE,
            short=_("See result"),
        )
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", key="h", unless_narrow=True)

    def on_mount(self) -> None:
        """Begin without a cursor."""
        self._point_at("")

    def action_see_result(self) -> None:
        """All answers are right; with a cursor, the button changes that answer."""
        if self._pointed_at:
            self.decide(self._pointed_at)
        else:
            self.decide(None)

    def action_skip_to_result(self) -> None:
        """All answers are right, whatever is under the cursor."""
        self.decide(None)

    def action_go_back(self) -> None:
        """Go to the last question."""
        self.decide(self._interview.back().at)

    def open_again(self) -> None:
        """Show the screen again, with no answer under the cursor."""
        super().open_again()
        self.query_one(OptionList).highlighted = None
        self._point_at("")

    @on(OptionList.OptionHighlighted)
    def _point(self, event: OptionList.OptionHighlighted) -> None:
        # A list announces its first answer before its cursor is taken away.
        if event.option_list.highlighted is not None:
            self._point_at(event.option_id or "")

    def _point_at(self, now: str) -> None:
        """Point at the answer under the cursor: its color alone would not do."""
        before, self._pointed_at = self._pointed_at, now
        if now != before:
            shown = self.query_one(OptionList)
            for link_id in filter(None, (before, now)):
                item = self._interview.questionnaire.items[link_id]
                shown.replace_option_prompt(link_id, self._line(item))
        self._name_enter()

    def _name_enter(self) -> None:
        """Say on the buttons what Enter does: it changes what is under the cursor."""
        label, short = _("See the result"), _("See result")
        if self._pointed_at:
            label, short = _("Change this answer"), _("Change it")
        self._offered.label("see-result", label, short)
        self._offered.offer("skip-to-result", offered=bool(self._pointed_at))

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        self.decide(event.option_id)

    @property
    def _has_open(self) -> bool:
        return any(one not in self._interview.answers for one in self._interview.asked)

    def _options(self) -> Iterable[Option]:
        for title, items in groupby(self._items(), key=itemgetter(0)):
            yield Option(Content.styled(title, "bold"), disabled=True)
            for _title, item in items:
                yield Option(self._line(item), id=item.link_id)

    def _items(self) -> Iterator[tuple[str, Item]]:
        """The questions, by section, each with its section's title."""
        interview = self._interview
        items = [interview.questionnaire.items[one] for one in interview.asked]
        for section in interview.questionnaire.section:
            yield from (
                (section.title, one) for one in items if one.section == section.id
            )

    def _line(self, item: Item) -> Table:
        """Return a question and its answer, all lines of them indented alike."""
        line = Table.grid()
        head = _POINTED if item.link_id == self._pointed_at else _ELSE
        line.add_row(head, self._words(item))
        return line

    def _words(self, item: Item) -> Text:
        answer = self._interview.answers.get(item.link_id)
        return Text.assemble(f"{item.short}: ", (_told(item, answer), "bold"))


def _told(item: Item, answer: Answer | None) -> str:
    if answer is None or isinstance(answer, Unknown):
        return _(_UNKNOWN[answer])
    return "; ".join(answer_words(item, answer)) or _("(none)")
