"""Who walks the client through: initials, for what is set down."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from screener.language import _
from screener.sanitize import clean
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.one_line import one_line

LONGEST = 8


class InitialsScreen(Page[str | None]):
    """The result is the initials, or `None` to go back."""

    AUTO_FOCUS = "Input"

    def compose_body(self) -> ComposeResult:
        """What they are for."""
        yield words(_("You walk a client through"), classes="title")
        yield words(
            _(
                "The questions are made for adults: the client is 18 or older. Read "
                "each question aloud, and set down what the client says. Your own "
                "ratings and notes stand beside it, signed with your initials and the "
                "time."
            ),
            classes="text",
        )
        yield words(_("Your initials:"), classes="lead")
        yield one_line(LONGEST)
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """On, or back."""
        yield Action(_("Go on"), "go_on", key="Enter", main=True)
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Accept the initials, or show that they are missing."""
        initials = clean(self.query_one(Input).value, LONGEST)
        if initials:
            self.decide(initials)
        else:
            self.say(_("Please type your initials first, such as AB."))

    def action_go_back(self) -> None:
        """Back to the welcome."""
        self.decide(None)
