"""What a summary shows is what the proof of coherence takes it to show."""

import random
from collections.abc import Iterator, Set

import pytest

from screener.catalog import load_help_lines
from screener.checking.sampled import random_people
from screener.checking.shown import Shown
from screener.checking.space import Space
from screener.model import (
    Answers,
    Fact,
    LineKind,
    NoLevel,
    Questionnaire,
    Respondent,
    Says,
    Sentence,
    ShownLine,
    ShownRung,
    Unknown,
)
from screener.scoring import Fit
from screener.summary import Summary, summarize
from screener.summary.said import calm_words, certainty, more_words, why_words
from tests.small import CREATED

WHY = {
    Sentence.NOTHING_MORE: "Nothing in the answers points to more.",
    Sentence.STILL_MATTERS: "The answers do not point to a treatment program. Some",
    Sentence.VISIT_SOON: "The answers call for a visit soon, and not for",
}
HIGHER = "Nothing in the answers points higher."
CALM = "No answer here calls for help right away. If that changes:"

TOPICS = [(), (), ("self-harm",), ("home-safety",), ("self-harm", "home-safety")]


def visits(core: Questionnaire) -> Iterator[tuple[dict[str, object], Set[str], str]]:
    """Random answers, some of them missing; what is left out of them; a region."""
    chance = random.Random("shown")
    mildest = Space(core).person({})
    for person in random_people(Space(core), 150):
        kept = chance.choice([0.1, 0.4, 1.0])
        answers: dict[str, object] = {
            link_id: answer if chance.random() < kept else mildest.get(link_id)
            for link_id, answer in person.items()
        }
        missing = chance.choice([0.0, 0.0, 0.05, 0.3])
        for link_id, answer in answers.items():
            if answer is None or chance.random() < missing:
                answers[link_id] = Unknown.DECLINED
        region = chance.choice(["us", "us-ct"])
        yield answers, frozenset(chance.choice(TOPICS)), region


def summary_of(
    core: Questionnaire, answers: Answers, left_out: Set[str], region: str, *, cry: bool
) -> Summary:
    return summarize(
        core,
        answers,
        load_help_lines(region),
        facts=frozenset({Fact.CRY_FOR_HELP} if cry else ()),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=left_out,
    )


def shown_lines(summary: Summary) -> dict[LineKind, set[str]]:
    return {
        LineKind.ALTERNATIVE: {one.id for one in summary.alternatives},
        LineKind.SUPPORT: {one.id for one in summary.supports},
        LineKind.BENEFIT: {one.id for one in summary.benefits},
        LineKind.ASK: {one.id for one in summary.asks},
        LineKind.BRING: {one.id for one in summary.brings},
        LineKind.FIT: {one.id for one in summary.fit if one.fit is Fit.FITS},
        LineKind.BUILD: {one.id for one in summary.fit if one.fit is Fit.BUILD},
    }


def claimed_lines(core: Questionnaire, shown: Shown) -> dict[LineKind, set[str]]:
    guidance = core.guidance
    signs = [one.id for one in guidance.fit]
    known = {
        LineKind.ALTERNATIVE: [one.id for one in guidance.alternative],
        LineKind.SUPPORT: [one.id for one in guidance.support],
        LineKind.BENEFIT: [one.id for one in guidance.benefit],
        LineKind.ASK: [one.id for one in guidance.ask],
        LineKind.BRING: [one.id for one in guidance.bring],
        LineKind.FIT: signs,
        LineKind.BUILD: signs,
    }
    return {
        kind: {one for one in ids if shown.holds(ShownLine(shown=kind, id=one))}
        for kind, ids in known.items()
    }


@pytest.mark.slow
@pytest.mark.parametrize("cry", [False, True])
def test_a_summary_shows_what_is_claimed_of_it(core: Questionnaire, cry: bool) -> None:
    met: set[Sentence | str] = set()
    for answers, left_out, region in visits(core):
        if cry and left_out:
            continue  # what was typed goes with what is left out
        summary = summary_of(core, answers, left_out, region, cry=cry)  # type: ignore[arg-type]
        known = {
            link_id: Unknown.DECLINED
            if core.items[link_id].private in left_out
            else answer
            for link_id, answer in answers.items()
        }
        shown = Shown(core, known, cry, left_out, region)  # type: ignore[arg-type]
        claimed, there = claimed_lines(core, shown), shown_lines(summary)
        for kind, ids in there.items():
            # Signs that name a topic that is left out are left out as well.
            assert ids <= claimed[kind]
            if not left_out:
                assert ids == claimed[kind]
        is_calm = calm_words(summary) == CALM
        assert shown.holds(Says(sentence=Sentence.NO_HURRY)) is is_calm
        met.update({Sentence.NO_HURRY} if is_calm else ())
        for line in summary.ladders:
            is_known = certainty(summary, line).is_known
            assert shown.holds(NoLevel(no_level=line.id)) is not is_known
            assert shown.holds(ShownRung(told=line.id, rung=line.low)) is is_known
            met.update(() if is_known else {"no level"})
            why = [*why_words(summary, line)]
            for sentence, words in WHY.items():
                is_said = any(one.startswith(words) for one in why)
                assert shown.holds(Says(sentence=sentence, ladder=line.id)) is is_said
                met.update({sentence} if is_said else ())
            higher = Says(sentence=Sentence.NOTHING_HIGHER, ladder=line.id)
            assert shown.holds(higher) is (more_words(summary, line) == HIGHER)
            met.update({Sentence.NOTHING_HIGHER} if shown.holds(higher) else ())
    assert met == ({"no level"} if cry else {*Sentence, "no level"})
