"""A Textual app with as many widgets as the welcome, and nothing behind them."""

from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

LINES = (
    "A title",
    *("Some words that are as long as a paragraph of the welcome. " * 3,) * 6,
)
BUTTONS = ("Start", "Quick version", "Save as I go", "Leave", "Help lines")


class Page(Screen[None]):
    """Seven paragraphs, five buttons and a line at the foot."""

    CSS = """
    Static { height: auto; margin: 0 2; }
    #foot, Horizontal { height: auto; }
    Horizontal Static { width: auto; }
    """

    def compose(self) -> ComposeResult:
        """Show them."""
        with VerticalScroll():
            yield from map(Static, LINES)
        with Vertical(id="foot"):
            with Horizontal():
                yield from map(Static, BUTTONS)
            yield Static(f"At the foot {self.name or ''}", id="last")


class BareWidgets(App[None]):
    """Shows one page; Enter shows another."""

    ENABLE_COMMAND_PALETTE = False
    pressed = 0

    def on_mount(self) -> None:
        """Show the first."""
        self.push_screen(Page())

    def on_key(self, event: events.Key) -> None:
        """Change what is shown."""
        self.pressed += 1
        if event.key == "enter":
            self.push_screen(Page(name=str(self.pressed)))
            return
        self.screen.query_one("#last", Static).update(f"{self.pressed} keys")


if __name__ == "__main__":
    BareWidgets().run()
