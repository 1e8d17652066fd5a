"""Who answers: an adult for themselves, with a counselor, or for someone else."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screener.interview.who import UNDER_AGE, WHO_ANSWERS
from screener.language import _
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.screens.question_words import answer_keys_words
from screener.tui.widgets import Action
from screener.tui.widgets.answer_list import AnswerList, Choice


class RespondentScreen(Page[str | None]):
    """Ask who answers: a `Respondent`, `UNDER_AGE`, or `None` to go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
    ]

    def compose_body(self) -> ComposeResult:
        """One question."""
        yield words(_("Who are the answers about?"), classes="title")
        yield words(
            _(
                "These questions are made for adults. If you answer for someone you "
                "support, say what you see and know of them."
            ),
            classes="muted",
        )
        yield AnswerList()
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """Back and next."""
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Next"), "go_on", key="Enter", main=True)
        yield Action(_("Help lines"), "app.show_help", key="h")

    def on_mount(self) -> None:
        """Fill the list; the question above it stays in sight."""
        answers = self.query_one(AnswerList)
        answers.show(_choices(), several=False)
        answers.focus(scroll_visible=False)

    def action_choose(self, place: int) -> None:
        """Choose by digit."""
        if not self.query_one(AnswerList).action_choose(place):
            self.wrong_key()

    def wrong_key(self) -> None:
        """Show which keys choose."""
        self.say(answer_keys_words(len(_choices())))

    def action_go_on(self) -> None:
        """Go on with what is chosen."""
        codes = self.query_one(AnswerList).codes
        if codes:
            self.decide(codes[0])
        else:
            self.say(_("Please choose one: press its number."))

    def action_go_back(self) -> None:
        """Go back to the welcome."""
        self.decide(None)

    @on(AnswerList.Changed)
    def _chosen(self) -> None:
        self.say("")

    @on(AnswerList.Submitted)
    def _go_on(self) -> None:
        if self.open_to_keys:
            self.action_go_on()


def _choices() -> list[Choice]:
    adults = [Choice(who, _(told)) for who, told in WHO_ANSWERS.items()]
    return [*adults, Choice(UNDER_AGE, _(UNDER_AGE))]
