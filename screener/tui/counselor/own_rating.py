"""The counselor's own answer, where it differs from the client's words; and a note."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from screener.language import _
from screener.model import Answer, Given, HelpLines, Item
from screener.sanitize import clean
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.screens.question_words import keys_words
from screener.tui.widgets import Action
from screener.tui.widgets.answer_area import AnswerArea
from screener.tui.widgets.answer_list import AnswerList
from screener.tui.widgets.one_line import one_line

LONGEST = 300
"""Characters of a reason or a note."""


@dataclass(frozen=True, slots=True)
class Rated:
    """An own answer and its reason."""

    answer: Given | None
    """`None` to go with the client's words again."""
    reason: str = ""


class OwnRatingScreen(Page[Rated | None]):
    """The result is the rating, or `None` to leave it as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
    ]

    def __init__(
        self, help_lines: HelpLines, item: Item, client: str, own: Answer | None
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            item: The question.
            client: What the client said, in words.
            own: The counselor's answer until now.
        """
        super().__init__(help_lines)
        self._item = item
        self._client = client
        self._own = own

    def compose_body(self) -> ComposeResult:
        """The question, the client's words, the options, and why."""
        yield words(_("Your own rating"), classes="title")
        yield words(self._item.question, classes="lead")
        yield words(
            _("The client: {client}. It stays as it is.").format(client=self._client),
            classes="muted",
        )
        yield AnswerArea()
        yield words(_("\nWhy you see it another way:"), classes="lead")
        yield words("", id="message", classes="warning")
        yield one_line(LONGEST, id="reason")

    def actions(self) -> Iterable[Action]:
        """Take it, take it back, or leave it."""
        yield Action(
            _("Set it down"), "use", key="Enter", main=True, short=_("Set down")
        )
        if self._own is not None:
            yield Action(_("Take mine back"), "take_back", short=_("Take back"))
        yield Action(_("Cancel"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    def on_mount(self) -> None:
        """Offer the options."""
        self.query_one(AnswerArea).show(self._item, self._own)

    def action_choose(self, place: int) -> None:
        """Choose an option by its digit, or show which digits there are."""
        if not self.query_one(AnswerArea).answers.action_choose(place):
            self.wrong_key()

    def wrong_key(self) -> None:
        """Show which keys answer."""
        if message := keys_words(self._item):
            self.say(message)
        else:
            super().wrong_key()

    @on(AnswerArea.Submitted)
    @on(AnswerList.Submitted)
    def _to_reason(self) -> None:
        self.query_one("#reason").focus()

    @on(Input.Submitted, "#reason")
    def action_use(self) -> None:
        """Set it down, or say what is missing."""
        try:
            answer = self.query_one(AnswerArea).answer()
        except ValueError:
            self.say(_("Please choose your own answer first."))
            return
        reason = clean(self.query_one("#reason", Input).value, LONGEST)
        if reason:
            self.decide(Rated(answer, reason))
        else:
            self.say(_("Please say in a few words why."))
            self.query_one("#reason").focus()

    def action_take_back(self) -> None:
        """Go with the client's words again; the record keeps both."""
        self.decide(Rated(None))

    def action_go_back(self) -> None:
        """Leave it as it was."""
        self.decide(None)


class NoteScreen(Page[str | None]):
    """The result is the note, or `None` to leave it as it was."""

    AUTO_FOCUS = "Input"

    def __init__(self, help_lines: HelpLines, item: Item, note: str) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            item: The question that it is on.
            note: The note until now.
        """
        super().__init__(help_lines)
        self._item = item
        self._note = note

    def compose_body(self) -> ComposeResult:
        """One field."""
        yield words(_("A note"), classes="title")
        yield words(self._item.question, classes="lead")
        yield words(
            _("It is in the summary, with your initials. The client can read it."),
            classes="muted",
        )
        yield one_line(LONGEST, self._note)

    def actions(self) -> Iterable[Action]:
        """Take it, or leave it."""
        yield Action(
            _("Set it down"), "use", key="Enter", main=True, short=_("Set down")
        )
        yield Action(_("Cancel"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    @on(Input.Submitted)
    def action_use(self) -> None:
        """Set it down."""
        self.decide(clean(self.query_one(Input).value, LONGEST))

    def action_go_back(self) -> None:
        """Leave it as it was."""
        self.decide(None)
