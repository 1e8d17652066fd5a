"""The ladder with its rung and range, and ratings as bars: shape first, then color."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from screener.language import _
from screener.summary import LadderLine, RatingLine
from screener.summary.wording import rating_words
from screener.tui.widgets.hanging import Hanging

HERE, MAYBE, NONE = "██ ", "░░ ", "   "
"""The rung reported, a rung that open questions could lead to, and any other."""


class LadderPicture(Vertical):
    """The gravest rung on top, the rung reported marked in words too."""

    DEFAULT_CSS = """
    LadderPicture {
        height: auto;
        margin: 0 0 1 0;
        & .here { color: $primary; text-style: bold; }
        & .elsewhere { color: $text-muted; }
    }
    """

    def __init__(self, ladder: LadderLine) -> None:
        """Draw a ladder.

        Args:
            ladder: The ladder, with its rung and range.
        """
        super().__init__()
        self._ladder = ladder

    def compose(self) -> ComposeResult:
        """One rung a line."""
        ladder = self._ladder
        low, high = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
        here = _("your answers point here") if low == high else _("at least this")
        for place in reversed(range(len(ladder.rungs))):
            name = ladder.rungs[place].name
            if place == low:
                yield Hanging(HERE, f"{name} <- {here}", classes="here")
            elif low < place <= high:
                told = (
                    _("{name} <- at most this").format(name=name)
                    if place == high
                    else name
                )
                yield Hanging(MAYBE, told, head_style="$primary")
            else:
                yield Hanging(NONE, name, classes="elsewhere")


class RatingBars(Vertical):
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

    def compose(self) -> ComposeResult:
        """Bar, name and word; a lighter part for what is not known."""
        for rating in self._ratings:
            told = f"{rating.name}: {rating_words(rating)}"
            yield Hanging(_bar(rating), told, head_style="$primary")


def _bar(rating: RatingLine) -> str:
    maybe = rating.high - rating.low
    return "██" * rating.low + "░░" * maybe + "  " * (4 - rating.high) + " "
