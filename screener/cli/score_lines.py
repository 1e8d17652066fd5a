"""`screener score --jsonl`: many people, one JSON object a line, one at a time."""

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from screener.catalog import Selection, read_answers
from screener.cli.output import complain
from screener.cli.reply import one_line, reply
from screener.errors import AnswerError, Problem
from screener.model import Questionnaire
from screener.scoring import evaluate

LONGEST_LINE = 1_000_000
"""Bytes; a line of answers comes nowhere near it."""


def score_lines(selection: Selection, source: str) -> int:
    """Place the answers of each line; a line that does not fit gets an error.

    Args:
        selection: What is asked.
        source: A file, or `-` for standard input.

    Returns:
        The exit code: 1 if any line could not be placed.
    """
    loaded = selection.load()
    bad = 0
    with _open(source) as stream:
        for number, line in _lines(stream):
            try:
                answered = _place(loaded, line, f"line {number}")
            except AnswerError as error:
                bad += 1
                told = "; ".join(
                    f"{p.place}: {p.what} {p.mend}" for p in error.problems
                )
                answered = {"line": number, "error": told}
            # Whoever asks line by line waits for the reply.
            print(one_line(answered), flush=True)
    if bad:
        lines = "line" if bad == 1 else "lines"
        complain(f"{bad} {lines} could not be placed: see `error` in the reply.")
    return 1 if bad else 0


def _open(source: str) -> "nullcontext[BinaryIO] | BinaryIO":
    if source == "-":
        if sys.stdin is None:
            raise _refusal("-", "Standard input is closed.", "name a file.")
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(source).open("rb")
    except OSError as error:
        what = f"It cannot be read: {error.strerror}."
        raise _refusal(source, what, "check the name.") from error
    except ValueError as error:
        raise _refusal(source, "It is no file name.", "check it.") from error


def _refusal(source: str, what: str, mend: str) -> AnswerError:
    return AnswerError(source, [Problem(source, "file", what, mend)])


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; of a huge one, the start."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_LINE)
        if line.strip():
            yield number, line


def _place(questionnaire: Questionnaire, line: bytes, source: str) -> dict[str, Any]:
    def refuse(what: str, mend: str) -> AnswerError:
        return AnswerError(source, [Problem(source, source, what, mend)])

    if len(line) > LONGEST_LINE:
        raise refuse("It is longer than 1 MB.", "give one person a line.")
    try:
        raw = json.loads(line.decode(), parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise refuse(f"It is not JSON: {error}.", "correct the line.") from error
    if not isinstance(raw, dict):
        raise refuse("It is not an object.", 'write {"link-id": "code"}.')
    return reply(evaluate(questionnaire, read_answers(questionnaire, raw, source)))


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that is there twice: one of its answers would be lost."""
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key is there twice")
    return table
