"""Which answers a condition on the answer to one question allows."""

from collections.abc import Iterator

from screener.checking.demands import Domain
from screener.model import (
    AtLeast,
    ChoicesItem,
    Is,
    Questionnaire,
    Ticked,
    Unticked,
    rated_answers,
)
from screener.model.condition import OnAnswer
from screener.scoring import exclusive_option


def ticks_of(item: object) -> dict[str, int]:
    """Return one bit for each tick of a question.

    Args:
        item: The question; others than `choices` have none.
    """
    options = item.option if isinstance(item, ChoicesItem) else ()
    codes = [one.code for one in options if not one.exclusive]
    return {code: 1 << n for n, code in enumerate(codes)}


class Answering:
    """The answers to the questions of a questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Look at a questionnaire.

        Args:
            questionnaire: What is asked.
        """
        self._questionnaire = questionnaire

    def fitting(self, claim: OnAnswer) -> Iterator[Domain]:
        """Yield what the answer may be for a claim to hold.

        Args:
            claim: The claim; it counts only an answer that is there.
        """
        match claim:
            case AtLeast() | Is():
                yield Domain(places=self._places(claim))
            case Ticked(ticked=code) if self._is_none(claim.item, code):
                yield Domain(off=self._all_ticks(claim.item))
            case Unticked(unticked=code) if self._is_none(claim.item, code):
                yield from (Domain(on=one) for one in self._ticks(claim.item).values())
            case Ticked():
                yield Domain(on=self._ticks(claim.item)[claim.ticked])
            case Unticked():
                yield Domain(off=self._ticks(claim.item)[claim.unticked])

    def misfitting(self, claim: OnAnswer) -> Iterator[Domain]:
        """Yield what the answer may be for a claim not to hold.

        Args:
            claim: The claim; an answer that is unknown makes it false.
        """
        match claim:
            case AtLeast() | Is():
                count = len(rated_answers(self._questionnaire.items[claim.item]))
                others = frozenset(range(count)) - self._places(claim)
                yield Domain(given=bool(others), places=others)
            case Ticked(ticked=code) if self._is_none(claim.item, code):
                yield Domain(given=False)
                yield from (Domain(on=one) for one in self._ticks(claim.item).values())
            case Unticked(unticked=code) if self._is_none(claim.item, code):
                yield Domain(off=self._all_ticks(claim.item))
            case Ticked():
                yield Domain(off=self._ticks(claim.item)[claim.ticked])
            case Unticked():
                yield Domain(on=self._ticks(claim.item)[claim.unticked])

    def _places(self, claim: AtLeast | Is) -> frozenset[int]:
        item = self._questionnaire.items[claim.item]
        codes = [one.code for one in rated_answers(item)]
        if isinstance(claim, Is):
            return frozenset({codes.index(claim.is_)})
        return frozenset(range(codes.index(claim.at_least), len(codes)))

    def _ticks(self, link_id: str) -> dict[str, int]:
        return ticks_of(self._questionnaire.items[link_id])

    def _all_ticks(self, link_id: str) -> int:
        return sum(self._ticks(link_id).values())

    def _is_none(self, link_id: str, code: str) -> bool:
        item = self._questionnaire.items[link_id]
        none = exclusive_option(item) if isinstance(item, ChoicesItem) else None
        return none is not None and none.code == code
