"""One line of crisis help at the foot of every screen."""

from textual.content import Content
from textual.widget import Widget

from screener.language import _
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
        """Show the crisis and the emergency line that are shortest to remember."""
        super().__init__()
        self._crisis = _shortest(help_lines, HelpKind.CRISIS)
        self._emergency = _shortest(help_lines, HelpKind.EMERGENCY)
        self._number = min(
            (one.call for one in help_lines.of(HelpKind.EMERGENCY) if one.call),
            key=len,
            default="",
        )

    def render(self) -> Content:
        """As much as the width allows: both numbers before all that explains them."""
        help_key = Content.assemble(("h", "bold"), _(" help"))
        leave = Content.assemble(("Ctrl+X", "bold"), _(" leave fast"))
        parts = [
            Content.assemble(_("In crisis? "), (self._crisis, "bold")),
            Content.assemble(_("In danger? "), (self._emergency, "bold")),
        ]
        crisis, emergency, number = (
            Content.styled(one, "bold")
            for one in (self._crisis, self._emergency, self._number)
        )
        gap = Content("  ")
        for line in (
            [*parts, help_key, leave],
            [*parts, help_key],
            [crisis, emergency, help_key],
            [crisis, number, help_key],
            [crisis, help_key],
        ):
            told = gap.join(line)
            if told.cell_length <= self.content_size.width:
                return told
        return crisis

    async def on_click(self) -> None:
        """Open all help lines."""
        await self.run_action("app.show_help")


def _shortest(help_lines: HelpLines, kind: HelpKind) -> str:
    numbers = [line.first_way for line in help_lines.of(kind) if line.numbers]
    shortest = min(numbers, key=len)
    return shortest[:1].upper() + shortest[1:]
