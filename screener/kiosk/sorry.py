"""What the screen shows while the program starts anew after it broke."""

import textwrap
from collections.abc import Iterator

from screener.model import HelpKind, HelpLines

_SORRY = "Something went wrong here, and we had to stop. We are sorry."
_KEPT = "Your answers are cleared. No one can see them."
_DESK = "Please tell the desk. The questions start again in a moment."
_CRISIS = "If you are in crisis, or in danger:"


def sorry_page(help_lines: HelpLines, report: str, columns: int) -> str:
    """Write the page: crisis help first, and what to do.

    Args:
        help_lines: The help lines of the region.
        report: What broke, for staff; without answers.
        columns: The width of the screen.

    Returns:
        Lines, none wider than the screen.
    """
    return "\n".join(_lines(help_lines, report, max(20, min(columns, 76) - 4)))


def _lines(help_lines: HelpLines, report: str, width: int) -> Iterator[str]:
    crisis = help_lines.of(HelpKind.EMERGENCY, HelpKind.CRISIS)
    numbers = [f"{line.reach} - {line.name}" for line in crisis]
    staff = [f"For staff: {report}"] if report else []
    for block in ([_SORRY, _KEPT], [_DESK], [_CRISIS, *numbers], staff):
        yield ""
        for text in block:
            for line in textwrap.wrap(text, width):
                yield f"  {line}"
