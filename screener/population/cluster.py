"""Runs pure work over pieces on a Dask cluster: here, or at an address.

The work of a piece depends on the piece alone. So a worker that is lost costs nothing
but its time: its pieces are done again elsewhere, with the same outcome.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from screener.errors import PopulationError

if TYPE_CHECKING:
    from distributed import Client

Piece = TypeVar("Piece")
Outcome = TypeVar("Outcome")

_MISSING = (
    "It takes a part that is not installed. To get it: "
    "pip install 'screener[population]'"
)


@contextmanager
def cluster(address: str | None, workers: int) -> "Iterator[Client]":
    """A cluster: one at an address, or one of so many processes on this computer.

    Args:
        address: The scheduler's, such as `tcp://host:8786`; `None` for one here.
        workers: How many processes the one here has; each uses one core.

    Raises:
        PopulationError: If Dask is not installed, or nobody answers there.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise PopulationError(_MISSING) from error
    if address:
        try:
            client = Client(address, timeout=20)
        except (OSError, ValueError) as error:
            raise PopulationError(f"No scheduler answers at {address}.") from error
        with client:
            yield client
        return
    with (
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=50,
        ) as here,
        Client(here) as client,
    ):
        yield client


def run(
    client: "Client", work: Callable[[Piece], Outcome], pieces: Sequence[Piece]
) -> Iterator[Outcome]:
    """Do the work of every piece, and tell the progress on standard error.

    Args:
        client: The cluster.
        work: What is done; the same for the same piece, whoever does it.
        pieces: The pieces.

    Yields:
        What came of each, in the order in which they are done.

    Raises:
        PopulationError: If a piece takes one worker after the other down.
    """
    from distributed import KilledWorker, as_completed

    futures = client.map(work, list(pieces), pure=False, retries=3)
    shows = sys.stderr is not None and sys.stderr.isatty()
    try:
        for done, future in enumerate(as_completed(futures), 1):
            yield future.result()
            if shows or done == len(futures):
                _tell(done, len(futures), shows=shows)
    except KilledWorker as error:
        told = "Workers were lost again and again over the same piece."
        raise PopulationError(told) from error


def _tell(done: int, pieces: int, *, shows: bool) -> None:
    end = "\r" if shows and done < pieces else "\n"
    print(f"{done:,} of {pieces:,} pieces", end=end, file=sys.stderr, flush=True)
