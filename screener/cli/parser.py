"""What can be said on the command line, and the help that explains it."""

import argparse
import re

import screener
from screener.cli import help_texts
from screener.cli.argument_parser import ArgumentParser
from screener.cli.asking_options import (
    add_folders,
    add_interview,
    add_language,
    add_questionnaire,
)
from screener.cli.help_in_their_language import HelpInTheirLanguage, ShowHelp
from screener.cli.paths import a_path, a_path_or_standard
from screener.cli.removed_option import Removed
from screener.cli.serving_options import add_serve
from screener.language import _, later

_MOST_JOBS = 256


def build_parser(*, commands: bool = True) -> ArgumentParser:
    """Make the parser of the command line.

    Args:
        commands: Whether there are commands in it: whoever names none can do without.
    """
    parser = ArgumentParser(
        prog="screener",
        usage=later("screener [options]\n       screener COMMAND [options]"),
        description=help_texts.ABOUT,
        epilog=help_texts.EXAMPLES,
        formatter_class=HelpInTheirLanguage,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(command=None)
    if commands:
        _add_commands(parser)
    add_interview(parser)
    _add_general(parser)
    return parser


def _add_commands(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(
        title=later("commands"), dest="command", metavar="COMMAND", prog="screener"
    )
    _add_items(commands)
    _add_score(commands)
    _add_questionnaire_command(commands)
    _add_questionnaires(commands)
    _add_translation(commands)
    _add_show(commands)
    _add_history(commands)
    _add_caseload(commands)
    _add_command(
        commands, "forget", help_texts.FORGET, later("remove unfinished visits")
    )
    _add_export(commands)
    _add_compare(commands)
    _add_rescore(commands)
    _add_check(commands)
    _add_diff(commands)
    _add_population(commands)
    add_serve(
        _add_command(commands, "serve", help_texts.SERVE, later("visits in browsers"))
    )
    _add_command(
        commands, "kiosk-pin", help_texts.KIOSK_PIN, later("make a PIN for a kiosk")
    )
    _add_command(
        commands,
        "kiosk-config",
        help_texts.KIOSK_CONFIG,
        later("print a kiosk's settings"),
    )


def _add_general(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(later("about this program"))
    _add_help(group)
    version = f"screener {screener.__version__}"
    group.add_argument(
        "--version", action="version", version=version, help=later("tell the version")
    )


def _add_items(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _add_command(
        commands, "items", help_texts.ITEMS, later("list the questions")
    )
    add_questionnaire(command)
    command.add_argument("--json", action="store_true", help=later("as one JSON list"))


def _add_score(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _add_command(
        commands, "score", help_texts.SCORE, later("see where answers lead")
    )
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
        type=_count,
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


def _code(written: str) -> str:
    """The code of a language, which there need not be yet."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", written):
        raise argparse.ArgumentTypeError(_("write the code of a language, such as es"))
    return written


def _count(written: str) -> int:
    """A number of processes."""
    if not written.isdecimal() or not 1 <= int(written) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(
            _("give a number from {least} to {most}").format(least=1, most=_MOST_JOBS)
        )
    return int(written)


def _add_questionnaire_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands,
        "questionnaire",
        help_texts.QUESTIONNAIRE,
        later("write all of it on one sheet"),
    )
    add_questionnaire(command)
    command.add_argument(
        "--format",
        choices=("review", "fhir"),
        default="review",
        help=later("(default: review)"),
    )


def _add_questionnaires(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands,
        "questionnaires",
        help_texts.QUESTIONNAIRES,
        later("list what is installed"),
    )
    add_folders(command, argparse.SUPPRESS)
    command.add_argument("--json", action="store_true", help=later("as one JSON list"))


def _add_translation(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands,
        "translation",
        help_texts.TRANSLATION,
        later("a translation to fill in"),
    )
    command.add_argument(
        "language", type=_code, metavar="CODE", help=later("such as es")
    )
    command.add_argument(
        "--help-lines",
        metavar="REGION",
        help=later("of a region's help lines, such as us-ct"),
    )
    add_questionnaire(command)


def _add_show(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _add_command(
        commands, "show", help_texts.SHOW, later("read a saved summary")
    )
    command.add_argument(
        "file", type=a_path, metavar="FILE", help=later("a .toml file")
    )
    command.add_argument(
        "--pdf",
        type=a_path_or_standard,
        metavar="OUT.pdf",
        help=later("write a PDF instead of text"),
    )
    command.add_argument(
        "--paper",
        choices=("letter", "a4"),
        help=later("the PDF's pages (default: letter)"),
    )


def _add_history(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands, "history", help_texts.HISTORY, later("look at saved summaries")
    )
    command.add_argument(
        "folder",
        nargs="?",
        type=a_path,
        metavar="FOLDER",
        help=later("where they are (default: where they are saved)"),
    )


def _add_caseload(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands,
        "caseload",
        help_texts.CASELOAD,
        later("clients, their visits, follow-ups"),
    )
    command.add_argument(
        "folder",
        nargs="?",
        type=a_path,
        metavar="FOLDER",
        help=later("where they are (default: where they are saved)"),
    )
    add_questionnaire(command)


def _add_export(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands, "export", help_texts.EXPORT, later("write it for other programs")
    )
    command.add_argument(
        "file", type=a_path, metavar="FILE", help=later("a .toml file")
    )
    command.add_argument(
        "--format",
        choices=("fhir", "csv"),
        default="fhir",
        help=later("(default: fhir)"),
    )
    command.add_argument(
        "--excel",
        action="store_true",
        help=later("with --format csv: a mark that Excel needs for accents"),
    )
    command.add_argument(
        "--client",
        default=argparse.SUPPRESS,
        metavar="CODE",
        help=later("all visits of this client; FILE is the folder then"),
    )
    add_questionnaire(command)


def _add_compare(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands, "compare", help_texts.COMPARE, later("see what changed between two")
    )
    command.add_argument(
        "before", type=a_path, metavar="BEFORE", help=later("a .toml file")
    )
    command.add_argument(
        "after", type=a_path, metavar="AFTER", help=later("a later one")
    )
    command.add_argument(
        "--json", action="store_true", help=later("as one JSON object")
    )


def _add_rescore(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands, "rescore", help_texts.RESCORE, later("place saved answers anew")
    )
    command.add_argument(
        "files", nargs="+", type=a_path, metavar="FILE", help=later("saved .toml files")
    )
    add_questionnaire(command)
    command.add_argument(
        "--json", action="store_true", help=later("one JSON object a line")
    )


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _add_command(
        commands, "check", help_texts.CHECK, later("prove what it promises")
    )
    command.add_argument(
        "folder",
        nargs="?",
        metavar="ID|FOLDER",
        help=later("a shipped questionnaire, or your own (default: level-of-care)"),
    )
    add_questionnaire(command)
    command.add_argument(
        "--json", action="store_true", help=later("as one JSON object")
    )


def _add_population(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    command = _add_command(
        commands,
        "population",
        help_texts.POPULATION,
        later("place many people, print counts"),
    )
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
        type=int,
        default=2,
        metavar="N",
        help=later("processes at once (default: 2)"),
    )
    command.add_argument(
        "--least",
        type=int,
        default=11,
        metavar="N",
        help=later("the smallest count that is told (default: 11)"),
    )
    command.add_argument(
        "--json", action="store_true", help=later("as one JSON object")
    )


def _add_diff(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = _add_command(
        commands, "diff", help_texts.DIFF, later("compare two versions")
    )
    for name in ("old", "new"):
        command.add_argument(
            name,
            metavar=name.upper(),
            help=later("a shipped questionnaire, or a folder"),
        )
    command.add_argument(
        "--json", action="store_true", help=later("as one JSON object")
    )


def _add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    about: str,
    short: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=short,
        description=about,
        formatter_class=HelpInTheirLanguage,
        add_help=False,
        allow_abbrev=False,
    )
    add_language(command)
    _add_help(command)
    return command


def _add_help(group: "argparse._ActionsContainer") -> None:
    group.add_argument(
        "-h", "--help", action=ShowHelp, nargs=0, help=later("show this text")
    )
