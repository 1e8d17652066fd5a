"""FHIRPath expressions by which another engine comes to the same ratings and places.

They tell the low end of the range: what the given answers establish. A question
without an answer counts as its mildest one, as in `screener.scoring`, and what stands
behind a closed gate counts nothing, even where a form still holds an old answer to it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from typing import TypeAlias

from screener.fhir.codes import option_code, rating_id
from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    Band,
    ChoiceItem,
    ChoicesItem,
    Condition,
    Item,
    Ladder,
    Option,
    Questionnaire,
    Scale,
    Ticked,
    rated_answers,
)

_HIGHEST = 4
_TRUE = "true"
_Step: TypeAlias = Option | Band


class Unanswered(Enum):
    """What a question without an answer counts as."""

    NOTHING = "nothing"
    """It opens no other question: what a form shows."""
    MILDEST = "mildest"
    """The low end of the range."""
    GRAVEST = "gravest"
    """The high end."""


def value_of(link_id: str) -> str:
    """The values answered to an item: every item stands inside a group."""
    return f"%resource.item.item.where(linkId='{link_id}').answer.value"


class Expressions:
    """Tells the gates, ratings, totals and places of one questionnaire."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        unanswered: Unanswered = Unanswered.MILDEST,
    ) -> None:
        """Prepare the expressions.

        Args:
            questionnaire: What they are about.
            unanswered: What a question without an answer counts as.
        """
        self._questionnaire = questionnaire
        self._unanswered = unanswered

    def gate(self, condition: Condition) -> str:
        """Whether a question is asked.

        Args:
            condition: What opens it.
        """
        if isinstance(condition, AnyOf):
            return _any(self._alternatives(condition.any))
        if isinstance(condition, AllOf):
            return _all(self.gate(part) for part in condition.all)
        if isinstance(condition, Ticked):
            return self._ticked(condition.item, [condition.ticked])
        assert isinstance(condition, AtLeast)  # the loader refuses any other
        item = self._questionnaire.items[condition.item]
        codes = [step.code for step in rated_answers(item)]
        graver = codes[codes.index(condition.at_least) :]
        return self._given(item, lambda step: step.code in graver)

    def rating(self, dimension: str) -> str:
        """A dimension's rating, from 0 (none) to 4 (severe).

        Args:
            dimension: Its id.
        """
        told = "0"
        for level in range(1, _HIGHEST + 1):
            ways = [*self._answers(dimension, level), *self._bands(dimension, level)]
            told = _if(_any(ways), str(level), told) if ways else told
        return told

    def placement(self, ladder: Ladder) -> str:
        """The id of the rung: the highest that any holding rule gives.

        Args:
            ladder: What is decided.
        """
        told = f"'{ladder.rung[0].id}'"
        for rung in ladder.rung[1:]:
            rules = [
                _all(
                    f"{value_of(rating_id(on))} >= {least}"
                    for on, least in rule.at_least.items()
                )
                for rule in self._questionnaire.guidance.rule
                if (rule.ladder, rule.rung) == (ladder.id, rung.id)
            ]
            told = _if(_any(rules), f"'{rung.id}'", told) if rules else told
        return told

    def score(self, scale: Scale) -> str:
        """The total of a scale; nothing as long as an open answer could change it.

        Args:
            scale: What is summed up.
        """
        members = [self._questionnaire.items[link_id] for link_id in scale.items]
        gravest = Expressions(self._questionnaire, Unanswered.GRAVEST)
        known = [gravest._is_known(item) for item in members]
        gates = [item.enable_when for item in members if item.enable_when]
        if scale.whole:
            known += [self.gate(gate) for gate in gates]
        if gates:
            known.append(f"({self._total(scale)}) = ({gravest._total(scale)})")
        return _if(_all(known), self._total(scale), "{}")

    def _is_known(self, item: Item) -> str:
        """Whether an item has an answer, or cannot be asked."""
        answered = _is_one_of(item, rated_answers(item))
        if item.enable_when is None:
            return answered
        return f"({self.gate(item.enable_when)}).not() or {answered}"

    def _total(self, scale: Scale) -> str:
        """The least that it can be: no answer adds the lowest score."""
        return " + ".join(self._points(link_id) for link_id in scale.items)

    def _points(self, link_id: str) -> str:
        item = self._questionnaire.items[link_id]
        if isinstance(item, ChoicesItem):
            return self._points_of_ticks(item)
        assert isinstance(item, ChoiceItem)  # the loader refuses any other
        told = "0"
        for score in sorted({option.score or 0 for option in item.option} - {0}):
            told = _if(self._given(item, _scores(score)), str(score), told)
        return told

    def _points_of_ticks(self, item: ChoicesItem) -> str:
        """The sum of the scores of all ticks; those of one score are counted."""
        ticks: dict[int, list[Option]] = {}
        for option in item.option:
            if option.score and not option.exclusive:
                ticks.setdefault(option.score, []).append(option)
        told = [
            _times(score, f"{_among(item, some)}.count()")
            for score, some in sorted(ticks.items())
        ]
        counted = " + ".join(told) or "0"
        if self._unanswered is Unanswered.GRAVEST:
            most = sum(score * len(some) for score, some in ticks.items())
            answered = _is_one_of(item, item.option)
            counted = _if(answered, counted, str(most))
        if item.enable_when is None:
            return f"({counted})"
        return _if(self.gate(item.enable_when), counted, "0")

    def _answers(self, dimension: str, level: int) -> Iterator[str]:
        """The answers that rate exactly so; graver ones are told before."""
        rates = _rates(dimension, level)
        for item in self._questionnaire.item:
            if any(rates(step) for step in rated_answers(item)):
                yield self._given(item, rates)

    def _bands(self, dimension: str, level: int) -> Iterator[str]:
        for scale in self._questionnaire.scale:
            # The first band also holds below its start.
            starts = [
                band.from_ if n else 0
                for n, band in enumerate(scale.band)
                if band.rates.get(dimension, 0) == level
            ]
            if starts:
                yield f"({self._total(scale)}) >= {min(starts)}"

    def _alternatives(self, parts: Sequence[Condition]) -> Iterator[str]:
        """Ticks of the same question are told together."""
        ticks: dict[str, list[str]] = {}
        for part in parts:
            if isinstance(part, Ticked):
                ticks.setdefault(part.item, []).append(part.ticked)
            else:
                yield self.gate(part)
        for link_id, codes in ticks.items():
            yield self._ticked(link_id, codes)

    def _ticked(self, link_id: str, codes: Sequence[str]) -> str:
        item = self._questionnaire.items[link_id]
        return self._given(item, lambda step: step.code in codes)

    def _given(self, item: Item, fits: Callable[[_Step], bool]) -> str:
        """Whether an item is asked, and one of the answers that fit is given."""
        steps = rated_answers(item)
        asked = self.gate(item.enable_when) if item.enable_when else _TRUE
        is_mild = fits(steps[0]) and not isinstance(item, ChoicesItem)
        if is_mild and self._unanswered is Unanswered.MILDEST:
            return asked
        given = _is_one_of(item, [step for step in steps if fits(step)])
        is_grave = fits(steps[-1]) or isinstance(item, ChoicesItem)
        if is_grave and self._unanswered is Unanswered.GRAVEST:
            given = f"{given} or {_is_one_of(item, steps)}.not()"
        return _all(part for part in (asked, given) if part != _TRUE)


def _rates(dimension: str, level: int) -> Callable[[_Step], bool]:
    return lambda step: step.rates.get(dimension, 0) == level


def _scores(score: int) -> Callable[[_Step], bool]:
    return lambda step: isinstance(step, Option) and step.score == score


def _is_one_of(item: Item, steps: Sequence[_Step]) -> str:
    return f"{_among(item, steps)}.exists()"


def _among(item: Item, steps: Sequence[_Step]) -> str:
    """The values answered to an item that are one of these."""
    return f"{value_of(item.link_id)}.where({_test(item, steps)})"


def _times(score: int, number: str) -> str:
    return number if score == 1 else f"{score} * {number}"


def _test(item: Item, steps: Sequence[_Step]) -> str:
    """Whether a value is one of the options, or lies in one of the bands."""
    if isinstance(steps[0], Band):
        spans = (f"$this >= {one.from_} and $this <= {one.to}" for one in _spans(steps))
        return _any(f"({span})" for span in spans)
    codes = [f"'{option_code(item.link_id, step.code)}'" for step in steps]
    return f"code = {codes[0]}" if len(codes) == 1 else f"code in ({' | '.join(codes)})"


def _spans(steps: Sequence[_Step]) -> list[Band]:
    return [step for step in steps if isinstance(step, Band)]


def _if(condition: str, then: str, otherwise: str) -> str:
    return f"iif({condition}, {then}, {otherwise})"


def _any(parts: Iterable[str]) -> str:
    return _joined(" or ", parts)


def _all(parts: Iterable[str]) -> str:
    return _joined(" and ", parts)


def _joined(word: str, parts: Iterable[str]) -> str:
    """Brackets stand around each part that has a word of its own."""
    told = list(dict.fromkeys(parts))
    if len(told) == 1:
        return told[0]
    return word.join(f"({one})" for one in told)
