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


class LanguageWanted(Exception):
    """The person wants to go on in another language."""

    def __init__(self, language: str | None) -> None:
        """Say which one.

        Args:
            language: Its code; `None` for whichever comes next.
        """
        super().__init__(language)
        self.language = language


class Command(Enum):
    """What can be said at any question instead of an answer."""

    BACK = "back"
    WHY = "why"
    SKIP = "skip"
    UNSURE = "unsure"
    REPEAT = "repeat"
    REWORD = "reword"


_COMMANDS = {
    Command.BACK: {"b", "back", "atrás", "atras", "volver"},
    Command.WHY: {"?", "why", "por qué", "por que", "¿por qué?"},
    Command.SKIP: {"s", "skip", "saltar", "omitir"},
    Command.UNSURE: {"u", "unsure", "not sure", "no sé", "no se"},
    Command.REPEAT: {"r", "repeat", "repetir"},
    Command.REWORD: {"e", "easier", "más fácil", "mas facil"},
}
"""All languages are heard at any time: whoever is lost may try another one."""

_LEAVE = {"exit", "quit", "leave", "salir"}
_HELP = {"help", "ayuda"}
_LANGUAGE = {
    **dict.fromkeys(("l", "language", "idioma")),
    **dict.fromkeys(("english", "inglés", "ingles"), "en"),
    **dict.fromkeys(("español", "espanol", "spanish"), "es"),
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
        self.help_lines = help_lines

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
            LanguageWanted: If another language is wanted.
        """
        while True:
            heard = self._hear(prompt)
            said = heard.lower()
            if said in _LEAVE:
                raise Gone
            if said in _LANGUAGE:
                raise LanguageWanted(_LANGUAGE[said])
            if said not in _HELP:
                return heard
            self.say_help()

    def _hear(self, prompt: str) -> str:
        self._write(f"{prompt} ")
        try:
            line = self._hears.readline(LONGEST)
        except KeyboardInterrupt as error:
            raise Gone from error
        except UnicodeDecodeError:
            line = "\ufffd\n"
        if not line:
            self._write("\n")
            raise Gone
        if not self._hears.isatty():
            self._write("\n")  # nobody pressed Enter where this is read
        return clean(line, LONGEST)

    def say_help(self) -> None:
        """Say all help lines, the most urgent first."""
        self.say(_("People who can help:"))
        for line in self.help_lines.of(*HelpKind):
            self.say(line.told)
        self.say("")

    def say_crisis(self) -> None:
        """Say whom to call in danger."""
        for line in self.help_lines.of(HelpKind.CRISIS, HelpKind.EMERGENCY):
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
