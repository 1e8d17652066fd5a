"""The one screen that asks every question, updated in place."""

from collections.abc import Callable, Iterable
from typing import ClassVar, Self, TypeAlias

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from screener.interview import Interview
from screener.language import _
from screener.model import Answer, Given, HelpLines, Item, Unknown
from screener.tui import keys
from screener.tui.screens.page import PAGE_CSS, CssPath, words
from screener.tui.screens.question_words import (
    easier_label,
    easier_words,
    how_to_answer,
    keys_words,
    left_open_words,
    question_words,
    why_words,
)
from screener.tui.screens.spoken_page import SpokenPage
from screener.tui.widgets import Action, Actions
from screener.tui.widgets.answer_area import AnswerArea
from screener.tui.widgets.answer_list import AnswerList
from screener.tui.widgets.ground import Body
from screener.tui.widgets.progress_line import ProgressLine

Keep: TypeAlias = Callable[[Interview], None]
"""Takes the visit as it stands, so that nothing that was said can be lost."""


class QuestionScreen(SpokenPage[Interview | None]):
    """Ask from where an interview stands.

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
        super().__init__(help_lines)
        self.interview = interview
        self._keep = keep
        self._left_open_as: Unknown | None = None
        """What the person said instead of an answer to the present question."""
        self._carried: Unknown | None = None
        """The same, said on the screen before in another language."""
        self._drafts: dict[str, Given] = {}
        """What was ticked or typed before the person went back, and not yet given."""

    def compose_top(self) -> Iterable[Widget]:
        """Where the person is."""
        yield ProgressLine()

    def compose_body(self) -> ComposeResult:
        """The question, what one answers with, and why it is asked."""
        question, message = words("", id="question"), words("", id="message")
        yield AnswerArea(question, below=[message], id="ask")
        yield words("", id="why")

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
        """A button for other words, where any question has them."""
        if self.interview.offers_easier:
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
        """Choose an option by its digit, or say which digits there are."""
        if not self._area.answers.action_choose(place):
            self.wrong_key()

    def action_move(self, steps: int) -> None:
        """Move through the options, whatever has the focus."""
        self._area.answers.action_move(steps)

    def wrong_key(self) -> None:
        """Say which keys answer."""
        if told := keys_words(self.interview.item):
            self.say(told)

    def action_go_on(self) -> None:
        """Go on with what is answered, or with what was said instead."""
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
        if not self._area.is_empty:
            self._drafts[self.interview.item.link_id] = self._area.draft
        if self.interview.at_first:
            self.decide(None)
        else:
            self._move(self.interview.back())

    def action_explain(self) -> None:
        """Say why this is asked, or stop saying it."""
        why = self.query_one("#why").toggle_class("-open")
        if why.has_class("-open"):
            why.scroll_visible(animate=False)

    def action_skip(self) -> None:
        """Rather not say."""
        self._leave_open(Unknown.DECLINED)

    def action_unsure(self) -> None:
        """Say one is not sure, where that is no option already."""
        if self.interview.item.unsure:
            self._leave_open(Unknown.UNSURE)

    def _leave_open(self, why: Unknown) -> None:
        """Go on without an answer; a question of safety waits for Enter first.

        Another key than the one that was pressed: that may be held down.
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
        """Show what is said instead of an answer; Enter goes on with it."""
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
        if self.open_to_keys:
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
        """Take over what was begun, and what was said instead of an answer."""
        self._drafts = before._drafts
        self._carried = before._left_open_as
        if self.is_whole:
            self._ask()
        super().carry_over(before)

    # What is read aloud

    def sentences(self) -> Iterable[str]:
        """What is asked, and the options; what is chosen is not told."""
        from screener.speaking import question_sentences

        interview, item = self.interview, self.interview.shown_item
        if interview.asking_again and item.ask_again:
            yield item.ask_again
        sections = interview.questionnaire.section
        section = next(one.title for one in sections if one.id == item.section)
        yield from question_sentences(section, item, item.hint or how_to_answer(item))

    @property
    def is_private(self) -> bool:
        """Whether it is of a topic that may be left out of a file."""
        return self.interview.item.private is not None

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
        if why.content != (told := why_words(interview.questionnaire, item)):
            why.update(told)
        self._buttons.offer("unsure", offered=item.unsure)
        self._buttons.label("reword", *easier_label(easier=interview.easier))
        given = interview.answers.get(item.link_id)
        self._show_answers(self._drafts.pop(item.link_id, given))
        self.query_one("#body", Body).scroll_home(animate=False)

    def _show_question(self, item: Item) -> None:
        asks_again = self.interview.asking_again or self._left_open_as
        again = item.ask_again if asks_again else None
        self._show("#question", question_words(item, again))

    def _show_answers(self, answer: Answer | None) -> None:
        self._area.show(self.interview.shown_item, answer)

    @property
    def _buttons(self) -> Actions:
        return self.query_one("#foot Actions", Actions)

    @property
    def _area(self) -> AnswerArea:
        return self.query_one(AnswerArea)

    def say(self, message: str) -> None:
        """Say something; no line is kept free for it.

        Args:
            message: What; empty to say nothing any more.
        """
        self._show("#message", message)
        if message:
            super().say(message)

    def _show(self, selector: str, text: str | Content) -> None:
        shown = self.query_one(selector, Static)
        # What is the same already costs no new layout.
        if (shown.content, shown.display) != (text, bool(text)):
            shown.display = bool(text)
            shown.update(text)
