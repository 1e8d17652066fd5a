"""What is asked at once: right after the answer that opens it, wherever it stands."""

from screener.catalog import select
from screener.interview import Interview
from screener.model import Given

VISIT = select("level-of-care", ["phq-9"]).load()


def walk(interview: Interview, answers: dict[str, Given]) -> Interview:
    """Go on as long as the present question has an answer here."""
    while interview.at in answers:
        interview = interview.give(answers[interview.at])
    return interview


CALM: dict[str, Given] = {
    "danger-now": ("none",),
    "suicide-acts": "no",
    "mind-danger": ("none",),
    "home-safety": "safe",
    "health": ("none",),
    "home": ("none",),
    "substances": ("none",),
    "mood": "none",
    "daily-life": "fine",
}
NINE: dict[str, Given] = {
    item.link_id: "not-at-all"
    for item in VISIT.item
    if item.instrument == "phq-9" and item.link_id != "phq-difficulty"
}


def test_thoughts_told_early_are_followed_up_early_and_not_again() -> None:
    said = {**CALM, **NINE, "suicide-thoughts": "wish"}
    at_early = walk(Interview.start(VISIT), said)
    assert at_early.at == "suicide-now"
    done = walk(at_early, {**said, "suicide-now": ("none",)})
    assert done.at == "phq-difficulty"
    assert done.path.index("suicide-now") == done.path.index("suicide-thoughts") + 1


def test_thoughts_told_only_in_item_9_are_followed_up_right_after_it() -> None:
    said = {**CALM, **NINE, "suicide-thoughts": "no", "phq-self-harm": "several-days"}
    asked = walk(Interview.start(VISIT), said)
    assert asked.at == "suicide-now"
    assert asked.path[asked.path.index("suicide-now") - 1] == "phq-self-harm"
    assert asked.back().at == "phq-self-harm"
    planned = asked.give(("plan",))
    assert [one.rule.id for one in planned.new_flags] == ["now-self-harm"]


def test_without_such_thoughts_it_is_not_asked() -> None:
    done = walk(Interview.start(VISIT), {**CALM, **NINE, "suicide-thoughts": "no"})
    assert done.at == "phq-difficulty"
    assert "suicide-now" not in done.path
