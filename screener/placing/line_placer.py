"""The reply to one line of answers, for `screener score --jsonl`."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pydantic_core import from_json

from screener.catalog import read_answers
from screener.errors import AnswerError
from screener.model import Answer, Questionnaire
from screener.placing.id_list import IdList
from screener.placing.line import LONGEST_LINE, PersonId, read_line, take_id
from screener.placing.reply import ladders_table, one_line, reply, scales_table
from screener.scoring import Batch, alarms_among, evaluate, facts_in, flag_items
from screener.scoring.circuit import Facts

_KEPT = 16_384
"""How many texts of each part of a reply are kept, those used last."""


class LinePlacer:
    """Places the answers of one line after the other.

    Most lines take a short way: their parts were met before. Every line that this way
    does not take as it is goes the long way, which also says what is wrong with it.
    """

    def __init__(self, questionnaire: Questionnaire, id_key: str = "") -> None:
        """Prepare to place answers.

        Args:
            questionnaire: What was asked.
            id_key: The key of the person's id, which the reply repeats; none if empty.
        """
        self.repeats_ids = bool(id_key)
        self._id_key = id_key
        self._questionnaire = questionnaire
        self._batch = batch = Batch(questionnaire, self._read)
        self._ladders = _kept(self._ladders_table)
        red_flags = {rule.id for rule in questionnaire.guidance.rule if rule.red_flag}
        self._red_flags = sum(
            1 << place for place, id in enumerate(batch.rules) if id in red_flags
        )
        self._flag_items = flag_items(questionnaire)
        # Cached: many people give the same answers, and a long text takes milliseconds.
        self._tells_fact = lru_cache(_KEPT)(
            lambda link_id, answer: bool(facts_in(questionnaire, {link_id: answer}))
        )
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
        raw = read_line(line, name)
        id = take_id(raw, self._id_key, name) if self.repeats_ids else None
        answers = self._answers(raw, name)
        table = reply(self._questionnaire, evaluate(self._questionnaire, answers))
        return one_line({"id": id, **table} if self.repeats_ids else table)

    def id_on(self, line: bytes) -> PersonId:
        """Return the id of the person on a line; `None` where it cannot be read.

        Args:
            line: A line whose answers could not be placed.
        """
        try:
            return take_id(read_line(line, ""), self._id_key, "")
        except AnswerError:
            return None

    def _short_way(self, line: bytes) -> str:
        raw = from_json(line, allow_inf_nan=False)
        # No more colons than keys: so none of the keys is there twice.
        if not isinstance(raw, dict) or len(raw) != line.count(b":"):
            raise ValueError
        id = take_id(raw, self._id_key, "") if self.repeats_ids else None
        rules, rungs, scales, unknown, unused, lines = self._batch.parts(raw)
        if (unknown or unused) and not self._flag_items.isdisjoint(raw):
            self._refuse_facts(self._answers(raw, ""))
        ladders = self._ladders(rungs, bool(rules & self._red_flags))
        return (
            f'{{{self._id_part(id)}"ladders":{ladders},'
            f'"scales":{self._scales(scales)},"rules":{self._rules(rules)},'
            f'"unknown":{self._items(unknown)},"unused":{self._items(unused)},'
            f'"alternatives":{self._alternatives(lines)}}}'
        )

    def _ladders_table(self, rungs: Facts, has_flag: bool) -> dict[str, dict[str, str]]:
        placements = self._batch.placements(rungs)
        alarms = alarms_among(placements, has_flag=has_flag)
        return ladders_table(self._questionnaire, placements, alarms)

    def _id_part(self, id: PersonId) -> str:
        return f'"id":{one_line(id)},' if self.repeats_ids else ""

    def _answers(self, raw: dict[str, Any], name: str) -> dict[str, Answer]:
        return read_answers(self._questionnaire, raw, name)

    def _read(self, link_id: str, raw: object) -> Answer | None:
        answers = self._answers({link_id: raw}, "")
        answer = answers.get(link_id)
        # Items with red flags depend on other answers and are checked later.
        if link_id not in self._flag_items and self._tells_fact(link_id, answer):
            raise ValueError("only the long way knows facts")
        return answer

    def _refuse_facts(self, answers: dict[str, Answer]) -> None:
        if facts_in(self._questionnaire, answers):
            raise ValueError("only the long way knows facts")


def _kept(part: Callable[..., Any]) -> Callable[..., str]:
    """Make a part of a reply as JSON, and keep it."""

    @lru_cache(_KEPT)
    def text(*rests_on: Any) -> str:
        return one_line(part(*rests_on))

    return text
