"""What no face may ever say: the table of it, in the words of a language."""

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
"""What stands between a ladder and its rung."""
_MARKS = {
    "here:": ("the answers point here", "at least this"),
    "possible:": ("possible", "at most this"),
}
"""What stands beside a rung that is drawn."""
_END = r"(?![\w(])(?! \()"
"""No name goes on: `Now` is no part of `Nowhere`."""


class Pair(NamedTuple):
    """Words that are never said together."""

    says: re.Pattern[str]
    beside: re.Pattern[str]
    is_line: bool
    """Whether the second is a line of a questionnaire: old files keep theirs."""


class Table(NamedTuple):
    """What is never said."""

    pairs: tuple[Pair, ...]
    never: Mapping[str, tuple[re.Pattern[str], ...]]
    """By whom it is never said to."""


@cache
def table(language: str = "en", *added: str) -> Table:
    """Return what is never said.

    Args:
        language: The language of the words.
        added: The questionnaires that are asked beside the core.
    """
    asked = Editions(select("level-of-care", added), "us").edition(language)
    words = _Words(asked.questionnaire)
    with speaking(language):
        pairs = (
            Pair(words.pattern(says), words.pattern(one), one.startswith("text:"))
            for entry in _TABLE["pair"]
            for says in entry["says"]
            for one in entry["beside"]
        )
        return Table(
            tuple(pairs),
            {
                entry["to"]: tuple(map(words.pattern, entry["says"]))
                for entry in _TABLE["never"]
            },
        )


def contradictions(said: Mapping[str, str], known: Table) -> Iterator[str]:
    """Yield what faces say together and never may.

    Args:
        said: The words of each face.
        known: What is never said.
    """
    for face, words in said.items():
        for pair in known.pairs:
            if pair.says.search(words) and pair.beside.search(words):
                yield f"{face}: {pair.says.pattern!r} beside {pair.beside.pattern!r}"


def said_to(people: Iterable[str], said: Mapping[str, str], known: Table) -> list[str]:
    """Return what faces say that is never said to such people.

    Args:
        people: Who is meant, as in the table.
        said: The words of each face.
        known: What is never said.
    """
    return [
        f"{face}, to {who}: {pattern.pattern!r}"
        for who in people
        for pattern in known.never[who]
        for face, words in said.items()
        if pattern.search(words)
    ]


class _Words:
    """Looks up the words that the table names."""

    def __init__(self, asked: Questionnaire) -> None:
        self._asked = asked
        guidance = asked.guidance
        self._lines: dict[str, Rule | Line] = {
            one.id: one
            for lines in (
                guidance.rule,
                guidance.alternative,
                guidance.support,
                guidance.benefit,
            )
            for one in lines
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
        name = re.escape(next(one.name for one in on.rung if one.id == rung))
        if kind in _MARKS:
            marks = map(_, _MARKS[kind])
            return rf"{name} (?:<-|<==) (?:{'|'.join(map(re.escape, marks))})"
        if kind == "would-be:":
            would_be = (
                "It would be {place} if {this}",
                'It would be "{rung}" only if {told}',
            )
            begun = (_(one).partition("{")[0].rstrip('"') for one in would_be)
            return rf'(?:{"|".join(map(re.escape, begun))})"{name}" '
        place = re.escape(on.name) + _PLACE
        if sign == "=":
            return rf"{place}{name}{_END}"
        ranges = "{low}, maybe {high}", "Not known yet, maybe {high}"
        up_to = (_escaped(_(one).removesuffix("{high}")) for one in ranges)
        return rf"{place}(?:{'|'.join(up_to)}){name}{_END}"

    def _texts(self, id: str) -> Iterator[str]:
        line = self._lines[id]
        yield line.text
        if isinstance(line, Rule):
            yield from (one.text for one in line.wording if one.text)

    def _fits(self, id: str) -> str:
        signs = [one.sign for one in self._asked.guidance.fit if id in ("", one.id)]
        fits, *others = (_(word) + ":" for word in FIT_WORDS.values())
        # Set close, all the signs that fit follow one mark.
        end = "|".join((r"\[.\]", *map(re.escape, others)))
        told = "|".join(map(re.escape, signs))
        return rf"(?:{re.escape(fits)}|\[x\]) (?:(?!{end}).){{0,400}}?(?:{told})"


def _escaped(words: str) -> str:
    """A pattern for a message, with anything in its gaps."""
    return re.sub(r"\\{\w+\\}", "[^|]{0,80}?", re.escape(words))
