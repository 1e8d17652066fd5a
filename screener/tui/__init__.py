"""The visual interview: the only layer that knows Textual."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screener.disk import default_folder
from screener.errors import ScreenerError
from screener.journal import journal_file
from screener.language import _, speak, spoken
from screener.leftovers import sweep, sweep_soon
from screener.sanitize import Steering
from screener.tui.app import ScreenerApp
from screener.tui.safe_app import SafeApp
from screener.tui.terminal.leaving import hold_back_signals

if TYPE_CHECKING:
    from screener.catalog import Edition, Editions
    from screener.kiosk import KioskSettings

CLEAR = Steering("\x1b[H\x1b[2J\x1b[3J")
"""Cursor home, screen and scrollback cleared: nothing of the visit stays to see."""


def run_interview(
    editions: Editions,
    edition: Edition,
    theme: str,
    save_to: Path | None,
    *,
    quick: bool = False,
    saves: bool = False,
) -> int:
    """Walk a person through a questionnaire.

    Args:
        editions: What is asked, in all its languages.
        edition: What to begin with.
        theme: The name of one of the themes.
        save_to: The folder offered for the summary; the usual one unless named.
        quick: Whether the quick version is offered first.
        saves: Whether to ask first about saving answers as they go.

    Returns:
        The process's exit code.

    Raises:
        ScreenerError: If the questionnaire, its reviews or the help lines cannot be
            used.
    """
    journal = journal_file(edition.questionnaire.id)
    if saves and journal is None:
        raise ScreenerError(
            _("Answers cannot be saved as you go: no home folder is known. Set HOME.")
        )
    app = ScreenerApp(
        edition.questionnaire,
        edition.help_lines,
        _swept(save_to),
        theme=theme,
        quick=quick,
        reviews=editions.reviews,
        journal=journal,
        saves=saves,
        editions=editions,
    )
    return _run(app)


def run_counselor(
    editions: Editions,
    edition: Edition,
    theme: str,
    save_to: Path | None,
    initials: str,
    client: str | None = None,
) -> int:
    """Let a counselor walk a client through a questionnaire.

    Args:
        editions: What is asked, in all its languages.
        edition: What to begin with.
        theme: The name of one of the themes.
        save_to: The folder offered for the summary; the usual one unless named.
        initials: The counselor's; asked for where they are empty.
        client: The client's code, if there is one.

    Returns:
        The process's exit code.

    Raises:
        ScreenerError: If the questionnaire, its reviews or the help lines cannot be
            used.
    """
    from screener.tui.counselor import CounselorApp

    app = CounselorApp(
        edition.questionnaire,
        edition.help_lines,
        _swept(save_to),
        initials=initials,
        theme=theme,
        reviews=editions.reviews,
        client=client,
        editions=editions,
    )
    return _run(app)


def run_caseload(
    editions: Editions,
    edition: Edition,
    folder: Path | None,
    theme: str,
    initials: str,
) -> int:
    """Look at a caseload, and hold visits from it.

    Args:
        editions: What is asked, in all its languages.
        edition: What to begin with.
        folder: The caseload; the usual folder unless named.
        theme: The name of one of the themes.
        initials: The counselor's; asked for where they are empty.

    Returns:
        The process's exit code.

    Raises:
        ScreenerError: If the folder, the questionnaire, its reviews or the help lines
            cannot be used.
    """
    from screener.caseload import check_folder
    from screener.tui.caseload import CaseloadApp
    from screener.tui.counselor import CounselorApp

    folder = folder or _usual_folder()
    check_folder(folder)
    sweep_soon(folder)
    while True:
        caseload = CaseloadApp(folder, edition.help_lines, theme, editions)
        code = _run(caseload)
        visit = caseload.next_visit
        if visit is None:
            return code
        asked = visit.editions or editions
        edition = asked.preferred(spoken())
        speak(edition.language)
        counselor = CounselorApp(
            edition.questionnaire,
            edition.help_lines,
            folder,
            initials=initials,
            theme=theme,
            reviews=asked.reviews,
            client=visit.client,
            earlier=visit.earlier,
            continues=visit.continues,
            editions=asked,
        )
        code = _run(counselor)
        if code or counselor.has_left_fast:
            return code
        edition = editions.preferred(spoken())
        initials = counselor.initials


def run_history(
    editions: Editions, edition: Edition, folder: Path | None, theme: str
) -> int:
    """Look at a folder of saved summaries.

    Args:
        editions: Help lines in all their languages.
        edition: What to begin with.
        folder: The folder; the usual one unless named.
        theme: The name of one of the themes.

    Returns:
        The process's exit code.

    Raises:
        ScreenerError: If the folder or the help lines cannot be used.
    """
    from screener.caseload import check_folder
    from screener.tui.history import HistoryApp

    folder = folder or _usual_folder()
    check_folder(folder)
    sweep_soon(folder)
    return _run(HistoryApp(folder, edition.help_lines, theme, editions))


def run_kiosk(settings: KioskSettings, for_staff: str = "") -> int:
    """Hold visits to a kiosk, until staff leaves it.

    Args:
        settings: What the clinic decided.
        for_staff: What staff should know once they have typed the PIN.

    Returns:
        The process's exit code.

    Raises:
        ScreenerError: If the questionnaire, its reviews or the help lines cannot be
            used.
    """
    from screener.catalog import Editions, select
    from screener.kiosk import Host, StatusPipe, WrongPins
    from screener.tui.kiosk import KioskVisit, allowed_ways
    from screener.tui.performance.preload import load_all

    load_all()  # once, and not in each visit's process
    if settings.hand_off.file:
        sweep(settings.hand_off.file.folder)
    selection = select(settings.questionnaire)
    editions = Editions(selection, settings.region, settings.languages or ())
    first, *_others = editions.load_all()
    reviews = editions.reviews
    speak(first.language)

    def visit(line: StatusPipe, wrong_pins: WrongPins) -> int:
        app = KioskVisit(
            settings,
            first.questionnaire,
            first.help_lines,
            line,
            wrong_pins,
            reviews=reviews,
            editions=editions,
            for_staff=for_staff,
        )
        app.run(mouse=settings.mouse)
        return app.return_code or 0

    host = Host(
        visit,
        first.help_lines,
        counts=settings.counts,
        errors=settings.errors,
        keeps=allowed_ways(settings).any,
    )
    return host.run()


def _swept(folder: Path | None) -> Path:
    """Return the folder for summaries, and remove what a crash left in it."""
    folder = folder or default_folder()
    sweep_soon(folder)
    return folder


def _usual_folder() -> Path:
    """Return where summaries are saved unless a folder is named.

    Raises:
        ScreenerError: If nothing has been saved there yet.
    """
    folder = default_folder()
    if not folder.exists():
        raise ScreenerError(
            _(
                "There is no summary yet. At the end of the questions you can save "
                "one; the usual place is {folder}. If yours are somewhere else, name "
                "that folder."
            ).format(folder=folder)
        )
    return folder


def _run(app: SafeApp) -> int:
    app.run()
    if (app.return_code or 0) > 128:
        hold_back_signals(app.ENDING_SIGNALS)
    if app.return_code == 0:
        sys.stdout.write(CLEAR)
        sys.stdout.flush()
    return app.return_code or 0


__all__ = [
    "ScreenerApp",
    "run_caseload",
    "run_counselor",
    "run_history",
    "run_interview",
    "run_kiosk",
]
