"""Answers as they were saved, and what became of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from screener.language import _
from screener.model import Answer, SameAnswer

Codes: TypeAlias = tuple[str, ...] | int | None
"""An answer as a summary has it: its codes, a number, or neither for free words."""


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """An answer as it was saved."""

    link_id: str
    short: str
    code: Codes
    words: tuple[str, ...]
    """In the words of the options; a number with its unit; or free words."""

    def words_for(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Return the words of some of its codes."""
        all_codes = self.code if isinstance(self.code, tuple) else ()
        known = (
            dict(zip(all_codes, self.words, strict=True))
            if len(all_codes) == len(self.words)
            else {}
        )
        return tuple(known.get(code, code) for code in codes)


@dataclass(frozen=True, slots=True)
class Lost:
    """A saved answer that does not count by the questions of today."""

    link_id: str
    """The question; empty where it is about none."""
    name: str
    """The question's short text as it was saved: one of today may have its id."""
    answer: tuple[str, ...]
    """In the words of the file."""
    codes: Codes
    why: str
    """Why it does not count, in a sentence."""
    by: str = ""
    """The initials of the counselor whose answer it is; empty for the client's."""

    @property
    def line(self) -> str:
        """The answer, and why it does not count, in one line."""
        answer = "; ".join(self.answer).rstrip(".") or _("(none)")
        words = (
            _("{name}, set down by {by}: {answer}. {why}")
            if self.by
            else _("{name}: {answer}. {why}")
        )
        return words.format(name=self.name, answer=answer, why=self.why, by=self.by)

    def set_down_by(self, initials: str) -> "Lost":
        """Return the same as a counselor's answer."""
        return replace(self, by=initials)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of one saved answer today."""

    answer: Answer | None = None
    """The answer to the same question, as far as it still counts."""
    moved: Sequence[tuple[str, SameAnswer]] = ()
    """Codes of it that are another answer today, and which."""
    lost: Sequence[Lost] = ()
