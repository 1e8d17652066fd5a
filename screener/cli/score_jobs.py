"""Shares lines of answers out to several processes, for `screener score --jobs`."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from screener.cli.score_lines import Block, Replies, reply_to
from screener.errors import ScreenerError
from screener.model import Questionnaire
from screener.placing import LinePlacer

_placer: LinePlacer
"""In each of the other processes, what places its lines."""


def share_out(
    questionnaire: Questionnaire, blocks: Iterable[Block], jobs: int
) -> Iterator[Replies]:
    """Place blocks of lines in several processes, and reply in the blocks' order.

    Only a few blocks are read ahead: so the memory taken does not grow with the lines.

    Args:
        questionnaire: What was asked.
        blocks: The lines.
        jobs: How many processes place them.

    Raises:
        ScreenerError: If one of the processes was ended from outside.
    """
    waiting: deque[Future[Replies]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(questionnaire,)) as on:
        try:
            for block in blocks:
                waiting.append(on.submit(_place, block))
                if len(waiting) > 2 * jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            told = "A process that placed lines was ended. Try fewer --jobs."
            raise ScreenerError(told) from error
        finally:
            # Ctrl+C waits for what is being placed, and for nothing that only waits.
            on.shutdown(cancel_futures=True)


def _begin(questionnaire: Questionnaire) -> None:
    """Make a process ready."""
    global _placer
    # Ctrl+C is for the process that shares out.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _placer = LinePlacer(questionnaire)


def _end_with_parent() -> None:
    """Leave when the process that shares out is gone: nobody else would say so."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _place(block: Block) -> Replies:
    return reply_to(block, _placer)
