"""Standard streams that are closed, full or of another encoding.

A stream that cannot be written is an error that is reported, whichever command runs:
what was asked for was not written.
"""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class OutputError(OSError):
    """Standard output cannot be written."""


class _Output(io.TextIOWrapper):
    """Standard output; its errors are told from those of other files."""

    def write(self, text: str) -> int:
        with _errors_of_output():
            return super().write(text)

    def flush(self) -> None:
        with _errors_of_output():
            super().flush()


class _Closed(io.TextIOBase):
    """Stands for a standard output that was closed before the program started."""

    def write(self, text: str) -> int:
        from screener.language import _

        raise OutputError(None, _("standard output is closed"))


def prepare_streams() -> None:
    """Make every stream one that can be used, or whose errors are reported.

    A character that the terminal's encoding lacks is shown as `?`.
    """
    _fill_closed()
    if sys.stdout is None:
        sys.stdout = _Closed()
    elif sys.stdout is sys.__stdout__ and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout = _Output(
            sys.stdout.buffer,
            encoding=sys.stdout.encoding,
            errors="replace",
            line_buffering=sys.stdout.line_buffering,
            write_through=sys.stdout.write_through,
        )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def write_bytes(content: bytes) -> None:
    """Write to standard output what is no text.

    Args:
        content: What to write.

    Raises:
        OutputError: If it cannot be written.
    """
    sys.stdout.write("")
    with _errors_of_output():
        sys.stdout.buffer.write(content)


def discard_output() -> None:
    """Discard what would be written at exit to a closed standard output."""
    _discard(1)


def discard_lost_errors() -> None:
    """Discard errors that cannot be written, so that the exit code stays."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        _discard(2)


def _discard(number: int) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, number)
    finally:
        os.close(nowhere)


def _fill_closed() -> None:
    """Let no file that is opened later take the place of a stream that is closed."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


@contextmanager
def _errors_of_output() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        from screener.disk import system_words

        raise OutputError(error.errno, system_words(error)) from error
