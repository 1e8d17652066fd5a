"""What the screen of a question looks like, and how it is read aloud."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from screener.interview import Interview
from screener.model import HelpLines, Item, Unknown
from screener.tui.screens.page import words
from screener.tui.screens.question_words import how_to_answer, question_words
from screener.tui.screens.spoken_page import SpokenPage
from screener.tui.widgets import Actions
from screener.tui.widgets.answer_area import AnswerArea
from screener.tui.widgets.progress_line import ProgressLine


class QuestionPage(SpokenPage[Interview | None]):
    """Shows a question; what a person does with it is another class's."""

    def __init__(self, help_lines: HelpLines, interview: Interview) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            interview: The visit so far; it stands at a question.
        """
        super().__init__(help_lines)
        self.interview = interview
        self._left_open_as: Unknown | None = None
        """What the person said instead of an answer to the present question."""

    def compose_top(self) -> Iterable[Widget]:
        """Where the person is."""
        yield ProgressLine()

    def compose_body(self) -> ComposeResult:
        """The question, what one answers with, and why it is asked."""
        question, message = words("", id="question"), words("", id="message")
        yield AnswerArea(question, below=[message], id="ask")
        yield words("", id="why")

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

    def _show_question(self, item: Item) -> None:
        asks_again = self.interview.asking_again or self._left_open_as
        again = item.ask_again if asks_again else None
        self._show("#question", question_words(item, again))

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
