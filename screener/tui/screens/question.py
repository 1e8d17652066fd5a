"""The one screen that asks every question, updated in place."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Self, TypeAlias, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Static

from screener.interview import Interview
from screener.language import _
from screener.model import Answer, Given, HelpLines, Unknown
from screener.tui import keys
from screener.tui.performance.flat import Body
from screener.tui.screens.page import PAGE_CSS, CssPath
from screener.tui.screens.question_page import QuestionPage
from screener.tui.screens.question_words import (
    begun_words,
    easier_label,
    easier_words,
    keys_words,
    left_open_words,
    why_words,
)
from screener.tui.screens.ticked import Fate, TickedScreen
from screener.tui.widgets import Action
from screener.tui.widgets.answer_area import AnswerArea
from screener.tui.widgets.answer_list import AnswerList
from screener.tui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from screener.tui.visit_app import VisitApp

Keep: TypeAlias = Callable[[Interview], None]
"""Takes the visit as it stands, so that nothing that was said can be lost."""


class QuestionScreen(QuestionPage):
    """Ask questions from the present one of an interview on.

    The result is the interview when a red flag came up, when it may end, or when all
    questions are through; or `None` to go back before the first one.
    """

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "question.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, help_lines: HelpLines, interview: Interview, keep: Keep) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            interview: The visit so far; it stands at a question.
            keep: Told of every step, before anything else is shown.
        """
        super().__init__(help_lines, interview)
        self._keep = keep
        self._carried: Unknown | None = None
        """`_left_open_as` of the same screen in the language before."""
        self._drafts: dict[str, Given] = {}
        """Ticked or typed before the person went back, and not yet an answer."""

    def actions(self) -> Iterable[Action]:
        """Back, next, why, skip, not sure, help."""
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Next"), "go_on", key="Enter", bare=True, main=True)
        yield Action(_("Why"), "explain", key="?", unless_wide=True)
        yield Action(_("Skip"), "skip", key=keys.SKIP)
        yield Action(_("Not sure"), "unsure", key=keys.UNSURE, short=_("Unsure"))
        yield from self.reword_action()
        yield Action(_("Help"), "app.show_help", key=keys.HELP, unless_narrow=True)

    def reword_action(self) -> Iterable[Action]:
        """Yield the button for easier words, if any question has them."""
        if any(item.easier for item in self.interview.questionnaire.item):
            yield Action(
                _("Easier words"), "reword", key=keys.EASIER, short=_("Easier")
            )

    def on_mount(self) -> None:
        """Ask the present question."""
        self._ask()

    def take_up(self, interview: Interview) -> None:
        """Ask from somewhere else, or again.

        Args:
            interview: The visit so far; it stands at a question.
        """
        self.interview = interview
        if self.is_mounted:
            self._ask()

    def make_ready(self) -> None:
        """Make what other questions will need, while this one is read."""
        self._area.make_ready(self.interview.questionnaire.item)

    # What the person does

    def action_choose(self, place: int) -> None:
        """Choose an option by its digit, or show which digits there are."""
        if not self._area.answers.action_choose(place):
            self.wrong_key()

    def action_move(self, steps: int) -> None:
        """Move through the options, whatever has the focus."""
        self._area.answers.action_move(steps)

    def wrong_key(self) -> None:
        """Show which keys answer."""
        if message := keys_words(self.interview.item):
            self.say(message)

    def action_go_on(self) -> None:
        """Go on with the answer, or leave the question open as declared before."""
        if self._left_open_as and self._area.is_empty:
            self._move(self.interview.leave_open(self._left_open_as, is_sure=True))
            return
        try:
            answer = self._area.answer()
        except ValueError as error:
            self.say(str(error))
        else:
            self._move(self.interview.give(answer))

    def action_go_back(self) -> None:
        """Go to the question before; every answer, given or not yet, is kept."""
        self.interview = self.settled()
        self._keep(self.interview)
        if self.interview.calls_for_help:
            self.decide(self.interview.back())
        elif self.interview.at_first:
            self.decide(None)
        else:
            self.interview = self.interview.back()
            self._keep(self.interview)
            self._ask()

    def settled(self) -> Interview:
        """Return the visit with what is ticked or typed here as the answer.

        A draft that is not a valid answer yet is kept for when the person comes back.
        """
        if self._area.is_empty:
            why = self._left_open_as
            return self.interview.set_down(why) if why else self.interview
        try:
            return self.interview.set_down(self._area.answer())
        except ValueError:
            self._drafts[self.interview.item.link_id] = self._area.draft
            return self.interview

    def once_settled(self, then: Callable[[Self], None]) -> None:
        """Do something that discards the answer here; ask first if there is a draft.

        Args:
            then: Called with the screen, in the current language.
        """
        if self._area.is_empty:
            then(self)
        else:
            self.show_above(partial(self._ask_about_draft, then))

    async def _ask_about_draft(self, then: Callable[[Self], None]) -> None:
        app, draft = cast("VisitApp", self.app), self._area.draft

        def screen() -> TickedScreen:
            answered = begun_words(app.interview.shown_item, draft)
            return TickedScreen(app.help_lines, answered)

        fate = await app.show(screen)
        here, asked = await self.here_again(), self.interview.at
        if not here.open_to_keys or here.interview.at != asked:
            return  # the visit has moved on meanwhile
        if fate is Fate.KEEP:
            here.action_go_on()
        elif fate is Fate.TAKE_BACK:
            then(here)

    def action_explain(self) -> None:
        """Say why this is asked, or stop saying it."""
        why = self.query_one("#why").toggle_class("-open")
        if why.has_class("-open"):
            # Keys may come faster than the layout: it has no place to scroll to yet.
            self.call_after_refresh(why.scroll_visible, animate=False)

    def action_skip(self) -> None:
        """Rather not say."""
        self.once_settled(partial(type(self)._leave_open, why=Unknown.DECLINED))

    def action_unsure(self) -> None:
        """Leave the question open as not sure, unless that is one of its options."""
        if self.interview.item.unsure:
            self.once_settled(partial(type(self)._leave_open, why=Unknown.UNSURE))

    def _leave_open(self, why: Unknown) -> None:
        """Go on without an answer; a question about safety waits for Enter first.

        Enter, because the key that was pressed may still be held down.
        """
        item = self.interview.item
        if not (item.ask_again or item.private):
            self._move(self.interview.leave_open(why))
            return
        if item.ask_again and item.link_id not in self.interview.asked_again:
            self.interview = self.interview.leave_open(why)
            self._keep(self.interview)
        self._declare(why)

    def _declare(self, why: Unknown) -> None:
        """Show why the question is left open; Enter confirms it."""
        self.hush()
        self._left_open_as = why
        self._area.show(self.interview.shown_item, None)
        self._show_question(self.interview.shown_item)
        self.say(left_open_words(why))

    def action_reword(self) -> None:
        """Put questions in easier words from here on, or in the usual ones again."""
        self.interview = self.interview.in_other_words()
        self._keep(self.interview)
        self.hush()
        item, area = self.interview.shown_item, self._area
        self._show_question(item)
        if not area.is_typing:
            chosen = area.answers.begun()
            area.show(item, None)
            area.answers.resume(chosen)
        easier = self.interview.easier
        self._buttons.label("reword", *easier_label(easier=easier))
        self.say(easier_words(self.interview.item, easier=easier))

    @on(AnswerArea.Submitted)
    @on(AnswerList.Submitted)
    def _go_on(self) -> None:
        if self.takes_keys:
            self.action_go_on()

    @on(AnswerList.Changed)
    def _chosen(self) -> None:
        self.say(left_open_words(self._left_open_as) if self._area.is_empty else "")

    def _move(self, interview: Interview) -> None:
        self.interview = interview
        self._keep(interview)
        if interview.at is None or interview.calls_for_a_page:
            self.decide(interview)
        else:
            self._ask()

    def carry_over(self, before: Self) -> None:
        """Copy drafts, and why the question is left open, from the screen before."""
        self._drafts = before._drafts
        self._carried = before._left_open_as
        if self.is_whole:
            self._ask()
        super().carry_over(before)

    # What is shown

    def _ask(self) -> None:
        interview, item = self.interview, self.interview.shown_item
        self.hush()
        self.query_one(ProgressLine).show(interview)
        self._left_open_as = self._carried or interview.left_open_as
        self._carried = None
        self._show_question(item)
        self.say(left_open_words(self._left_open_as))
        why = self.query_one("#why", Static).remove_class("-open")
        reason = why_words(interview.questionnaire, item, keeps=self.keeps)
        if why.content != reason:
            why.update(reason)
        self._buttons.offer("unsure", offered=item.unsure)
        self._buttons.label("reword", *easier_label(easier=interview.easier))
        given = interview.answers.get(item.link_id)
        self._show_answers(self._drafts.pop(item.link_id, given))
        self.query_one("#body", Body).scroll_home(animate=False)

    def _show_answers(self, answer: Answer | None) -> None:
        self._area.show(self.interview.shown_item, answer)
