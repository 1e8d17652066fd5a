"""The ladder with its rung and range, and ratings as bars: shape first, then color."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget

from screener.summary import LadderLine, RatingLine
from screener.summary.wording import RATING_WORDS

HERE, MAYBE, NONE = "██", "░░", "  "
"""The rung reported, a rung that open questions could lead to, and any other."""


class LadderPicture(Widget):
    """The gravest rung on top, the rung reported marked in words too."""

    DEFAULT_CSS = """
    LadderPicture { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, ladder: LadderLine) -> None:
        """Draw a ladder.

        Args:
            ladder: The ladder, with its rung and range.
        """
        super().__init__()
        self._ladder = ladder

    def render(self) -> Content:
        """One rung a line."""
        lines = list(self._lines())
        return Content("\n").join(lines)

    def _lines(self) -> Iterator[Content]:
        ladder = self._ladder
        low, high = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
        for place in reversed(range(len(ladder.rungs))):
            name = ladder.rungs[place].name
            if place == low:
                here = "your answers point here" if low == high else "at least this"
                told = f"{name}  <- {here}"
                yield Content.assemble((f"{HERE} {told}", "bold $primary"))
            elif low < place <= high:
                told = f"{name}  (possible: see below)"
                yield Content.assemble((MAYBE, "$primary"), f" {told}")
            else:
                yield Content.assemble((f"{NONE} {name}", "$text-muted"))


class RatingBars(Widget):
    """One bar for each thing that weighs something, the heaviest first."""

    DEFAULT_CSS = """
    RatingBars { height: auto; }
    """

    def __init__(self, ratings: Sequence[RatingLine]) -> None:
        """Draw bars.

        Args:
            ratings: What was rated; what can only be none is left out.
        """
        super().__init__()
        told = [rating for rating in ratings if rating.high]
        self._ratings = sorted(told, key=lambda one: (-one.low, -one.high))

    def render(self) -> Content:
        """Bar, word and name; a lighter part for what is not known."""
        return Content("\n").join([self._bar(rating) for rating in self._ratings])

    def _bar(self, rating: RatingLine) -> Content:
        maybe = rating.high - rating.low
        told = RATING_WORDS[rating.low]
        if maybe:
            told += f" to {RATING_WORDS[rating.high]}"
        return Content.assemble(
            ("██" * rating.low, "$primary"),
            ("░░" * maybe, "$primary"),
            "  " * (4 - rating.high),
            f" {rating.name}: {told}",
        )
