"""Claims that the rules make about their reader, and the answers that support them."""

from collections.abc import Callable, Mapping

from screener.model import Answer
from tests.scoring.people import Person

Claim = Callable[[Person], bool]


def said(link_id: str, *codes: str) -> Claim:
    """Return whether a person gave one of these answers, or ticked one of them."""

    def is_said(person: Person) -> bool:
        answer = person.get(link_id)
        return bool({*(answer if isinstance(answer, tuple) else (answer,))} & {*codes})

    return is_said


def signs(least: int) -> Claim:
    """Return whether a person checked at least so many of the eleven signs."""

    def are_checked(person: Person) -> bool:
        ticks = [
            code
            for link_id in ("signs-control", "signs-life")
            for code in as_ticks(person.get(link_id))
        ]
        return len(ticks) - ticks.count("none") >= least

    return are_checked


def as_ticks(answer: Answer | None) -> tuple[str, ...]:
    return answer if isinstance(answer, tuple) else ()


def all_of(*claims: Claim) -> Claim:
    return lambda person: all(claim(person) for claim in claims)


def any_of(*claims: Claim) -> Claim:
    return lambda person: any(claim(person) for claim in claims)


DANGER_TODAY = said(
    "danger-now",
    "seizure",
    "confused",
    "took-too-much",
    "chest-pain",
    "wound",
    "blood",
    "fever",
)
THOUGHTS = said("suicide-thoughts", "thoughts-month", "thoughts-week")
ANY_THOUGHTS = any_of(THOUGHTS, said("suicide-thoughts", "wish"))
NOT_SAFE = said("suicide-now", "plan", "intent", "preparing", "not-sure-safe")
UNREAL = said("mind-danger", "not-real", "commands")
CHANGED_MIND = any_of(UNREAL, said("mind-danger", "voices", "racing"))
USED_TO_MUCH = any_of(
    said("alcohol-now", "nine", "seventeen"), said("sedatives-now", "sick-without")
)
USED_TO = any_of(
    USED_TO_MUCH, said("alcohol-now", "four"), said("sedatives-now", "own")
)
DRINKS_DAILY = said("alcohol-now", "four", "nine", "seventeen")
CALMED_DAILY = said("sedatives-now", "as-told", "own", "sick-without")
BODY_SIGNS = any_of(
    DANGER_TODAY,
    said("health", "symptoms", "purge", "keeps-nothing", "eats-little"),
    said("daily-life", "nothing"),
)
MIND_NEEDS_CARE = any_of(
    said("mood", "most-days", "nearly-always"),
    ANY_THOUGHTS,
    said("mind-danger", "unwanted"),
    said("health", "purge", "eats-little"),
)
BAD_MIND = any_of(
    said("mind-danger", "voices", "rage", "not-real", "racing", "hurt-someone"),
    said("mind-danger", "want-to-hurt", "commands"),
)
CLAIMS: Mapping[str, Claim] = {
    # The body today
    "you checked for today": DANGER_TODAY,
    "a danger sign today": DANGER_TODAY,
    "you shake|about the shaking|shaking as": said("danger-now", "shaking"),
    "this sick from stopping": said("use-risks", "bad-now"),
    "you are sick (as|from stopping)": any_of(
        said("danger-now", "shaking"), said("use-risks", "bad-now")
    ),
    "shows signs (that should be seen|of danger)": BODY_SIGNS,
    "told us about your body": BODY_SIGNS,
    "new body signs?": said("health", "symptoms"),
    "you eat very little": said("health", "eats-little"),
    "(are|is) without a medicine|without a medicine": said("care", "missed"),
    "serious illness": said("health", "illness"),
    "pregnant|and the baby": any_of(said("health", "pregnant", "birth")),
    "after a birth": said("health", "birth"),
    # Suicide
    "not be safe from suicide": NOT_SAFE,
    "told us about suicide": any_of(
        ANY_THOUGHTS,
        said("suicide-acts", "tried"),
        said("suicide-now", "means", "nobody-knows"),
    ),
    "(killing yourself|of it again) this week": said(
        "suicide-thoughts", "thoughts-week"
    ),
    "could get to a way": said("suicide-now", "means"),
    "you tried to kill yourself": said("suicide-acts", "tried"),
    "thoughts of death": any_of(THOUGHTS, NOT_SAFE),
    "you thought of killing yourself": THOUGHTS,
    "dark thoughts about your life are": any_of(
        ANY_THOUGHTS, NOT_SAFE, said("suicide-thoughts", "past-year")
    ),
    "you have (had )?dark thoughts|have had dark thoughts": any_of(
        ANY_THOUGHTS, NOT_SAFE
    ),
    "wished you were dead": ANY_THOUGHTS,
    "no one could stay with you": said("home", "alone"),
    "what happened before": said(
        "suicide-acts", "long-ago", "cut", "cut-deep", "tried"
    ),
    "happened in the last 3 months": said("suicide-acts", "cut-deep", "tried"),
    "in the months after": said("suicide-acts", "tried"),
    "hurting yourself is": said("suicide-acts", "cut", "cut-deep"),
    # Mind and anger
    "ready to hurt someone|you want to hurt someone": said(
        "mind-danger", "want-to-hurt"
    ),
    "voices tell you": said("mind-danger", "commands"),
    "such changes in the mind": CHANGED_MIND,
    "was hurt or threatened": said("mind-danger", "hurt-someone"),
    "los(e|ing) touch": UNREAL,
    "your mind shows signs": CHANGED_MIND,
    "(hardly any|too little) sleep": said("mind-danger", "racing"),
    "you hurt or threatened": said("mind-danger", "hurt-someone"),
    "told us about your mind or anger": BAD_MIND,
    "hearing or seeing": said("mind-danger", "voices"),
    "rage": said("mind-danger", "rage"),
    # Other people, and where they live
    "in danger from someone": said("home-safety", "danger"),
    "someone is a danger": said("home-safety", "followed", "hurt", "danger"),
    "looks for you": said("home-safety", "followed"),
    "not feel safe from": said("home-safety", "hurt"),
    "fights at home": said("home-safety", "conflict"),
    "where and with whom you live": said("home", "people-use", "no-place"),
    "no steady place": said("home", "no-place"),
    "hard for someone to watch": said("home", "alone", "no-place"),
    "no one close": said("home", "no-support"),
    "is worried": said("home", "worried"),
    "people who know you": said("home", "family-advice", "expert-advice"),
    "others say|what was advised": said("home", "family-advice", "expert-advice"),
    "says (that )?you (need more|should)": said("home", "more-care", "expert-advice"),
    "says you should stay": said("home", "expert-advice"),
    # Alcohol, pills and drugs
    "used to (so|very) much": USED_TO_MUCH,
    "is used to what you take": USED_TO,
    "you take alcohol or pills": said("substances", "alcohol", "sedatives"),
    "you drink and": DRINKS_DAILY,
    "you drink on most days": DRINKS_DAILY,
    "17 drinks": said("alcohol-now", "seventeen"),
    "take something to calm down or sleep on most days": CALMED_DAILY,
    "a seizure when you stopped": said("use-risks", "seizure"),
    "confused when you stopped": said("use-risks", "delirium"),
    "overdose in the last 2 weeks": said("use-risks", "overdose-lately"),
    "overdose in the last 12 months": said("use-risks", "overdose"),
    "your risk of an overdose": any_of(
        said("use-risks", "overdose", "overdose-lately", "gap"),
        said("opioids-now", "some", "daily"),
        said("care", "ran-out"),
    ),
    "after weeks without": said("use-risks", "gap"),
    "pills to calm down or sleep should": CALMED_DAILY,
    "you have visits": said("care", "visits"),
    "weeks without opioids": said("use-risks", "gap"),
    "alcohol together with": all_of(said("substances", "alcohol"), CALMED_DAILY),
    "when you drink": said("substances", "alcohol"),
    "opioids with pills": all_of(
        said("substances", "opioid-pills", "street-opioids"), CALMED_DAILY
    ),
    "use opioids not as": said("opioids-now", "some", "daily"),
    "need detox first": any_of(
        said("alcohol-now", "seventeen"),
        said("sedatives-now", "sick-without"),
        said("use-risks", "bad-now"),
    ),
    "with daily opioids|use opioids on most days": said("opioids-now", "daily"),
    "street opioids": said("substances", "street-opioids"),
    "without your medicine|methadone": said("care", "ran-out"),
    "medicine against drinking": said("care", "medicine"),
    # Signs of trouble, and the last time
    "so many signs|many signs": signs(6),
    "nearly all signs": signs(9),
    "checked signs of trouble": signs(2),
    "alcohol, drugs or gambling gave": signs(2),
    "last time so close|it is recent": said("last-use", "days"),
    "last time is not long ago": said("last-use", "weeks-plan", "weeks", "days"),
    "new or not there yet": said("last-use", "weeks", "days"),
    # Mood, daily life, and care
    "your mental health needs some care": any_of(
        MIND_NEEDS_CARE, said("mood", "some-days")
    ),
    "your mental health (needs care|is a reason)": MIND_NEEDS_CARE,
    "feel very bad": said("mood", "nearly-always"),
    "tasks (are )?harder": said(
        "daily-life", "harder", "very-hard", "cannot", "nothing"
    ),
    "tasks are very hard": said("daily-life", "very-hard", "cannot", "nothing"),
    "most daily tasks are too much": said("daily-life", "cannot", "nothing"),
    "hardly been able to get up": said("daily-life", "nothing"),
    "a program (or a stay )?was not enough": said(
        "care-how", "back-strong", "no-better-strong"
    ),
    "care so far was not enough": any_of(
        said("care-how", "helps-some", "back-once", "back-often", "no-better"),
        said("care-how", "back-strong", "no-better-strong"),
    ),
    "care so far was hard to keep": said(
        "care-how",
        "not-kept",
        "helps-some",
        "back-once",
        "back-often",
        "no-better",
        "back-strong",
        "no-better-strong",
    ),
    "after close care": said("care", "program", "stay", "hospital"),
    "hospital stay": said("care", "hospital"),
}
"""The answers that support a claim about the reader, by a pattern of its words."""
