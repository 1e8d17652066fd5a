"""A word typed where nothing takes words: neither it nor its spaces are keys."""

from collections.abc import Collection

from textual.events import Key


class StrayWord:
    """Counts the letters that no key is bound to, as they are typed."""

    def __init__(self, ends: Collection[str]) -> None:
        """Begin with none.

        Args:
            ends: The keys that belong to a word when they end it.
        """
        self._ends = ends
        self._letters = 0

    @property
    def is_begun(self) -> bool:
        """Whether the last key belonged to a word."""
        return self._letters > 0

    def takes(self, event: Key, *, is_bound: bool) -> bool:
        """Return whether a key belongs to a word, and is no key of the screen.

        Spaces within the word, Backspace for its letters and the key that ends it
        belong to it: they would tick an option, press a button, answer or go back.

        Args:
            event: The key.
            is_bound: Whether something would be done on it.
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
