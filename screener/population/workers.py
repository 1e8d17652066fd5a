"""Places the pieces of a population in several processes, and reports progress."""

import sys
from collections.abc import Iterator, Sequence

from screener.errors import PopulationError
from screener.language import _, ngettext
from screener.population.tasks import Outcome, Piece, place, prepare
from screener.processes import Job, LostProcessError, outcomes
from screener.sanitize import Steering

_ATTEMPTS = 4
"""How often in a row a process may be lost before the work is given up."""


def place_all(
    questionnaires: tuple[str, ...], pieces: Sequence[Piece], workers: int
) -> Iterator[Outcome]:
    """Place every piece, and report the progress on standard error.

    The outcome of a piece depends on the piece alone, so one that is done again
    changes nothing.

    Args:
        questionnaires: One to place with, or the old and the new one, as JSON.
        pieces: The pieces.
        workers: How many processes work at once.

    Yields:
        The outcome of each piece, in their order.

    Raises:
        PopulationError: If processes are lost again and again, or a file is gone.
    """
    job = Job(place, prepare, questionnaires)
    shows_all = sys.stderr is not None and sys.stderr.isatty()
    done = 0
    try:
        for outcome in outcomes(job, pieces, workers, attempts=_ATTEMPTS):
            yield outcome
            done += 1
            if sys.stderr and (shows_all or done == len(pieces)):
                _report(done, len(pieces), in_place=shows_all)
    except LostProcessError as error:
        message = _(
            "Processes that placed people were ended again and again. Was there too "
            "little memory? Try fewer --workers."
        )
        raise PopulationError(message) from error


def _report(done: int, pieces: int, *, in_place: bool) -> None:
    words = ngettext("{done} of {n} piece", "{done} of {n} pieces", pieces)
    words = words.format(done=f"{done:,}", n=f"{pieces:,}")
    print(words, end="", file=sys.stderr)
    sys.stderr.write(Steering("\r") if in_place and done < pieces else "\n")
    sys.stderr.flush()
