"""How much is tried: a sample by `make test`, all of it by `make thorough`."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"


def one_in(count: int, of: Sequence[T]) -> Sequence[T]:
    """Every so manieth, from the first on; all of them where all are tried."""
    return of if THOROUGH else of[::count]
