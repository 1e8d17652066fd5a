"""The ladder with its rung and range, and ratings as bars: shape first, then color."""

from collections.abc import Sequence

from screener.language import _
from screener.summary import LadderLine, RatingLine
from screener.summary.wording import rating_words
from screener.tui.widgets.hanging import Hanging, Row

HERE, MAYBE, NONE = "██ ", "░░ ", "   "
"""The rung reported, a rung that open questions could lead to, and any other."""


class LadderPicture(Hanging):
    """The gravest rung on top, the rung reported marked in words too."""

    DEFAULT_CSS = """
    LadderPicture { margin: 0 0 1 0; }
    """

    def __init__(self, ladder: LadderLine) -> None:
        """Draw a ladder.

        Args:
            ladder: The ladder, with its rung and range.
        """
        places = reversed(range(len(ladder.rungs)))
        super().__init__(*(_rung(ladder, place) for place in places))


def _rung(ladder: LadderLine, place: int) -> Row:
    low, high = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
    name = ladder.rungs[place].name
    if place == low:
        here = _("your answers point here") if low == high else _("at least this")
        return Row(HERE, f"{name} <- {here}", style="bold $primary")
    if low < place <= high:
        told = _("{name} <- at most this").format(name=name) if place == high else name
        return Row(MAYBE, told, head_style="$primary")
    return Row(NONE, name, style="$text-muted")


class RatingBars(Hanging):
    """One bar for each thing that weighs something, the heaviest first."""

    def __init__(self, ratings: Sequence[RatingLine]) -> None:
        """Draw bars.

        Args:
            ratings: What was rated; what can only be none is left out.
        """
        told = [rating for rating in ratings if rating.high]
        told.sort(key=lambda one: (-one.low, -one.high))
        super().__init__(*map(_rated, told))


def _rated(rating: RatingLine) -> Row:
    """Bar, name and word; a lighter part for what is not known."""
    maybe = rating.high - rating.low
    bar = "██" * rating.low + "░░" * maybe + "  " * (4 - rating.high) + " "
    told = f"{rating.name}: {rating_words(rating)}"
    return Row(bar, told, head_style="$primary")
