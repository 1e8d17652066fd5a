"""Finds contradictions in output, by a table of phrases that exclude each other."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from screener.catalog import Editions, select
from screener.language import _, speaking
from screener.model import Line, Questionnaire, Rule
from screener.summary.wording import FIT_WORDS
from tests.small import DATA

_TABLE = tomllib.loads((DATA / "never-together.toml").read_text(encoding="utf-8"))
_PLACE = r"(?:: | ?\.{3,} |\. )"
"""Separators between a ladder and its rung."""
_MARKS = {
    "here:": ("the answers point here", "at least this"),
    "possible:": ("possible", "at most this"),
}
"""Marks beside the rungs of a drawn ladder."""
_END = r"(?![\w(])(?! \()"
"""The end of a name: `Now` must not match `Nowhere`."""


class Pair(NamedTuple):
    """Two patterns that must not occur together."""

    says: re.Pattern[str]
    beside: re.Pattern[str]
    is_line: bool
    """Whether the second is a line of a questionnaire, which old files keep."""


class Table(NamedTuple):
    """The forbidden phrases in a language."""

    pairs: tuple[Pair, ...]
    never: Mapping[str, tuple[re.Pattern[str], ...]]
    """Forbidden patterns by the kind of person."""


@cache
def table(language: str = "en", *added: str) -> Table:
    """Return the forbidden phrases.

    Args:
        language: The language of the phrases.
        added: The ids of questionnaires that are added to the core.
    """
    asked = Editions(select("level-of-care", added), "us").edition(language)
    words = _Words(asked.questionnaire)
    with speaking(language):
        pairs = (
            Pair(words.pattern(says), words.pattern(other), other.startswith("text:"))
            for entry in _TABLE["pair"]
            for says in entry["says"]
            for other in entry["beside"]
        )
        return Table(
            tuple(pairs),
            {
                entry["to"]: tuple(map(words.pattern, entry["says"]))
                for entry in _TABLE["never"]
            },
        )


def contradictions(said: Mapping[str, str], known: Table) -> Iterator[str]:
    """Yield the forbidden pairs that occur in an output.

    Args:
        said: The text of each output by its name.
        known: The forbidden phrases.
    """
    for face, words in said.items():
        for pair in known.pairs:
            if pair.says.search(words) and pair.beside.search(words):
                yield f"{face}: {pair.says.pattern!r} beside {pair.beside.pattern!r}"


def said_to(people: Iterable[str], said: Mapping[str, str], known: Table) -> list[str]:
    """Return the phrases in outputs that are forbidden for such people.

    Args:
        people: The kinds of people, as in the table.
        said: The text of each output by its name.
        known: The forbidden phrases.
    """
    return [
        f"{face}, to {who}: {pattern.pattern!r}"
        for who in people
        for pattern in known.never[who]
        for face, words in said.items()
        if pattern.search(words)
    ]


class _Words:
    """Builds the patterns for the entries of the table."""

    def __init__(self, asked: Questionnaire) -> None:
        self._asked = asked
        guidance = asked.guidance
        self._lines: dict[str, Rule | Line] = {
            line.id: line
            for lines in (
                guidance.rule,
                guidance.alternative,
                guidance.support,
                guidance.benefit,
            )
            for line in lines
        }

    def pattern(self, named: str) -> re.Pattern[str]:
        kind, _colon, id = named.partition(":")
        if rung := re.fullmatch(r"([a-z-]+:)?([a-z-]+)([=<])([a-z-]+)", named):
            words = self._rung(*rung.groups())
        elif kind == "text" and id:
            words = "|".join(map(re.escape, self._texts(id)))
        elif kind == "fits":
            words = self._fits(id)
        else:
            words = _escaped(_(named))
        return re.compile(words, re.IGNORECASE)

    def _rung(self, kind: str | None, ladder: str, sign: str, rung: str) -> str:
        on = self._asked.ladders[ladder]
        name = re.escape(next(step.name for step in on.rung if step.id == rung))
        if kind in _MARKS:
            marks = map(_, _MARKS[kind])
            return rf"{name} (?:<-|<==) (?:{'|'.join(map(re.escape, marks))})"
        if kind == "would-be:":
            would_be = (
                "It would be {place} if {this}",
                'It would be "{rung}" only if {told}',
            )
            begun = (_(text).partition("{")[0].rstrip('"') for text in would_be)
            return rf'(?:{"|".join(map(re.escape, begun))})"{name}" '
        place = re.escape(on.name) + _PLACE
        if sign == "=":
            return rf"{place}{name}{_END}"
        ranges = "{low}, maybe {high}", "Not known yet, maybe {high}"
        up_to = (_escaped(_(text).removesuffix("{high}")) for text in ranges)
        return rf"{place}(?:{'|'.join(up_to)}){name}{_END}"

    def _texts(self, id: str) -> Iterator[str]:
        line = self._lines[id]
        yield line.text
        if isinstance(line, Rule):
            yield from (wording.text for wording in line.wording if wording.text)

    def _fits(self, id: str) -> str:
        signs = [fit.sign for fit in self._asked.guidance.fit if id in ("", fit.id)]
        fits, *others = (_(word) + ":" for word in FIT_WORDS.values())
        # In the compact layout, all the signs that fit follow a single mark.
        end = "|".join((r"\[.\]", *map(re.escape, others)))
        fitting = "|".join(map(re.escape, signs))
        return rf"(?:{re.escape(fits)}|\[x\]) (?:(?!{end}).){{0,400}}?(?:{fitting})"


def _escaped(words: str) -> str:
    """Return a pattern for a message, with any text for its placeholders."""
    return re.sub(r"\\{\w+\\}", "[^|]{0,80}?", re.escape(words))
