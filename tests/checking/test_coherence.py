"""What is proved never to be shown together, against trying everyone."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from screener.checking import Flaw, search
from screener.checking.coherence import Coherence
from screener.checking.shown import Shown
from screener.checking.space import Space
from screener.model import (
    AllClaims,
    Answer,
    Answered,
    AnyClaim,
    AtLeast,
    BasicClaim,
    ChoiceItem,
    ChoicesItem,
    Claim,
    End,
    Fact,
    Guidance,
    HasFact,
    HasRedFlag,
    HasSteps,
    Holds,
    Is,
    Item,
    LineKind,
    Never,
    NoLevel,
    OnRung,
    OnTotal,
    PrivateTopic,
    Questionnaire,
    Rated,
    Rates,
    Rule,
    SafetyOpen,
    Says,
    Sentence,
    ShownLine,
    ShownRung,
    TextItem,
    Ticked,
    Unknown,
    Unticked,
    is_ordered,
    rated_answers,
)
from screener.model.claim import OF_A_LADDER
from screener.scoring import alarms_at, certainty_of
from screener.scoring.saying import (
    Frame,
    claim_holds,
    no_level_is_shown,
    rung_is_shown,
)
from tests.scoring.building import (
    DIMENSIONS,
    choice,
    choices,
    line,
    rule,
    scale,
    sign,
    text,
)
from tests.scoring.building import questionnaire as built
from tests.scoring.people import every_answer
from tests.scoring.random_questionnaires import questionnaires

MOST = 300
"""Sets of answers, with any of them unknown, that are still few enough."""

TOPIC = "topic"


def possible(item: Item) -> list[Answer]:
    """All that can be said to a question, unless it is left out or free words."""
    if isinstance(item, TextItem):
        return [Unknown.DECLINED]
    return [*every_answer(item), Unknown.DECLINED]


def count(questionnaire: Questionnaire) -> int:
    total = 1
    for item in questionnaire.item:
        total *= len(possible(item))
    return total


@st.composite
def scored_ones(draw: st.DrawFn) -> Questionnaire:
    """A questionnaire of a scale whose members do nothing but score."""
    first = draw(st.integers(0, 1))
    ticks: list[Rates] = [{}] * draw(st.integers(1, 2))
    gate = draw(st.sampled_from([None, AtLeast(item="a", at_least="o1")]))
    scores = st.integers(first, first + 2)
    return built(
        choice("a", {}, {"z": 1}),
        choice("b", {}, {}, {}, scores=sorted(draw(scores) for _ in range(3))),
        choice("c", {}, {}, gate=gate, scores=(first, first + 2)),
        choices("d", *ticks, gate=gate, scores=[draw(scores) for _ in ticks]),
        scales=[
            scale(
                "b",
                "c",
                "d",
                bands={0: {}, 2: {"x": 1}, 2 + draw(scores) + 1: {"x": 2}},
            )
        ],
        rules=[rule("level", 1, x=1), rule("level", 2, x=2), rule("side", 1, x=1, z=1)],
    )


@st.composite
def small_ones(draw: st.DrawFn) -> Questionnaire:
    """A small questionnaire with red flags, first steps, safety questions and topics.

    One of its ladders tells how soon. Some have no lines and no safety questions, so
    that the members of their scales are taken together.
    """
    is_bare = draw(st.booleans())
    asked = draw(scored_ones() if is_bare else questionnaires(most=4))
    assume(count(asked) <= MOST)
    items = tuple(
        replace(
            item,
            ask_again=None if is_bare else draw(st.sampled_from([None, "Please."])),
            private=draw(st.sampled_from([None, TOPIC])),
        )
        for item in asked.item
    )
    level, side = asked.ladder
    names = {"r0": "routine", "r1": "today"}
    rungs = tuple(replace(one, id=names[one.id]) for one in side.rung)
    rules = tuple(_rule(draw, one) for one in asked.guidance.rule)
    lines = () if is_bare else asked.guidance.alternative
    told = [line.show_when for line in lines if line.show_when is not None]
    fit = tuple(
        sign(f"sign{n}", one, draw(st.sampled_from([None, *told])))
        for n, one in enumerate(told)
    )
    return replace(
        asked,
        item=items,
        ladder=(level, replace(side, id="urgency", rung=rungs)),
        private=(PrivateTopic(id=TOPIC, name="Topic"),),
        guidance=Guidance(rule=rules, support=lines, fit=fit),
    )


def _rule(draw: st.DrawFn, was: Rule) -> Rule:
    """A rule on the renamed ladder that may be a red flag, or say what to do first."""
    flag = draw(st.integers(0, 3)) == 0
    first = "Go." if flag else draw(st.sampled_from([None, None, "Go."]))
    moved = replace(was, red_flag=flag, first=first)
    if was.ladder == "level":
        return moved
    return replace(moved, ladder="urgency", rung="today")


def on_answers(questionnaire: Questionnaire) -> Iterator[Claim]:
    for item in questionnaire.item:
        if not isinstance(item, TextItem):
            yield Answered(item=item.link_id, answered=True)
            yield Answered(item=item.link_id, answered=False)
        for one in rated_answers(item):
            if isinstance(item, ChoicesItem):
                yield Ticked(item=item.link_id, ticked=one.code)
                yield Unticked(item=item.link_id, unticked=one.code)
            elif is_ordered(item):
                yield AtLeast(item=item.link_id, at_least=one.code)
            if isinstance(item, ChoiceItem):
                yield Is(item=item.link_id, is_=one.code)


def on_results(questionnaire: Questionnaire) -> Iterator[Claim]:
    for ladder, end in itertools.product(questionnaire.ladder, End):
        rungs = [*ladder.index]
        yield NoLevel(no_level=ladder.id)
        for low, high in itertools.combinations_with_replacement(rungs, 2):
            yield OnRung(ladder=ladder.id, from_=low, to=high, end=end)
        yield from (ShownRung(told=ladder.id, rung=rung) for rung in rungs)
        for sentence in OF_A_LADDER:
            yield Says(sentence=sentence, ladder=ladder.id)
    yield Says(sentence=Sentence.NO_HURRY)
    for dimension, end in itertools.product(DIMENSIONS, End):
        yield Rated(dimension=dimension, from_=1, end=end)
        yield Rated(dimension=dimension, to=2, end=end)
    yield from (HasRedFlag(red_flag=there) for there in (True, False))
    yield from (HasSteps(steps=there) for there in (True, False))
    yield from (SafetyOpen(safety_open=there) for there in (True, False))
    yield HasFact(fact=Fact.CRY_FOR_HELP)
    for sum_, end in itertools.product(questionnaire.scale, End):
        yield from (OnTotal(scale=sum_.id, from_=low, end=end) for low in (1, 3))
        yield from (OnTotal(scale=sum_.id, to=high, end=end) for high in (0, 2))
        yield OnTotal(scale=sum_.id, from_=2, to=3, end=end)
    guidance = questionnaire.guidance
    yield from (Holds(holds=rule.id) for rule in guidance.rule)
    for shown in guidance.support:
        yield ShownLine(shown=LineKind.SUPPORT, id=shown.id)
    for one in guidance.fit:
        yield ShownLine(shown=LineKind.FIT, id=one.id)
        yield ShownLine(shown=LineKind.BUILD, id=one.id)


@st.composite
def claims(draw: st.DrawFn, questionnaire: Questionnaire) -> Claim:
    answers, results = [*on_answers(questionnaire)], [*on_results(questionnaire)]
    # A question whose answers are claimed is not taken together with others.
    is_bare = not questionnaire.guidance.support
    basic = st.sampled_from(results) | st.sampled_from(
        results if is_bare or not answers else answers
    )
    match draw(st.integers(0, 5)):
        case 0:
            return AnyClaim(any=(draw(basic), draw(basic)))
        case 1:
            return AllClaims(all=(draw(basic), draw(basic)))
    return draw(basic)


def everyone(questionnaire: Questionnaire) -> Iterator[Shown]:
    """All results: of all answers, with or without a cry for help, whole or not."""
    said = [possible(item) for item in questionnaire.item]
    for one in itertools.product(*said):
        answers = dict(zip(questionnaire.items, one, strict=True))
        for cry in (False, True):
            yield Shown(questionnaire, answers, cry)
            if all(
                answers[item.link_id] is Unknown.DECLINED
                for item in questionnaire.item
                if item.private
            ):
                yield Shown(questionnaire, answers, cry, frozenset({TOPIC}))


def named(questionnaire: Questionnaire, pairs: list[list[Claim]]) -> Questionnaire:
    """The questionnaire with these claims as what must never be together."""
    never = tuple(
        Never(id=f"pair{n}", together=tuple(one), why="A test.")
        for n, one in enumerate(pairs)
    )
    return replace(questionnaire, guidance=replace(questionnaire.guidance, never=never))


def found_in(asked: Questionnaire) -> list[Flaw]:
    coherence = Coherence(Space(asked))
    return [*coherence.check_together().flaws, *coherence.check_no_level().flaws]


def names_of(flaws: list[Flaw]) -> set[str]:
    return {flaw.what.split("`")[1] for flaw in flaws}


@st.composite
def with_pairs(draw: st.DrawFn) -> Questionnaire:
    asked = draw(small_ones())
    together = st.lists(claims(asked), min_size=2, max_size=3)
    return named(asked, draw(st.lists(together, min_size=4, max_size=8)))


few = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@few
@given(asked=with_pairs())
def test_what_is_proved_is_true_of_everyone(asked: Questionnaire) -> None:
    flaws = found_in(asked)
    people = [*everyone(asked)]
    assert names_of(flaws) == {
        one.id
        for one in asked.guidance.never
        if any(person.all_hold(one.together) for person in people)
    }
    assert all("comes true" in flaw.what for flaw in flaws)


def test_the_random_pairs_are_of_every_kind() -> None:
    """They are worth nothing if all of them are proved, or none, or have no scale."""
    seen: set[str] = set()

    @settings(few, max_examples=25, database=None, derandomize=True)
    @given(asked=with_pairs())
    def look(asked: Questionnaire) -> None:
        flaws = found_in(asked)
        seen.update("together" for _ in flaws)
        seen.update("apart" for _ in asked.guidance.never[len(flaws) :])
        seen.update("cry" for flaw in flaws if "cry for help" in flaw.what)
        answers = [flaw.person or {} for flaw in flaws]
        seen.update("unknown" for one in answers if Unknown.DECLINED in one.values())
        seen.update("pool" for one in Space(asked).pools.values() if one.members[1:])

    look()
    assert seen == {"together", "apart", "cry", "unknown", "pool"}


def test_free_words_are_never_open() -> None:
    item = replace(text("a"), ask_again="Please.")
    open_: list[Claim] = [SafetyOpen(safety_open=True), HasFact(fact=Fact.CRY_FOR_HELP)]
    assert not found_in(named(built(choice("b", {}, {}), item), [open_]))


@pytest.mark.parametrize(
    ("end", "other", "is_proved"),
    [
        (End.HIGH, End.LOW, True),
        (End.HIGH, End.HIGH, True),
        (End.LOW, End.LOW, True),
        (End.LOW, End.HIGH, False),
    ],
)
def test_a_line_on_a_total_is_kept_from_what_open_ticks_could_mean(
    end: End, other: End, is_proved: bool
) -> None:
    asked = built(
        choices("a", {}, {}, scores=(1, 1)),
        choice("b", {}, {}, scores=(0, 1)),
        scales=[scale("a", "b", bands={0: {}})],
        supports=[line("calm", OnTotal(scale="sum", to=1, end=end))],
    )
    calm = ShownLine(shown=LineKind.SUPPORT, id="calm")
    pair: list[Claim] = [calm, OnTotal(scale="sum", from_=2, end=other)]
    assert names_of(found_in(named(asked, [pair]))) == (
        set() if is_proved else {"pair0"}
    )


def test_what_is_left_out_of_a_file_is_unknown_and_not_named() -> None:
    item = replace(choice("a", {}, {"x": 1}), ask_again="Please.", private=TOPIC)
    calm, open_ = Says(sentence=Sentence.NO_HURRY), Answered(item="a", answered=False)
    asked = named(built(item), [[calm, open_], [calm, SafetyOpen(safety_open=True)]])
    (flaw,) = found_in(replace(asked, private=(PrivateTopic(id=TOPIC, name="T"),)))
    assert flaw.what.startswith("`pair0` comes true with topic left out.")
    assert flaw.person == {"a": Unknown.DECLINED}


def test_a_search_that_is_cut_off_proves_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = named(
        built(choice("a", {}, {"x": 1}), rules=[rule("level", 1, x=1)]),
        [[OnRung(ladder="level", from_="r1"), Rated(dimension="x", from_=1)]],
    )
    assert "comes true" in found_in(asked)[0].what
    monkeypatch.setattr(search, "MAX_STATES", 1)
    (flaw,) = found_in(asked)
    assert "`pair0` is not proved" in flaw.what


def test_a_rating_that_never_comes_without_a_lower_one_is_not_searched_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = named(
        built(
            *(choice(id, {}, {"x": 1}) for id in "abc"),
            choice("d", {}, {"y": 1}, {"y": 2}),
            rules=[rule("level", 1, x=1, y=2), rule("side", 1, y=1)],
        ),
        [[OnRung(ladder="level", from_="r1"), OnRung(ladder="side", to="r0")]],
    )
    monkeypatch.setattr(search, "MAX_STATES", 1)
    assert found_in(asked) == []


RUNGS = {"level": ["r0", "r1", "r2"], "urgency": ["routine", "today", "now"]}


def holds_at(
    places: Mapping[tuple[str, End], int], flag: bool, claim: BasicClaim
) -> bool:
    """Whether a claim holds of someone who stands at these places."""
    if isinstance(claim, HasRedFlag):
        return claim.red_flag is flag
    assert isinstance(claim, OnRung)
    names = RUNGS[claim.ladder]
    least, most = claim.from_ or names[0], claim.to or names[-1]
    return names.index(least) <= places[claim.ladder, claim.end] <= names.index(most)


def test_no_level_is_what_the_engine_takes_it_for() -> None:
    """Where the low end cannot be told, and only there, a ladder has no level."""
    frame = Frame(RUNGS, [])
    for low, high, soon, later, flag in itertools.product(
        range(3), range(3), range(3), range(3), (False, True)
    ):
        if low > high or soon > later:
            continue
        places = {("level", End.LOW): low, ("level", End.HIGH): high}
        places |= {("urgency", End.LOW): soon, ("urgency", End.HIGH): later}
        ends = (RUNGS["urgency"][soon], RUNGS["urgency"][later])
        certainty = certainty_of(low, high, alarms_at(*ends, has_flag=flag))

        is_true = partial(holds_at, places, flag)
        has_none = claim_holds(no_level_is_shown(frame, "level"), is_true)
        assert has_none is not certainty.is_known
        shown = rung_is_shown(frame, "level", RUNGS["level"][low])
        assert claim_holds(shown, is_true) is certainty.is_known
