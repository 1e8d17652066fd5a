"""An option and what stands beside it: what a line says with one and with the other."""

from collections.abc import Iterator
from typing import TypeAlias

from screener.checking.lines import Told
from screener.checking.space import Space
from screener.checking.witness import Someone
from screener.checking.witnesses import negated
from screener.model import (
    ChoicesItem,
    Condition,
    FitSign,
    Given,
    HasFact,
    Item,
    NumberItem,
    OnRung,
    OnTotal,
    Ticked,
    Unticked,
    is_ordered,
    rated_answers,
)
from screener.model.condition import Leaf
from screener.scoring import Fit, exclusive_option
from screener.scoring.conditions import holds

OptionStep: TypeAlias = tuple[str, str]
"""An option or band: its item and its code."""


def pairs_of(item: Item, code: str) -> Iterator[tuple[Given, Given]]:
    """Yield an option, or a tick of it alone, and what stands beside it instead.

    Args:
        item: The item.
        code: Its option.
    """
    codes = [one.code for one in rated_answers(item)]
    place = codes.index(code)
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        yield (code,), ((none.code,) if none else ())
    elif isinstance(item, NumberItem):
        yield item.band[place].from_, item.band[place - 1].from_
    elif is_ordered(item):
        yield code, codes[place - 1]
    else:
        yield from ((code, other) for other in codes if other != code)


def as_told(someone: Someone, told: Told) -> bool | Fit | None:
    """Return whether a line is told to a person, or how a sign stands for them."""
    if isinstance(told, FitSign):
        return someone.fit(told)
    return someone.is_told(told)


def contrary_of(space: Space, condition: Condition | bool) -> Condition | bool:
    """Return what holds where a condition does not, as far as that is not known."""
    if isinstance(condition, bool):
        return not condition
    contrary = negated(space.questionnaire, condition)
    return False if contrary is None else contrary


def truth_with(
    space: Space, step: OptionStep, answer: Given, leaf: Leaf
) -> bool | None:
    """Return whether a leaf holds with an answer; `None` if it is on something else.

    Args:
        space: All answer sets.
        step: The option that the answer has, or has not.
        answer: The answer.
        leaf: A condition without conditions inside.
    """
    link_id, code = step
    if isinstance(leaf, OnRung | OnTotal | HasFact) or leaf.item != link_id:
        return None
    if isinstance(leaf, Ticked | Unticked):
        asked = leaf.ticked if isinstance(leaf, Ticked) else leaf.unticked
        is_on = isinstance(answer, tuple) and code in answer
        return is_on is isinstance(leaf, Ticked) if asked == code else None
    return holds(leaf, space.questionnaire, {link_id: answer})
