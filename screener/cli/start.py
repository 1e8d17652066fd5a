"""`screener` and `screener history`: the screens, where there is a terminal."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from screener.errors import ScreenerError
from screener.language import N_, _, speak
from screener.sanitize import clean
from screener.wanted_language import wanted_language

if TYPE_CHECKING:
    from screener.catalog import Edition, Editions

_ELSEWHERE = N_(
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
        super().__init__(_(_ELSEWHERE).format(missing=missing))


def start(
    editions: Editions,
    language: str | None,
    theme: str,
    save_to: Path | None,
    *,
    quick: bool = False,
    saves: bool = False,
) -> int:
    """Start the interview.

    Args:
        editions: What is asked, in all its languages.
        language: The one that was asked for, if one was.
        theme: The colors.
        save_to: The folder offered for the summary, if one was named.
        quick: Whether the quick version is offered first.
        saves: Whether to ask first about saving answers as they go.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If a file cannot be used.
    """
    from screener.tui import run_interview

    edition = begin(editions, language)
    return run_interview(editions, edition, theme, save_to, quick=quick, saves=saves)


def start_plain(
    editions: Editions,
    language: str | None,
    save_to: Path | None,
    *,
    quick: bool = False,
) -> int:
    """Ask line by line, on standard input and output.

    Args:
        editions: What is asked, in all its languages.
        language: The one that was asked for, if one was.
        save_to: The folder offered for the summary, if one was named.
        quick: Whether only what can change the result is asked.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If a file cannot be used, or a standard stream is closed.
    """
    from screener.disk import default_folder
    from screener.leftovers import sweep_soon
    from screener.plain import PlainVisit, Talk, hold

    if sys.stdin is None or not sys.stdout.writable():
        raise ScreenerError(
            _("Standard input and output are needed, and one is closed.")
        )
    edition = begin(editions, language)
    folder = save_to or default_folder()
    sweeping = sweep_soon(folder)
    talk = Talk(sys.stdin, sys.stdout, edition.help_lines)
    if language and language != edition.language:
        talk.say(_("These questions are there in one language only."), "")
    visit = PlainVisit(
        talk,
        edition.questionnaire,
        edition.help_lines,
        folder,
        quick=quick,
        reviews=editions.reviews,
        editions=editions,
    )
    code = hold(visit, talk)
    sweeping.join(timeout=1.0)
    return code


def is_dumb() -> bool:
    """Whether somebody sits at a terminal that cannot move its cursor."""
    streams = (sys.stdin, sys.stdout)
    there = all(stream is not None and stream.isatty() for stream in streams)
    return there and os.environ.get("TERM", "") == "dumb"


def start_counselor(
    editions: Editions,
    language: str | None,
    theme: str,
    save_to: Path | None,
    initials: str,
    client: str | None = None,
) -> int:
    """Let a counselor walk a client through.

    Args:
        editions: What is asked, in all its languages.
        language: The one that was asked for, if one was.
        theme: The colors.
        save_to: The folder offered for the summary, if one was named.
        initials: The counselor's, if they were given.
        client: The client's code, if there is one.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If a file cannot be used.
    """
    from screener.tui import run_counselor

    initials = clean(initials, 8)
    edition = begin(editions, language)
    return run_counselor(editions, edition, theme, save_to, initials, client)


def start_caseload(
    editions: Editions,
    language: str | None,
    folder: Path | None,
    theme: str,
    initials: str,
) -> int:
    """Look at a caseload, and hold visits from it.

    Args:
        editions: What is asked, in all its languages.
        language: The one that was asked for, if one was.
        folder: The caseload; the usual folder unless named.
        theme: The colors.
        initials: The counselor's, if they were given.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If there is no terminal, or the folder cannot be used.
    """
    require_terminal()
    from screener.tui import run_caseload

    edition = begin(editions, language)
    return run_caseload(editions, edition, folder, theme, clean(initials, 8))


def look_back(
    editions: Editions, language: str | None, folder: Path | None, theme: str
) -> int:
    """Look at a folder of saved summaries.

    Args:
        editions: Help lines in all their languages.
        language: The one that was asked for, if one was.
        folder: The folder; the usual one unless named.
        theme: The colors.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If there is no terminal, or the folder cannot be used.
    """
    require_terminal()
    from screener.tui import run_history

    return run_history(editions, begin(editions, language), folder, theme)


def begin(editions: Editions, language: str | None) -> Edition:
    """Speak the language that a person wants, as far as it is there.

    Args:
        editions: What is asked, in all its languages.
        language: The one that was asked for; unless one was, what the machine tells.

    Returns:
        The questionnaires in that language, or in their own if not all exist in it.

    Raises:
        ScreenerError: If a file cannot be used.
    """
    from screener.catalog.cries_for_help import load_cries_for_help

    edition = editions.preferred(language or wanted_language())
    speak(edition.language)
    # What is wrong with the phrases is said now, and not when somebody needs them.
    load_cries_for_help()
    return edition


def prepare_for_screens() -> None:
    """See whether screens can be shown, and load what follows without a pause.

    Raises:
        NoTerminalError: If they cannot.
    """
    require_terminal()
    # Nothing that is loaded is garbage; the app looks for some once it is ready.
    gc.disable()


def require_terminal() -> None:
    """See whether the screens can be shown, before anything of them is loaded.

    Raises:
        NoTerminalError: If they cannot.
    """
    streams = {
        _("standard input"): sys.stdin,
        _("standard output"): sys.stdout,
        _("standard error"): sys.stderr,
    }
    for name, stream in streams.items():
        if stream is None or stream.closed or not stream.isatty():
            raise NoTerminalError(_("{stream} is not one").format(stream=name))
    kind = os.environ.get("TERM", "")
    if not kind:
        raise NoTerminalError(_("TERM, which names its kind, is not set"))
    if kind == "dumb":
        raise NoTerminalError(_("this one (TERM=dumb) cannot move its cursor"))
