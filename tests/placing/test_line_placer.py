"""The short way to a reply says, byte for byte, what the long way says."""

import json
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from screener.catalog import load_questionnaire, questionnaire_folder, read_answers
from screener.errors import AnswerError
from screener.model import (
    Answer,
    AtLeast,
    End,
    Given,
    Is,
    Item,
    OnRung,
    Questionnaire,
)
from screener.placing import line_placer
from screener.placing.id_list import IdList
from screener.placing.line_placer import LinePlacer
from screener.placing.reply import one_line, reply
from screener.scoring import Batch, evaluate, facts_in
from tests.scoring.building import (
    choice,
    choices,
    line,
    number,
    questionnaire,
    rule,
    scale,
    text,
)
from tests.scoring.people import given_to
from tests.scoring.random_questionnaires import questionnaires

ONE_OF_EACH = questionnaire(
    choice("a", {}, {"x": 1}),
    choices("t", {"x": 1}, {"y": 1}),
    number("n", (0, 4, {}), (5, 9, {"z": 4})),
    text("words"),
)


def long_way(asked: Questionnaire, raw: dict[str, Any]) -> str:
    return one_line(reply(asked, evaluate(asked, read_answers(asked, raw, ""))))


def short_way(asked: Questionnaire, raw: dict[str, Any]) -> str:
    """The reply, where the long way is closed."""
    placer = LinePlacer(asked)
    with patch.object(line_placer, "evaluate", side_effect=NotImplementedError):
        return placer.reply(json.dumps(raw).encode(), "")


def has_short_way(asked: Questionnaire, raw: dict[str, Any]) -> bool:
    """Return whether no fact follows from the answers."""
    return not facts_in(asked, read_answers(asked, raw, ""))


def raw_people(asked: Questionnaire) -> st.SearchStrategy[dict[str, Any]]:
    """Anyone's answers as they may be written: in any order, and any order of ticks."""
    answers = {link_id: raw_answers(item) for link_id, item in asked.items.items()}
    some = st.fixed_dictionaries({}, optional=answers)
    return some.flatmap(lambda raw: st.permutations(list(raw.items())).map(dict))


def raw_answers(item: Item) -> st.SearchStrategy[Any]:
    return st.none() | given_to(item).flatmap(as_written) | given_to(item)


def as_written(answer: Given) -> st.SearchStrategy[Any]:
    if isinstance(answer, tuple):
        return st.permutations(answer)
    return st.sampled_from([answer, ""]) if answer == "words" else st.just(answer)


@given(data=st.data())
def test_any_answers_to_any_questionnaire_get_the_same_reply(
    data: st.DataObject,
) -> None:
    one = data.draw(questionnaires())
    raw = data.draw(raw_people(one))
    assume(has_short_way(one, raw))
    assert short_way(one, raw) == long_way(one, raw)


@given(data=st.data())
def test_any_answers_lead_to_the_same_places(data: st.DataObject) -> None:
    one = data.draw(questionnaires())
    raw = data.draw(raw_people(one))

    def read(link_id: str, answer: object) -> Answer | None:
        return read_answers(one, {link_id: answer}, "").get(link_id)

    placed = evaluate(one, read_answers(one, raw, "")).placements.values()
    index = {ladder.id: ladder.index for ladder in one.ladder}
    low = tuple(index[place.ladder][place.low] for place in placed)
    high = tuple(index[place.ladder][place.high] for place in placed)
    assert Batch(one, read).place(raw) == (low, high)


@given(st.lists(st.booleans(), max_size=30))
def test_a_list_names_what_its_bits_stand_for(chosen: list[bool]) -> None:
    ids = [f"id-{n}" for n in range(len(chosen))]
    bits = sum(1 << n for n, one in enumerate(chosen) if one)
    named = [id for id, one in zip(ids, chosen, strict=True) if one]
    assert IdList(ids).text(bits) == one_line(named)


@pytest.mark.many_cases
@pytest.mark.parametrize("name", ["level-of-care", "phq-9", "gad-7", "audit-c"])
@given(data=st.data())
def test_shipped_questionnaires_get_the_same_reply(
    name: str, data: st.DataObject
) -> None:
    one = load_questionnaire(questionnaire_folder(name))
    raw = data.draw(raw_people(one))
    assume(has_short_way(one, raw))
    assert short_way(one, raw) == long_way(one, raw)


@given(st.lists(st.sampled_from(["o0", "o1", "none", True, 1, None]), max_size=3))
def test_what_was_met_before_changes_no_reply(codes: list[Any]) -> None:
    placer = LinePlacer(ONE_OF_EACH)
    for raw in ({"t": ["o1", "o0"], "n": 1, "a": "o1"}, {"t": codes}, {"n": 6}):
        line = json.dumps(raw).encode()
        assert said(placer, line) == said(LinePlacer(ONE_OF_EACH), line)


@pytest.mark.parametrize("written", ["true", "1.5", "11e-1", '"1"', "[1]", "{}", "10"])
def test_only_a_whole_number_is_a_number_even_if_it_was_met(written: str) -> None:
    placer = LinePlacer(ONE_OF_EACH)
    assert placer.reply(b'{"n": 1}', "line 1")
    with pytest.raises(AnswerError):
        placer.reply(f'{{"n": {written}}}'.encode(), "line 2")


def test_an_answer_behind_an_open_question_tells_no_line() -> None:
    one = questionnaire(
        choice("a", {}, {"x": 1}),
        choice("b", {}, {}, gate=AtLeast(item="a", at_least="o0")),
        alternatives=[line("l", Is(item="b", is_="o1"))],
    )
    assert '"alternatives":[]' in short_way(one, {"b": "o1"})
    assert '"alternatives":["l"]' in short_way(one, {"a": "o0", "b": "o1"})


def test_a_whole_scale_has_a_total_only_where_all_of_it_is_asked() -> None:
    one = questionnaire(
        choice("a", {}, {}, scores=[0, 1]),
        choice("b", {}, {}, scores=[0, 1], gate=AtLeast(item="a", at_least="o1")),
        scales=[scale("a", "b", bands={0: {}}, whole=True)],
    )
    assert '"score":null' in short_way(one, {"a": "o0"})
    assert '"score":1' in short_way(one, {"a": "o1", "b": "o0"})


@pytest.mark.parametrize(
    ("end", "to", "shown"),
    [("low", "r0", True), ("high", "r0", False), ("high", "r1", True)],
)
def test_a_line_tests_the_end_of_a_ladder_that_it_names(
    end: str, to: str, shown: bool
) -> None:
    condition = OnRung(ladder="level", from_=to, to=to, end=End(end))
    one = questionnaire(
        choice("a", {}, {"x": 1}),
        rules=[rule("level", 1, x=1)],
        alternatives=[line("l", condition)],
    )
    assert ('"alternatives":["l"]' in short_way(one, {})) is shown


def test_words_with_a_colon_and_odd_escapes_are_words() -> None:
    for words in ("so: this", '"', '\\":', "\ud800", "é" * 500):
        raw = {"words": words, "a": "o1"}
        line = json.dumps(raw).encode()
        placed = LinePlacer(ONE_OF_EACH).reply(line, "")
        assert placed == long_way(ONE_OF_EACH, raw)


def test_as_many_answers_as_there_are_fit_into_what_is_kept() -> None:
    with patch("screener.scoring.batch.marks._AT_HAND", 2):
        placer = LinePlacer(ONE_OF_EACH)
        for ticks in (["o0"], ["o1"], ["o0", "o1"], ["o1", "o0"], ["o0"]):
            raw = {"t": ticks}
            assert placer.reply(json.dumps(raw).encode(), "") == long_way(
                ONE_OF_EACH, raw
            )


def said(placer: LinePlacer, line: bytes) -> str:
    try:
        return placer.reply(line, "")
    except AnswerError as error:
        return str(error)
