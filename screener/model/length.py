"""How long a questionnaire is, before anything is answered."""

from screener.model.bounds import Hash
from screener.model.record import Record

SECONDS_A_QUESTION = 20
"""18 screens in 6 minutes; a tablet screener took a median of 4.0 (n = 2,000)."""


def minutes_of(fewest: int, most: int) -> int:
    """About how many minutes so many questions take, at least 1.

    Args:
        fewest: Questions, on the shortest way.
        most: Questions, on the longest way.
    """
    return max(1, round((fewest + most) / 2 * SECONDS_A_QUESTION / 60))


class Length(Record):
    """How many questions a visit has."""

    of: Hash
    """The content hash of the questionnaire."""
    fewest: int
    most: int
    most_quick: int
    """The longest way through the quick version."""

    @property
    def minutes(self) -> int:
        """About how many minutes it takes."""
        return minutes_of(self.fewest, self.most)
