"""Runs a command and turns what goes wrong into a message and an exit code."""

import sys

from screener import splash
from screener.wanted_language import asked_language

OK, MEND, USAGE = 0, 1, 2
"""Exit codes: all went well, something the person can mend, wrong command line."""


def run(arguments: list[str]) -> int:
    """Run what the command line asks for.

    Args:
        arguments: The command line.

    Returns:
        The exit code.
    """
    try:
        splash.show(arguments)
        return _run(arguments)
    finally:
        splash.clear()


def _run(arguments: list[str]) -> int:
    from screener.cli.environment import (
        forget_what_spies,
        let_the_terminal_say_its_size,
        paint_at_once,
    )
    from screener.cli.output import harmless_output
    from screener.cli.streams import discard_lost_errors, prepare_streams
    from screener.language import speak

    forget_what_spies()
    let_the_terminal_say_its_size()
    paint_at_once()
    prepare_streams()
    speak(asked_language(arguments))
    try:
        with harmless_output():
            return _run_harmlessly(arguments)
    finally:
        discard_lost_errors()


def _run_harmlessly(arguments: list[str]) -> int:
    from screener.cli.streams import OutputError, discard_output
    from screener.errors import ScreenerError
    from screener.language import _

    try:
        code = _code(arguments)
        sys.stdout.flush()
    except ScreenerError as error:
        _complain(str(error))
    except BrokenPipeError:
        discard_output()
    except OutputError as error:
        problem = _("The output cannot be written: {problem}.")
        _complain(problem.format(problem=error.strerror))
        discard_output()
    except OSError as error:
        _complain(_what_failed(error))
    except EOFError:
        _complain(_("Nothing was typed, so nothing was done."))
    else:
        return code
    _show_crisis_help(arguments)
    return MEND


def _show_crisis_help(arguments: list[str]) -> None:
    """Print whom to call where someone came to answer the questions."""
    from screener.cli.commands import COMMANDS
    from screener.cli.output import complain

    if not COMMANDS.keys() & set(arguments):
        complain(splash.CRISIS[asked_language(arguments)])


def _code(arguments: list[str]) -> int:
    from screener.cli.commands import COMMANDS
    from screener.cli.parser import build_parser

    parser = build_parser(commands=not splash.leads_to_questions(arguments))
    try:
        options = parser.parse_args(arguments)
        return COMMANDS[options.command](parser, options)
    except SystemExit as stop:  # `--help`, `--version` and wrong usage
        return int(stop.code or OK)


def _what_failed(error: OSError) -> str:
    """Return which file cannot be used, or that the working folder is gone."""
    from screener.disk import system_words
    from screener.language import _
    from screener.sanitize import on_one_line

    if error.filename is None and isinstance(error, FileNotFoundError):
        return _("The folder that you are in is gone. Go to another, and try again.")
    problem = system_words(error)
    named = f"{error.filename}: {problem}." if error.filename else f"{problem}."
    return on_one_line(named)


def _complain(message: str) -> None:
    from screener.cli.output import complain

    splash.clear()
    complain(message)
