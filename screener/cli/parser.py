"""What can be said on the command line, and the help that explains it."""

import argparse

import screener
from screener.cli import help_texts
from screener.cli.argument_parser import ArgumentParser
from screener.cli.asking_options import add_interview
from screener.cli.help_in_their_language import HelpInTheirLanguage, add_help
from screener.language import N_


def build_parser(*, commands: bool = True) -> ArgumentParser:
    """Make the parser of the command line.

    Args:
        commands: Whether there are commands in it: whoever names none can do without.
    """
    parser = ArgumentParser(
        prog="screener",
        usage=N_("screener [options]\n       screener COMMAND [options]"),
        description=help_texts.ABOUT,
        epilog=help_texts.EXAMPLES,
        formatter_class=HelpInTheirLanguage,
        add_help=False,
        allow_abbrev=False,
    )
    parser.set_defaults(command=None)
    if commands:
        from screener.cli.command_list import add_commands

        add_commands(parser)
    add_interview(parser)
    _add_general(parser)
    return parser


def _add_general(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(N_("about this program"))
    add_help(group)
    version = f"screener {screener.__version__}"
    group.add_argument(
        "--version", action="version", version=version, help=N_("tell the version")
    )
