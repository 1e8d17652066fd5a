"""The result in both views, and the level that is agreed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from screener.counselor import Agreed
from screener.language import _
from screener.model import HelpLines
from screener.sanitize import clean
from screener.summary import Summary
from screener.summary.said import place_words
from screener.tui import keys
from screener.tui.counselor.own_rating import LONGEST
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.screens.question_words import answer_keys_words
from screener.tui.screens.result import ResultScreen
from screener.tui.widgets import Action
from screener.tui.widgets.answer_list import AnswerList, Choice
from screener.tui.widgets.one_line import one_line

if TYPE_CHECKING:
    from screener.tui.counselor.app import CounselorApp


class CounselorResultScreen(ResultScreen):
    """The result, with a key for the level that is agreed."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, PAGE_CSS.with_name("result.tcss")]

    def __init__(self, app: CounselorApp, summary: Summary) -> None:
        """Prepare the screen.

        Args:
            app: The visit; it has the marks.
            summary: What is shown.
        """
        super().__init__(app.help_lines, summary, asks_on=app.interview.left_questions)
        self._visit = app

    def actions(self) -> Iterable[Action]:
        """The same, and the counselor's own."""
        yield from super().actions()
        yield Action(_("Agree on a level"), "agree", key=keys.AGREE, short=_("Agree"))
        yield Action(
            _("What would change it"), "where", key=keys.WHERE, short=_("Change")
        )

    def action_where(self) -> None:
        """Show all that would change it."""
        self._visit.show_live()

    def action_agree(self) -> None:
        """Set down the level that client and counselor agree on."""
        self._visit.run_worker(self._agree(), group="beside", exclusive=True)

    async def _agree(self) -> None:
        visit = self._visit
        chosen = await visit.show(
            lambda: AgreedScreen(visit.help_lines, visit.summarize(frozenset()))
        )
        if chosen is not None:
            rung, reason = chosen
            visit.marks = visit.marks.agree(Agreed(rung, reason, visit.sign()))
            assert self.showing is not None
            here = cast("CounselorResultScreen", await self.showing.current())
            here._summary = visit.summarize(frozenset())
            await here.recompose()


class AgreedScreen(Page[tuple[str, str] | None]):
    """The result is the rung and why, or `None` to leave it."""

    AUTO_FOCUS = "AnswerList"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
    ]

    def __init__(self, help_lines: HelpLines, summary: Summary) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            summary: The visit as it stands; a level of its first ladder is agreed.
        """
        super().__init__(help_lines)
        self._ladder = summary.ladders[0]
        self._place = place_words(summary, self._ladder)

    def compose_body(self) -> ComposeResult:
        """The levels, where the answers point, and why another."""
        yield words(_("The level you agree on"), classes="title")
        told = _("The client's answers point to: {place}.").format(place=self._place)
        yield words(
            _(
                "{told} They are one view: what providers and people close to the "
                "client see counts too."
            ).format(told=told),
            classes="text",
        )
        yield AnswerList()
        yield words(_("\nWhy, in a few words:"), classes="lead")
        yield words("", id="message", classes="warning")
        yield one_line(LONGEST)

    def actions(self) -> Iterable[Action]:
        """Take it, or leave it."""
        yield Action(
            _("Set it down"), "use", key="Enter", main=True, short=_("Set down")
        )
        yield Action(_("Cancel"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    def on_mount(self) -> None:
        """Offer the levels."""
        choices = [Choice(one.id, one.name) for one in self._ladder.rungs]
        self.query_one(AnswerList).show(choices, several=False)

    def action_choose(self, place: int) -> None:
        """Choose a level by its digit, or show which digits there are."""
        if not self.query_one(AnswerList).action_choose(place):
            self.wrong_key()

    def wrong_key(self) -> None:
        """Show which keys choose."""
        self.say(answer_keys_words(len(self._ladder.rungs)))

    @on(AnswerList.Submitted)
    def _to_reason(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def action_use(self) -> None:
        """Set it down, or say what is missing."""
        codes = self.query_one(AnswerList).codes
        reason = clean(self.query_one(Input).value, LONGEST)
        if not codes:
            self.say(_("Please choose a level first."))
        elif codes[0] != self._ladder.rung and not reason:
            self.say(_("It differs from where the answers point: please say why."))
        else:
            self.decide((codes[0], reason))

    def action_go_back(self) -> None:
        """Leave it as it was."""
        self.decide(None)
