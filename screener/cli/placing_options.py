"""The options of the commands that place answers from files."""

import argparse

from screener.cli import help_texts
from screener.cli.asking_options import add_questionnaire
from screener.cli.numbers import a_number
from screener.cli.paths import a_path, a_path_or_standard
from screener.cli.removed_option import Removed
from screener.language import later

_MOST_JOBS = 256
_MOST_PEOPLE = 1_000_000


def add_score(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener score`.

    Args:
        command: What takes them.
    """
    command.add_argument(
        "files", nargs="*", type=a_path, metavar="FILE", help=later("answers in TOML")
    )
    add_questionnaire(command)
    command.add_argument(
        "--json",
        action="store_true",
        help=later("one JSON object a line for each file"),
    )
    command.add_argument(
        "--jsonl",
        type=a_path_or_standard,
        metavar="FILE",
        help=later("answers of many people; - is standard input"),
    )
    command.add_argument(
        "--jobs",
        type=a_number(1, _MOST_JOBS),
        default=1,
        metavar="N",
        help=later("with --jsonl: this many processes at once (default: 1)"),
    )
    command.add_argument(
        "--id",
        default="",
        metavar="KEY",
        help=later("with --jsonl: repeat this key of each line in its reply"),
    )


def add_rescore(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener rescore`.

    Args:
        command: What takes them.
    """
    command.add_argument(
        "files", nargs="+", type=a_path, metavar="FILE", help=later("saved .toml files")
    )
    add_questionnaire(command)
    command.add_argument(
        "--json", action="store_true", help=later("one JSON object a line")
    )


def add_population(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener population`.

    Args:
        command: What takes them.
    """
    command.add_argument(
        "files",
        nargs="+",
        type=a_path,
        metavar="FILE",
        help=later(".jsonl or .parquet"),
    )
    add_questionnaire(command)
    command.add_argument(
        "--new",
        metavar="ID|FOLDER",
        help=later("a new version: count whom it places differently"),
    )
    command.add_argument(
        "--to",
        type=a_path,
        metavar="FOLDER",
        help=later("write every reply there, in parts"),
    )
    command.add_argument("--scheduler", action=Removed, const=help_texts.NO_SCHEDULER)
    command.add_argument(
        "--workers",
        type=a_number(1, _MOST_JOBS),
        default=2,
        metavar="N",
        help=later("processes at once (default: 2)"),
    )
    command.add_argument(
        "--least",
        type=a_number(1, _MOST_PEOPLE),
        default=11,
        metavar="N",
        help=later("the smallest count that is told (default: 11)"),
    )
    command.add_argument(
        "--json", action="store_true", help=later("as one JSON object")
    )
