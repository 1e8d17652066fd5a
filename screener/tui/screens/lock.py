"""Lock the summary: a passphrase for the file that is about to be saved."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult

from screener.language import _
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.passphrase_fields import PassphraseFields


class LockScreen(Page[str | None]):
    """The result is the passphrase, empty for none; or `None` to leave it as it was."""

    AUTO_FOCUS = "Input"

    def compose_body(self) -> ComposeResult:
        """What a lock means, and the fields."""
        yield words(_("Lock your summary"), classes="title")
        yield words(
            _(
                "With a passphrase, one file is saved that nobody can read without it. "
                "To open it: screener show FILE. Any program for age files opens it "
                "too."
            ),
            classes="text",
        )
        yield PassphraseFields()
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """Take it, or back."""
        yield Action(_("Use it"), "use", key="Enter", main=True)
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    @on(PassphraseFields.Submitted)
    def action_use(self) -> None:
        """Take the passphrase, or say what is wrong."""
        try:
            passphrase = self.query_one(PassphraseFields).value()
        except ValueError as error:
            self.say(str(error))
        else:
            self.decide(passphrase)

    def action_go_back(self) -> None:
        """Leave it as it was."""
        self.decide(None)
