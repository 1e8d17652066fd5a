"""The layout of a question's screen, and its sentences for reading aloud."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from screener.interview import Interview
from screener.model import HelpLines, Item, OptionItem, Unknown
from screener.tui.screens.page import Breakpoints, words
from screener.tui.screens.question_words import how_to_answer, question_words
from screener.tui.screens.spoken_page import SpokenPage
from screener.tui.widgets import Actions
from screener.tui.widgets.answer_area import AnswerArea
from screener.tui.widgets.progress_line import ProgressLine

_MANY = 7
"""Options from which on a question needs every line of a screen of 24."""


class QuestionPage(SpokenPage[Interview | None]):
    """Shows a question; `QuestionScreen` handles the answers."""

    VERTICAL_BREAKPOINTS: Breakpoints = [  # noqa: RUF012 - Textual's own type
        (0, "-low"),
        (20, "-medium"),
        (27, "-high"),
    ]

    def __init__(self, help_lines: HelpLines, interview: Interview) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            interview: The visit so far; its present step is a question.
        """
        super().__init__(help_lines)
        self.interview = interview
        self._left_open_as: Unknown | None = None
        """Why the present question has no answer, if the person gave a reason."""

    def compose_top(self) -> Iterable[Widget]:
        """Where the person is."""
        yield ProgressLine()

    def compose_body(self) -> ComposeResult:
        """The question, its options or field, and why it is asked."""
        yield AnswerArea(words("", id="question"), id="ask")
        yield words("", id="why")

    def compose_foot(self) -> Iterable[Widget]:
        """A message above the buttons, where nothing has to be scrolled to see it.

        Below the answers, it would push the question, and why it is asked again, off a
        screen of 24 lines.
        """
        yield from super().compose_foot()
        yield words("", id="message")

    # Reading aloud

    def sentences(self) -> Iterable[str]:
        """Yield the question and its options, but not what is chosen."""
        from screener.speaking import question_sentences

        interview, item = self.interview, self.interview.shown_item
        if interview.asking_again and item.ask_again:
            yield item.ask_again
        sections = interview.questionnaire.section
        title = next(
            section.title for section in sections if section.id == item.section
        )
        yield from question_sentences(title, item, item.hint or how_to_answer(item))

    @property
    def is_private(self) -> bool:
        """Whether its topic may be left out of a file."""
        return self.interview.item.private is not None

    # Layout

    def _show_question(self, item: Item) -> None:
        asks_again = self.interview.asking_again or self._left_open_as
        again = item.ask_again if asks_again else None
        is_long = isinstance(item, OptionItem) and len(item.option) >= _MANY
        self.query_one("#body").set_class(is_long, "-long")
        self._show("#question", question_words(item, again))

    @property
    def _buttons(self) -> Actions:
        return self.query_one("#foot Actions", Actions)

    @property
    def _area(self) -> AnswerArea:
        return self.query_one(AnswerArea)

    def say(self, message: str) -> None:
        """Show a message above the buttons.

        Args:
            message: The message; an empty one hides the line.
        """
        self._show("#message", message)

    def _show(self, selector: str, text: str | Content) -> None:
        shown = self.query_one(selector, Static)
        # Avoid a new layout for the same text.
        if (shown.content, shown.display) != (text, bool(text)):
            shown.display = bool(text)
            shown.update(text)
