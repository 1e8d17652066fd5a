"""Recognizes words typed outside any text field, so that they press no keys."""

from collections.abc import Collection

from textual.events import Key


class StrayWord:
    """Counts the letters typed so far that have no binding."""

    def __init__(self, ends: Collection[str]) -> None:
        """Start without a word.

        Args:
            ends: The keys that end a word and are then ignored.
        """
        self._ends = ends
        self._letters = 0

    @property
    def is_begun(self) -> bool:
        """Whether the last key belonged to a word."""
        return self._letters > 0

    def takes(self, event: Key, *, is_bound: bool) -> bool:
        """Return whether a key belongs to a word, and the screen must ignore it.

        A word includes its spaces, Backspace for its letters and the key that ends it.
        Otherwise these would tick an option, press a button, answer or go back.

        Args:
            event: The key.
            is_bound: Whether the key has a binding.
        """
        if self._letters and event.key in ("space", "backspace"):
            self._letters += 1 if event.key == "space" else -1
            return True
        if self._letters and event.key in self._ends:
            self._letters = 0
            return True
        character = event.character or ""
        is_letter = event.is_printable and not character.isdecimal()
        if is_letter and event.key != "space" and not is_bound:
            self._letters += 1
            return True
        self._letters = 0
        return False
