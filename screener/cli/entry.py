"""Runs a command and turns what goes wrong into a message and an exit code."""

import io
import os
import sys

from screener import first_words

OK, MEND, USAGE = 0, 1, 2
"""Exit codes: all went well, something the person can mend, wrong command line."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for.

    Args:
        arguments: The arguments; those of the process unless given.

    Returns:
        The exit code.
    """
    try:
        first_words.paint(sys.argv[1:] if arguments is None else arguments)
        return _run(arguments)
    except KeyboardInterrupt:
        return 130
    finally:
        first_words.take_back()


def _run(arguments: list[str] | None) -> int:
    from screener.cli.environment import forget_what_spies, paint_at_once
    from screener.cli.output import harmless_output

    forget_what_spies()
    paint_at_once()
    _never_fail_to_print()
    with harmless_output():
        return _run_harmlessly(arguments)


def _run_harmlessly(arguments: list[str] | None) -> int:
    from screener.errors import ScreenerError

    try:
        code = _code(arguments)
        if sys.stdout:
            sys.stdout.flush()
    except ScreenerError as error:
        _complain(str(error))
    except BrokenPipeError:
        _forget_output()
    except OSError as error:
        _complain(f"The output cannot be written: {error.strerror or error}.")
        _forget_output()
    else:
        return code
    return MEND


def _code(arguments: list[str] | None) -> int:
    from screener.cli.commands import COMMANDS
    from screener.cli.parser import build_parser

    arguments = sys.argv[1:] if arguments is None else arguments
    parser = build_parser(commands=not first_words.leads_to_questions(arguments))
    try:
        options = parser.parse_args(arguments)
        return COMMANDS[options.command](parser, options)
    except SystemExit as stop:  # `--help`, `--version` and wrong usage
        return int(stop.code or OK)


def _never_fail_to_print() -> None:
    """Show a character that the terminal's encoding lacks as `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complain(message: str) -> None:
    from screener.cli.output import complain

    first_words.take_back()
    complain(message)


def _forget_output() -> None:
    """Let nothing be written at exit to an output that is gone."""
    if sys.stdout:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
