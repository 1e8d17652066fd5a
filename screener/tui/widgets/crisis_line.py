"""The foot of every screen: crisis help, and in its corner the fast way out."""

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.widget import Widget

from screener.language import _
from screener.model import HelpKind, HelpLines
from screener.tui import keys

_GAP = Content("  ")
LEAVE_KEY = "Ctrl+X"


class CrisisLine(Widget):
    """Says whom to call, and how to leave fast; a click does what is clicked.

    The fast way out is at the right end of the last row at every width. Where it does
    not fit beside the numbers, it has a row of its own with the key for help.
    """

    DEFAULT_CSS = """
    CrisisLine {
        height: auto;
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
        """Return one row, or two where one has no room for all."""
        return Content("\n").join(self._rows(self.content_size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are at a width."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[Content]:
        """Return as much as the width allows: numbers before all that explains them."""
        is_typing = self.screen.has_class("-typing")
        key = keys.HELP_WHILE_TYPING if is_typing else keys.HELP
        help_key = Content.assemble((key, "bold"), " ", _("help"))
        leave = self._leave(width)
        for numbers in self._numbers():
            start = _GAP.join([*numbers, help_key])
            if start.cell_length + len(_GAP) + leave.cell_length <= width:
                return [_spread(start, leave, width)]
        short = (_GAP.join(numbers) for numbers in (*self._numbers(), self._least()))
        above = next((one for one in short if one.cell_length <= width), Content(""))
        return [above, _spread(help_key, leave, width)]

    def _numbers(self) -> list[list[Content]]:
        crisis, emergency, number = (
            Content.styled(one, "bold")
            for one in (self._crisis, self._emergency, self._number)
        )
        return [
            [_("In crisis? ") + crisis, _("In danger? ") + emergency],
            [crisis, emergency],
            [crisis, number],
        ]

    def _least(self) -> list[Content]:
        return [Content.styled(self._crisis, "bold")]

    def _leave(self, width: int) -> Content:
        whole = Content.assemble((LEAVE_KEY, "bold"), " ", _("leave fast"))
        return whole if whole.cell_length <= width else Content(LEAVE_KEY)

    async def on_click(self, event: Click) -> None:
        """Leave, or open all help lines; nothing else takes the click."""
        event.stop()
        leaves = self.leaves_at(event.x, event.y)
        await self.run_action("app.quick_exit" if leaves else "app.show_help")

    def leaves_at(self, x: int, y: int) -> bool:
        """Return whether a click at a place within the widget leaves fast."""
        width = self.content_size.width
        first = self.gutter.left + width - self._leave(width).cell_length
        return y == self.size.height - 1 and x >= first - 1


def _spread(left: Content, right: Content, width: int) -> Content:
    """Return one row with something at each end, or only the right end."""
    room = width - left.cell_length - right.cell_length
    if room < 1:
        return Content(" " * max(0, width - right.cell_length)) + right
    return left + Content(" " * room) + right


def _shortest(help_lines: HelpLines, kind: HelpKind) -> str:
    numbers = [line.first_way for line in help_lines.of(kind) if line.numbers]
    shortest = min(numbers, key=len)
    return shortest[:1].upper() + shortest[1:]
