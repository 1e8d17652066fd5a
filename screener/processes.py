"""Pure work shared out to several processes of this computer.

Nothing listens: the processes are started by this one and talk to it through pipes.
A process that is lost costs nothing but its time: another one does its piece again.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Generic, NamedTuple, TypeVar, cast

Piece = TypeVar("Piece")
Outcome = TypeVar("Outcome")
Context = TypeVar("Context")

_STOPPING = {signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)}

_AHEAD = 3
"""How many pieces for each process are read before the first outcome is needed."""


class LostProcessError(Exception):
    """Processes were ended from outside as often as pieces are tried."""


class Job(NamedTuple, Generic[Piece, Outcome, Context]):
    """The work, and what a process needs before it can do it."""

    work: Callable[[Piece], Outcome]
    """Returns the outcome of a piece; a function of a module."""
    prepare: Callable[[Context], None]
    """Called once in each process, before any work."""
    context: Context
    """What `prepare` is given."""


class _Process(Generic[Piece, Outcome, Context]):
    """Another process, and this end of the pipe to it."""

    def __init__(self, job: Job[Piece, Outcome, Context]) -> None:
        # Started afresh, not as a copy: that would hold the locks of our threads.
        fresh = multiprocessing.get_context("spawn")
        self.pipe, theirs = fresh.Pipe()
        self._process = fresh.Process(target=_serve, args=(theirs, job), daemon=True)
        with signals_held_back():
            self._process.start()
        theirs.close()

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._process.terminate()
        self._process.join()
        self.pipe.close()


def outcomes(
    job: Job[Piece, Outcome, Context],
    pieces: Iterable[Piece],
    processes: int,
    *,
    attempts: int = 1,
) -> Iterator[Outcome]:
    """Yield the outcome of each piece, in the order of the pieces.

    Only a few pieces are read ahead, so memory does not grow with their number.

    Args:
        job: What is done with each piece.
        pieces: What it is done with.
        processes: How many work at once.
        attempts: How often in a row processes may be lost before the work is given up.

    Raises:
        LostProcessError: If processes were lost as often as that.
    """
    crew = _Crew(job, processes, attempts)
    try:
        yield from crew.outcomes(enumerate(pieces))
    finally:
        crew.stop()


class _Crew(Generic[Piece, Outcome, Context]):
    """The processes, which piece each of them has, and what they sent back."""

    def __init__(
        self, job: Job[Piece, Outcome, Context], processes: int, attempts: int
    ) -> None:
        self._job = job
        self._processes = processes
        self._attempts = attempts
        self._lost = 0
        self._idle: list[_Process[Piece, Outcome, Context]] = []
        self._busy: dict[
            Connection, tuple[_Process[Piece, Outcome, Context], int, Piece]
        ] = {}
        self._done: dict[int, Outcome] = {}

    def outcomes(self, pieces: Iterator[tuple[int, Piece]]) -> Iterator[Outcome]:
        """Yield the outcomes of numbered pieces in their order."""
        due = 0
        for number, piece in pieces:
            self._hand_out(number, piece)
            while number - due >= _AHEAD * self._processes:
                yield self._outcome(due)
                due += 1
        while self._busy or self._done:
            yield self._outcome(due)
            due += 1

    def stop(self) -> None:
        """End all processes."""
        busy = [process for process, _, _ in self._busy.values()]
        for process in (*self._idle, *busy):
            process.stop()

    def _hand_out(self, number: int, piece: Piece) -> None:
        """Give a piece to a process, as soon as there is one without."""
        while not self._idle and len(self._busy) >= self._processes:
            self._receive()
        process = self._idle.pop() if self._idle else _Process(self._job)
        self._busy[process.pipe] = (process, number, piece)
        with suppress(BrokenPipeError, ConnectionResetError):  # shows in `_receive`
            process.pipe.send(piece)

    def _outcome(self, number: int) -> Outcome:
        while number not in self._done:
            self._receive()
        return self._done.pop(number)

    def _receive(self) -> None:
        """Wait for a process to answer, and do again what a lost one had."""
        for pipe in wait([*self._busy]):
            process, number, piece = self._busy.pop(cast(Connection, pipe))
            try:
                outcome = process.pipe.recv()
            except (EOFError, ConnectionResetError):
                process.stop()
                self._lost += 1
                if self._lost >= self._attempts:
                    raise LostProcessError from None
                self._hand_out(number, piece)
                continue
            self._idle.append(process)
            if isinstance(outcome, Exception):
                raise outcome
            self._done[number] = outcome
            self._lost = 0


@contextmanager
def signals_held_back(held: Set[signal.Signals] = _STOPPING) -> Iterator[None]:
    """Hold signals back while a process is started, which inherits that.

    A terminal sends Ctrl+C to all processes. Only this one acts on it, and stops the
    others; it gets what was held back as soon as this ends. A process that is half
    started when this one ends would complain.

    Args:
        held: The signals.
    """
    if sys.platform == "win32":
        yield
        return
    # Where it is started later, it lets those signals through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, job: Job[Piece, Outcome, Context]) -> None:
    """Do the work of each piece that is sent, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it cannot be held back
    signal.signal(signal.SIGTERM, _stop)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    threading.Thread(target=_stop_with_parent, daemon=True).start()
    job.prepare(job.context)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            piece = pipe.recv()
            try:
                outcome: Outcome | Exception = job.work(piece)
            except Exception as error:
                outcome = error
            pipe.send(outcome)


def _stop_with_parent() -> None:
    """Stop when the parent process is gone, without finishing the piece first."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def _stop(number: int, frame: object) -> None:
    """Leave the work, so that what it has half done is cleared away."""
    raise SystemExit
