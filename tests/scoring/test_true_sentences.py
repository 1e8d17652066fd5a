"""Every sentence is true for everyone who reads it: a rule's words follow the ticks."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from screener.catalog import Editions, load_help_lines, select
from screener.model import Answer, Questionnaire, Rule
from screener.scoring import evaluate
from screener.summary.first_steps import first_steps
from tests.scoring.claims import CLAIMS
from tests.scoring.people import Person
from tests.scoring.ways import ways

CALM: Mapping[str, Answer] = {
    "danger-now": ("none",),
    "suicide-thoughts": "no",
    "suicide-acts": "no",
    "mind-danger": ("none",),
    "home-safety": "safe",
    "health": ("none",),
    "home": ("none",),
    "substances": ("none",),
    "mood": "none",
    "daily-life": "fine",
    "care": ("none",),
    "limits": ("none",),
}
USE: Mapping[str, Answer] = {
    "use-risks": ("none",),
    "signs-control": ("none",),
    "signs-life": ("none",),
    "last-use": "months",
}
PILLS: Mapping[str, Answer] = {
    **USE,
    "substances": ("sedatives",),
    "sedatives-now": "own",
}
DRINKS: Mapping[str, Answer] = {
    **USE,
    "substances": ("alcohol",),
    "alcohol-now": "four",
}
BOTH: Mapping[str, Answer] = {
    **PILLS,
    **DRINKS,
    "substances": ("alcohol", "sedatives"),
}
MODERATE: Mapping[str, Answer] = {
    **USE,
    "substances": ("alcohol",),
    "alcohol-now": "little",
    "signs-control": ("more", "cut-down", "urges", "tolerance"),
    "last-use": "weeks-plan",
}
SEVERE: Mapping[str, Answer] = {
    **MODERATE,
    "signs-life": ("duties", "people"),
    "last-use": "weeks",
}

CLAIM_NOTHING = {
    "week-stopping",
    "detox-one",
    "doctor-one",
    "medical-opioids",
    "live-in-self-harm",
    "live-in-mind",
    "live-in-ready",
    "live-in-unreal-hurt",
    "live-in-unreal-self-harm",
    "live-in-eating-signs",
    "outpatient-stopping",
    "outpatient-stopping-past",
    "outpatient-opioids",
    "outpatient-danger",
    "outpatient-street-opioids",
}
"""Rules whose words say nothing that only some of their readers have said."""


@cache
def claims_in(words: str) -> tuple[str, ...]:
    """Return the claims that are made in words."""
    return tuple(one for one in CLAIMS if re.search(one, words, re.IGNORECASE))


def words_of(rule: Rule) -> Iterator[str]:
    """Yield all that a rule may say."""
    texts = [rule.text, rule.first]
    texts += [words for one in rule.wording for words in (one.text, one.first)]
    yield from (words for words in texts if words)


def told_to(core: Questionnaire, person: Mapping[str, Answer]) -> dict[str, str]:
    """Return what the rules say to a person: reasons, and what to do first."""
    found = evaluate(core, person)
    reported = {(id, one.rung) for id, one in found.placements.items()}
    steps = first_steps(core, found.rules, load_help_lines("us"), found.facts)
    done_first = {step.text for step in steps}
    told: dict[str, str] = {}
    for rule in (one.rule for one in found.rules):
        words = [rule.text] if (rule.ladder, rule.rung) in reported else []
        words += [rule.first] if rule.first in done_first and rule.first else []
        told[rule.id] = " ".join(words)
    return told


def test_each_claim_is_made_by_a_rule(core: Questionnaire) -> None:
    """A pattern that nothing ever matches would watch over nothing."""
    rules = core.guidance.rule
    made = {
        one for rule in rules for words in words_of(rule) for one in claims_in(words)
    }
    assert made == {*CLAIMS}


def test_each_rule_makes_a_claim_or_is_known_to_make_none(core: Questionnaire) -> None:
    silent = {
        rule.id
        for rule in core.guidance.rule
        if not any(map(claims_in, words_of(rule)))
    }
    assert silent == CLAIM_NOTHING


def untrue(core: Questionnaire, rule: Rule) -> Iterator[tuple[str, Person]]:
    """Yield the claims of a rule that are told to somebody for whom they are not true.

    Only where some words of the rule do not fit are all of them looked at.
    """
    claims = {one for words in words_of(rule) for one in claims_in(words)}
    for way in ways(core, rule):
        person = way.person(core)
        doubtful = {one for one in claims if not CLAIMS[one](person)}
        if doubtful:
            told = told_to(core, person)
            assert rule.id in told
            for claim in doubtful.intersection(claims_in(told[rule.id])):
                yield claim, person


@cache
def ids() -> list[str]:
    return [rule.id for rule in select().load().guidance.rule]


@pytest.mark.parametrize("id", ids())
def test_a_rule_is_true_in_every_way_in_which_it_holds(
    core: Questionnaire, id: str
) -> None:
    (rule,) = (rule for rule in core.guidance.rule if rule.id == id)
    assert not list(untrue(core, rule))


def told(core: Questionnaire, answers: Mapping[str, Answer]) -> str:
    """All that the rules of the rungs that are reported say; calm in all else."""
    found = evaluate(core, {**CALM, **answers})
    reported = {(id, one.rung) for id, one in found.placements.items()}
    held = [one.rule for one in found.rules]
    rules = [one for one in held if (one.ladder, one.rung) in reported]
    return " ".join(f"{rule.text} {rule.first or ''}" for rule in rules)


MORE = [{}, {"health": ("over-65",)}, {"danger-now": ("seizure",)}]
with_more = pytest.mark.parametrize("more", MORE, ids=["alone", "risk", "danger"])


@with_more
@pytest.mark.parametrize(
    ("answers", "true", "false"),
    [
        (PILLS, (), ("drink", "alcohol")),
        (DRINKS, (), ("pills", "calm down")),
        (BOTH, ("drink", "to calm down or sleep"), ()),
    ],
    ids=["pills", "drinks", "both"],
)
def test_what_is_told_of_drinking_and_pills_was_ticked(
    core: Questionnaire,
    answers: Mapping[str, Answer],
    true: tuple[str, ...],
    false: tuple[str, ...],
    more: Mapping[str, Answer],
) -> None:
    text = told(core, {**answers, **more}).lower()
    assert all(words in text for words in true)
    assert not [words for words in false if words in text]


@with_more
@pytest.mark.parametrize(
    "now",
    [
        {"alcohol-now": "four", "sedatives-now": "own"},
        {"alcohol-now": "seventeen", "sedatives-now": "sick-without"},
    ],
    ids=["daily", "most"],
)
@pytest.mark.parametrize(
    ("answers", "true", "false"),
    [
        (PILLS, (), ("beb", "alcohol", "tragos")),
        (DRINKS, (), ("pastillas", "calmarse")),
        (BOTH, ("beb",), ()),
    ],
    ids=["pills", "drinks", "both"],
)
def test_it_was_ticked_in_spanish_too(
    answers: Mapping[str, Answer],
    true: tuple[str, ...],
    false: tuple[str, ...],
    now: Mapping[str, Answer],
    more: Mapping[str, Answer],
) -> None:
    asked = Editions(select(), "us").edition("es").questionnaire
    person = {**answers, **{id: now[id] for id in answers if id in now}}
    text = told(asked, {**person, **more}).lower()
    assert all(words in text for words in true)
    assert not [words for words in false if words in text]


def words_for(core: Questionnaire, id: str, wording: str | None = None) -> str:
    """Return the words of a rule: its own, or one of its wordings."""
    (rule,) = (rule for rule in core.guidance.rule if rule.id == id)
    return next((one.text for one in rule.wording if one.id == wording), rule.text)


@pytest.mark.parametrize(
    ("answers", "true", "false"),
    [
        (
            {"suicide-thoughts": "thoughts-month", "suicide-now": ("none",)},
            ("today-self-harm", "thoughts"),
            ("today-self-harm",),
        ),
        (
            {"suicide-thoughts": "wish", "suicide-now": ("none",)},
            ("week-self-harm", "wish"),
            ("today-self-harm", "thoughts"),
        ),
        (
            {"suicide-thoughts": "wish", "home": ("alone",)},
            ("today-self-harm-risk", "alone"),
            ("today-self-harm-risk", "way"),
        ),
        (
            {"suicide-thoughts": "wish", "suicide-now": ("means",)},
            ("today-self-harm-risk", "way"),
            ("today-self-harm-risk", "alone"),
        ),
        (
            {"suicide-thoughts": "thoughts-week", "suicide-now": ("means",)},
            ("now-ready", "way-and-thoughts"),
            ("now-ready",),
        ),
        (
            {"mind-danger": ("voices",), "health": ("birth",)},
            ("now-unreal-hurt", "birth"),
            ("now-unreal-hurt",),
        ),
        ({"mind-danger": ("commands",)}, ("now-mind", "commands"), ("now-mind",)),
        ({"mind-danger": ("want-to-hurt",)}, ("now-mind",), ("now-mind", "commands")),
        (
            {"mind-danger": ("rage",)},
            ("week-mind", "rage"),
            ("week-mind", "voices"),
        ),
        (
            {**MODERATE, "home": ("people-use",)},
            ("supportive-strain",),
            ("supportive-no-place",),
        ),
        ({"home-safety": "followed"}, ("today-followed", "followed"), ("now-mind",)),
        (
            {**MODERATE, "use-risks": ("overdose",)},
            ("week-opioids", "overdose"),
            ("week-opioids", "gap"),
        ),
    ],
    ids=str,
)
def test_a_reason_says_no_more_than_was_ticked(
    core: Questionnaire,
    answers: Mapping[str, Answer],
    true: tuple[str, ...],
    false: tuple[str, ...],
) -> None:
    text = told(core, answers)
    assert words_for(core, *true) in text
    assert words_for(core, *false) not in text


@pytest.mark.parametrize("sign", ["chest-pain", "took-too-much"])
def test_only_who_took_too_much_is_told_of_naloxone(
    core: Questionnaire, sign: str
) -> None:
    text = told(core, {"danger-now": (sign,)})
    assert "Call 911 now" in text
    assert ("naloxone" in text) is (sign == "took-too-much")


@pytest.mark.parametrize("safety", ["followed", "hurt", "danger"])
def test_who_is_in_danger_is_not_sent_to_those_at_home(
    core: Questionnaire, safety: str
) -> None:
    answers: Mapping[str, Answer] = {
        **CALM,
        **SEVERE,
        "home-safety": safety,
        "home": ("people-use", "family-advice", "worried"),
    }
    found = evaluate(core, answers)
    lines = {one.id for one in (*found.alternatives, *found.supports, *found.benefits)}
    assert not lines & {
        "trust-those-who-know-you",
        "family-sessions",
        "take-someone",
        "family-close",
    }


SCORED = {id: select(id).load().scale[0].items for id in ("gad-7", "pc-ptsd-5")}
"""The questions in each instrument's score."""


@pytest.mark.parametrize(
    ("added", "answers", "true", "false"),
    [
        (
            "gad-7",
            dict.fromkeys(SCORED["gad-7"], "more-than-half"),
            ("outpatient-mind",),
            "on most days",
        ),
        (
            "pc-ptsd-5",
            {"ptsd-event": "yes", **dict.fromkeys(SCORED["pc-ptsd-5"], "yes")},
            ("outpatient-mind",),
            "on most days",
        ),
        (
            "phq-9",
            {"phq-self-harm": "more-than-half", "suicide-now": ("none",)},
            ("today-self-harm",),
            "killing",
        ),
    ],
)
def test_an_instrument_says_no_more_than_its_answers(
    added: str, answers: Mapping[str, Answer], true: tuple[str, ...], false: str
) -> None:
    asked = select("level-of-care", [added]).load()
    text = told(asked, answers)
    assert words_for(asked, *true) in text
    assert false not in text


@pytest.mark.parametrize("grave", [{}, {"mood": "most-days", "daily-life": "harder"}])
def test_no_reason_makes_less_of_a_trouble_than_the_answer(
    core: Questionnaire, grave: Mapping[str, Answer]
) -> None:
    text = told(core, {**SEVERE, **grave})
    assert words_for(core, "iop-severe") in text
    assert "some trouble" not in text
