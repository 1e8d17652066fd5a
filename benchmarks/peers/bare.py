"""The least Textual app: what any program on Textual costs."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text that counts keys."""

    ENABLE_COMMAND_PALETTE = False
    pressed = 0

    def compose(self) -> ComposeResult:
        """Show it."""
        yield Static("A bare Textual app")

    def on_key(self, event: events.Key) -> None:
        """Change what is shown."""
        self.pressed += 1
        self.query_one(Static).update(f"{self.pressed} keys")


if __name__ == "__main__":
    Bare().run()
