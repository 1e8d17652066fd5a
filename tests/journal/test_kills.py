"""A few of the kills that `make kills` sends a thousand of."""

import pytest

from tests.journal.kills import run


@pytest.mark.slow
def test_no_acknowledged_answer_is_lost_to_a_kill() -> None:
    tally = run(6, seed=7)
    assert tally.kills == 6
    assert tally.answers > 3
    assert tally.problems == []
