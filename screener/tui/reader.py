"""Reads what a screen shows aloud, one reading at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from screener.language import N_, _, spoken

if TYPE_CHECKING:
    from screener.speaking import Caution, Speech

WARNING = N_(
    "This reads out loud, and others may hear it. Headphones help. To start, press F7 "
    "or the button again."
)
READING = N_("Reading aloud. To stop, press F7 or the button again.")


class Reader:
    """The voice of an app; whatever stops it, it stops in the middle of a word."""

    def __init__(self) -> None:
        """Say nothing yet; what speaks is loaded when it is first wanted."""
        self.is_allowed = True
        """Whether there is a voice at all: not where nobody sits before the machine."""
        self._speech: Speech | None = None
        self._caution: Caution | None = None

    @property
    def is_on(self) -> bool:
        """Whether it reads."""
        return self._speech is not None and self._speech.is_on

    def press(
        self, sentences: Sequence[str], ended: Callable[[str], None], *, private: bool
    ) -> str | None:
        """Stop, warn or begin, as a press of the key means it.

        Args:
            sentences: What is read.
            ended: Told by another thread, at the end, what went wrong, or nothing.
            private: Whether a warning comes first each time.

        Returns:
            What the screen should say now; `None` to leave it as it is.
        """
        from screener.speaking import Caution, Press, Speech

        if self._caution is None:
            self._caution = Caution()
        if self.is_on:
            self._caution.stopped()
            self.stop()
            return ""
        press = self._caution.press("\n".join(sentences), private=private)
        if press is Press.NOTHING:
            return None
        if press is Press.WARN:
            return _(WARNING)
        self._speech = Speech(sentences, spoken(), ended)
        self._speech.start()
        return _(READING)

    def stop(self) -> None:
        """Stop at once; this may be called from any thread."""
        if self._speech is not None:
            self._speech.stop()

    def turn_away(self) -> None:
        """Stop, because what was read is no longer shown."""
        self.stop()
        if self._caution is not None:
            self._caution.forget()
