"""A visit at one moment, as JSON: all of it, so that the last one whole is enough."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from screener.fingerprint import fingerprint
from screener.interview import Interview
from screener.model import Answer, Item, Questionnaire, Record, Respondent, Unknown
from screener.model.bounds import Bounds, Moment
from screener.model.record import tables_of

_READ = ("type", "lead", "text", "hint", "unit", "option")
"""What of a question a person reads."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is to be found again."""

    interview: Interview
    respondent: Respondent
    """The person who answers."""
    at_result: bool = False
    """Whether the result has been shown."""


_Text: TypeAlias = Annotated[str, Bounds(max_length=10_000)]


class _Open(Record):
    """Why a question that was put has no answer."""

    unknown: Literal["declined", "unsure"]


class Step(Record):
    """A visit as it stands in a journal."""

    questionnaire: str
    """The content hash of what was asked."""
    asked_as: Mapping[str, str]
    """For each question a digest of how it was put."""
    saved: Moment
    respondent: Respondent
    at_result: bool
    answers: Mapping[str, _Open | int | _Text | tuple[_Text, ...]]
    at: str | None
    reviewing: bool
    asked_again: tuple[str, ...]
    seen_flags: tuple[str, ...]
    quick: bool
    end_offered: bool
    left_open: tuple[str, ...]
    ended_settled: bool
    cried: bool = False
    """Journals of earlier versions do not have it."""

    @property
    def is_begun(self) -> bool:
        """Whether the person had answered anything, even if they took it back."""
        return bool(self.answers or self.asked_again or self.cried)

    def answer(self, link_id: str) -> Answer:
        """An answer, as the engine takes it."""
        told = self.answers[link_id]
        return Unknown(told.unknown) if isinstance(told, _Open) else told


def step_of(
    visit: Visit, now: datetime.datetime, original: Questionnaire | None = None
) -> Step:
    """Note all of a visit.

    Args:
        visit: The visit.
        now: When; only told to the person, for clocks go wrong.
        original: What is asked, in the language it was written in: a translation may
            be missing or reworded when the visit is picked up.
    """
    interview = visit.interview
    return Step(
        questionnaire=interview.questionnaire.content_hash,
        asked_as=digests(original or interview.questionnaire, interview.answers),
        saved=now,
        respondent=visit.respondent,
        at_result=visit.at_result,
        answers={
            link_id: _Open(unknown=answer.value)
            if isinstance(answer, Unknown)
            else answer
            for link_id, answer in interview.answers.items()
        },
        at=interview.at,
        reviewing=interview.reviewing,
        asked_again=tuple(sorted(interview.asked_again)),
        seen_flags=tuple(sorted(interview.seen_flags)),
        quick=interview.quick,
        end_offered=interview.end_offered,
        left_open=tuple(sorted(interview.left_open)),
        ended_settled=interview.ended_settled,
        cried=interview.cried,
    )


def digests(
    questionnaire: Questionnaire, link_ids: Mapping[str, object]
) -> dict[str, str]:
    """For each question a digest of what the person read when they answered it.

    Args:
        questionnaire: What is asked.
        link_ids: Which questions; those it does not have are left out.
    """
    items = questionnaire.items
    return {one: _digest(items[one]) for one in link_ids if one in items}


def _digest(item: Item) -> str:
    put = {key: told for key, told in tables_of(item).items() if key in _READ}
    for option in put.get("option", ()):
        for key in option.keys() - {"code", "text", "exclusive"}:
            del option[key]
    return fingerprint(json.dumps(put))[:12]
