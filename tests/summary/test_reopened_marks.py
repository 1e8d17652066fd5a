"""Tests of a counselor's notes on an earlier version of the questions."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from screener.summary import Summary, reopen, reopen_marks
from screener.summary.counselor_part import (
    AgreedLine,
    CounselorPart,
    NoteLine,
    OwnRatingLine,
)
from tests.small import CREATED, DATA, small
from tests.summary.test_earlier_answers import answer_of, saved_at, today

CASES = tomllib.loads((DATA / "earlier-marks.toml").read_text("utf-8"))["case"]


def rating_of(link_id: str, answer: Any) -> OwnRatingLine:
    code = tuple(answer) if isinstance(answer, list) else answer
    words = answer if isinstance(answer, list) else [answer]
    return OwnRatingLine(
        link_id=link_id,
        short=f"was {link_id}",
        client=(),
        own=tuple(f"said {one}" for one in words),
        code=None if code == "client" else code,
        is_one=isinstance(code, tuple) and link_id not in ("problems", "limits"),
        reason="As I see it.",
        counts=True,
        by="AB",
        at=CREATED,
    )


def with_part(summary: Summary, **part: Any) -> Summary:
    return replace(summary, counselor=CounselorPart(by="AB", ladders=(), **part))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_rating_counts_as_far_as_it_means_the_same(
    case: dict[str, Any], tmp_path: Path
) -> None:
    asked = today(tmp_path, case.get("earlier", ""))
    summary = with_part(
        saved_at("0.1.0", case.get("answers", {})),
        ratings=tuple(rating_of(*rated) for rated in case["rated"]),
    )
    found = reopen_marks(asked, summary, reopen(asked, summary).answers)
    rated = {one: found.marks.rating(one) for one in found.marks.ratings}
    assert {one: own.answer for one, own in rated.items() if own} == {
        link_id: answer_of(answer) for link_id, answer in case["ratings"].items()
    }
    assert all(own.signed.by == "AB" for own in rated.values() if own)
    lost = [[one.name, "; ".join(one.answer), one.why, one.by] for one in found.lost]
    assert lost == case["lost"]


def note(link_id: str, words: str) -> NoteLine:
    return NoteLine(
        link_id=link_id, short=f"was {link_id}", words=words, by="AB", at=CREATED
    )


def agreed(rung: str) -> AgreedLine:
    return AgreedLine(rung=rung, name=f"was {rung}", reason="So.", by="AB", at=CREATED)


def test_notes_flags_and_an_agreed_level_are_kept_where_their_place_is_there() -> None:
    summary = with_part(
        saved_at("0.1.0", {}),
        notes=(note("days", "Ask him."), note("fever", "Hm."), note("cold", "")),
        ask_again=("was days", "was fever"),
        ask_again_ids=("days", "fever"),
        agreed=(agreed("day-care"), agreed("outpatient")),
    )
    found = reopen_marks(small(), summary, {})
    assert found.marks.note_on("days") == "Ask him."
    assert found.marks.notes.keys() == {"days"}
    assert found.marks.ask_again == {"days"}
    assert [one.rung for one in found.marks.agreed] == ["outpatient"]
    assert [one.line for one in found.lost] == [
        "was fever, set down by AB: Hm. It is not asked any more.",
    ]


def test_no_level_is_agreed_where_the_last_one_is_gone() -> None:
    levels = (agreed("outpatient"), agreed("day-care"))
    found = reopen_marks(small(), with_part(saved_at("0.1.0", {}), agreed=levels), {})
    assert not found.marks.agreed
    assert [one.line for one in found.lost] == [
        "The agreed level, set down by AB: was day-care. This level is gone now.",
    ]


def test_without_a_counselor_there_are_no_marks() -> None:
    assert not reopen_marks(small(), saved_at("0.1.0", {}), {}).marks
