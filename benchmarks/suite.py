"""All tests, as `make test` runs them."""

import subprocess
from collections.abc import Iterator

from benchmarks.table import SECONDS, Row, seconds


def rows(runs: int) -> Iterator[Row]:
    """Measure, once.

    Args:
        runs: It takes minutes: whatever is asked, it is run once.
    """
    spent = seconds(lambda: subprocess.run(["make", "test"], check=False))
    yield Row("all tests", [spent], SECONDS).at_most(300)
