"""Recognizes a cry for help that is typed outside any text field."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import InputEvent, Key, MouseDown

from screener.model import Reply

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

MOST = 200
"""The number of characters that are kept; earlier ones are discarded."""

CALM = 1.0
"""Seconds without a key after which the words are checked, ended or not."""

KEPT = 15.0
"""Seconds without a key after which they are discarded."""

_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"

_OF_EMERGENCY_NUMBERS = "9"
"""What 911 and 988 begin with; no other digit begins words."""

_FIELDS = frozenset(("Input", "TextArea"))
_OF_DIGITS = "NumberField"


class TypedCries:
    """Checks letters typed outside text fields, across screens, and saves none.

    Letters are collected across screens because an `h` opens the help lines in the
    middle of a sentence.
    """

    def __init__(self, app: App[Any], answer: Callable[[Reply], object]) -> None:
        """Start without any letters.

        Args:
            app: The app whose keys are checked.
            answer: Called with how to answer a cry for help.
        """
        self._app = app
        self._answer = answer
        self._typed = ""
        self._calm = 0.0
        self._timer: Timer | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing of what was typed is kept."""
        return not self._typed

    def takes(self, event: InputEvent, focused: Widget | None) -> bool:
        """Return whether a key ended a cry for help, and must have no other effect.

        Args:
            event: The key or mouse event.
            focused: The widget with the focus; text fields are left alone.
        """
        if isinstance(event, MouseDown):
            self._look()
            self.forget()
        return isinstance(event, Key) and self._takes_key(event, focused)

    def forget(self) -> None:
        """Discard what was typed."""
        self._typed = ""
        if self._timer is not None:
            self._timer.pause()

    def _takes_key(self, key: Key, focused: Widget | None) -> bool:
        if _takes_words(focused):
            self.forget()
        elif key.key == "backspace":
            self._typed = self._typed[:-1]
        elif key.is_printable and key.character:
            self._add(key.character)
        else:
            cried = self._look()
            self.forget()
            return cried and key.key == "enter"
        return False

    def _add(self, character: str) -> None:
        if not self._typed:
            if not (character.isalpha() or character == _OF_EMERGENCY_NUMBERS):
                return
            self._begin()
        self._calm = 0.0
        self._typed = (self._typed + character)[-MOST:]
        if self._timer is not None:
            self._timer.reset()
        if not (character.isalnum() or character in _APOSTROPHES):
            self._look()

    def _begin(self) -> None:
        if self._timer is None:
            self._timer = self._app.set_interval(CALM, self._wait, pause=True)
            # Load the word lists in the background, once, so that no key waits.
            Thread(target=_find, args=("",), daemon=True).start()
        self._timer.resume()

    def _wait(self) -> None:
        self._calm += CALM
        if self._calm >= KEPT:
            self.forget()
        elif self._calm <= CALM:
            self._look()

    def _look(self) -> bool:
        reply = _find(self._typed) if self._typed else None
        if reply is None:
            return False
        self.forget()
        self._answer(reply)
        return True


def _find(words: str) -> Reply | None:
    from screener.scoring import reply_to

    # A leading `h` may have been meant as the key for help.
    return reply_to(words) or (reply_to(words[1:]) if words[:1] in "hH" else None)


def _takes_words(focused: Widget | None) -> bool:
    kinds = {kind.__name__ for kind in type(focused).__mro__}
    return bool(kinds & _FIELDS) and _OF_DIGITS not in kinds
