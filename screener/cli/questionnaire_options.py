"""The options of the commands about questionnaires."""

import argparse
import re

from screener.cli.asking_options import add_folders, add_json, add_questionnaire
from screener.language import N_, _


def add_items(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener items`."""
    add_questionnaire(command)
    add_json(command, N_("as one JSON list"))


def add_sheet(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener questionnaire`."""
    add_questionnaire(command)
    command.add_argument(
        "--format",
        choices=("review", "fhir"),
        default="review",
        help=N_("(default: review)"),
    )


def add_list(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener questionnaires`."""
    add_folders(command, argparse.SUPPRESS)
    add_json(command, N_("as one JSON list"))


def add_translation(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener translation`."""
    command.add_argument(
        "language",
        type=_code,
        nargs="?",
        metavar="CODE",
        help=N_("such as es; may be left out with --supporter"),
    )
    command.add_argument(
        "--supporter",
        action="store_true",
        help=N_("the words for someone who answers for an adult they support"),
    )
    command.add_argument(
        "--help-lines",
        metavar="REGION",
        help=N_("of a region's help lines, such as us-ct"),
    )
    add_questionnaire(command)


def add_check(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener check`."""
    command.add_argument(
        "folder",
        nargs="?",
        metavar="ID|FOLDER",
        help=N_("a shipped questionnaire, or your own (default: level-of-care)"),
    )
    add_questionnaire(command)
    add_json(command)


def add_diff(command: argparse.ArgumentParser) -> None:
    """Add the options of `screener diff`."""
    for name in ("old", "new"):
        command.add_argument(
            name,
            metavar=name.upper(),
            help=N_("a shipped questionnaire, or a folder"),
        )
    add_json(command)


def _code(written: str) -> str:
    """Return the code of a language, which need not exist yet."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", written):
        raise argparse.ArgumentTypeError(_("write the code of a language, such as es"))
    return written
