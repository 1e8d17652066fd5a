"""The process of one visit: the browser is its terminal, by way of the server."""

import os
import sys
from multiprocessing.connection import Connection
from socket import socket

from screener.kiosk import StatusPipe, WrongPins
from screener.kiosk.own_process import run_visit_process
from screener.language import speak
from screener.web.plan import Plan, Size


def hold_visit(plan: Plan, size: Size, wire: socket, say: Connection) -> None:
    """Be a visit, from the first screen to the end of this process.

    Args:
        plan: What it is made of.
        size: How many cells the browser shows.
        wire: To the browser, by way of the server.
        say: To the server: how the visit stands.
    """
    _take_for_terminal(wire)
    os.environ.update(COLUMNS=str(size.columns), ROWS=str(size.rows))

    def visit(line: StatusPipe, wrong_pins: WrongPins) -> int:
        from screener.tui.web import BrowserVisit

        settings, editions = plan.settings, plan.editions
        first = editions.edition(editions.languages[0])
        speak(first.language)
        app = BrowserVisit(
            settings,
            first.questionnaire,
            first.help_lines,
            line,
            wrong_pins,
            reviews=editions.reviews,
            editions=editions,
        )
        app.reader.is_allowed = False  # the loudspeaker here is not the visitor's
        app.run(mouse=settings.mouse)
        return app.return_code or 0

    run_visit_process(visit, StatusPipe(say.fileno()), WrongPins())


def _take_for_terminal(wire: socket) -> None:
    """Read from it and write to it; what anything complains of goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for end, stream in ((wire.fileno(), 0), (wire.fileno(), 1), (nowhere, 2)):
        os.dup2(end, stream)
    wire.close()
    # That of Python's own was closed when this process began.
    sys.__stdin__ = os.fdopen(0, closefd=False)  # type: ignore[misc]
