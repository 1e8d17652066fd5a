"""`screener` and `screener history`: the screens, where there is a terminal."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screener.cli.environment import forget_what_spies
from screener.errors import ScreenerError
from screener.harmless import clean

if TYPE_CHECKING:
    from screener.catalog import Selection

_ELSEWHERE = (
    "The screens need a terminal, and {missing}.\n"
    "`screener --plain` asks line by line and works here. "
    "`screener score FILE` places a file of answers without asking."
)


class NoTerminalError(ScreenerError):
    """The screens cannot be shown here."""

    def __init__(self, missing: str) -> None:
        """Say why, and what works instead.

        Args:
            missing: What is missing, to follow "and".
        """
        super().__init__(_ELSEWHERE.format(missing=missing))


def start(
    selection: Selection,
    region: str,
    theme: str,
    save_to: Path | None,
    *,
    quick: bool = False,
    saves: bool = False,
) -> int:
    """Start the interview.

    Args:
        selection: What is asked.
        region: Whose help lines are shown.
        theme: The colors.
        save_to: The folder offered for the summary, if one was named.
        quick: Whether the quick version is offered first.
        saves: Whether to ask first about saving answers as they go.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If there is no terminal, or a file cannot be used.
    """
    require_terminal()
    # Nothing that is loaded is garbage; the app looks for some once it is ready.
    gc.disable()
    from screener.tui import run_interview

    return run_interview(selection, region, theme, save_to, quick=quick, saves=saves)


def start_plain(
    selection: Selection, region: str, save_to: Path | None, *, quick: bool = False
) -> int:
    """Ask line by line, on standard input and output.

    Args:
        selection: What is asked.
        region: Whose help lines are told.
        save_to: The folder offered for the summary, if one was named.
        quick: Whether only what can change the result is asked.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If a file cannot be used, or a standard stream is closed.
    """
    from screener.catalog import load_help_lines
    from screener.disk import default_folder
    from screener.plain import PlainVisit, Talk

    if sys.stdin is None or sys.stdout is None:
        raise ScreenerError("Standard input and output are needed, and one is closed.")
    help_lines = load_help_lines(region)
    visit = PlainVisit(
        Talk(sys.stdin, sys.stdout, help_lines),
        selection.load(),
        help_lines,
        save_to or default_folder(),
        quick=quick,
        reviews=selection.reviews(),
    )
    return visit.hold()


def is_dumb() -> bool:
    """Whether somebody sits at a terminal that cannot move its cursor."""
    streams = (sys.stdin, sys.stdout)
    there = all(stream is not None and stream.isatty() for stream in streams)
    return there and os.environ.get("TERM", "") == "dumb"


def start_counselor(
    selection: Selection,
    region: str,
    theme: str,
    save_to: Path | None,
    initials: str,
    client: str | None = None,
) -> int:
    """Let a counselor walk a client through.

    Args:
        selection: What is asked.
        region: Whose help lines are shown.
        theme: The colors.
        save_to: The folder offered for the summary, if one was named.
        initials: The counselor's, if they were given.
        client: The client's code, if there is one.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If there is no terminal, or a file cannot be used.
    """
    require_terminal()
    from screener.tui import run_counselor

    initials = clean(initials, 8)
    return run_counselor(selection, region, theme, save_to, initials, client)


def start_caseload(
    selection: Selection, folder: Path | None, region: str, theme: str, initials: str
) -> int:
    """Look at a caseload, and hold visits from it.

    Args:
        selection: What is asked.
        folder: The caseload; the usual folder unless named.
        region: Whose help lines are shown.
        theme: The colors.
        initials: The counselor's, if they were given.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If there is no terminal, or the folder cannot be used.
    """
    require_terminal()
    from screener.tui import run_caseload

    return run_caseload(selection, folder, region, theme, clean(initials, 8))


def look_back(folder: Path | None, region: str, theme: str) -> int:
    """Look at a folder of saved summaries.

    Args:
        folder: The folder; the usual one unless named.
        region: Whose help lines are shown.
        theme: The colors.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If there is no terminal, or the folder cannot be used.
    """
    require_terminal()
    from screener.tui import run_history

    return run_history(folder, region, theme)


def require_terminal() -> None:
    """See whether the screens can be shown, before anything of them is loaded.

    Raises:
        NoTerminalError: If they cannot.
    """
    forget_what_spies()
    streams = {
        "standard input": sys.stdin,
        "standard output": sys.stdout,
        "standard error": sys.stderr,
    }
    for name, stream in streams.items():
        if stream is None or stream.closed or not stream.isatty():
            raise NoTerminalError(f"{name} is not one")
    if os.environ.get("TERM", "") in ("dumb", ""):
        raise NoTerminalError("this one (TERM=dumb) cannot move its cursor")
