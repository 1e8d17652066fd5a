"""The least Textual app: what any program on Textual costs."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text."""

    ENABLE_COMMAND_PALETTE = False

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Static("A bare Textual app")


if __name__ == "__main__":
    Bare().run()
