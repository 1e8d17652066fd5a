"""Tests of answers to an earlier version of the questions."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from screener.catalog import load_questionnaire
from screener.model import Answer, Questionnaire, Unknown
from screener.summary import AnswerLine, AnswerState, Summary, reopen
from tests.catalog.broken import copy
from tests.small import DATA, summary_of

CASES = tomllib.loads((DATA / "earlier-answers.toml").read_text("utf-8"))["case"]
OPEN = {"declined": Unknown.DECLINED, "unsure": Unknown.UNSURE}


def today(tmp_path: Path, earlier: str) -> Questionnaire:
    """The small questionnaire with this `earlier.toml`."""
    folder = copy(tmp_path)
    if earlier:
        (folder / "earlier.toml").write_text(earlier, encoding="utf-8")
    return load_questionnaire(folder)


def saved_at(version: str, saved: dict[str, Any]) -> Summary:
    """A summary of that version of the small questionnaire, with these answers."""
    summary = summary_of({})
    origin = replace(summary.questionnaire, version=version, hash="0" * 64)
    lines = tuple(line_of(link_id, answer) for link_id, answer in saved.items())
    return replace(summary, questionnaire=origin, answers=lines)


def line_of(link_id: str, answer: Any) -> AnswerLine:
    state, words = AnswerState.GIVEN, [answer]
    code: tuple[str, ...] | int | None = None
    if answer in list(OPEN):
        state, words = AnswerState(answer), []
    elif isinstance(answer, list):
        words, code = [f"said {one}" for one in answer], tuple(answer)
    elif isinstance(answer, int):
        words, code = [f"said {answer}"], answer
    return AnswerLine(
        link_id=link_id,
        section="Then",
        question="What was it?",
        short=f"was {link_id}",
        state=state,
        answer=tuple(words),
        code=code,
        can_move=True,
    )


def answer_of(written: Any) -> Answer:
    """An answer as the engine has it, from what stands in a table of cases."""
    answer: Answer = tuple(written) if isinstance(written, list) else written
    return OPEN[answer] if isinstance(answer, str) and answer in OPEN else answer


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_answer_counts_as_far_as_it_means_the_same(
    case: dict[str, Any], tmp_path: Path
) -> None:
    asked = today(tmp_path, case.get("earlier", ""))
    reopened = reopen(asked, saved_at(case.get("version", "0.1.0"), case["saved"]))
    assert reopened.answers == {
        link_id: answer_of(answer) for link_id, answer in case["answers"].items()
    }
    lost = [[one.name, "; ".join(one.answer), one.why] for one in reopened.lost]
    assert lost == case["lost"]
