"""Two fields for a new passphrase: what is typed unseen is typed twice."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input, Static

from screener.language import _
from screener.sealing import LEAST_LENGTH
from screener.tui.performance.flat import Stack
from screener.tui.widgets.one_line import one_line

LONGEST = 200
"""Characters of a passphrase at most."""


class PassphraseFields(Stack):
    """A passphrase, or none."""

    DEFAULT_CSS = """
    PassphraseFields {
        height: auto;
        max-width: 92;
        margin-bottom: 1;

        OneLine { margin: 0; }

        Static { color: $text-muted; }
    }
    """

    @dataclass
    class Submitted(Message):
        """Posted on Enter in the second field, or in the first where it is empty."""

    def compose(self) -> ComposeResult:
        """The fields and what to know."""
        yield Static(_("Passphrase (leave it empty for none):"), markup=False)
        yield one_line(LONGEST, id="first", hidden=True)
        yield Static(_("The same again:"), markup=False)
        yield one_line(LONGEST, id="again", hidden=True)
        yield Static(
            _(
                "At least {least} letters; a few words are best. If you "
                "lose it, nobody can get your answers back."
            ).format(least=LEAST_LENGTH),
            markup=False,
        )

    def value(self) -> str:
        """The passphrase; empty for none.

        Raises:
            ValueError: If it is too short, or not the same twice; it says so.
        """
        first, again = (field.value for field in self.query(Input))
        if first != again:
            raise ValueError(_("The two are not the same. Please type them again."))
        if first and len(first) < LEAST_LENGTH:
            raise ValueError(
                _("Please use at least {least} letters or signs.").format(
                    least=LEAST_LENGTH
                )
            )
        return first

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "first" and event.value:
            self.query_one("#again").focus()
        else:
            self.post_message(self.Submitted())
