"""Runs a command and turns what goes wrong into a message and an exit code."""

import argparse
import io
import os
import sys
from collections.abc import Sequence

from screener.cli.parser import build_parser
from screener.errors import ScreenerError

OK, MEND, USAGE = 0, 1, 2
"""Exit codes: all went well, something the person can mend, wrong command line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for.

    Args:
        arguments: The arguments; those of the process unless given.

    Returns:
        The exit code.
    """
    _never_fail_to_print()
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
    except KeyboardInterrupt:
        return 130
    else:
        return code
    return MEND


def _code(arguments: Sequence[str] | None) -> int:
    parser = build_parser()
    try:
        return _run(parser, parser.parse_args(arguments))
    except SystemExit as stop:  # `--help`, `--version` and wrong usage
        return int(stop.code or OK)


def _run(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    """Each command brings its own imports, so that `--help` waits for none."""
    if options.command == "items":
        from screener.cli.items import list_items

        return list_items(options.questionnaire, as_json=options.json)
    if options.command == "score":
        return _score(parser, options)
    if options.command == "check":
        from screener.cli.check import check_questionnaire

        return check_questionnaire(
            options.folder or options.questionnaire, as_json=options.json
        )
    if options.command == "questionnaire":
        from screener.cli.questionnaire import write_review_sheet

        return write_review_sheet(options.questionnaire)
    if options.command == "compare":
        from screener.cli.compare import compare_files

        return compare_files(options.before, options.after, as_json=options.json)
    if options.command == "rescore":
        from screener.cli.rescore import rescore_files

        return rescore_files(options.questionnaire, options.files, as_json=options.json)
    if options.command == "show":
        from screener.cli.show import show

        return show(options.file)
    from screener.cli.start import start

    return start(
        options.questionnaire,
        options.region,
        options.theme,
        options.save_to,
        quick=options.quick,
    )


def _score(parser: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if bool(options.files) == bool(options.jsonl):
        parser.error("score takes either files of answers, or --jsonl")
    if options.jsonl:
        from screener.cli.score_lines import score_lines

        return score_lines(options.questionnaire, options.jsonl)
    from screener.cli.score import score_files

    return score_files(options.questionnaire, options.files, as_json=options.json)


def _never_fail_to_print() -> None:
    """Show a character that the terminal's encoding lacks as `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _complain(message: str) -> None:
    from screener.cli.output import complain

    complain(message)


def _forget_output() -> None:
    """Let nothing be written at exit to an output that is gone."""
    if sys.stdout:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
