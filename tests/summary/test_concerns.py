"""Each concern has one first step, as soon as its gravest rule says."""

import datetime
import json
from collections.abc import Mapping

import pytest

from screener.model import Answer, Questionnaire, Respondent
from screener.summary import summarize
from tests.small import DATA, help_lines

PEOPLE = [
    json.loads(line)
    for line in (DATA / "people" / "fitted.jsonl").read_text("utf-8").splitlines()
]


def steps_of(core: Questionnaire, answers: Mapping[str, object]) -> list[str]:
    given: dict[str, Answer] = {
        id: tuple(answer) if isinstance(answer, list) else answer  # type: ignore[misc]
        for id, answer in answers.items()
    }
    summary = summarize(
        core,
        given,
        help_lines(),
        respondent=Respondent.SELF,
        created=datetime.datetime.now(datetime.UTC),
    )
    return [step.rule for step in summary.steps]


def test_who_should_call_now_is_not_told_to_call_today_as_well(
    core: Questionnaire,
) -> None:
    answers: dict[str, object] = {
        "danger-now": ["shaking"],
        "suicide-thoughts": "thoughts-week",
        "suicide-now": ["means"],
        "suicide-acts": "no",
        "home": ["alone", "no-support"],
        "substances": ["alcohol"],
        "alcohol-now": "nine",
        "use-risks": ["sick"],
        "signs-control": ["more", "cut-down", "time", "urges", "tolerance", "sick"],
        "signs-life": ["duties", "harm"],
        "last-use": "days",
    }
    assert steps_of(core, answers) == [
        "now-ready",
        "today-stopping-high",
        "today-shaking",
    ]


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person["id"])
def test_no_concern_has_steps_of_two_times(
    core: Questionnaire, person: dict[str, dict[str, object]]
) -> None:
    rules = {rule.id: rule for rule in core.guidance.rule}
    times: dict[str | None, set[str]] = {}
    for step in steps_of(core, person["answers"]):
        rule = rules[step]
        times.setdefault(rule.concern or rule.id, set()).add(rule.rung)
    assert all(len(rungs) == 1 for rungs in times.values()), times
