"""No face contradicts itself, whoever answers and whatever they leave open or out."""

import random
from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from screener.catalog import Edition, Editions, load_help_lines, select
from screener.checking.sampled import random_people
from screener.checking.space import Space
from screener.counselor import Marks, OwnRating, Signed
from screener.language import ENGLISH, speaking
from screener.model import Answer, Answers, Questionnaire, Respondent, Unknown
from screener.scoring import Recommendation, evaluate
from screener.summary import CounselorView, Summary, summarize
from tests.small import CREATED
from tests.summary.contradictions import contradictions, said_to, table
from tests.summary.faces import NAMES_NO_HELP, faces

RANDOM_PEOPLE = 1500
"""Of all who are placed alike, one is looked at in every face."""

TOPICS = [(), ("self-harm",), ("home-safety",), ("self-harm", "home-safety")]

MILD: Mapping[str, Answer] = {
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
    "limits": ("duties", "cost"),
}
USE: Mapping[str, Answer] = {
    **MILD,
    "use-risks": ("none",),
    "signs-control": ("none",),
    "signs-life": ("none",),
    "last-use": "months",
}
MILD_USE: Mapping[str, Answer] = {
    **USE,
    "substances": ("alcohol",),
    "alcohol-now": "little",
}
MODERATE: Mapping[str, Answer] = {
    **MILD_USE,
    "alcohol-now": "some",
    "signs-control": ("more", "cut-down", "urges", "tolerance"),
    "last-use": "days",
    "daily-life": "very-hard",
}
SEVERE: Mapping[str, Answer] = {
    **MODERATE,
    "signs-life": ("duties", "people", "gave-up", "risky", "harm"),
}
PLAN: Mapping[str, Answer] = {
    "suicide-thoughts": "thoughts-week",
    "suicide-now": ("plan",),
}
SAFE_FOR_NOW: Mapping[str, Answer] = {"suicide-now": ("none",)}
STREET_OPIOIDS: Mapping[str, Answer] = {
    **USE,
    "substances": ("street-opioids",),
    "opioids-now": "no",
}

KINDS: Mapping[str, Mapping[str, Answer]] = {
    "a seizure, then stopped": {"danger-now": ("seizure",)},
    "a seizure": {**MILD, "danger-now": ("seizure",)},
    "a wound": {**MILD, "danger-now": ("wound",)},
    "shaking alone": {
        **MILD,
        "danger-now": ("shaking",),
        "use-risks": ("none",),
    },
    "shaking, then stopped": {"danger-now": ("shaking",)},
    "hurt at home alone": {**MILD, "home-safety": "hurt"},
    "followed": {**MILD, "home-safety": "followed"},
    "followed, moderate use": {**MODERATE, "home-safety": "followed"},
    "danger at home": {**MILD, "home-safety": "danger"},
    "danger at home, moderate use": {**MODERATE, "home-safety": "danger"},
    "a plan": {**MILD, **PLAN},
    "a plan, moderate use": {**MODERATE, **PLAN},
    "a plan, severe use": {**SEVERE, **PLAN},
    "thoughts, can stay safe": {
        **MODERATE,
        **SAFE_FOR_NOW,
        "suicide-thoughts": "thoughts-week",
    },
    "thoughts of suicide a while ago": {**MILD, "suicide-thoughts": "past-year"},
    "thoughts and a way to do it": {
        **MILD,
        "suicide-thoughts": "thoughts-week",
        "suicide-now": ("means",),
    },
    "tried lately, no thoughts": {**MILD, **SAFE_FOR_NOW, "suicide-acts": "tried"},
    "tried lately, and nobody knows": {
        **MILD,
        "suicide-acts": "tried",
        "suicide-now": ("nobody-knows",),
    },
    "cut, not to die": {**MILD, **SAFE_FOR_NOW, "suicide-acts": "cut"},
    "acts skipped": {**MODERATE, "suicide-acts": Unknown.DECLINED},
    "all skipped": dict.fromkeys(MODERATE, Unknown.DECLINED),
    "all unsure": dict.fromkeys(MODERATE, Unknown.UNSURE),
    "nothing answered": {},
    "all mild": MILD,
    "little use": MILD_USE,
    "some signs, long ago": {**MILD_USE, "signs-control": ("more", "urges")},
    "moderate": MODERATE,
    "severe": SEVERE,
    "moderate, few hours": {**MODERATE, "limits": ("duties", "few-hours")},
    "moderate, others use": {**MODERATE, "home": ("people-use", "worried")},
    "drinks a lot, and sees little trouble": {
        **MILD_USE,
        "alcohol-now": "four",
        "last-use": "days",
    },
    "without a medicine": {**MILD, "care": ("missed",)},
    "pregnant and drinks": {
        **MILD_USE,
        "alcohol-now": "some",
        "health": ("pregnant",),
        "last-use": "days",
    },
    "symptoms": {**MILD, "health": ("symptoms",)},
    "purging": {**MILD, "health": ("purge",)},
    "pills alone": {
        **USE,
        "substances": ("sedatives",),
        "sedatives-now": "own",
    },
    "danger skipped": {**MILD, "danger-now": Unknown.DECLINED},
    "voices skipped": {**MILD, "mind-danger": Unknown.DECLINED},
    "safety skipped": {**MODERATE, "suicide-thoughts": Unknown.DECLINED},
    "home safety skipped": {**MODERATE, "home-safety": Unknown.DECLINED},
    "shaking, moderate use": {**MODERATE, "danger-now": ("shaking",)},
    "far too much alcohol": {**MODERATE, "alcohol-now": "seventeen"},
    "sick without alcohol": {**MODERATE, "use-risks": ("bad-now",)},
    "thoughts of hurting others": {**MILD, "mind-danger": ("want-to-hurt",)},
    "voices": {**MILD, "mind-danger": ("voices",)},
    "voices that command": {**MILD, "mind-danger": ("commands",)},
    "full of energy": {**MILD, "mind-danger": ("racing",)},
    "street opioids": STREET_OPIOIDS,
    "street opioids daily": {
        **STREET_OPIOIDS,
        "opioids-now": "daily",
        "last-use": "days",
    },
    "substances skipped": {**MILD, "substances": Unknown.DECLINED},
    "alcohol skipped": {**MODERATE, "alcohol-now": Unknown.DECLINED},
    "better off not here": {**MILD, **SAFE_FOR_NOW, "suicide-thoughts": "wish"},
    "no place to live": {**MILD, "home": ("no-place",)},
    "advice to stay": {**MILD, "home": ("expert-advice",)},
    "somebody is worried": {**MILD, "home": ("worried",)},
    "a seizure in the past": {**MILD_USE, "use-risks": ("seizure",)},
    "a seizure in the past, some use": {
        **MILD_USE,
        "alcohol-now": "some",
        "use-risks": ("seizure",),
    },
    "an overdose, little use": {**MILD_USE, "use-risks": ("overdose",)},
    "an overdose, moderate use": {**MODERATE, "use-risks": ("overdose",)},
    "out of medicine": {**MILD, "care": ("ran-out",)},
    "just out of a hospital": {
        **MILD,
        "care": ("hospital",),
        "care-how": ("none",),
    },
    "a cry for help": {**MILD, "note": "I want to die"},
}


PHQ_ITEMS = [
    "phq-interest",
    "phq-mood",
    "phq-sleep",
    "phq-energy",
    "phq-appetite",
    "phq-worth",
    "phq-focus",
    "phq-pace",
]
ITEM_9: Mapping[str, Mapping[str, Answer]] = {
    f"{id}, {answer}, {rest}": {
        **MILD,
        **dict.fromkeys(PHQ_ITEMS, rest),
        "phq-difficulty": "not-difficult",
        "phq-self-harm": answer,
        **SAFE_FOR_NOW,
    }
    for id in ("phq-9", "phq-2")
    for answer in ("several-days", "more-than-half", "nearly-every-day")
    for rest in ("not-at-all", "nearly-every-day")
}


@cache
def edition(language: str = "en", *added: str, region: str = "us") -> Edition:
    return Editions(select("level-of-care", added), region).edition(language)


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


def told(
    asked: Edition, answers: Answers, *left_out: str
) -> tuple[Summary, dict[str, str]]:
    """Return a summary and its outputs, in the language of the questions."""
    with speaking(asked.language):
        summary = summarize(
            asked.questionnaire,
            answers,
            asked.help_lines,
            respondent=Respondent.SELF,
            created=CREATED,
            left_out=frozenset(left_out),
        )
        return summary, faces(asked.questionnaire, summary)


def wrong(core: Questionnaire, summary: Summary) -> list[str]:
    with speaking(ENGLISH):
        return [*contradictions(faces(core, summary), table())]


def faults(asked: Edition, answers: Answers, *left_out: str) -> list[str]:
    """Return the forbidden phrases that this person would read."""
    added = asked.questionnaire.id.split(".")[1:]
    known = table(asked.language, *added)
    summary, texts = told(asked, answers, *left_out)
    true = evaluate(asked.questionnaire, answers)
    people = who(true, summary, answers)
    return [*contradictions(texts, known), *said_to(people, texts, known)]


def who(true: Recommendation, summary: Summary, answers: Answers) -> Iterator[str]:
    """Yield the kinds of people, as in the table, that a person belongs to."""
    soon = true.placements["urgency"]
    is_urgent = soon.rung in ("today", "now") or bool(true.red_flags or true.facts)
    is_left_out = summary.left_out and any(
        line.id == "urgency" and line.rung not in ("today", "now")
        for line in summary.ladders
    )
    if is_urgent and is_left_out:
        yield "whose file leaves out what calls for help today"
    elif is_urgent:
        yield "who needs help today"
    grave = any(true.ratings[of].low >= 2 for of in ("self-harm", "acts"))
    if grave and not summary.left_out:
        yield "who has had thoughts of death or self-harm"
    if any(rating.low >= 2 for rating in summary.ratings):
        yield "whose answers weigh moderate or more"
    if all(isinstance(answer, Unknown) for answer in answers.values()):
        yield "who has answered nothing"
    if not is_urgent and not any(line.place_of(line.high) for line in summary.ladders):
        yield "who needs nothing"
    if summary.region != "us-ct":
        yield "who lives elsewhere"


@pytest.mark.many_cases
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("topics", TOPICS, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_person(kind: str, topics: tuple[str, ...], language: str) -> None:
    assert not faults(edition(language), KINDS[kind], *topics)


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", KINDS)
def test_a_change_does_not_name_the_level_that_stands_already(kind: str) -> None:
    summary, texts = told(edition(), KINDS[kind])
    level = summary.ladder("level-of-care").rung_name
    for words in texts.values():
        assert f'It would be "{level}", maybe' not in words


@pytest.mark.many_cases
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", ITEM_9)
def test_item_9_is_never_contradicted(kind: str, language: str) -> None:
    asked = edition(language, kind.partition(",")[0])
    assert not faults(asked, ITEM_9[kind])
    _summary, texts = told(asked, ITEM_9[kind])
    known = table(language, kind.partition(",")[0])
    assert not said_to(["who has had thoughts of death or self-harm"], texts, known)
    assert not [
        face
        for face, words in texts.items()
        if "988" not in words and face not in NAMES_NO_HELP
    ]


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", ["all mild", "moderate", "severe", "all skipped"])
@pytest.mark.parametrize(
    "own",
    [
        {"danger-now": ("seizure",)},
        {"danger-now": ("shaking",)},
        {"home-safety": "danger"},
        {"home-safety": "hurt"},
        {"home-safety": "followed"},
        PLAN,
        {"suicide-acts": "tried"},
        {id: SEVERE[id] for id in ("substances", "signs-control", "signs-life")},
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
    for person in random_people(Space(core), RANDOM_PEOPLE):
        answers = dict(person)
        if chance.random() < 0.3:
            answers = dict(list(answers.items())[: chance.randint(0, len(answers))])
        skipped = chance.choice([0.0, 0.0, 0.1, 0.4])
        for link_id in list(answers):
            if chance.random() < skipped:
                answers[link_id] = chance.choice([*Unknown])
        yield answers, chance.choice([(), (), *TOPICS])


def one_of_each(core: Questionnaire) -> Iterator[tuple[Answers, tuple[str, ...]]]:
    """Yield a random person for each distinct placement and set of topics left out."""
    met = set()
    for answers, left_out in random_visits(core):
        found = evaluate(core, answers)
        placed = tuple((ends.low, ends.high) for ends in found.placements.values())
        if (kind := (placed, bool(found.red_flags), left_out)) not in met:
            met.add(kind)
            yield answers, left_out


@pytest.mark.slow
def test_no_random_person_is_told_a_contradiction(core: Questionnaire) -> None:
    found: list[tuple[list[str], Answers, tuple[str, ...]]] = []
    people = [*one_of_each(core)]
    assert len(people) > 200
    for place, (answers, left_out) in enumerate(people):
        wrong = faults(edition(("en", "es")[place % 2]), answers, *left_out)
        if wrong:
            found.append((wrong, answers, left_out))
    assert not found, found[0]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_pair_of_the_table_can_be_said_apart(language: str) -> None:
    """A pattern that nothing ever matches would watch over nothing."""
    texts = [
        words
        for answers in KINDS.values()
        for words in told(edition(language, region="us-ct"), answers)[1].values()
    ]
    known = table(language)
    patterns = {pattern for pair in known.pairs for pattern in pair[:2]}
    patterns |= {pattern for group in known.never.values() for pattern in group}
    assert not [
        pattern.pattern
        for pattern in patterns
        if not any(pattern.search(words) for words in texts)
    ]


def test_only_connecticut_is_told_of_its_program(core: Questionnaire) -> None:
    for region, is_told in (("us", False), ("us-ct", True)):
        texts = faces(core, summary_of(core, MODERATE, region=region))
        assert ("(203) 562-2101" in texts["plain"]) is is_told
        assert ("Connecticut" in texts["page"]) is is_told
