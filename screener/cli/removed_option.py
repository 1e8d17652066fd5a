"""Options that are gone: whoever still gives one is told so, and what to do."""

import argparse
from collections.abc import Sequence
from typing import Any, NoReturn

from screener.language import _


class Removed(argparse.Action):
    """An option of earlier versions; the error says what became of it."""

    def __init__(self, option_strings: Sequence[str], dest: str, **how: Any) -> None:
        """Take the option out of the help.

        Args:
            option_strings: The option.
            dest: Its name among the options; never set.
            **how: `const` is what the error says about it.
        """
        self._explanation = how.get("const", "")
        super().__init__(
            option_strings,
            argparse.SUPPRESS,
            nargs="?",
            help=argparse.SUPPRESS,
        )

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> NoReturn:
        """Refuse it."""
        parser.error(
            _("{option} was removed: {explanation}").format(
                option=option_string, explanation=_(self._explanation)
            )
        )
