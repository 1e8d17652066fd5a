"""Clients' answers beside their counselors' view, out of saved summaries."""

from collections.abc import Mapping
from dataclasses import replace

from screener.agreement import Ends, Verdict, Views
from screener.counselor import Agreed, Marks, OwnRating, Signed
from screener.model import Answer, Given, Respondent
from screener.summary import CounselorView, Summary, summarize
from screener.summary.model import RungLine
from tests.small import CALM, CREATED, help_lines, small, summary_of

AT = Signed("AB", CREATED)


def visit(
    client: Mapping[str, Answer],
    own: Mapping[str, Given],
    agreed: str = "",
    code: str | None = None,
) -> Summary:
    """A visit in which a counselor set down own ratings and an agreed level."""
    marks = Marks()
    for link_id, answer in own.items():
        rating = OwnRating(answer, "I saw it.", client.get(link_id), AT)
        marks = marks.rate(link_id, rating)
    for rung in agreed.split():
        marks = marks.agree(Agreed(rung, "", AT))
    return summarize(
        small(),
        client,
        help_lines(),
        respondent=Respondent.WITH_COUNSELOR,
        created=CREATED,
        client=code,
        counselor=CounselorView("AB", marks),
    )


def test_the_counselors_view_is_what_is_expected() -> None:
    views = Views(small().ladders)
    assert views.add(visit(CALM, {}))
    assert views.add(visit(CALM, {"days": 12}))
    assert views.add(visit({**CALM, "days": 12}, {"days": 5}))
    level, urgency = views.counselor
    assert level.tally.by == {
        Verdict.IN: 1,
        Verdict.OVER: 1,
        Verdict.UNDER: 1,
        Verdict.OPEN: 0,
    }
    rows = {row.expected: row.placed for row in level.rows}
    assert rows[Ends(2, 2)][0] == 1
    assert rows[Ends(1, 1)][2] == 1
    assert urgency.tally.by[Verdict.IN] == 3
    assert views.agreed == ()


def test_how_soon_is_the_clients_own_and_not_the_graver_of_both() -> None:
    views = Views(small().ladders)
    views.add(visit(CALM, {"thoughts": "yes", "plan": "yes"}))
    urgency = views.counselor[1]
    assert urgency.ladder.id == "urgency"
    assert urgency.tally.by[Verdict.UNDER] == 1


def test_the_level_that_was_agreed_last_counts() -> None:
    views = Views(small().ladders)
    views.add(visit({**CALM, "days": 12}, {}, "residential outpatient"))
    views.add(visit(CALM, {}))
    (level,) = views.agreed
    assert level.ladder.id == "level-of-care"
    assert level.tally.cases == level.tally.by[Verdict.OVER] == 1


def test_an_agreed_level_that_is_on_no_ladder_does_not_count() -> None:
    views = Views(small().ladders)
    whole = visit(CALM, {}, "outpatient")
    assert whole.counselor
    agreed = tuple(replace(one, rung="nowhere") for one in whole.counselor.agreed)
    views.add(replace(whole, counselor=replace(whole.counselor, agreed=agreed)))
    assert views.agreed == ()
    assert views.counselor[0].tally.cases == 1


def test_a_visit_without_a_counselor_is_not_taken() -> None:
    views = Views(small().ladders)
    assert not views.add(summary_of(CALM))
    assert (views.visits, views.counselor) == (0, ())


def test_ladders_with_other_rungs_stand_apart() -> None:
    views = Views(small().ladders)
    now = visit(CALM, {})
    views.add(now)
    level, soon = now.ladders
    longer = RungLine(id="more", name="More")
    views.add(replace(now, ladders=(level, replace(soon, rungs=(*soon.rungs, longer)))))
    found = [
        (one.ladder.id, len(one.rungs), one.tally.cases) for one in views.counselor
    ]
    assert found == [("level-of-care", 4, 2), ("urgency", 4, 1), ("urgency", 5, 1)]


def test_what_the_questionnaire_does_not_know_is_in_the_summarys_words() -> None:
    views = Views({})
    views.add(visit(CALM, {}))
    assert views.counselor[0].ladder.name == "Level of care"
    assert views.counselor[0].rungs[0].name == "No treatment"
