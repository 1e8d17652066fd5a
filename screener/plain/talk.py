"""Says lines and hears lines; nothing moves, nothing is colored, nothing is redrawn."""

import errno
import os
from typing import TextIO

from screener.interview.cry_reply import cry_lines, cry_words
from screener.language import _
from screener.model import Fact, HelpKind, HelpLines
from screener.plain.hearing import LONGEST, Line, UnreadableError, read_line
from screener.plain.words import language_in, leaves, leaves_fast, wants_help
from screener.sanitize import clean, on_one_line
from screener.scoring import reply_to
from screener.summary.layout import WIDTH, wrap

_NARROWEST = 20
"""Columns; a terminal that says it has fewer does not know."""


class Gone(Exception):
    """The person left, or there is nobody to hear any more."""


class LeftFast(Gone):
    """The person left, and nothing of the visit may stay to be seen."""


class LanguageWanted(Exception):
    """The person wants to go on in another language."""

    def __init__(self, language: str | None) -> None:
        """Say which one.

        Args:
            language: Its code; `None` for whichever comes next.
        """
        super().__init__(language)
        self.language = language


class Talk:
    """Two streams of lines, and crisis help at any moment."""

    def __init__(self, hears: TextIO, says: TextIO, help_lines: HelpLines) -> None:
        """Begin to talk.

        Args:
            hears: What the person types.
            says: What is read to them.
            help_lines: The help lines of the region.
        """
        self.hears = hears
        self.says = says
        self.help_lines = help_lines
        self.facts: frozenset[Fact] = frozenset()
        """What is known of the person from what they typed beside their answers."""

    def say(self, *told: str) -> None:
        """Say sentences, each on lines of its own; an empty one is a pause.

        Args:
            told: The sentences.
        """
        for words in told:
            for line in words.splitlines() or [""]:
                indent = " " * (len(line) - len(line.lstrip()))
                self._write(
                    "\n".join(wrap(line.strip(), indent, columns=self._columns)) + "\n"
                )

    def say_whole(self, words: str) -> None:
        """Say something on one line, however long, so that it can be copied.

        Args:
            words: Such as the name of a file.
        """
        self._write(f"{on_one_line(words)}\n")

    def ask(self, prompt: str) -> str:
        """Ask, and hear a line; help, another language and leaving are heard anywhere.

        Args:
            prompt: What stands before what is typed.

        Raises:
            Gone: If the person leaves, or the input ends.
            LanguageWanted: If another language is wanted.
        """
        while True:
            typed = self._hear(prompt)
            if leaves(typed):
                raise Gone
            if language := language_in(typed):
                raise LanguageWanted(*language)
            if not wants_help(typed):
                return typed
            self.say_help()

    def answers_cry(self, typed: str) -> bool:
        """Answer a cry for help; return whether it was one. Its words are not kept.

        Args:
            typed: What was typed where it is no answer, or in somebody's own words.
        """
        reply = reply_to(typed)
        if reply is None:
            return False
        self.facts |= {Fact.CRY_FOR_HELP}
        self.say("", *cry_words(reply))
        for line in cry_lines(reply, self.help_lines):
            self.say(f"{line.name}: {line.reach}.")
        self.say(
            _("For all help lines, type h or help. Nothing you answered is lost."), ""
        )
        return True

    def misunderstood(self, typed: str, words: str) -> None:
        """Answer what was not understood: with help where it is a cry for help.

        Args:
            typed: What was typed.
            words: What can be typed here.
        """
        if not self.answers_cry(typed):
            self.say(words)

    def _hear(self, prompt: str) -> str:
        while True:
            self._write("\n".join(wrap(prompt, columns=self._columns)) + " ")
            try:
                line = read_line(self.hears)
            except UnreadableError:
                self.say(_("Some letters could not be read. Please type it again."))
                continue
            except (KeyboardInterrupt, OSError, ValueError) as error:
                raise Gone from error
            if line is None:
                self._write("\n")
                raise Gone
            if leaves_fast(line.words):
                raise LeftFast
            if not self.hears.isatty():
                self._write("\n")  # nobody pressed Enter where this is read
            return self._taken_in(line)

    def _taken_in(self, line: Line) -> str:
        if line.is_cut:
            self.say(
                _("That was too long. Only the first {count} letters are read.").format(
                    count=LONGEST
                )
            )
        return clean(line.words, LONGEST)

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

    @property
    def _columns(self) -> int:
        """How wide the lines are: no terminal breaks a word or a number of ours."""
        try:
            columns = os.get_terminal_size(self.says.fileno()).columns
        except (OSError, ValueError):
            return WIDTH
        return min(WIDTH, columns) if columns >= _NARROWEST else WIDTH

    def _write(self, told: str) -> None:
        try:
            self.says.write(told)
            self.says.flush()
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and error.errno == errno.ENOSPC:
                raise  # the disk is full, and the person has not left: report it
            raise Gone from error
