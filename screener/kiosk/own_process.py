"""A visit in a process of its own: what it tells when it breaks, and how it ends."""

import os
import threading
from collections.abc import Callable
from typing import NoReturn, TypeAlias

from screener.kiosk.pin import WrongPins
from screener.kiosk.privacy import keep_memory_private
from screener.kiosk.status_pipe import StatusPipe
from screener.kiosk.stop_signals import stop_by_default

LOST = 129
"""The exit code where the terminal is gone, as after SIGHUP."""

Visit: TypeAlias = Callable[[StatusPipe, WrongPins], int]
"""Runs one visit; gives its exit code."""


def run_visit_process(
    visit: Visit, line: StatusPipe, wrong_pins: WrongPins
) -> NoReturn:
    """Run in a process that was made for it, and end that process with the visit.

    Args:
        visit: Runs the visit.
        line: To the host.
        wrong_pins: Wrong tries of staff before this visit.
    """
    code = 1
    try:
        stop_by_default()
        keep_memory_private()
        code = visit(line, wrong_pins)
    except BaseException as error:  # whatever it is, the host goes on without it
        line.error(report_of(error))
    finally:
        _let_files_be_finished()
        os._exit(code)


def report_of(error: BaseException) -> str:
    """Say what broke and where, without the words of the error: they may be answers.

    Args:
        error: What was raised.

    Returns:
        Such as `KeyError at app.py:120, visit.py:33`, the innermost place first.
    """
    places, trace = [], error.__traceback__
    while trace:
        name = os.path.basename(trace.tb_frame.f_code.co_filename)
        places.append(f"{name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {', '.join(places[:-5:-1])}"


def _let_files_be_finished() -> None:
    """Wait for what is being saved; a visit that takes too long for it is killed."""
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()
