"""What is looked up of a person is what a whole result says."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from screener.checking.space import Space
from screener.checking.witness import Someone
from screener.model import (
    ChoiceItem,
    Given,
    Questionnaire,
    answers_tested,
    is_ordered,
)
from screener.scoring import evaluate
from tests.scoring.building import questionnaire as built
from tests.scoring.building import sign
from tests.scoring.people import given_to
from tests.scoring.random_questionnaires import questionnaires


@st.composite
def with_signs(draw: st.DrawFn) -> Questionnaire:
    """A questionnaire that has a sign of fit for what each of its lines hangs on."""
    asked = draw(questionnaires())
    lines = asked.guidance.alternative
    told = [line.show_when for line in lines if line.show_when is not None]
    return built(
        *asked.item,
        rules=asked.guidance.rule,
        scales=asked.scale,
        alternatives=lines,
        fit=[
            sign(f"sign{n}", one, draw(st.sampled_from([None, *told])))
            for n, one in enumerate(told)
        ],
    )


def assert_told_alike(someone: Someone, answers: Mapping[str, Given]) -> None:
    asked = someone.space.questionnaire
    found = evaluate(asked, answers)
    for line in asked.guidance.alternative:
        assert someone.is_told(line) is (line in found.alternatives)
    stands = {one.sign.id: one.fit for one in found.fit}
    for one in asked.guidance.fit:
        assert someone.fit(one) is stands.get(one.id)


@given(with_signs(), st.data())
def test_what_is_told_to_someone_is_told_in_their_result(
    asked: Questionnaire, draw: st.DataObject
) -> None:
    space = Space(asked)
    tops = [axis.top for axis in space.circuit.axes]
    places = {n: draw.draw(st.integers(0, top)) for n, top in enumerate(tops)}
    loose = {
        item.link_id: draw.draw(given_to(item))
        for item in asked.item
        if isinstance(item, ChoiceItem) and not is_ordered(item)
    }
    someone, answers = Someone(space, places, loose), space.person(places) | loose
    assert_told_alike(someone, answers)
    for condition in asked.guidance.conditions():
        for leaf in answers_tested(condition):
            other = draw.draw(given_to(asked.items[leaf.item]))
            answers[leaf.item] = other
            someone = someone.saying(leaf.item, other)
    assert_told_alike(someone, answers)
