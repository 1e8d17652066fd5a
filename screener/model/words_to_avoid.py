"""Words that hurt or shame, and what to say instead."""

import re
from typing import Annotated

from screener.model.bounds import Bounds, Id, Text
from screener.model.record import Record


class WordSource(Record):
    """Where it is said that a word hurts."""

    id: Id
    title: Text
    locator: Text


class WordToAvoid(Record):
    """One word, or several in a row."""

    word: Text
    """Matched whole, in any case; a `*` at its end stands for any ending."""
    instead: Text
    cite: Id

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text."""
        stem = re.escape(self.word.removesuffix("*"))
        ending = r"\w*" if self.word.endswith("*") else ""
        return re.compile(rf"\b{stem}{ending}\b", re.IGNORECASE)


class WordsToAvoid(Record):
    """All of them for a language."""

    language: Text
    source: Annotated[tuple[WordSource, ...], Bounds(min_length=1)]
    word: Annotated[tuple[WordToAvoid, ...], Bounds(min_length=1)]
