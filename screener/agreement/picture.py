"""The confusion table of each ladder as a picture, by Matplotlib."""

import io
import os
import tempfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from textwrap import fill
from typing import TYPE_CHECKING, Any

from screener.agreement.comparing import Verdict
from screener.agreement.report import SEVERAL, LadderReport, Row
from screener.distribution import install_command
from screener.errors import AgreementError
from screener.language import _

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FORMATS: Mapping[str, str] = {".png": "png", ".svg": "svg"}
"""By how the name of a file ends."""

_COLUMNS = 2
_WIDTH, _HEIGHT = 7.2, 5.0
"""Inches of one table."""
_WRAPPED = 15
"""Characters of a rung's name on one line."""
_DARK = 0.55
"""From this share of a row on, numbers are white."""
_SETTINGS: Any = {"svg.hashsalt": "screener", "svg.fonttype": "none", "font.size": 8}


def draw(reports: Sequence[LadderReport], title: str, kind: str) -> bytes:
    """Draw the confusion table of each ladder.

    The same reports give the same bytes on the same computer.

    Args:
        reports: At least one.
        title: What stands above all of them.
        kind: One of the values of `FORMATS`.

    Raises:
        AgreementError: If Matplotlib, an optional part, is not installed.
    """
    with tempfile.TemporaryDirectory() as folder:
        # What it keeps of the fonts it finds goes nowhere else.
        os.environ.setdefault("MPLCONFIGDIR", folder)
        try:
            return _drawn(reports, title, kind)
        except ImportError as error:
            words = _(
                "A picture takes a part that is not installed. To get it: {command}"
            )
            command = install_command("agreement")
            raise AgreementError(words.format(command=command)) from error
        finally:
            if os.environ.get("MPLCONFIGDIR") == folder:
                del os.environ["MPLCONFIGDIR"]


def check_can_draw() -> None:
    """Make sure that pictures can be drawn.

    Raises:
        AgreementError: If Matplotlib, an optional part, is not installed.
    """
    if find_spec("matplotlib") is None:
        raise _missing()


def _missing() -> AgreementError:
    words = _("A picture takes a part that is not installed. To get it: {command}")
    return AgreementError(words.format(command=install_command("agreement")))


def _drawn(reports: Sequence[LadderReport], title: str, kind: str) -> bytes:
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    columns = min(_COLUMNS, len(reports))
    rows = -(-len(reports) // columns)
    content = io.BytesIO()
    with rc_context(_SETTINGS):
        size = (_WIDTH * columns, _HEIGHT * rows + 0.5)
        figure = Figure(figsize=size, layout="constrained")
        figure.suptitle(_plain(title), fontsize=12, fontweight="bold")
        figure.supxlabel(_("Framed: in range"), fontsize=9)
        places = figure.subplots(rows, columns, squeeze=False).flat
        for axes, report in zip(places, reports, strict=False):
            _draw_table(axes, report)
        for axes in list(figure.axes)[len(reports) :]:
            axes.set_visible(False)
        metadata = {"Date": None} if kind == "svg" else {"Software": None}
        figure.savefig(content, format=kind, dpi=120, metadata=metadata)
    return content.getvalue()


def _draw_table(axes: "Axes", report: LadderReport) -> None:
    columns = [*range(len(report.rungs))]
    if any(row.placed[SEVERAL] != 0 for row in report.rows):
        columns.append(SEVERAL)
    rows = [row for row in report.rows if row.expected.is_one or any(row.placed)]
    shares = [_shares(row, columns) for row in rows]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for down, row in enumerate(rows):
        for across, column in enumerate(columns):
            _draw_cell(axes, row, column, (across, down), shares[down][across])
    names = [
        fill(f"{place} {_plain(rung.name)}", _WRAPPED)
        for place, rung in enumerate(report.rungs, 1)
    ]
    several = fill(_("several rungs"), _WRAPPED)
    axes.set_xticks(range(len(columns)), [*names, several][: len(columns)])
    axes.set_yticks(range(len(rows)), [_row_name(row, names) for row in rows])
    axes.set_xticks([at - 0.5 for at in range(len(columns) + 1)], minor=True)
    axes.set_yticks([at - 0.5 for at in range(len(rows) + 1)], minor=True)
    axes.grid(which="minor", color="white", linewidth=1.5)
    axes.tick_params(which="both", length=0)
    axes.set_xlabel(_("placed by the answers"))
    axes.set_ylabel(_("expected"))
    axes.set_title(f"{_plain(report.ladder.name)}\n{_subtitle(report)}", fontsize=10)


def _draw_cell(
    axes: "Axes", row: Row, column: int, at: tuple[int, int], share: float
) -> None:
    from matplotlib.patches import Rectangle

    count = row.placed[column]
    if row.expected.low <= column <= row.expected.high:
        corner = (at[0] - 0.47, at[1] - 0.47)
        axes.add_patch(
            Rectangle(
                corner, 0.94, 0.94, fill=False, edgecolor="tab:green", linewidth=2
            )
        )
    words = "…" if count is None else f"{count:,}" if count else "·"
    color = "white" if share >= _DARK else "black" if count != 0 else "gray"
    axes.text(*at, words, ha="center", va="center", color=color)


def _shares(row: Row, columns: Sequence[int]) -> list[float]:
    """Return the share of each cell in its row; of what is not told, none."""
    counts = [row.placed[column] or 0 for column in columns]
    return [count / (sum(counts) or 1) for count in counts]


def _row_name(row: Row, names: Sequence[str]) -> str:
    low, high = row.expected
    if low == high:
        return names[low]
    return _("{low} to {high}").format(low=low + 1, high=high + 1)


def _subtitle(report: LadderReport) -> str:
    told: list[str] = []
    tally = report.tally
    if tally.cases:
        told.append(_("cases: {n}").format(n=f"{tally.cases:,}"))
        if (within := tally.by[Verdict.IN]) is not None:
            share = round(100 * within / tally.cases)
            told.append(_("in range: {share} %").format(share=share))
    if report.kappa.value is not None:
        told.append(_("kappa: {value}").format(value=f"{report.kappa.value:.2f}"))
    return " · ".join(told) or _("no cases to show")


def _plain(words: str) -> Any:
    """Return words in which Matplotlib sees no formula."""
    return words.replace("$", r"\$")
