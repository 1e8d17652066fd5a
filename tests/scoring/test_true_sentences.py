"""Every sentence is true for everyone who reads it: a rule's words follow the ticks."""

from collections.abc import Mapping

import pytest

from screener.catalog import Editions, select
from screener.model import Answer, Questionnaire
from screener.scoring import evaluate

CALM: Mapping[str, Answer] = {
    "danger-now": ("none",),
    "suicide-thoughts": "no",
    "mind-danger": ("none",),
    "home-safety": "safe",
    "health": ("none",),
    "substances": ("none",),
    "mood": "none",
    "daily-life": "fine",
    "home": ("none",),
    "strengths": ("own-wish", "accountable"),
    "limits": ("work",),
}
PILLS: Mapping[str, Answer] = {
    "substances": ("sedatives",),
    "use-severity": "little",
    "sedatives-now": "daily",
}
DRINKS: Mapping[str, Answer] = {
    "substances": ("alcohol",),
    "use-severity": "little",
    "alcohol-now": "daily",
}
BOTH: Mapping[str, Answer] = {
    **PILLS,
    **DRINKS,
    "substances": ("alcohol", "sedatives"),
}
MODERATE: Mapping[str, Answer] = {
    "substances": ("alcohol",),
    "alcohol-now": "no",
    "use-severity": "moderate",
    "plan": "clear",
    "recovery-stage": "steady",
}


def told(core: Questionnaire, answers: Mapping[str, Answer]) -> str:
    """All that the rules of the rungs that are reported say; calm in all else."""
    found = evaluate(core, {**CALM, **answers})
    reported = {(id, one.rung) for id, one in found.placements.items()}
    held = [one.rule for one in found.rules]
    rules = [one for one in held if (one.ladder, one.rung) in reported]
    return " ".join(f"{rule.text} {rule.first or ''}" for rule in rules)


@pytest.mark.parametrize(
    "more",
    [{}, {"health": ("over-65",)}, {"danger-now": ("seizure",)}],
    ids=["alone", "risk", "danger"],
)
@pytest.mark.parametrize(
    ("answers", "true", "false"),
    [
        (PILLS, ("pills to calm down or sleep",), ("drink", "alcohol")),
        (DRINKS, ("drink",), ("pills",)),
        (BOTH, ("drink", "pills to calm down or sleep"), ()),
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


@pytest.mark.parametrize(
    "more",
    [{}, {"health": ("over-65",)}, {"danger-now": ("seizure",)}],
    ids=["alone", "risk", "danger"],
)
@pytest.mark.parametrize("now", ["daily", "sick-without"])
@pytest.mark.parametrize(
    ("answers", "true", "false"),
    [
        (PILLS, ("pastillas",), ("beb", "alcohol", "tragos")),
        (DRINKS, ("beb",), ("pastillas",)),
        (BOTH, ("beb", "pastillas"), ()),
    ],
    ids=["pills", "drinks", "both"],
)
def test_it_was_ticked_in_spanish_too(
    answers: Mapping[str, Answer],
    true: tuple[str, ...],
    false: tuple[str, ...],
    now: str,
    more: Mapping[str, Answer],
) -> None:
    asked = Editions(select(), "us").edition("es").questionnaire
    gates = ("alcohol-now", "sedatives-now")
    person = {id: now if id in gates else answer for id, answer in answers.items()}
    text = told(asked, {**person, **more}).lower()
    assert all(words in text for words in true)
    assert not [words for words in false if words in text]


@pytest.mark.parametrize(
    ("answers", "true", "false"),
    [
        (
            {"suicide-thoughts": "thoughts", "suicide-now": ("none",)},
            "hurting or killing yourself",
            "better off",
        ),
        (
            {"suicide-thoughts": "better-off-not-here", "suicide-now": ("none",)},
            "better off not here is a reason to get care",
            "killing",
        ),
        (
            {
                "mind-danger": ("voices",),
                "suicide-thoughts": "thoughts",
                "suicide-now": ("none",),
            },
            "Voices that tell you to do things, with",
            "Losing touch",
        ),
        (
            {**MODERATE, "home": ("no-place",)},
            "no steady place",
            "a lot of drug use",
        ),
        (
            {**MODERATE, "home": ("area",)},
            "a lot of drug use where you live",
            "Someone you live with",
        ),
        (
            {**MODERATE, "home": ("people-use",)},
            "Someone you live with",
            "where you live",
        ),
        ({"danger-now": ("chest-pain",)}, "Call 911 now", "naloxone"),
        ({"danger-now": ("hard-to-wake",)}, "naloxone", "of this is happening"),
        (
            {**MODERATE, "use-severity": "severe", "recovery-stage": "unfinished"},
            "not steady in treatment yet",
            "has not been finished",
        ),
    ],
)
def test_a_reason_says_no_more_than_was_ticked(
    core: Questionnaire, answers: Mapping[str, Answer], true: str, false: str
) -> None:
    text = told(core, answers)
    assert true in text
    assert false not in text


@pytest.mark.parametrize("safety", ["hurt", "danger"])
def test_who_is_hurt_at_home_is_not_sent_to_those_at_home(
    core: Questionnaire, safety: str
) -> None:
    answers: Mapping[str, Answer] = {
        **CALM,
        **MODERATE,
        "home-safety": safety,
        "home": ("people-use",),
        "wishes": ("family",),
        "plan": "not-clear",
    }
    found = evaluate(core, answers)
    lines = {one.id for one in (*found.alternatives, *found.supports, *found.benefits)}
    assert not lines & {"trust-those-who-know-you", "family-sessions", "family-close"}


SCORED = {id: select(id).load().scale[0].items for id in ("gad-7", "pc-ptsd-5")}
"""The questions in each instrument's score."""


@pytest.mark.parametrize(
    ("added", "answers", "true", "false"),
    [
        (
            "gad-7",
            dict.fromkeys(SCORED["gad-7"], "more-than-half"),
            "Your mental health gives you a lot of trouble",
            "on most days",
        ),
        (
            "pc-ptsd-5",
            {"ptsd-event": "yes", **dict.fromkeys(SCORED["pc-ptsd-5"], "yes")},
            "Your mental health gives you a lot of trouble",
            "on most days",
        ),
        (
            "phq-9",
            {"phq-self-harm": "more-than-half", "suicide-now": ("none",)},
            "Thoughts of death or of hurting yourself",
            "killing",
        ),
    ],
)
def test_an_instrument_says_no_more_than_its_answers(
    added: str, answers: Mapping[str, Answer], true: str, false: str
) -> None:
    text = told(select("level-of-care", [added]).load(), answers)
    assert true in text
    assert false not in text


@pytest.mark.parametrize(
    "grave", [{"use-severity": "severe"}, {"mood": "most-days", "daily-life": "harder"}]
)
def test_no_reason_makes_less_of_a_trouble_than_the_answer(
    core: Questionnaire, grave: Mapping[str, Answer]
) -> None:
    said = told(core, {**MODERATE, **grave})
    assert "trouble" in said
    assert "some trouble" not in said
