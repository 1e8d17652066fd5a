"""What the screen shows while the program starts anew after it broke."""

import textwrap
from collections.abc import Iterator

from screener.language import N_, _
from screener.model import HelpKind, HelpLines
from screener.phone_numbers import keep_numbers_whole

_SORRY = N_("Something went wrong here, and we had to stop. We are sorry.")
_CLEARED = N_("Your answers are cleared. No one can see them.")
_KEPT = N_(
    "Your answers are cleared from here. A summary that you saved or printed is still "
    "where it was put."
)
_DESK = N_("Please tell the desk. The questions start again in a moment.")
_CRISIS = N_("If you are in crisis, or in danger:")


def sorry_page(
    help_lines: HelpLines, report: str, columns: int, *, may_be_kept: bool = False
) -> str:
    """Write the page: crisis help first, and what to do.

    Args:
        help_lines: The help lines of the region.
        report: What broke, for staff; without answers.
        columns: The width of the screen.
        may_be_kept: Whether the person may have saved or printed a summary.

    Returns:
        Lines, none wider than the screen.
    """
    cleared = _(_KEPT if may_be_kept else _CLEARED)
    width = max(20, min(columns, 76) - 4)
    return "\n".join(_lines(help_lines, cleared, report, width))


def _lines(
    help_lines: HelpLines, cleared: str, report: str, width: int
) -> Iterator[str]:
    crisis = help_lines.of(HelpKind.EMERGENCY, HelpKind.CRISIS)
    numbers = [f"{line.reach} - {line.name}" for line in crisis]
    staff = [_("For staff: {report}").format(report=report)] if report else []
    said = [[_(_SORRY), cleared], [_(_DESK)], [_(_CRISIS), *numbers], staff]
    for block in said:
        yield ""
        for text in block:
            whole = keep_numbers_whole(text)
            for line in textwrap.wrap(whole, width, break_on_hyphens=False):
                yield f"  {line}"
