"""The commands, with their help texts and options."""

import argparse
from collections.abc import Callable, Sequence

from screener.cli import help_texts
from screener.cli import placing_options as placing
from screener.cli import questionnaire_options as questionnaires
from screener.cli import summary_options as summaries
from screener.cli.asking_options import add_language
from screener.cli.help_in_their_language import HelpInTheirLanguage, add_help
from screener.cli.serving_options import add_serve
from screener.language import N_


def _no_options(command: argparse.ArgumentParser) -> None:
    """Add no options."""


_COMMANDS: Sequence[tuple[str, str, str, Callable[[argparse.ArgumentParser], None]]] = (
    (
        "items",
        N_("list the questions"),
        help_texts.ITEMS,
        questionnaires.add_items,
    ),
    (
        "score",
        N_("see where answers lead"),
        help_texts.SCORE,
        placing.add_score,
    ),
    (
        "questionnaire",
        N_("write all of it on one sheet"),
        help_texts.QUESTIONNAIRE,
        questionnaires.add_sheet,
    ),
    (
        "questionnaires",
        N_("list what is installed"),
        help_texts.QUESTIONNAIRES,
        questionnaires.add_list,
    ),
    (
        "translation",
        N_("a translation to fill in"),
        help_texts.TRANSLATION,
        questionnaires.add_translation,
    ),
    (
        "show",
        N_("read a saved summary"),
        help_texts.SHOW,
        summaries.add_show,
    ),
    (
        "history",
        N_("look at saved summaries"),
        help_texts.HISTORY,
        summaries.add_history,
    ),
    (
        "caseload",
        N_("clients, their visits, follow-ups"),
        help_texts.CASELOAD,
        summaries.add_caseload,
    ),
    (
        "forget",
        N_("remove unfinished visits"),
        help_texts.FORGET,
        _no_options,
    ),
    (
        "export",
        N_("write it for other programs"),
        help_texts.EXPORT,
        summaries.add_export,
    ),
    (
        "compare",
        N_("see what changed between two"),
        help_texts.COMPARE,
        summaries.add_compare,
    ),
    (
        "rescore",
        N_("place saved answers anew"),
        help_texts.RESCORE,
        placing.add_rescore,
    ),
    (
        "check",
        N_("prove what it promises"),
        help_texts.CHECK,
        questionnaires.add_check,
    ),
    (
        "diff",
        N_("compare two versions"),
        help_texts.DIFF,
        questionnaires.add_diff,
    ),
    (
        "population",
        N_("place many people, print counts"),
        help_texts.POPULATION,
        placing.add_population,
    ),
    (
        "agreement",
        N_("compare with what experts say"),
        help_texts.AGREEMENT,
        placing.add_agreement,
    ),
    (
        "serve",
        N_("visits in browsers"),
        help_texts.SERVE,
        add_serve,
    ),
    (
        "kiosk-pin",
        N_("make a PIN for a kiosk"),
        help_texts.KIOSK_PIN,
        _no_options,
    ),
    (
        "kiosk-config",
        N_("print a kiosk's settings"),
        help_texts.KIOSK_CONFIG,
        _no_options,
    ),
)
"""Name, text in the list of commands, text in its own help, and its options."""


_ALSO_ENGLISH = {
    "check": N_("the language of errors and help; findings are in English"),
    "diff": N_("the language of errors and help; findings are in English"),
    "questionnaire": N_("the language of the questions; the rest is in English"),
    "kiosk-config": N_("the language of errors and help; the rest is in English"),
}
"""Help for `--lang` of commands whose output is partly in English only."""


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Add all commands."""
    commands = parser.add_subparsers(
        title=N_("commands"), dest="command", metavar="COMMAND", prog="screener"
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
        add_language(command, _ALSO_ENGLISH.get(name, ""))
        add_help(command)
        add_options(command)
