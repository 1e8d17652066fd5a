"""Says lines and hears lines; nothing moves, nothing is colored, nothing is redrawn."""

from enum import Enum
from typing import TextIO

from screener.harmless import clean
from screener.language import _
from screener.model import HelpKind, HelpLines
from screener.summary.layout import wrap

LONGEST = 10_000
"""Characters of a line that are heard; more is no answer."""


class Gone(Exception):
    """The person left, or there is nobody to hear any more."""


class Command(Enum):
    """What can be said at any question instead of an answer."""

    BACK = "back"
    WHY = "why"
    SKIP = "skip"
    UNSURE = "unsure"
    REPEAT = "repeat"


_COMMANDS = {
    Command.BACK: ("b", "back"),
    Command.WHY: ("?", "why"),
    Command.SKIP: ("s", "skip"),
    Command.UNSURE: ("u", "unsure", "not sure"),
    Command.REPEAT: ("r", "repeat"),
}


class Talk:
    """Two streams of lines, and crisis help at any moment."""

    def __init__(self, hears: TextIO, says: TextIO, help_lines: HelpLines) -> None:
        """Begin to talk.

        Args:
            hears: What the person types.
            says: What is read to them.
            help_lines: The help lines of the region.
        """
        self._hears = hears
        self._says = says
        self._help_lines = help_lines

    def say(self, *told: str) -> None:
        """Say sentences, each on lines of its own; an empty one is a pause.

        Args:
            told: The sentences.
        """
        for words in told:
            for line in words.splitlines() or [""]:
                indent = " " * (len(line) - len(line.lstrip()))
                self._write("\n".join(wrap(line.strip(), indent)) + "\n")

    def say_whole(self, words: str) -> None:
        """Say something on one line, however long, so that it can be copied.

        Args:
            words: Such as the name of a file.
        """
        self._write(f"{clean(words, len(words))}\n")

    def ask(self, prompt: str) -> str:
        """Ask, and hear a line; `help` and `exit` are heard everywhere.

        Args:
            prompt: What stands before what is typed.

        Raises:
            Gone: If the person leaves, or the input ends.
        """
        while True:
            self._write(f"{prompt} ")
            try:
                line = self._hears.readline(LONGEST)
            except (UnicodeDecodeError, KeyboardInterrupt) as error:
                if isinstance(error, KeyboardInterrupt):
                    raise Gone from error
                line = "\ufffd\n"
            if not line:
                self._write("\n")
                raise Gone
            if not self._hears.isatty():
                self._write("\n")  # nobody pressed Enter where this is read
            heard = clean(line, LONGEST)
            if heard.lower() in ("exit", "quit", "leave"):
                raise Gone
            if heard.lower() != "help":
                return heard
            self.say_help()

    def say_help(self) -> None:
        """Say all help lines, the most urgent first."""
        self.say(_("People who can help:"))
        for line in self._help_lines.of(*HelpKind):
            self.say(line.told)
        self.say("")

    def say_crisis(self) -> None:
        """Say whom to call in danger."""
        for line in self._help_lines.of(HelpKind.CRISIS, HelpKind.EMERGENCY):
            self.say(f"{line.name}: {line.reach}.")

    def _write(self, told: str) -> None:
        try:
            self._says.write(told)
            self._says.flush()
        except (BrokenPipeError, ValueError) as error:
            raise Gone from error


def command_in(heard: str) -> Command | None:
    """The command that was typed, if it was one.

    Args:
        heard: What was typed.
    """
    said = heard.lower().rstrip(".! ")
    return next((one for one, words in _COMMANDS.items() if said in words), None)
