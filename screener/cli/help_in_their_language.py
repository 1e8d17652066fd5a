"""What `--help` prints: in the language that the person wants, as far as it is told."""

import argparse
from collections.abc import Iterable, Sequence

from screener.language import N_, _


class HelpInTheirLanguage(argparse.RawDescriptionHelpFormatter):
    """Tells each text as it is spoken, keeps our line breaks, leaves names room."""

    def __init__(self, prog: str) -> None:
        """Make it for a command.

        Args:
            prog: Its name.
        """
        super().__init__(prog, max_help_position=28, width=80)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Add how it is called."""
        told = _(usage) if usage else usage
        super().add_usage(told, actions, groups, prefix or _("usage: "))

    def add_text(self, text: str | None) -> None:
        """Add what stands above or below the options."""
        super().add_text(_(text) if text else text)

    def start_section(self, heading: str | None) -> None:
        """Begin a group of options."""
        super().start_section(_(heading) if heading else heading)

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return _(action.help) if action.help else action.help

    def _format_action(self, action: argparse.Action) -> str:
        """Leave out the empty line that stands above a list of commands."""
        told = super()._format_action(action)
        return told.partition("\n")[2] if action.nargs == argparse.PARSER else told


class ShowHelp(argparse.Action):
    """Prints the help and ends."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        """Print it."""
        parser.print_help()
        parser.exit()


def add_help(group: "argparse._ActionsContainer") -> None:
    """Add `--help`."""
    group.add_argument(
        "-h", "--help", action=ShowHelp, nargs=0, help=N_("show this text")
    )
