"""What claims about answers demand of them."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from screener.checking.answering import Answering
from screener.checking.demands import (
    Demand,
    Domain,
    Side,
    any_of,
    both,
    missed,
    reached,
)
from screener.checking.space import Space
from screener.model import Answered, TextItem
from screener.model.condition import OnAnswer


class AnswerClaims:
    """Claims about the answers to one questionnaire."""

    def __init__(self, space: Space) -> None:
        """Look at a questionnaire.

        Args:
            space: All answer sets of it.
        """
        self._questionnaire = space.questionnaire
        self._circuit = space.circuit
        self._answering = Answering(space.questionnaire)

    def _may(self, item: str, domain: Domain) -> list[Demand]:
        return [Demand(domains={item: domain})]

    def counts(self, item: str, domain: Domain) -> list[Demand]:
        """Return that an answer is there and counts.

        Args:
            item: The question.
            domain: Which answers it may be.
        """
        given = _given_only(domain)
        gate = reached(Side.COUNTED, self._circuit.gates[item])
        return both(self._may(item, given), gate)

    def answered(self, claim: Answered) -> list[Demand]:
        """Return that a question is answered, or that it may apply and is not.

        Args:
            claim: Which of the two, and of which question.
        """
        if claim.answered:
            return self.counts(claim.item, Domain())
        applies = reached(Side.HIGH, self._circuit.gates[claim.item])
        return both(applies, self._may(claim.item, Domain(given=False)))

    def not_open(self, item: str) -> list[Demand]:
        """Return that a question has an answer that counts, or cannot apply.

        Args:
            item: The question.
        """
        closed = missed(Side.HIGH, ways=self._circuit.gates[item])
        return [*self.counts(item, Domain()), *closed]

    def safety(self, *, is_open: bool) -> list[Demand]:
        """Return that a safety question is open, or none is, of those not left out.

        Args:
            is_open: Whether one is.
        """
        # Free words are optional: they are never open.
        items = [
            one
            for one in self._questionnaire.item
            if one.ask_again and not isinstance(one, TextItem)
        ]
        topics = {one.private for one in items if one.private is not None}
        found: list[Demand] = []
        for left_out in _subsets(topics):
            there = [one for one in items if one.private not in left_out]
            named = {one.link_id for one in there}
            # What is left out is unknown, and is not named as open.
            unknown = {
                one.link_id: Domain(given=False) for one in items if one not in there
            }
            if is_open:
                open_ = (Answered(item=one, answered=False) for one in sorted(named))
                without = [Demand(domains=unknown, left_out=left_out)]
                found += both(without, any_of(map(self.answered, open_)))
            else:
                given = dict.fromkeys(named, Domain(unknown=False))
                found.append(Demand(domains={**unknown, **given}, left_out=left_out))
        return found

    def on_answer(self, claim: OnAnswer) -> list[Demand]:
        """Return that a condition on an answer holds.

        Args:
            claim: The condition.
        """
        counted = (
            self.counts(claim.item, one) for one in self._answering.fitting(claim)
        )
        return any_of(counted)

    def unlike(self, claim: OnAnswer) -> list[Demand]:
        """Return the ways in which a condition on an answer does not hold.

        Args:
            claim: The condition.
        """
        item = claim.item
        uncounted = missed(Side.COUNTED, ways=self._circuit.gates[item])
        others = (self._may(item, one) for one in self._answering.misfitting(claim))
        return [*any_of(others), *uncounted]


def _given_only(domain: Domain) -> Domain:
    return Domain(False, True, domain.places, domain.on, domain.off)


def _subsets(topics: Iterable[str]) -> Iterator[frozenset[str]]:
    known = sorted(topics)
    for count in range(len(known) + 1):
        yield from map(frozenset, combinations(known, count))
