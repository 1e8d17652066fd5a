"""Reads command lines, and says in the person's language what is wrong with one."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, NoReturn

from screener.cli.output import complain
from screener.language import N_, _
from screener.sanitize import on_one_line

_MESSAGES = (
    (
        r"the following arguments are required: (?P<names>.*)",
        N_("This is missing: {names}."),
    ),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<word>.+?) "
        r"\(choose from (?P<known>.*)\)",
        N_("{name} cannot be {word}. Choose from: {known}."),
    ),
    (
        r"argument (?P<name>.+?): expected (?:one|at least one) argument",
        N_("{name} needs a value after it."),
    ),
    (
        r"argument (?P<name>.+?): ignored explicit argument (?P<word>.+)",
        N_("{name} stands alone, without {word}."),
    ),
    (r"argument (?P<name>.+?): (?P<problem>.+)", N_("{name}: {problem}")),
)
"""What argparse says, and how we say it; the first that fits counts."""

_HEADINGS = (N_("positional arguments"), N_("options"))
"""Argparse's own, for the catalogs: the formatter looks them up there."""

_CRISIS = N_("In danger now? Call or text 988, or call 911.")


class ArgumentParser(argparse.ArgumentParser):
    """A parser whose errors help, and whose output is written or reported."""

    _commands: "argparse._SubParsersAction[ArgumentParser] | None" = None

    def add_subparsers(self, **how: Any) -> Any:
        """Add commands, and remember them for what is said about a wrong one."""
        self._commands = super().add_subparsers(**how)
        return self._commands

    def parse_args(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        namespace: argparse.Namespace | None = None,
    ) -> argparse.Namespace:
        """Parse a command line; where it is not understood, say why, and exit."""
        arguments = sys.argv[1:] if args is None else list(args)
        self._check_options(arguments)
        options, left = self.parse_known_args(arguments, namespace)
        if left:
            self._refuse(left, getattr(options, "command", None))
        return options

    def _check_options(self, arguments: list[str]) -> None:
        """Refuse what argparse would trip over, or blame on the word behind it."""
        commands = self._commands.choices if self._commands else {}
        parsers: list[argparse.ArgumentParser] = [self, *commands.values()]
        known = {name for one in parsers for name in one._option_string_actions}
        for argument in arguments:
            name, is_given, value = argument.partition("=")
            if is_given and value == "--" and name in known:
                # argparse would take the dashes for the end of the options.
                self.error(_("{name} needs a value after it.").format(name=name))
            if name.startswith("--") and name not in {*known, "--"}:
                command = next((one for one in arguments if one in commands), None)
                self._refuse([argument], command)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and exit.

        Args:
            message: In words of argparse, or in the language that is spoken.
        """
        self._fail(self._in_our_words(on_one_line(message)))

    def _refuse(self, words: list[str], command: str | None) -> NoReturn:
        """Say which words are not understood, and what they may have been meant for."""
        where: ArgumentParser = self
        if command and self._commands:
            where = self._commands.choices[command]
        lines = [
            _("This is not understood: {words}").format(
                words=on_one_line(" ".join(words))
            )
        ]
        options = [*where._option_string_actions]
        for word in words:
            known = options if word.startswith("-") else self._everything()
            lines += _did_you_mean(word, known)
        if any(not word.startswith("-") for word in words):
            lines.append(_(_CRISIS))
        where._fail("\n".join(lines))

    def _in_our_words(self, message: str) -> str:
        if self._commands and (wrong := self._wrong_command(message)):
            return wrong
        for pattern, words in _MESSAGES:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                return _(words).format(**found.groupdict())
        return message

    def _wrong_command(self, message: str) -> str | None:
        """What to say where a word stands in the place of a command and is none."""
        pattern = r"argument COMMAND: invalid choice: (?P<word>.+?) \(choose from .*"
        found = re.fullmatch(pattern, message, re.DOTALL)
        if not found:
            return None
        lines = [
            _("There is no command {word}.").format(word=found["word"]),
            *_did_you_mean(found["word"].strip("'\""), self._everything()),
            _("`screener` alone starts the questions; `screener --help` lists all."),
            _(_CRISIS),
        ]
        return "\n".join(lines)

    def _everything(self) -> list[str]:
        commands = self._commands.choices if self._commands else ()
        return [*commands, *self._option_string_actions]

    def _fail(self, words: str) -> NoReturn:
        if sys.stderr:
            self.print_usage(sys.stderr)
            error = _("error")
            complain(f"{self.prog}: {error}: {words}")
        raise SystemExit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write, and let errors through, which argparse would hide."""
        where = file or sys.stderr
        if message and where is sys.stderr:
            with suppress(OSError):
                where.write(message)
        elif message:
            where.write(message)


def _did_you_mean(word: str, known: Sequence[str]) -> Iterator[str]:
    """Yield a line if something known is close to a word."""
    from difflib import get_close_matches

    bare = word.lstrip("-").partition("=")[0].lower()
    names: dict[str, str] = {}
    for name in known:
        names.setdefault(name.lstrip("-"), name)
    begun = [name for name in names if len(bare) > 1 and name.startswith(bare)]
    close = [*begun, *get_close_matches(bare, names, n=2, cutoff=0.7)]
    if close:
        guesses = _(" or ").join(f"`{names[name]}`" for name in dict.fromkeys(close))
        yield _("Did you mean {guesses}?").format(guesses=guesses)
