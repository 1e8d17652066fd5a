"""Progress tells the truth: checked against every way and against random ways."""

import random
from itertools import pairwise

import pytest

from screener.catalog import select
from screener.interview import (
    Interview,
    Place,
    Progress,
    left_in_words,
    place_in_words,
    place_of,
    progress_of,
)
from screener.language import speaking
from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Item,
    Questionnaire,
    Unknown,
)

LONGEST = 25
COMMON = 18


def any_answer(item: Item, luck: random.Random) -> Answer:
    if luck.random() < 0.15:
        return luck.choice(list(Unknown))
    if isinstance(item, ChoiceItem):
        return luck.choice(item.option).code
    if isinstance(item, ChoicesItem):
        none = [option.code for option in item.option if option.exclusive]
        if none and luck.random() < 0.5:
            return (none[0],)
        others = [option.code for option in item.option if not option.exclusive]
        return tuple(code for code in others if luck.random() < 0.3) or (others[0],)
    return "words"


def say(interview: Interview, answer: Answer) -> Interview:
    if isinstance(answer, Unknown):
        asked = interview.leave_open(answer)
        return asked.leave_open(answer) if asked.asking_again else asked
    return interview.give(answer)


@pytest.mark.many_cases
@pytest.mark.parametrize("seed", range(200))
def test_what_is_left_lies_in_the_span_told_and_never_grows(
    core: Questionnaire, seed: int
) -> None:
    luck = random.Random(seed)
    interview = Interview.start(core)
    spans: list[Progress] = [interview.progress]
    while interview.at is not None:
        interview = say(interview, any_answer(interview.item, luck))
        spans.append(interview.progress)
    whole = len(interview.asked)
    for done, span in enumerate(spans):
        assert span.done == done
        assert span.fewest_left <= whole - done <= span.most_left
    for before, after in pairwise(spans):
        assert after.most_left < before.most_left
        assert after.share > before.share


def test_the_ends_of_the_span_can_be_reached(core: Questionnaire) -> None:
    ahead = progress_of(core, {})
    assert ahead.fewest_left == len(through(core, mildest=True).asked)
    assert ahead.most_left == len(through(core, mildest=False).asked)


def through(core: Questionnaire, *, mildest: bool) -> Interview:
    interview = Interview.start(core)
    while interview.at is not None:
        interview = interview.give(end_of(interview.item, mildest=mildest))
    return interview


def end_of(item: Item, *, mildest: bool) -> str | tuple[str, ...]:
    if isinstance(item, ChoiceItem):
        return item.option[0 if mildest else -1].code
    if isinstance(item, ChoicesItem):
        codes = tuple(o.code for o in item.option if o.exclusive == mildest)
        return codes
    return "words"


def test_the_longest_way_is_at_most_25_screens(core: Questionnaire) -> None:
    assert progress_of(core, {}).most_left <= LONGEST


def test_the_common_way_is_at_most_18_screens(core: Questionnaire) -> None:
    lengths = []
    for seed in range(101):
        luck = random.Random(seed)
        interview = Interview.start(core)
        while interview.at is not None:
            interview = say(interview, any_answer(interview.item, luck))
        lengths.append(len(interview.asked))
    assert sorted(lengths)[50] <= COMMON


def test_everything_answered_is_said_so(core: Questionnaire) -> None:
    done = through(core, mildest=True).progress
    assert (done.fewest_left, done.most_left, done.share) == (0, 0, 1.0)


@pytest.mark.parametrize("seed", range(60))
def test_what_is_said_of_the_way_only_ever_becomes_less(
    core: Questionnaire, seed: int
) -> None:
    luck = random.Random(seed)
    interview, places, left = Interview.start(core), list[Place](), list[int]()
    while interview.at is not None:
        places.append(place_of(interview, interview.progress))
        left.append(interview.progress.most_left)
        assert f"{left[-1]} left" in left_in_words(interview.progress)
        interview = say(interview, any_answer(interview.item, luck))
    gone_through = len({core.items[link_id].section for link_id in interview.asked})
    for place in places:
        assert place.number <= place.fewest <= gone_through <= place.most
    for before, after in pairwise(places):
        assert 0 <= after.number - before.number <= 1
        assert before.fewest <= after.fewest <= after.most <= before.most
    assert places[-1].number == gone_through


def test_a_question_that_interrupts_another_section_does_not_turn_the_number_back() -> (
    None
):
    visit = select("level-of-care", ["phq-9"]).load()
    luck = random.Random(3)
    for _ in range(30):
        interview, number = Interview.start(visit), 0
        while interview.at is not None:
            place = place_of(interview, interview.progress)
            assert number <= place.number <= place.most
            number = place.number
            interview = say(interview, any_answer(interview.item, luck))


def test_the_quick_version_has_no_order_of_sections(core: Questionnaire) -> None:
    interview = Interview.start(core, quick=True)
    place = place_of(interview, interview.progress)
    assert (place.title, place_in_words(place)) == (core.section[0].title, "")


@pytest.mark.parametrize(
    ("language", "fewest", "words"),
    [
        ("en", 6, "Section 2 of 6"),
        ("en", 5, "Section 2 of at most 6"),
        ("es", 6, "Sección 2 de 6"),
        ("es", 5, "Sección 2 de 6 como mucho"),
    ],
)
def test_sections_that_may_not_come_are_said_to_be_uncertain(
    language: str, fewest: int, words: str
) -> None:
    with speaking(language):
        assert place_in_words(Place("Safety", 2, fewest, 6)) == words


@pytest.mark.parametrize(
    ("language", "fewest", "words"),
    [
        ("en", 1, "1 left, about 1 min"),
        ("es", 1, "falta 1, cerca de 1 min"),
        ("es", 0, "falta 1 como mucho, cerca de 1 min"),
    ],
)
def test_one_question_is_left_in_the_singular(
    language: str, fewest: int, words: str
) -> None:
    with speaking(language):
        assert left_in_words(Progress(9, fewest, 1)) == words


def test_several_questions_are_left_in_the_plural() -> None:
    with speaking("es"):
        assert left_in_words(Progress(0, 3, 9)).startswith("faltan hasta 9, unos ")
        assert left_in_words(Progress(0, 9, 9)).startswith("faltan 9, unos ")
