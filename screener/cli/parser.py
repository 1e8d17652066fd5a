"""What can be said on the command line, and the help that explains it."""

import argparse
from collections.abc import Callable, Sequence

import screener
from screener.cli import help_texts
from screener.cli import placing_options as placing
from screener.cli import questionnaire_options as questionnaires
from screener.cli import summary_options as summaries
from screener.cli.argument_parser import ArgumentParser
from screener.cli.asking_options import add_interview, add_language
from screener.cli.help_in_their_language import HelpInTheirLanguage, ShowHelp
from screener.cli.serving_options import add_serve
from screener.language import later


def _no_options(command: argparse.ArgumentParser) -> None:
    """Add none."""


_COMMANDS: Sequence[tuple[str, str, str, Callable[[argparse.ArgumentParser], None]]] = (
    (
        "items",
        later("list the questions"),
        help_texts.ITEMS,
        questionnaires.add_items,
    ),
    (
        "score",
        later("see where answers lead"),
        help_texts.SCORE,
        placing.add_score,
    ),
    (
        "questionnaire",
        later("write all of it on one sheet"),
        help_texts.QUESTIONNAIRE,
        questionnaires.add_sheet,
    ),
    (
        "questionnaires",
        later("list what is installed"),
        help_texts.QUESTIONNAIRES,
        questionnaires.add_list,
    ),
    (
        "translation",
        later("a translation to fill in"),
        help_texts.TRANSLATION,
        questionnaires.add_translation,
    ),
    (
        "show",
        later("read a saved summary"),
        help_texts.SHOW,
        summaries.add_show,
    ),
    (
        "history",
        later("look at saved summaries"),
        help_texts.HISTORY,
        summaries.add_history,
    ),
    (
        "caseload",
        later("clients, their visits, follow-ups"),
        help_texts.CASELOAD,
        summaries.add_caseload,
    ),
    (
        "forget",
        later("remove unfinished visits"),
        help_texts.FORGET,
        _no_options,
    ),
    (
        "export",
        later("write it for other programs"),
        help_texts.EXPORT,
        summaries.add_export,
    ),
    (
        "compare",
        later("see what changed between two"),
        help_texts.COMPARE,
        summaries.add_compare,
    ),
    (
        "rescore",
        later("place saved answers anew"),
        help_texts.RESCORE,
        placing.add_rescore,
    ),
    (
        "check",
        later("prove what it promises"),
        help_texts.CHECK,
        questionnaires.add_check,
    ),
    (
        "diff",
        later("compare two versions"),
        help_texts.DIFF,
        questionnaires.add_diff,
    ),
    (
        "population",
        later("place many people, print counts"),
        help_texts.POPULATION,
        placing.add_population,
    ),
    (
        "serve",
        later("visits in browsers"),
        help_texts.SERVE,
        add_serve,
    ),
    (
        "kiosk-pin",
        later("make a PIN for a kiosk"),
        help_texts.KIOSK_PIN,
        _no_options,
    ),
    (
        "kiosk-config",
        later("print a kiosk's settings"),
        help_texts.KIOSK_CONFIG,
        _no_options,
    ),
)
"""Name, what the list of commands says, what its own help says, and its options."""


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
    for name, short, about, add_options in _COMMANDS:
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
        add_options(command)


def _add_general(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(later("about this program"))
    _add_help(group)
    version = f"screener {screener.__version__}"
    group.add_argument(
        "--version", action="version", version=version, help=later("tell the version")
    )


def _add_help(group: "argparse._ActionsContainer") -> None:
    group.add_argument(
        "-h", "--help", action=ShowHelp, nargs=0, help=later("show this text")
    )
