"""When a question is asked, as FHIR's `enableWhen`.

`enableWhen` is one flat list, joined by "any" or by "all". A gate that does not fit
into that, such as "all" over questions of several options, becomes an expression.
"""

from screener.fhir.codes import ENABLE_WHEN, Element, coding, extension, option_code
from screener.fhir.expressions import Expressions, Unanswered
from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Item,
    NumberItem,
    Option,
    Questionnaire,
    Ticked,
    rated_answers,
)


def enable_when(questionnaire: Questionnaire, gate: Condition | None) -> Element:
    """When an item is asked; nothing where only an expression can say it.

    Args:
        questionnaire: What is asked.
        gate: What opens the item, if anything does.
    """
    if gate is None:
        return {}
    for behavior, tests in (
        ("any", _any_of(questionnaire, gate)),
        ("all", _all_of(questionnaire, gate)),
    ):
        if tests:
            joined = {"enableBehavior": behavior} if len(tests) > 1 else {}
            return {"enableWhen": tests, **joined}
    return {}


def enable_expression(questionnaire: Questionnaire, gate: Condition) -> Element:
    """The same as an extension, for a gate that is no flat list.

    Args:
        questionnaire: What is asked.
        gate: What opens the item.
    """
    told = Expressions(questionnaire, Unanswered.NOTHING).gate(gate)
    value = {"language": "text/fhirpath", "expression": told}
    return extension(ENABLE_WHEN, valueExpression=value)


def _any_of(questionnaire: Questionnaire, gate: Condition) -> list[Element]:
    """The tests one of which is enough; none where that cannot be said flatly."""
    if isinstance(gate, AllOf):
        return _any_of(questionnaire, gate.all[0]) if len(gate.all) == 1 else []
    parts = gate.any if isinstance(gate, AnyOf) else ()
    if not parts:
        return _tests(questionnaire, gate)
    told = [_any_of(questionnaire, part) for part in parts]
    return [test for tests in told for test in tests] if all(told) else []


def _all_of(questionnaire: Questionnaire, gate: Condition) -> list[Element]:
    """The tests all of which are needed; none where that cannot be said flatly."""
    if not isinstance(gate, AllOf):
        tests = _any_of(questionnaire, gate)
        return tests if len(tests) == 1 else []
    told = [_all_of(questionnaire, part) for part in gate.all]
    return [test for tests in told for test in tests] if all(told) else []


def _tests(questionnaire: Questionnaire, gate: Condition) -> list[Element]:
    assert isinstance(gate, AtLeast | Ticked)  # the loader refuses any other
    item = questionnaire.items[gate.item]
    steps = rated_answers(item)
    codes = [step.code for step in steps]
    if isinstance(gate, Ticked):
        fitting = [step for step in steps if step.code == gate.ticked]
    elif isinstance(item, NumberItem):
        return _number_tests(item, codes.index(gate.at_least))
    else:
        fitting = list(steps[codes.index(gate.at_least) :])
    options = [step for step in fitting if isinstance(step, Option)]
    return [_equals(questionnaire, item, option) for option in options]


def _equals(questionnaire: Questionnaire, item: Item, option: Option) -> Element:
    code = option_code(item.link_id, option.code)
    return {
        "question": item.link_id,
        "operator": "=",
        "answerCoding": coding(questionnaire, code, option.text),
    }


def _number_tests(item: NumberItem, place: int) -> list[Element]:
    """At least this band, where one bound alone can say it."""
    graver = item.band[place:]
    low, high = min(one.from_ for one in graver), max(one.to for one in graver)
    if sum(one.to - one.from_ + 1 for one in graver) < high - low + 1:
        return []
    bounds = [(">=", low)] if low > item.minimum or high == item.maximum else []
    bounds += [("<=", high)] if high < item.maximum else []
    return [_bound(item, *one) for one in bounds] if len(bounds) == 1 else []


def _bound(item: NumberItem, operator: str, number: int) -> Element:
    return {"question": item.link_id, "operator": operator, "answerInteger": number}
