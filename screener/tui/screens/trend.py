"""Ladders and dimensions over time."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static
from textual_plotext import PlotextPlot

from screener.language import _
from screener.model import HelpLines
from screener.summary import Summary
from screener.summary.comparison import range_names
from screener.summary.model import LadderLine, RatingLine
from screener.summary.said import certainty
from screener.summary.wording import RATING_WORDS, rating_words
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action

_SHORTEST_LABELS = 18
"""The least number of columns for the names of the values."""

_FRAME = 2
"""Rows, and columns, of the frame of the plot."""

_MARGINS = 8
"""The most columns beside the plot, as it is drawn before the body is laid out."""

_WIDEST = 120
"""Columns of the widest plot, as in the style sheet."""

_LOW = 20
"""In a terminal with fewer rows, only the text is shown."""

_ROOMY = 24
"""In a terminal with at least so many rows, there is a free row between values."""


class Point(NamedTuple):
    """One visit of a curve."""

    day: str
    low: int
    high: int
    words: str
    """The range in words, the same as in a summary."""
    is_known: bool = True
    """Whether its low end is established; other points are not drawn."""


class Curve(NamedTuple):
    """One thing over time."""

    name: str
    steps: tuple[str, ...]
    """The names of its values, from 0."""
    points: tuple[Point, ...]
    """In the order of time."""


def curves(summaries: Sequence[Summary]) -> list[Curve]:
    """Return a curve for every ladder, then for every dimension ever above 0.

    Args:
        summaries: At least one; in any order.
    """
    in_time = sorted(summaries, key=lambda summary: summary.created)
    latest = in_time[-1]
    found: list[Curve] = []
    for ladder in latest.ladders:
        points = [
            _ladder_point(summary, same)
            for summary in in_time
            for same in summary.ladders
            if same.id == ladder.id and same.rungs == ladder.rungs
        ]
        names = tuple(rung.name for rung in ladder.rungs)
        found.append(Curve(ladder.name, names, tuple(points)))
    for rating in latest.shown_ratings:
        points = [
            _rating_point(summary, same)
            for summary in in_time
            for same in summary.ratings
            if same.dimension == rating.dimension
        ]
        if any(point.high for point in points):
            found.append(Curve(rating.name, tuple(map(_, RATING_WORDS)), tuple(points)))
    return found


class TrendScreen(Page[None]):
    """Show one curve after the other."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "trend.tcss"]
    MOVES = Page.MOVES | {"one_before"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "one_before", show=False),
    ]

    def __init__(self, help_lines: HelpLines, summaries: Sequence[Summary]) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            summaries: At least one; in any order.
        """
        super().__init__(help_lines)
        self._curves = curves(summaries)
        self._shown = 0

    def compose_body(self) -> ComposeResult:
        """A title, the plot, and how to read it."""
        yield words("", id="name", classes="title")
        yield PlotextPlot()
        yield words("", id="told")

    def actions(self) -> Iterable[Action]:
        """Back, and the next one."""
        back, following = "escape,backspace", "right"
        yield Action(_("Back"), "go_back", key="Enter", also=back, main=True)
        yield Action(
            _("Next one"), "next_one", key="Space", also=following, short=_("Next")
        )
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def on_resize(self) -> None:
        """Draw the plot for the new size."""
        self._draw()

    def action_next_one(self) -> None:
        """Show the next one."""
        self._turn(1)

    def action_one_before(self) -> None:
        """Show the one before."""
        self._turn(-1)

    def action_go_back(self) -> None:
        """Go back to the folder."""
        self.decide(None)

    def _turn(self, by: int) -> None:
        self._shown = (self._shown + by) % len(self._curves)
        self._draw()

    def _draw(self) -> None:
        curve = self._curves[self._shown]
        self.query_one("#name", Static).update(curve.name)
        plot = self.query_one(PlotextPlot)
        width, height = self.app.size
        labels = [
            _shortened(name, max(_SHORTEST_LABELS, width // 3)) for name in curve.steps
        ]
        columns = min(width - _MARGINS, _WIDEST) - max(map(len, labels)) - _FRAME
        # A plot with two visits, or two values, in the same place would mislead.
        fits = height >= _LOW and columns >= 2 * len(curve.points)
        plot.display = fits and any(point.is_known for point in curve.points)
        self.query_one("#told", Static).update(_as_text(curve, is_drawn=plot.display))
        if plot.display:
            apart = 2 if height >= _ROOMY else 1
            rows = apart * (len(labels) - 1) + 1
            plot.styles.height = rows + _FRAME + 1  # the days are below the frame
            _plot(plot, curve, labels)


def _plot(plot: PlotextPlot, curve: Curve, labels: list[str]) -> None:
    """Draw a curve; each value is a whole number of rows above the one below."""
    # The library's colors ignore the theme; letters distinguish the marks.
    plot.theme = "clear"
    known = [(float(n), dot) for n, dot in enumerate(curve.points) if dot.is_known]
    places = [place for place, _ in known]
    plt = plot.plt
    plt.clear_figure()
    # Letters as marks, which every console can draw. No lines, as nothing is known
    # about the time between two visits.
    plt.scatter(places, [dot.high for _, dot in known], marker="o", color="default")
    plt.scatter(places, [dot.low for _, dot in known], marker="x", color="default")
    plt.xlim(0, max(1, len(curve.points) - 1))
    plt.ylim(0, max(1, len(labels) - 1))
    plt.yticks([float(step) for step, _ in enumerate(labels)], labels)
    days = [(float(n), dot.day) for n, dot in enumerate(curve.points)]
    plt.xticks([place for place, _ in days], [day for _, day in days])
    plot.refresh()


def _shortened(name: str, most: int) -> str:
    """Return a name of at most that many characters, cut after a word."""
    if len(name) <= most:
        return name
    start = name[:most].rpartition(" ")[0] or name[: most - 1]
    return f"{start.rstrip(' (,;')}…"


def _day(summary: Summary) -> str:
    return summary.date.isoformat()


def _ladder_point(summary: Summary, ladder: LadderLine) -> Point:
    low, high = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
    range_name = range_names(summary)[ladder.id]
    is_known = certainty(summary, ladder).is_known
    return Point(_day(summary), low, high, range_name, is_known)


def _rating_point(summary: Summary, rating: RatingLine) -> Point:
    return Point(_day(summary), rating.low, rating.high, rating_words(rating))


def _as_text(curve: Curve, *, is_drawn: bool) -> str:
    """Return a curve in words, for people who cannot see the plot."""
    text = "; ".join(f"{point.day}: {point.words}" for point in curve.points)
    is_open = any(dot.high > dot.low for dot in curve.points if dot.is_known)
    marks = _("x: at least, o: at most. ") if is_open and is_drawn else ""
    return f"{marks}{text}."
