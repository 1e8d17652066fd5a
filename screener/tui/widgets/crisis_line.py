"""One line of crisis help at the foot of every screen."""

from textual.content import Content
from textual.widget import Widget

from screener.model import HelpKind, HelpLines


class CrisisLine(Widget):
    """Says whom to call; a click opens all help lines."""

    DEFAULT_CSS = """
    CrisisLine {
        height: 1;
        padding: 0 2;
        background: $panel;
        color: $foreground;
    }
    """

    def __init__(self, help_lines: HelpLines) -> None:
        """Show the first crisis and emergency line of a region."""
        super().__init__()
        self._crisis = help_lines.of(HelpKind.CRISIS)[0].reach
        self._emergency = help_lines.of(HelpKind.EMERGENCY)[0].reach.capitalize()

    def render(self) -> Content:
        """As much as the width allows, the number first."""
        crisis = self._crisis[:1].upper() + self._crisis[1:]
        help_key = Content.assemble(("h", "bold"), " help")
        leave = Content.assemble(("Ctrl+X", "bold"), " leave fast")
        parts = [
            Content.assemble("In crisis? ", (crisis, "bold")),
            Content.assemble("In danger? ", (self._emergency, "bold")),
        ]
        gap = Content("  ")
        short = [parts[0], help_key]
        for line in ([*parts, help_key, leave], [*parts, help_key], short):
            told = gap.join(line)
            if told.cell_length <= self.content_size.width:
                return told
        return Content.styled(crisis, "bold")

    async def on_click(self) -> None:
        """Open all help lines."""
        await self.run_action("app.show_help")
