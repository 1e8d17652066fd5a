"""The small questionnaire of the tests, which has one of everything, and a visit."""

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from screener.catalog import load_help_lines, load_questionnaire
from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    HelpLines,
    Item,
    NumberItem,
    Questionnaire,
    Respondent,
    Unknown,
)
from screener.summary import Summary, summarize

DATA = Path(__file__).parent / "data"
SMALL = DATA / "small"

CREATED = datetime.datetime(2026, 11, 23, 10, 30, tzinfo=datetime.UTC)

CALM: Mapping[str, Answer] = {
    "thoughts": "no",
    "home-safe": "yes",
    "days": 0,
    "problems": ("none",),
    "interest": "never",
    "low": "never",
    "tried": "no",
    "support": "yes",
    "living": "own",
    "limits": ("none",),
}
"""Every question answered, at its mildest."""

GRAVE: Mapping[str, Answer] = {
    "thoughts": "yes",
    "plan": "yes",
    "home-safe": "hurt",
    "days": 30,
    "problems": ("cravings", "lost-work", "gaps"),
    "interest": "often",
    "low": "often",
    "tried": "yes",
    "ended": "early",
    "support": "none",
    "living": "others",
    "limits": ("cost", "work"),
    "words": "I want this to change.",
}
"""Every question answered, at its gravest."""

HALF: Mapping[str, Answer] = {
    "thoughts": Unknown.DECLINED,
    "home-safe": "afraid",
    "days": 12,
    "interest": Unknown.UNSURE,
    "tried": "no",
    "ended": "early",
}
"""Some questions answered, one that no longer applies."""


@cache
def small() -> Questionnaire:
    """The small questionnaire."""
    return load_questionnaire(SMALL)


@cache
def help_lines(region: str = "us-ct") -> HelpLines:
    """The help lines of the tests."""
    return load_help_lines(region, DATA / "help-lines")


def summary_of(answers: Mapping[str, Answer], *left_out: str) -> Summary:
    """The summary of a visit with these answers."""
    return summarize(
        small(),
        answers,
        help_lines(),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=frozenset(left_out),
    )


def any_answers() -> st.SearchStrategy[dict[str, Answer]]:
    """Answers that anyone could give, in any combination; some are missing."""
    any_answer = {item.link_id: _any_answer(item) for item in small().item}
    return st.fixed_dictionaries({}, optional=any_answer)


def _any_answer(item: Item) -> st.SearchStrategy[Answer]:
    open_answers: st.SearchStrategy[Answer] = st.sampled_from(Unknown)
    if isinstance(item, ChoiceItem):
        codes = [option.code for option in item.option]
        return st.one_of(open_answers, st.sampled_from(codes))
    if isinstance(item, ChoicesItem):
        some = [option.code for option in item.option if not option.exclusive]
        ticks = st.sets(st.sampled_from(some)).map(
            lambda ticked: tuple(code for code in some if code in ticked)
        )
        return st.one_of(open_answers, st.just(("none",)), ticks)
    if isinstance(item, NumberItem):
        return st.one_of(open_answers, st.integers(item.minimum, item.maximum))
    return st.one_of(open_answers, st.text(max_size=60))
