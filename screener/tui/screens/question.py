"""The one screen that asks every question, updated in place."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from screener.interview import Interview, clean
from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Given,
    HelpLines,
    Item,
    NumberItem,
    TextItem,
    Unknown,
)
from screener.scoring import exclusive_option
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action, AnswerList, Choice, ProgressLine
from screener.tui.widgets.fields import Entered, NumberField, WordsField


class QuestionScreen(Page[Interview | None]):
    """Ask from where an interview stands.

    The result is the interview when a red flag came up or all questions are through,
    or `None` to go back before the first one.
    """

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "question.tcss"]
    AUTO_FOCUS = ""
    READING = False
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("left,backspace", "go_back", show=False),
        Binding("enter", "go_on", show=False),
        Binding("question_mark", "explain", show=False),
        Binding("s", "skip", show=False),
        Binding("u", "unsure", show=False),
        Binding("pageup", "scroll_body(-1)", show=False),
        Binding("pagedown", "scroll_body(1)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """Posted at every step, so that nothing that was said can be overlooked."""

        interview: Interview
        """The visit after the step."""

    def __init__(self, help_lines: HelpLines, interview: Interview) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            interview: The visit so far; it stands at a question.
        """
        super().__init__(help_lines)
        self.interview = interview

    def compose_top(self) -> Iterable[Widget]:
        """Where the person is."""
        yield ProgressLine()

    def compose_body(self) -> ComposeResult:
        """The question, what one answers with, and why it is asked."""
        with Vertical(id="ask"):
            yield words("", id="again", classes="warning")
            yield words("", id="question")
            yield words("", id="hint")
            yield AnswerList()
            yield words("", id="message")
        yield words("", id="why")

    def actions(self) -> Iterable[Action]:
        """Back, next, why, skip, not sure, help."""
        yield Action("Back", "go_back", key="←")
        yield Action("Next", "go_on", key="Enter", main=True)
        yield Action("Why", "explain", key="?")
        yield Action("Skip", "skip", key="s")
        yield Action("Not sure", "unsure", key="u")
        yield Action("Help", "app.show_help", key="h")

    def on_mount(self) -> None:
        """Ask the present question."""
        self._ask()

    # What the person does

    def action_choose(self, place: int) -> None:
        """Choose an option by its digit."""
        self._answers.action_choose(place)

    def action_move(self, steps: int) -> None:
        """Move through the options, whatever has the focus."""
        self._answers.focus()
        self._answers.action_move(steps)

    def action_go_on(self) -> None:
        """Go on with what is answered."""
        item = self.interview.item
        if isinstance(item, NumberItem | TextItem):
            self._take(self._field_words())
        elif self._answers.codes or _may_be_empty(item):
            self._give(self._answers.codes)
        else:
            self._say("Choose an answer: press its number. Or press s to skip.")

    def action_go_back(self) -> None:
        """Go to the question before; every answer is kept."""
        if self.interview.at_first:
            self.decide(None)
        else:
            self._move(self.interview.back())

    def action_explain(self) -> None:
        """Say why this is asked, or stop saying it."""
        self.toggle_class("-why")
        if self.has_class("-why"):
            self.query_one("#why").scroll_visible(animate=False)

    def action_skip(self) -> None:
        """Go on and rather not say."""
        self._move(self.interview.leave_open(Unknown.DECLINED))

    def action_unsure(self) -> None:
        """Go on and say one is not sure, where that is no option already."""
        if self.interview.item.unsure:
            self._move(self.interview.leave_open(Unknown.UNSURE))

    def action_scroll_body(self, pages: int) -> None:
        """Read on where not everything fits."""
        body = self.query_one("#body", VerticalScroll)
        body.scroll_relative(y=pages * max(1, body.size.height - 2), animate=False)

    @on(AnswerList.Submitted)
    def _go_on(self) -> None:
        if self.open_to_keys:
            self.action_go_on()

    @on(AnswerList.Changed)
    def _chosen(self) -> None:
        self._say("")

    @on(Entered)
    def _entered(self, event: Entered) -> None:
        if self.open_to_keys:
            self._take(event.words)

    # What follows from it

    def _give(self, codes: tuple[str, ...]) -> None:
        single = isinstance(self.interview.item, ChoiceItem)
        answer: Given = codes[0] if single else codes
        self._move(self.interview.give(answer))

    def _take(self, typed: str) -> None:
        """Take what was typed into a field."""
        item = self.interview.item
        if isinstance(item, TextItem):
            self._move(self.interview.give(clean(typed, item.max_length)))
        elif isinstance(item, NumberItem):
            if _is_whole(typed) and item.minimum <= int(typed) <= item.maximum:
                self._move(self.interview.give(int(typed)))
            else:
                span = f"from {item.minimum} to {item.maximum}"
                self._say(f"Please type a whole number {span}, or skip.")

    def _move(self, interview: Interview) -> None:
        self.interview = interview
        self.post_message(self.Moved(interview))
        if interview.at is None or interview.new_flags:
            self.decide(interview)
        else:
            self._ask()

    # What is shown

    def _ask(self) -> None:
        interview, item = self.interview, self.interview.item
        self.remove_class("-why")
        self._progress()
        self._show("#again", (item.ask_again or "") if interview.asking_again else "")
        self._show("#question", item.text)
        self._show("#hint", item.hint or _how_to_answer(item))
        self._say("")
        seen_by = item.seen_by or interview.questionnaire.seen_by
        why = f"Why we ask\n{item.why}\n\nWho sees it\n{seen_by}"
        self.query_one("#why", Static).update(why)
        self.query_one("#unsure").display = item.unsure
        self._show_answers(interview.answers.get(item.link_id))
        self.query_one("#body", VerticalScroll).scroll_home(animate=False)

    def _progress(self) -> None:
        interview = self.interview
        sections = interview.questionnaire.section
        names = [section.id for section in sections]
        place = names.index(interview.item.section)
        line = self.query_one(ProgressLine)
        line.show(sections[place].title, place + 1, len(sections), interview.progress)

    def _show_answers(self, answer: Answer | None) -> None:
        item = self.interview.item
        for field in self.query("WordsField, NumberField"):
            field.remove()
        typing = isinstance(item, NumberItem | TextItem)
        self.set_class(typing, "-typing")
        self._answers.display = not typing
        for action in self.query(Action):
            action.refresh(layout=True)
        if isinstance(item, ChoiceItem | ChoicesItem):
            several = isinstance(item, ChoicesItem)
            choices = [Choice(o.code, o.text, o.exclusive) for o in item.option]
            codes = () if isinstance(answer, Unknown) else answer or ()
            chosen = (str(codes),) if isinstance(codes, str | int) else codes
            self._answers.show(choices, several=several, chosen=chosen)
            self._answers.focus(scroll_visible=False)
        else:
            self._show_field(answer)

    def _show_field(self, answer: Answer | None) -> None:
        item = self.interview.item
        known = "" if answer is None or isinstance(answer, Unknown) else str(answer)
        field: WordsField | NumberField
        if isinstance(item, TextItem):
            field = WordsField(item.max_length)
            field.text = known
        else:
            field = NumberField()
            field.value = known
        self.query_one("#ask").mount(field, before="#message")
        field.focus()

    def _field_words(self) -> str:
        field = self.query("WordsField, NumberField").last()
        return field.text if isinstance(field, WordsField) else _value(field)

    @property
    def _answers(self) -> AnswerList:
        return self.query_one(AnswerList)

    def _say(self, message: str) -> None:
        self._show("#message", message)

    def _show(self, selector: str, text: str) -> None:
        shown = self.query_one(selector, Static)
        shown.display = bool(text)
        shown.update(text)


def _may_be_empty(item: Item) -> bool:
    """Whether no tick at all is an answer: where there is no "none of these"."""
    return isinstance(item, ChoicesItem) and exclusive_option(item) is None


def _how_to_answer(item: Item) -> str:
    if isinstance(item, NumberItem):
        return f"Type a number from {item.minimum} to {item.maximum}, then Enter."
    if isinstance(item, TextItem):
        return "Type what you like, or nothing. Enter goes on."
    return "Tick all that fit." if isinstance(item, ChoicesItem) else ""


def _is_whole(typed: str) -> bool:
    return typed.removeprefix("-").isdecimal()


def _value(field: Widget) -> str:
    return field.value if isinstance(field, NumberField) else ""
