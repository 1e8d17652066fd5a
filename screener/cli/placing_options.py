"""The options of the commands that place answers from files."""

import argparse

from screener.cli import help_texts
from screener.cli.asking_options import add_json, add_questionnaire
from screener.cli.numbers import add_number
from screener.cli.paths import a_path, a_path_or_standard
from screener.cli.removed_option import Removed
from screener.language import N_

_MOST_JOBS = 256
_MOST_PEOPLE = 1_000_000


def add_score(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener score`."""
    _add_answers(command, "*", N_("answers in TOML"))
    add_json(command, N_("one JSON object a line for each file"))
    command.add_argument(
        "--jsonl",
        type=a_path_or_standard,
        metavar="FILE",
        help=N_("answers of many people; - is standard input"),
    )
    add_number(
        command,
        "--jobs",
        1,
        _MOST_JOBS,
        default=1,
        help=N_("with --jsonl: this many processes at once (default: 1)"),
    )
    command.add_argument(
        "--id",
        default="",
        metavar="KEY",
        help=N_("with --jsonl: repeat this key of each line in its reply"),
    )


def add_rescore(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener rescore`."""
    _add_answers(command, "+", N_("saved .toml files"))
    add_json(command, N_("one JSON object a line"))


def add_population(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener population`."""
    _add_answers(command, "+", N_(".jsonl or .parquet"))
    command.add_argument(
        "--new",
        metavar="ID|FOLDER",
        help=N_("a new version: count whom it places differently"),
    )
    command.add_argument(
        "--to",
        type=a_path,
        metavar="FOLDER",
        help=N_("write every reply there, in parts"),
    )
    command.add_argument("--scheduler", action=Removed, const=help_texts.NO_SCHEDULER)
    add_number(
        command,
        "--workers",
        1,
        _MOST_JOBS,
        default=2,
        help=N_("processes at once (default: 2)"),
    )
    _add_least(command, N_("the smallest count that is told (default: 11)"))
    add_json(command)


def add_agreement(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener agreement`."""
    command.add_argument(
        "cases",
        type=a_path_or_standard,
        metavar="CASES",
        help=N_("a .jsonl file, a folder of .toml files, or a caseload"),
    )
    add_questionnaire(command)
    command.add_argument(
        "--plot",
        type=a_path,
        metavar="FILE",
        help=N_("draw the tables there, as .png or .svg"),
    )
    _add_least(command, N_("of a caseload: the smallest count told (default: 11)"))
    add_json(command)


def _add_least(command: argparse.ArgumentParser, help: str) -> None:
    add_number(command, "--least", 1, _MOST_PEOPLE, default=11, help=help)


def _add_answers(command: argparse.ArgumentParser, nargs: str, help: str) -> None:
    """Add the files with answers, and the questionnaires that they are from."""
    command.add_argument("files", nargs=nargs, type=a_path, metavar="FILE", help=help)
    add_questionnaire(command)
