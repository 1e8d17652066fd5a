"""The phrases of `questions/cries-for-help.toml`, as records."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from screener.model.bounds import Bounds, Id, Text
from screener.model.record import Record
from screener.model.words_to_avoid import WordSource


class Reply(StrEnum):
    """What is answered to a cry for help."""

    EMERGENCY = "emergency"
    """911 first."""
    CRISIS = "crisis"
    """988 first."""
    PRIVATE = "private"
    """Nothing that tells a person who reads along what was written."""


_Phrase = Annotated[str, Bounds(min_length=1, max_length=2_000)]
_Phrases = Annotated[tuple[_Phrase, ...], Bounds(max_length=500)]


class PhraseLists(Record):
    """Phrases by the language they are written in; all are looked for in any text."""

    en: _Phrases = ()
    es: _Phrases = ()

    @property
    def all(self) -> tuple[str, ...]:
        """The phrases of every language."""
        return self.en + self.es


class CryGroup(PhraseLists):
    """Phrases that are answered in the same way."""

    id: Id
    about: Text
    """A description of the phrases, for editors of the file."""
    reply: Reply
    private: Annotated[tuple[Id, ...], Bounds(min_length=1, max_length=10)]
    """The private topics that such words may be about."""
    cite: Id


class CriesForHelp(Record):
    """Everything that finds a cry for help in free words."""

    spelling: Annotated[Mapping[_Phrase, _Phrase], Bounds(max_length=1_000)]
    """How people spell a word, and how the phrases spell it."""
    words: Annotated[Mapping[Id, _Phrase], Bounds(max_length=100)]
    """Lists of words that several phrases share, by name."""
    ordinary: PhraseLists
    """Phrases that only sound like a cry, and plain denials."""
    right_as_written: PhraseLists
    """Words that are never taken for a typing mistake."""
    source: Annotated[tuple[WordSource, ...], Bounds(min_length=1)]
    group: Annotated[tuple[CryGroup, ...], Bounds(min_length=1, max_length=50)]
    """Where phrases of several match, the first listed one answers."""
