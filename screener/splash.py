"""The first words on the screen, within a few milliseconds of the command.

The screens take up to a second to load. Until then these words stand there, whom to
call in a crisis among them, and nothing that is typed shows; Ctrl+X leaves at once.
They are painted only where it is sure that they do no harm: on a real terminal, before
the questions, a history or a caseload.

This imports nothing that takes time.
"""

import os
import sys

from screener.wanted_language import asked_language

WORDS = {
    "en": ("One moment.", "The questions are being made ready."),
    "es": ("Un momento.", "Se están preparando las preguntas."),
}
READING = {
    "en": ("One moment.", "The folder is being read."),
    "es": ("Un momento.", "Se está leyendo la carpeta."),
}
"""The text while a folder of summaries is loaded."""
CRISIS = {
    "en": "In crisis? Call or text 988  In danger? Call 911",
    "es": "¿Crisis? Llame al 988 y oprima 2  ¿Peligro? Llame al 911",
}
"""What stands at the foot of every screen, as far as it is the same in `REGIONS`."""
_SHORT = {
    "en": "Call or text 988  Call 911",
    "es": "Llame al 988 y oprima 2  Llame al 911",
}
"""The same for narrow terminals."""
REGIONS = ("us", "us-ct")

_READS = {"history", "caseload"}
_FLAGS = {"--quick", "--save-as-i-go"}
_WITH_VALUE = {"--add", "--questionnaire", "--questions", "--save-to", "--lang"}
_LEAVE_KEY = b"\x18"
"""Ctrl+X, which leaves every screen; here the terminal turns it into a signal."""
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[2J"
_LEAVE = "\x1b[H\x1b[2J\x1b[?1049l\x1b[?25h"
"""Cleared too: some consoles have but one screen."""

_before: list[int | list[bytes | int]] = []
"""How the terminal was set; empty unless the words stand there."""


def show(arguments: list[str]) -> None:
    """Paint the first words, if the arguments lead to screens.

    Args:
        arguments: The command line.
    """
    reads = _leads_to_a_folder(arguments)
    if not ((reads or leads_to_questions(arguments)) and _is_ours()):
        return
    import signal
    import termios

    try:
        _before[:] = termios.tcgetattr(0)
        quiet = termios.tcgetattr(0)
        quiet[3] &= ~(termios.ECHO | termios.ICANON)
        quiet[6][termios.VQUIT] = _LEAVE_KEY
        termios.tcsetattr(0, termios.TCSANOW, quiet)
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):
            signal.signal(number, _leave_at_once)
        words = (READING if reads else WORDS)[asked_language(arguments)]
        page = _page(asked_language(arguments), *os.get_terminal_size(2), words)
        _write(_ENTER + page)
    except (OSError, termios.error):
        clear()


def leads_to_questions(arguments: list[str]) -> bool:
    """Whether all arguments are known to be of the questions, and nothing is wrong.

    Args:
        arguments: The command line.
    """
    left = iter(arguments)
    return os.environ.get("SCREENER_REGION", "us") in REGIONS and all(
        one in _FLAGS or (one in _WITH_VALUE and not next(left, "-").startswith("-"))
        for one in left
    )


def _leads_to_a_folder(arguments: list[str]) -> bool:
    """Return whether the arguments are surely those of a command for a folder."""
    if not arguments or arguments[0] not in _READS:
        return False
    left = iter(arguments[1:])
    folders = [
        argument
        for argument in left
        if argument not in _WITH_VALUE or next(left, "-").startswith("-")
    ]
    known = os.environ.get("SCREENER_REGION", "us") in REGIONS
    return known and len(folders) < 2 and not "".join(folders).startswith("-")


def release() -> None:
    """Leave the words to what paints over them, and the terminal as it was."""
    if _before:
        import termios

        termios.tcsetattr(0, termios.TCSANOW, _before)
        _before.clear()


def clear() -> None:
    """Take the words away, where they still stand."""
    if _before:
        release()
        _write(_LEAVE)


def _is_ours() -> bool:
    """Whether there is a terminal that can be painted on, and nobody else has it."""
    if sys.platform == "win32" or os.environ.get("TERM", "") in ("", "dumb"):
        return False
    try:
        return all(map(os.isatty, (0, 1, 2))) and os.tcgetpgrp(2) == os.getpgrp()
    except OSError:
        return False


def _page(language: str, columns: int, rows: int, words: tuple[str, ...]) -> str:
    whole = CRISIS[language]
    crisis = whole if len(whole) <= columns - 3 else _SHORT[language]
    lines = {**dict(enumerate(words, 2)), rows: crisis}
    return "".join(f"\x1b[{row};3H{line[: columns - 3]}" for row, line in lines.items())


def _write(words: str) -> None:
    """Write past Python's own streams, as what comes after does."""
    os.write(2, words.encode())


def _leave_at_once(number: int, _: object) -> None:
    """Exit with a shell's code for the signal; with 0 on Ctrl+X, sent as SIGQUIT."""
    import signal

    clear()
    os._exit(0 if number == signal.SIGQUIT else 128 + number)
