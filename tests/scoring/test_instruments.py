"""The published instruments: their totals at every cut-off, and what they open."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.catalog import select
from screener.model import Answer, ChoiceItem, ChoicesItem, Item, Questionnaire, Unknown
from screener.scoring import Recommendation, evaluate

PHQ = select("phq-9").load()
PHQ_2 = select("phq-2").load()
GAD = select("gad-7").load()
AUDIT = select("audit-c").load()
PTSD = select("pc-ptsd-5").load()
CORE = select().load()

ALONE = {one.id: one for one in (PHQ, PHQ_2, GAD, AUDIT, PTSD)}
ADDED = {id: select("level-of-care", [id]).load() for id in ALONE}

MILDEST: dict[str, Answer] = {
    item.link_id: ("none",) if isinstance(item, ChoicesItem) else item.option[0].code
    for item in CORE.item
    if isinstance(item, ChoiceItem | ChoicesItem)
}


def adding_up_to(
    questionnaire: Questionnaire, scale: str, total: int
) -> dict[str, str]:
    """Answers to all questions of a scale, as grave as they can be from the first."""
    answers: dict[str, str] = {}
    (members,) = (one.items for one in questionnaire.scale if one.id == scale)
    for link_id in members:
        item = questionnaire.items[link_id]
        assert isinstance(item, ChoiceItem)
        fitting = [one for one in item.option if (one.score or 0) <= total]
        answers[link_id] = fitting[-1].code
        total -= fitting[-1].score or 0
    assert total == 0
    return answers


def score_of(found: Recommendation, scale: str) -> tuple[int | None, str | None]:
    (one,) = (one for one in found.scales if one.scale == scale)
    return one.score, one.band


@pytest.mark.parametrize(
    ("questionnaire", "scale", "total", "band"),
    [
        *((PHQ, "phq-9", total, "minimal") for total in (0, 1, 4)),
        *((PHQ, "phq-9", total, "mild") for total in (5, 9)),
        *((PHQ, "phq-9", total, "moderate") for total in (10, 14)),
        *((PHQ, "phq-9", total, "moderately severe") for total in (15, 19)),
        *((PHQ, "phq-9", total, "severe") for total in (20, 27)),
        *((GAD, "gad-7", total, "minimal") for total in (0, 4)),
        *((GAD, "gad-7", total, "mild") for total in (5, 9)),
        *((GAD, "gad-7", total, "moderate") for total in (10, 14)),
        *((GAD, "gad-7", total, "severe") for total in (15, 21)),
        (AUDIT, "audit-c", 2, "below the limits"),
        (AUDIT, "audit-c", 3, "above the limit for women, below it for men"),
        *(
            (AUDIT, "audit-c", total, "above the limit for everyone")
            for total in (4, 12)
        ),
    ],
)
def test_a_total_falls_in_the_band_that_was_published(
    questionnaire: Questionnaire, scale: str, total: int, band: str
) -> None:
    found = evaluate(questionnaire, adding_up_to(questionnaire, scale, total))
    assert score_of(found, scale) == (total, band)


@pytest.mark.parametrize("total", range(6))
def test_the_trauma_screen_counts_its_yeses(total: int) -> None:
    answers = {"ptsd-event": "yes", **adding_up_to(PTSD, "pc-ptsd-5", total)}
    band = ["few signs"] * 3
    band += ["worth talking with a doctor about"]
    band += ["a strong reason to talk with a doctor"] * 2
    assert score_of(evaluate(PTSD, answers), "pc-ptsd-5") == (total, band[total])


def test_who_has_seen_no_such_event_scores_0() -> None:
    found = evaluate(PTSD, {"ptsd-event": "no"})
    assert score_of(found, "pc-ptsd-5") == (0, "few signs")
    assert found.unknown == ()


def test_who_never_drinks_scores_0_and_is_asked_no_more() -> None:
    found = evaluate(AUDIT, {"audit-often": "never"})
    assert score_of(found, "audit-c") == (0, "below the limits")
    assert found.unknown == ()


@pytest.mark.parametrize("missing", range(9))
def test_there_is_no_score_while_an_item_is_missing(missing: int) -> None:
    answers = adding_up_to(PHQ, "phq-9", 12)
    del answers[PHQ.scale[0].items[missing]]
    assert score_of(evaluate(PHQ, answers), "phq-9") == (None, None)


@pytest.mark.parametrize("answer", ["several-days", "more-than-half"])
@pytest.mark.parametrize("rest", ["not-at-all", "nearly-every-day"])
@pytest.mark.parametrize("id", ["phq-9", "phq-2"])
def test_item_9_above_0_opens_the_safety_path_whatever_the_total(
    id: str, rest: str, answer: str
) -> None:
    for questionnaire in (ALONE[id], ADDED[id]):
        items = [one for one in questionnaire.items if one.startswith("phq-")]
        answers: dict[str, Answer] = dict.fromkeys(items[:8], rest)
        answers["suicide-thoughts"] = "no"
        answers["phq-self-harm"] = answer
        if questionnaire is ALONE[id]:
            del answers["suicide-thoughts"]
        found = evaluate(questionnaire, answers)
        assert "suicide-now" in found.unknown
        assert found.placements["urgency"].low in ("this-week", "today")
        assert found.placements["urgency"].high == "now"
        planned = evaluate(questionnaire, {**answers, "suicide-now": ("plan",)})
        assert [one.rule.id for one in planned.red_flags] == ["now-self-harm"]


@pytest.mark.parametrize(
    ("answer", "now", "rung", "rules"),
    [
        ("several-days", ("none",), "this-week", {"week-self-harm"}),
        ("several-days", ("means",), "today", {"today-self-harm-risk"}),
        ("several-days", ("nobody-knows",), "today", {"today-self-harm-risk"}),
        ("several-days", ("means", "nobody-knows"), "now", {"now-ready"}),
        ("several-days", ("not-sure-safe",), "now", {"now-self-harm"}),
        ("more-than-half", ("none",), "today", {"today-self-harm"}),
        ("more-than-half", ("means",), "now", {"now-ready"}),
        ("nearly-every-day", ("means",), "now", {"now-ready"}),
    ],
)
@pytest.mark.parametrize("id", ["phq-9", "phq-2"])
def test_a_way_and_thoughts_on_most_days_are_a_danger_now(
    id: str, answer: str, now: tuple[str, ...], rung: str, rules: set[str]
) -> None:
    answers: dict[str, Answer] = {"phq-self-harm": answer, "suicide-now": now}
    for found in (
        evaluate(ALONE[id], answers),
        evaluate(ADDED[id], {**MILDEST, **answers}),
    ):
        assert found.placements["urgency"].low == rung
        held = {one.rule.id for one in found.rules if one.rule.ladder == "urgency"}
        assert rules <= held
        level = "residential" if rung == "now" else "outpatient"
        assert found.placements["level-of-care"].low == level


@pytest.mark.parametrize(("one", "two"), [*product(range(4), repeat=2)])
def test_the_first_two_open_the_rest_at_3_points(one: int, two: int) -> None:
    codes = ["not-at-all", "several-days", "more-than-half", "nearly-every-day"]
    answers = {"phq-interest": codes[one], "phq-mood": codes[two]}
    found = evaluate(PHQ_2, {**answers, "phq-self-harm": "not-at-all"})
    opened = {"phq-sleep", "phq-pace", "phq-difficulty"} <= set(found.unknown)
    assert opened is (one + two >= 3)
    assert score_of(found, "phq-2")[0] == one + two
    # Where the rest are not asked, two questions are no PHQ-9.
    assert score_of(found, "phq-9") == (None, None)


def test_item_9_is_put_to_everyone_before_or_without_the_rest() -> None:
    assert PHQ_2.items["phq-self-harm"].enable_when is None


def test_the_stepped_version_asks_in_the_same_words() -> None:
    for link_id, item in PHQ.items.items():
        twin = PHQ_2.items[link_id]
        assert (item.question, item.loinc) == (twin.question, twin.loinc)
        if isinstance(item, ChoiceItem) and isinstance(twin, ChoiceItem):
            assert item.option == twin.option


def any_answer(item: Item) -> st.SearchStrategy[Answer]:
    unknown: st.SearchStrategy[Answer] = st.sampled_from(Unknown)
    if isinstance(item, ChoiceItem):
        return st.one_of(unknown, st.sampled_from([one.code for one in item.option]))
    assert isinstance(item, ChoicesItem)
    some = [one.code for one in item.option if not one.exclusive]
    ticks = st.sets(st.sampled_from(some), min_size=1).map(tuple)
    return st.one_of(unknown, st.just(("none",)), ticks)


@pytest.mark.many_cases
@pytest.mark.parametrize("id", ALONE)
@given(data=st.data())
def test_alone_and_in_a_visit_it_leads_to_the_same_place(
    id: str, data: st.DataObject
) -> None:
    alone, visit = ALONE[id], ADDED[id]
    answers = {one.link_id: data.draw(any_answer(one)) for one in alone.item}
    told = evaluate(alone, answers)
    whole = evaluate(visit, {**MILDEST, **answers})
    for ladder, placed in told.placements.items():
        assert whole.placements[ladder] == placed
    assert set(told.scales) <= set(whole.scales)


def test_the_last_alcohol_answer_warns_of_stopping_suddenly() -> None:
    answers = {"audit-often": "4-a-week", "audit-amount": "10", "audit-six": "daily"}
    for questionnaire in (AUDIT, ADDED["audit-c"]):
        found = evaluate(questionnaire, answers)
        assert found.placements["withdrawal-care"].low == "ask-doctor"


def test_a_score_of_drinking_is_not_taken_for_daily_drinking() -> None:
    answers: dict[str, Answer] = {
        **MILDEST,
        "substances": ("sedatives",),
        "sedatives-now": "as-told",
        "audit-often": "monthly-or-less",
        "audit-amount": "10",
        "audit-six": "never",
    }
    found = evaluate(ADDED["audit-c"], answers)
    assert score_of(found, "audit-c") == (5, "above the limit for everyone")
    assert found.placements["withdrawal-care"].low == "ask-doctor"
    assert found.placements["level-of-care"].low == "outpatient"


@pytest.mark.parametrize(
    ("sex", "total", "rung"),
    [
        ("male", 3, "none"),
        ("male", 4, "outpatient"),
        ("female", 2, "none"),
        ("female", 3, "outpatient"),
    ],
)
def test_the_cut_off_for_drinking_goes_by_sex_at_birth(
    sex: str, total: int, rung: str
) -> None:
    answers = {**adding_up_to(AUDIT, "audit-c", total), "sex-at-birth": sex}
    assert answers["audit-six"] == "never"
    placed = evaluate(AUDIT, answers).placements["level-of-care"]
    assert (placed.low, placed.high) == (rung, rung)


def test_a_rule_rests_on_the_band_that_the_answers_reach() -> None:
    found = evaluate(PHQ, adding_up_to(PHQ, "phq-9", 12))
    (holding,) = (one for one in found.rules if one.rule.id == "outpatient-mind")
    says = [one.says for one in holding.evidence]
    assert says == ["Your answers reach the moderate range of the PHQ-9."]
