"""Shares lines of answers out to several processes, for `screener score --jobs`."""

from collections.abc import Iterable, Iterator

from screener.cli.line_source import Block
from screener.cli.score_lines import Replies, reply_to
from screener.errors import ScreenerError
from screener.language import _
from screener.model import Questionnaire
from screener.placing import LinePlacer
from screener.processes import Job, LostProcessError, outcomes

_placer: LinePlacer
"""In each of the other processes, what places its lines."""


def share_out(
    questionnaire: Questionnaire, blocks: Iterable[Block], jobs: int, id_key: str = ""
) -> Iterator[Replies]:
    """Place blocks of lines in several processes, and reply in the blocks' order.

    Args:
        questionnaire: What was asked.
        blocks: The lines.
        jobs: How many processes place them.
        id_key: The key of the person's id, which the reply repeats; none if empty.

    Raises:
        ScreenerError: If one of the processes was ended from outside.
    """
    try:
        job = Job(_place, _prepare, (questionnaire, id_key))
        yield from outcomes(job, blocks, jobs)
    except LostProcessError as error:
        message = _("A process that placed lines was ended. Try fewer --jobs.")
        raise ScreenerError(message) from error


def _prepare(context: tuple[Questionnaire, str]) -> None:
    global _placer
    _placer = LinePlacer(*context)


def _place(block: Block) -> Replies:
    return reply_to(block, _placer)
