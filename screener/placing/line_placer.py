"""The reply to one line of answers, for `screener score --jsonl`."""

import json
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NoReturn

from pydantic_core import from_json

from screener.catalog import read_answers
from screener.errors import AnswerError, Problem
from screener.model import Answer, Questionnaire
from screener.placing.id_list import IdList
from screener.placing.reply import ladders_table, one_line, reply, scales_table
from screener.scoring import Batch, evaluate, facts_in

LONGEST_LINE = 1_000_000
"""Bytes; a line of answers comes nowhere near it."""

_KEPT = 16_384
"""How many texts of each part of a reply are kept, those used last."""


class LinePlacer:
    """Places the answers of one line after the other.

    Most lines take a short way: their parts were met before. Every line that this way
    does not take as it is goes the long way, which also says what is wrong with it.
    """

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Make ready.

        Args:
            questionnaire: What was asked.
        """
        self._questionnaire = questionnaire
        self._batch = batch = Batch(questionnaire, self._read)
        self._ladders = _kept(lambda bits: ladders_table(batch.placements(bits)))
        self._scales = _kept(lambda rests_on: scales_table(batch.scales(rests_on)))
        self._rules = IdList(batch.rules).text
        self._items = IdList(batch.items).text
        self._alternatives = _kept(batch.alternatives)

    def reply(self, line: bytes, name: str) -> str:
        """Where the answers of a line lead, as JSON on one line.

        Args:
            line: One JSON object.
            name: What to call the line where something is wrong with it.

        Raises:
            AnswerError: If the answers do not fit; it says all that is wrong.
        """
        if len(line) <= LONGEST_LINE:
            try:
                return self._short_way(line)
            except (ValueError, LookupError, TypeError, AnswerError):
                pass  # the long way says what is wrong, if anything is
        answers = read_answers(self._questionnaire, _raw(line, name), name)
        return one_line(reply(evaluate(self._questionnaire, answers)))

    def _short_way(self, line: bytes) -> str:
        raw = from_json(line, allow_inf_nan=False)
        # No more colons than keys: so none of the keys is there twice.
        if not isinstance(raw, dict) or len(raw) != line.count(b":"):
            raise ValueError
        rules, rungs, scales, unknown, unused, lines = self._batch.parts(raw)
        return (
            f'{{"ladders":{self._ladders(rungs)},'
            f'"scales":{self._scales(scales)},"rules":{self._rules(rules)},'
            f'"unknown":{self._items(unknown)},"unused":{self._items(unused)},'
            f'"alternatives":{self._alternatives(lines)}}}'
        )

    def _read(self, link_id: str, raw: object) -> Answer | None:
        answer = read_answers(self._questionnaire, {link_id: raw}, "")
        if facts_in(self._questionnaire, answer):
            raise ValueError("only the long way knows facts")
        return answer.get(link_id)


def _kept(part: Callable[..., Any]) -> Callable[..., str]:
    """Make a part of a reply as JSON, and keep it."""

    @lru_cache(_KEPT)
    def text(*rests_on: Any) -> str:
        return one_line(part(*rests_on))

    return text


def _raw(line: bytes, name: str) -> dict[str, Any]:
    def refuse(what: str, mend: str) -> AnswerError:
        return AnswerError(name, [Problem(name, name, what, mend)])

    if len(line) > LONGEST_LINE:
        raise refuse("It is longer than 1 MB.", "give one person a line.")
    try:
        raw = json.loads(line.decode(), parse_constant=_refuse, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise refuse(f"It is not JSON: {error}.", "correct the line.") from error
    if not isinstance(raw, dict):
        raise refuse("It is not an object.", 'write {"link-id": "code"}.')
    return raw


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that is there twice: one of its answers would be lost."""
    table = dict(pairs)
    if len(table) < len(pairs):
        raise ValueError("a key is there twice")
    return table
