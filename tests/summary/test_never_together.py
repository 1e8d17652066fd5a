"""No face contradicts itself, whoever answers and whatever they leave open or out."""

import random
from collections.abc import Iterator, Mapping

import pytest

from screener.catalog import load_help_lines
from screener.checking.sampled import random_people
from screener.checking.space import Space
from screener.counselor import Marks, OwnRating, Signed
from screener.language import ENGLISH, speaking
from screener.model import Answer, Answers, Questionnaire, Respondent, Unknown
from screener.summary import CounselorView, Summary, summarize
from tests.small import CREATED
from tests.summary.faces import contradictions, faces, pairs

RANDOM_PEOPLE = 150

MILD: Mapping[str, Answer] = {
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
    "limits": ("work", "cost"),
    "wishes": ("family", "keep-life"),
}
MODERATE: Mapping[str, Answer] = {
    **MILD,
    "substances": ("alcohol",),
    "use-severity": "moderate",
    "alcohol-now": "no",
    "recovery-stage": "unfinished",
    "plan": "not-clear",
    "outpatient-before": "no",
    "advice": "no",
}
SEVERE: Mapping[str, Answer] = {**MODERATE, "use-severity": "severe"}
PLAN: Mapping[str, Answer] = {"suicide-thoughts": "thoughts", "suicide-now": ("plan",)}

KINDS: Mapping[str, Mapping[str, Answer]] = {
    "a seizure, then stopped": {"danger-now": ("seizure",)},
    "a seizure": {**MILD, "danger-now": ("seizure",)},
    "shaking alone": {**MILD, "danger-now": ("shaking",)},
    "shaking, then stopped": {"danger-now": ("shaking",)},
    "hurt at home alone": {**MILD, "home-safety": "hurt"},
    "danger at home": {**MILD, "home-safety": "danger"},
    "danger at home, moderate use": {**MODERATE, "home-safety": "danger"},
    "a plan": {**MILD, **PLAN},
    "a plan, moderate use": {**MODERATE, **PLAN},
    "a plan, severe use": {**SEVERE, **PLAN},
    "thoughts, can stay safe": {
        **MODERATE,
        "suicide-thoughts": "thoughts",
        "suicide-now": ("none",),
    },
    "all skipped": dict.fromkeys(MODERATE, Unknown.DECLINED),
    "nothing answered": {},
    "all mild": MILD,
    "moderate": MODERATE,
    "severe": SEVERE,
    "symptoms": {**MILD, "health": ("symptoms",)},
    "pills alone": {
        **MILD,
        "substances": ("sedatives",),
        "use-severity": "little",
        "sedatives-now": "daily",
    },
    "safety skipped": {**MODERATE, "suicide-thoughts": Unknown.DECLINED},
    "home safety skipped": {**MODERATE, "home-safety": Unknown.DECLINED},
    "a cry for help": {**MILD, "note": "I want to die"},
}


def summary_of(
    core: Questionnaire,
    answers: Answers,
    *left_out: str,
    region: str = "us",
    counselor: CounselorView | None = None,
) -> Summary:
    return summarize(
        core,
        answers,
        load_help_lines(region),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=frozenset(left_out),
        counselor=counselor,
    )


def wrong(core: Questionnaire, summary: Summary) -> list[str]:
    with speaking(ENGLISH):
        return [*contradictions(faces(core, summary))]


@pytest.mark.parametrize("topic", [(), ("self-harm",), ("home-safety",)], ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_person(
    core: Questionnaire, kind: str, topic: tuple[str, ...]
) -> None:
    assert not wrong(core, summary_of(core, KINDS[kind], *topic))


@pytest.mark.parametrize("kind", ["all mild", "moderate", "severe", "all skipped"])
@pytest.mark.parametrize(
    "own",
    [
        {"danger-now": ("seizure",)},
        {"danger-now": ("shaking",)},
        {"home-safety": "danger"},
        {"home-safety": "hurt"},
        PLAN,
        {"use-severity": "severe", "substances": ("alcohol",)},
    ],
    ids=lambda own: "-".join(own),
)
def test_what_a_counselor_sees_is_not_contradicted(
    core: Questionnaire, kind: str, own: Mapping[str, Answer]
) -> None:
    view = CounselorView("AB", marks_of(own))
    assert not wrong(core, summary_of(core, KINDS[kind], counselor=view))


def marks_of(own: Mapping[str, Answer]) -> Marks:
    marks = Marks()
    for link_id, answer in own.items():
        assert not isinstance(answer, Unknown)
        rating = OwnRating(answer, "I saw it.", None, Signed("AB", CREATED))
        marks = marks.rate(link_id, rating)
    return marks


def random_visits(core: Questionnaire) -> Iterator[tuple[Answers, tuple[str, ...]]]:
    """Random people: whole visits, stopped ones, some with topics left out."""
    chance = random.Random("never together")
    topics = [topic.id for topic in core.private]
    for person in random_people(Space(core), RANDOM_PEOPLE):
        answers = dict(person)
        if chance.random() < 0.3:
            answers = dict(list(answers.items())[: chance.randint(0, len(answers))])
        for link_id in list(answers):
            if chance.random() < chance.choice([0.0, 0.1, 0.4]):
                answers[link_id] = Unknown.DECLINED
        left_out = tuple(one for one in topics if chance.random() < 0.2)
        yield answers, left_out


def test_no_random_person_is_told_a_contradiction(core: Questionnaire) -> None:
    found: list[tuple[str, Answers]] = []
    for answers, left_out in random_visits(core):
        summary = summary_of(core, answers, *left_out, region="us-ct")
        found += [(what, answers) for what in wrong(core, summary)]
    assert not found


def test_every_pair_of_the_table_can_be_said_apart(core: Questionnaire) -> None:
    """A pattern that nothing ever matches would watch over nothing."""
    said = [
        words
        for answers in KINDS.values()
        for words in faces(core, summary_of(core, answers)).values()
    ]
    assert not [
        pair.says.pattern
        for pair in pairs()
        if not any(pair.says.search(words) for words in said)
    ]


def test_only_connecticut_is_told_of_its_program(core: Questionnaire) -> None:
    for region, is_told in (("us", False), ("us-ct", True)):
        said = faces(core, summary_of(core, MODERATE, region=region))
        assert ("(203) 562-2101" in said["plain"]) is is_told
        assert ("Connecticut" in said["page"]) is is_told
