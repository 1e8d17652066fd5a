"""What is done with a piece of a population's answers; the same for the same piece.

The replies of a piece go into a file of their own, whole or not at all. Whoever does a
piece again writes the same file again.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from screener.disk import system_words
from screener.errors import AnswerError, PopulationError
from screener.files import replace
from screener.language import _
from screener.model import Questionnaire
from screener.model.reading import read_json
from screener.placing import LinePlacer, one_line
from screener.population.blocks import Block, lines_of
from screener.population.counts import Counts
from screener.scoring import Certainty


class Piece(NamedTuple):
    """A piece, and what to do with it."""

    number: int
    block: Block
    to: str
    """The folder for the replies; empty to write none."""


class Outcome(NamedTuple):
    """What came of a piece."""

    people: int
    bad: int
    """Lines that could not be placed."""
    counts: Counts


_placers: tuple[LinePlacer, ...]
"""In each process: one to place with, or the old and the new one."""


def prepare(questionnaires: tuple[str, ...]) -> None:
    """Prepare a process to place people.

    Args:
        questionnaires: One to place with, or the old and the new one, as JSON.
    """
    global _placers
    _placers = tuple(
        LinePlacer(read_json(Questionnaire, content)) for content in questionnaires
    )


def place(piece: Piece) -> Outcome:
    """Place everybody of a piece, with one questionnaire or with two.

    Args:
        piece: The piece.

    Raises:
        PopulationError: If its file cannot be read any more, or no reply be written.
    """
    try:
        return _place(piece)
    except OSError as error:
        name = error.filename or piece.block.file
        words = _("{file}: {reason}. The rest was not placed.")
        message = words.format(file=name, reason=system_words(error))
        raise PopulationError(message) from error


def _place(piece: Piece) -> Outcome:
    counts: Counts = Counter()
    bad, replies = 0, []
    for name, line in lines_of(piece.block):
        try:
            each = [json.loads(placer.reply(line, name)) for placer in _placers]
        except AnswerError as error:
            bad += 1
            replies.append({"line": name, "error": _what(error)})
            continue
        counts.update(_places(each))
        replies.append(_reply(each))
    if piece.to:
        _write(Path(piece.to) / f"part-{piece.number:06d}.jsonl", replies)
    return Outcome(len(replies), bad, counts)


def _places(each: list[dict[str, Any]]) -> Iterator[tuple[str, ...]]:
    """For each ladder that all know, where somebody stands, by each."""
    known = set.intersection(*(set(one["ladders"]) for one in each))
    for ladder in known:
        yield (ladder, *(_range(one["ladders"][ladder]) for one in each))


def _range(placed: dict[str, str]) -> str:
    low, high, certainty = placed["low"], placed["high"], placed["stands"]
    if low != high:
        return f"{low}..{high}"
    # The mildest rung is not reported as settled if help comes first.
    return low if certainty == Certainty.SETTLED else f"{low} ({certainty})"


def _reply(each: list[dict[str, Any]]) -> dict[str, Any]:
    if len(each) == 1:
        return each[0]
    before, after = each
    return {"before": before["ladders"], "after": after["ladders"]}


def _what(error: AnswerError) -> str:
    return "; ".join(f"{one.place}: {one.what} {one.mend}" for one in error.problems)


def _write(file: Path, replies: list[dict[str, Any]]) -> None:
    content = "".join(f"{one_line(one)}\n" for one in replies)
    replace(file, content.encode())
