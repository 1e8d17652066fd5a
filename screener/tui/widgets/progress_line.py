"""Where the person is: section, questions left, and a bar."""

from textual.strip import Strip
from textual.widget import Widget

from screener.interview import (
    Interview,
    left_in_short,
    left_in_words,
    place_in_words,
    place_of,
)
from screener.tui.performance.painting import painted


class ProgressLine(Widget):
    """Two rows: words, and a bar that never goes back by itself."""

    DEFAULT_CSS = """
    ProgressLine {
        dock: top;
        height: 2;
        padding: 0 2;
        color: $text-muted;
    }
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._told: tuple[tuple[str, str], ...] = ()
        self._share = 0.0

    def show(self, interview: Interview) -> None:
        """Show where the person is.

        Args:
            interview: The visit; its present step is a question.
        """
        progress, quick = interview.progress, interview.quick
        place = place_of(interview, progress)
        where, short = place_in_words(place), left_in_short(progress, quick=quick)
        long = f"{where}: {place.title}" if where else place.title
        told = (
            (long, left_in_words(progress, quick=quick)),
            (long, short),
            (place.title, short),
            ("", short),  # half a name would say less than none
        )
        if (told, progress.share) != (self._told, self._share):
            self._told, self._share = told, progress.share
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Words at both ends, then the bar."""
        width = self.content_size.width
        if y:
            full = round(width * self._share)
            return painted(
                self, width, ("█" * full, "$primary"), ("─" * (width - full), "$bar")
            )
        left, right = next(
            (both for both in self._told if len("".join(both)) < width), ("", "")
        )
        gap = " " * max(0, width - len(left) - len(right))
        return painted(self, width, (left, "bold"), (gap + right, ""))
