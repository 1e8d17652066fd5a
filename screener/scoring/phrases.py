"""Finds the phrases of `questions/cries-for-help.toml` in normalized text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from screener.scoring.plain_words import SENTENCE_END, bare

PASSED_OVER = ","
"""Replaces ignored words; no word of a phrase matches it."""

_EITHER, _JOINED, _ENDING = "|-*"
_GAPS = {"_": 3, "__": 8}
"""The most words of the same sentence that a gap may cover."""
_BEGINS, _ENDS, _NUMBER = "^$#"
_NO_WORD = (SENTENCE_END, PASSED_OVER)
_SHARED = re.compile(r"<([a-z-]+)>")
"""The name of a list of words that several phrases share."""


def written_out(phrase: str, shared: Mapping[str, str]) -> str:
    """Return a phrase with the names of lists replaced by their words.

    Args:
        phrase: The phrase, such as `took _ <pills>`.
        shared: The lists by name; a list may name other lists.

    Raises:
        KeyError: If there is no list of a name; the argument is the name.
        RecursionError: If a list names itself.
    """
    return _SHARED.sub(lambda name: written_out(shared[name[1]], shared), phrase)


def words_of(phrase: str) -> Iterator[str]:
    """Yield every word of a phrase, and joined words as one string with spaces."""
    for part in phrase.split():
        if part not in _GAPS:
            for word in part.split(_EITHER):
                if word not in (_BEGINS, _ENDS, _NUMBER) and not _SHARED.match(word):
                    yield word.replace(_JOINED, " ")


class PhraseFinder:
    """Finds the phrases of several lists; earlier lists have priority."""

    def __init__(
        self, lists: Sequence[Iterable[str]], shared: Mapping[str, str]
    ) -> None:
        """Parse the phrases.

        Args:
            lists: The lists of phrases.
            shared: The shared lists of words by name.
        """
        self._shared = shared
        self._parts: dict[str, _Part] = {}
        self._by_first: dict[str, list[_Phrase]] = {}
        self._others: list[_Phrase] = []
        for number, phrases in enumerate(lists):
            for phrase in phrases:
                self._add(number, phrase)

    def first_list_in(self, words: Sequence[str]) -> int | None:
        """Return the number of the first list with a phrase that is in these words.

        Args:
            words: Words and sentence ends.
        """
        return min(self.lists_in(words), default=None)

    def lists_in(self, words: Sequence[str]) -> frozenset[int]:
        """Return the numbers of all lists with a phrase that is in these words.

        Args:
            words: Words and sentence ends.
        """
        return frozenset(number for _, _, number in self._found(words))

    def without(self, words: Sequence[str]) -> list[str]:
        """Return words with a mark in place of each phrase, preferring longer ones."""
        left: list[str] = []
        at = 0
        longest_first = sorted(self._found(words), key=lambda span: (span[0], -span[1]))
        for start, end, _ in longest_first:
            if start >= at:
                begins = [
                    word for word in words[start : start + 1] if word == SENTENCE_END
                ]
                left += [*words[at:start], *begins, PASSED_OVER]
                at = end
        return [*left, *words[at:]]

    def _found(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Yield where a phrase begins and ends, and the number of its list."""
        for start, word in enumerate(words):
            for number, parts in (*self._by_first.get(word, ()), *self._others):
                end = _end(parts, 0, words, start)
                if end is not None:
                    yield start, end, number

    def _add(self, number: int, phrase: str) -> None:
        parts = tuple(map(self._part, phrase.split()))
        first = parts[0]
        if isinstance(first, _Either) and not (first.signs or first.beginnings):
            for word in first.words | first.several.keys():
                self._by_first.setdefault(word, []).append((number, parts))
        else:
            self._others.append((number, parts))

    def _part(self, part: str) -> "_Part":
        if part in _GAPS:
            return _GAPS[part]
        if part not in self._parts:
            words = written_out(part, self._shared).split(_EITHER)
            self._parts[part] = _Either.of(words)
        return self._parts[part]


@dataclass(frozen=True, slots=True)
class _Either:
    """One part of a phrase: any one of several alternatives."""

    words: set[str] = field(default_factory=set)
    several: dict[str, list[list[str]]] = field(default_factory=dict)
    """Alternatives of several words, by their first word."""
    beginnings: list[str] = field(default_factory=list)
    signs: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, alternatives: Iterable[str]) -> "_Either":
        """Sort the alternatives by kind."""
        part = cls()
        for alternative in alternatives:
            first, *rest = bare(alternative.replace(_JOINED, " ")).split() or [""]
            if alternative == _BEGINS:
                part.words.add(SENTENCE_END)
            elif alternative in (_ENDS, _NUMBER):
                part.signs.add(alternative)
            elif alternative.endswith(_ENDING):
                part.beginnings.append(bare(alternative.removesuffix(_ENDING)))
            elif rest:
                part.several.setdefault(first, []).append([first, *rest])
            else:
                part.words.add(first)
        return part

    def ends(self, words: Sequence[str], start: int) -> Iterable[int]:
        """Return the end of each alternative that begins at `start`."""
        word = words[start] if start < len(words) else SENTENCE_END
        is_there = word in self.words or (
            self.beginnings and any(map(word.startswith, self.beginnings))
        )
        ends = [start + 1] if is_there else []
        for several in self.several.get(word, ()):
            end = start + len(several)
            if list(words[start:end]) == several:
                ends.append(end)
        if self.signs:
            ends += self._ends_of_signs(words, start, word)
        return ends

    def _ends_of_signs(
        self, words: Sequence[str], start: int, word: str
    ) -> Iterator[int]:
        if _ENDS in self.signs and word == SENTENCE_END:
            yield start
        if _NUMBER in self.signs and word.isdecimal() and len(word) > 1:
            yield start + 1


_Part = _Either | int
"""Alternatives, or for a gap the most words that it may cover."""
_Phrase = tuple[int, tuple[_Part, ...]]
"""The number of a phrase's list, and its parts."""


def _end(
    parts: tuple[_Part, ...], at: int, words: Sequence[str], start: int
) -> int | None:
    """Return the end of a phrase whose part `at` begins at `start`, if it matches."""
    if at == len(parts):
        return start
    part = parts[at]
    ends = (
        _gap(part, words, start) if isinstance(part, int) else part.ends(words, start)
    )
    for end in ends:
        found = _end(parts, at + 1, words, end)
        if found is not None:
            return found
    return None


def _gap(most: int, words: Sequence[str], start: int) -> Iterator[int]:
    for end in range(start, min(start + most, len(words)) + 1):
        yield end
        if end < len(words) and words[end] in _NO_WORD:
            return
