"""The line at the top of every screen of a visit to a kiosk."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from screener.language import _
from screener.tui.widgets import Action, Actions


class KioskBar(Horizontal):
    """Whose kiosk it is, and the button that ends the visit."""

    DEFAULT_CSS = """
    KioskBar {
        height: 1;
        padding: 0 2;
        & Static { width: 1fr; color: $text-muted; }
        & Actions { width: auto; padding: 0; margin: 0; }
    }
    """

    def __init__(self, clinic: str | None) -> None:
        """Show this.

        Args:
            clinic: The clinic's name, if it is to be shown.
        """
        super().__init__()
        self._clinic = clinic or ""

    def compose(self) -> ComposeResult:
        """Name and button."""
        yield Static(self._clinic, markup=False)
        label, short = _("Finish and clear"), _("Clear")
        yield Actions(Action(label, "app.ask_to_leave", short=short))
