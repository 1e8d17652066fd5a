"""Conditions as clauses that follow "when".

`{ item = "mood", at_least = "most-days" }` becomes `"Mental health" is "On most days"
or graver`. Conditions on the same question are told together, so that a gate of seven
ticks is one clause.
"""

from collections.abc import Sequence
from typing import TypeAlias

from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Band,
    Condition,
    End,
    Fact,
    HasFact,
    Is,
    NumberItem,
    OnRung,
    OnTotal,
    Questionnaire,
    Ticked,
    Unticked,
    rated_answers,
)
from screener.review.marks import PLAIN, Marks, listed

_FACTS = {Fact.CRY_FOR_HELP: "a cry for help was typed"}
"""Each fact as a clause."""

_OnOptions: TypeAlias = Ticked | Unticked | Is
"""Conditions of which several on one question make one clause."""

_TOLD_TOGETHER: dict[str, tuple[type, ...]] = {
    "or": (Ticked, Is),
    "and": (Ticked, Unticked),
}


def condition_words(
    condition: Condition, questionnaire: Questionnaire, marks: Marks = PLAIN
) -> str:
    """Tell a condition as a clause without a full stop.

    Args:
        condition: The condition.
        questionnaire: The questionnaire it is written in.
        marks: How names and words stand out.

    Returns:
        Such as `"Mental health" is "On most days" or graver`. Where `and` and `or`
        meet, brackets say what belongs together.
    """
    return _Teller(questionnaire, marks).tell(condition)


def band_words(bands: Sequence[Band], unit: str | None) -> str:
    """Ranges of numbers, neighbors joined: `1 to 9 or 21 to 30 days`.

    Args:
        bands: The ranges, in any order.
        unit: What is counted.
    """
    spans: list[tuple[int, int]] = []
    for low, high in sorted((band.from_, band.to) for band in bands):
        if spans and spans[-1][1] == low - 1:
            spans[-1] = (spans[-1][0], high)
        else:
            spans.append((low, high))
    told = [f"{low}" if low == high else f"{low} to {high}" for low, high in spans]
    return listed(told, "or") + (f" {unit}" if unit else "")


class _Teller:
    """Tells the conditions of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, marks: Marks) -> None:
        self._questionnaire = questionnaire
        self._marks = marks

    def tell(self, condition: Condition, *, inside: bool = False) -> str:
        match condition:
            case AnyOf():
                return self._tell_parts(condition.any, "or", inside=inside)
            case AllOf():
                return self._tell_parts(condition.all, "and", inside=inside)
            case AtLeast():
                return self._tell_at_least(condition)
            case OnRung():
                return self._tell_rung(condition)
            case OnTotal():
                return self._tell_total(condition)
            case HasFact():
                return _FACTS[condition.fact]
        return self._tell_options([condition], "or")

    def _tell_parts(self, parts: Sequence[Condition], word: str, inside: bool) -> str:
        groups: dict[object, list[_OnOptions]] = {}
        clauses: dict[object, str] = {}
        for place, part in enumerate(parts):
            if isinstance(part, Ticked | Unticked | Is) and isinstance(
                part, _TOLD_TOGETHER[word]
            ):
                key = (type(part), part.item)
                groups.setdefault(key, []).append(part)
                clauses[key] = self._tell_options(groups[key], word)
            else:
                clauses[place] = self.tell(part, inside=inside or len(parts) > 1)
        told = f", {word} ".join(clauses.values())
        return f"({told})" if inside and len(clauses) > 1 else told

    def _tell_options(self, same: Sequence[_OnOptions], word: str) -> str:
        """One clause for conditions of the same kind on the same question."""
        name = self._name(same[0].item)
        codes = [self._quoted(one.item, _code(one)) for one in same]
        match same[0]:
            case Is():
                return f"{name} is {listed(codes, 'or')}"
            case Unticked():
                return f"{name} is answered without ticking {listed(codes, 'or')}"
        are = "are" if word == "and" and len(codes) > 1 else "is"
        return f"{listed(codes, word)} {are} ticked under {name}"

    def _tell_at_least(self, condition: AtLeast) -> str:
        item = self._questionnaire.items[condition.item]
        name, steps = self._name(condition.item), rated_answers(item)
        place = [step.code for step in steps].index(condition.at_least)
        if isinstance(item, NumberItem):
            return f"{name} is {band_words(item.band[place:], item.unit)}"
        told = f"{name} is {self._quoted(item.link_id, condition.at_least)}"
        return told if place == len(steps) - 1 else f"{told} or graver"

    def _tell_rung(self, condition: OnRung) -> str:
        ladder = self._questionnaire.ladders[condition.ladder]
        names = [self._marks.strong(rung.name) for rung in ladder.rung]
        top = len(names) - 1
        low = ladder.index[condition.from_] if condition.from_ else 0
        high = ladder.index[condition.to] if condition.to else top
        verb = "could come out at" if condition.end is End.HIGH else "comes out at"
        told = f"{self._marks.soft(ladder.name)} {verb}"
        if low == high:
            return f"{told} {names[low]}"
        if (low, high) == (0, top):
            return f"{told} any step"
        if high == top:
            return f"{told} {names[low]} or higher"
        if low == 0:
            return f"{told} {names[high]} or lower"
        return f"{told} a step from {names[low]} to {names[high]}"

    def _tell_total(self, condition: OnTotal) -> str:
        scale = self._questionnaire.scales[condition.scale]
        is_high = condition.end is End.HIGH
        told = f"the score of {self._marks.soft(scale.name)}"
        told = f"{told} {'could be' if is_high else 'is'}"
        low, high = condition.from_ or 0, condition.to
        if high is None:
            return f"{told} {low} or more"
        if low == high:
            return f"{told} {low}"
        if low:
            return f"{told} {low} to {high}"
        return f"{told} at most {high}" if is_high else f"{told} {high} or less"

    def _name(self, link_id: str) -> str:
        return self._marks.soft(self._questionnaire.items[link_id].short)

    def _quoted(self, link_id: str, code: str) -> str:
        item = self._questionnaire.items[link_id]
        assert not isinstance(item, NumberItem)  # its bands are told as numbers
        texts = {
            option.code: option.text
            for option in rated_answers(item)
            if not isinstance(option, Band)
        }
        return self._marks.quoted(texts[code])


def _code(condition: _OnOptions) -> str:
    match condition:
        case Is():
            return condition.is_
        case Ticked():
            return condition.ticked
        case Unticked():
            return condition.unticked
