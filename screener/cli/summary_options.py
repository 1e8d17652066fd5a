"""The options of the commands that read saved summaries."""

import argparse

from screener.cli.asking_options import add_json, add_questionnaire
from screener.cli.paths import a_path, a_path_or_standard
from screener.language import N_


def add_show(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener show`."""
    _add_file(command, "file")
    command.add_argument(
        "--pdf",
        type=a_path_or_standard,
        metavar="OUT.pdf",
        help=N_("write a PDF instead of text"),
    )
    command.add_argument(
        "--paper",
        choices=("letter", "a4"),
        help=N_("the PDF's pages (default: letter)"),
    )


def add_history(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener history`."""
    _add_folder(command)


def add_caseload(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener caseload`."""
    _add_folder(command)
    add_questionnaire(command)


def add_export(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener export`."""
    _add_file(command, "file")
    command.add_argument(
        "--format",
        choices=("fhir", "csv"),
        default="fhir",
        help=N_("(default: fhir)"),
    )
    command.add_argument(
        "--excel",
        action="store_true",
        help=N_("with --format csv: a mark that Excel needs for accents"),
    )
    command.add_argument(
        "--client",
        default=argparse.SUPPRESS,
        metavar="CODE",
        help=N_("all visits of this client; FILE is the folder then"),
    )
    add_questionnaire(command)


def add_compare(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener compare`."""
    _add_file(command, "before")
    _add_file(command, "after", N_("a later one"))
    add_json(command)


def _add_file(command: argparse.ArgumentParser, name: str, help: str = "") -> None:
    command.add_argument(
        name, type=a_path, metavar=name.upper(), help=help or N_("a .toml file")
    )


def _add_folder(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "folder",
        nargs="?",
        type=a_path,
        metavar="FOLDER",
        help=N_("where they are (default: where they are saved)"),
    )
