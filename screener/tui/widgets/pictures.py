"""The ladder with its rung and range, and ratings as bars: shape first, then color."""

from collections.abc import Sequence

from screener.summary import LadderLine, RatingLine, Summary
from screener.summary.said import DrawnRung, Mark, drawn_rungs
from screener.summary.wording import rating_words
from screener.tui.widgets.hanging import Hanging, Row

HERE, MAYBE, NONE = "██ ", "░░ ", "   "
"""The rung reported, a rung that open questions could lead to, and any other."""


class LadderPicture(Hanging):
    """The gravest rung on top, the rung reported marked in words too."""

    DEFAULT_CSS = """
    LadderPicture { margin: 0 0 1 0; }
    """

    def __init__(self, ladder: LadderLine, summary: Summary) -> None:
        """Draw a ladder.

        Args:
            ladder: The ladder, with its rung and range.
            summary: The summary that it stands in.
        """
        super().__init__(*map(_rung, reversed(drawn_rungs(summary, ladder))))


def _rung(rung: DrawnRung) -> Row:
    words = f"{rung.name} <- {rung.words}" if rung.words else rung.name
    if rung.mark is Mark.HERE:
        return Row(HERE, words, style="bold $primary")
    if rung.mark is Mark.MAYBE:
        return Row(MAYBE, words, head_style="$primary")
    return Row(NONE, words, style="$text-muted")


class RatingBars(Hanging):
    """One bar for each thing that weighs something."""

    def __init__(self, ratings: Sequence[RatingLine]) -> None:
        """Draw bars.

        Args:
            ratings: What is shown.
        """
        super().__init__(*map(_rated, ratings))


def _rated(rating: RatingLine) -> Row:
    """Bar, name and word; a lighter part for what is not known."""
    maybe = rating.high - rating.low
    bar = "██" * rating.low + "░░" * maybe + "  " * (4 - rating.high) + " "
    told = f"{rating.name}: {rating_words(rating)}"
    return Row(bar, told, head_style="$primary")
