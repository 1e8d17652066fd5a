"""The whole space of answer sets, and the few in it that everything hangs on.

A monotone placement is determined by the *minimal assignments* of its rules: the least
answers that fulfill all thresholds of a rule, everything else at its mildest. They are
searched threshold by threshold. `docs/proofs.md` says why that is enough.

Members of a scale that do nothing but score, and that no line hangs on, are taken
together as one dial with the totals that they can reach: which of them scored what
makes no difference to anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property, reduce
from itertools import product
from math import prod
from operator import or_

from screener.checking.minimal_assignments import Least, Places
from screener.checking.sum_variables import Pool, Step, totals_of
from screener.checking.totals import steps_to_total
from screener.model import (
    Answered,
    AtLeast,
    ChoiceItem,
    ChoicesItem,
    Given,
    Is,
    LineKind,
    NumberItem,
    OnTotal,
    Questionnaire,
    ShownLine,
    Ticked,
    Unticked,
    answers_tested,
    is_ordered,
    totals_tested,
)
from screener.scoring import exclusive_option, items_tested
from screener.scoring.circuit import (
    ALWAYS,
    Axis,
    Circuit,
    Facts,
    ScaleWire,
    Ways,
    bits_of,
)
from screener.scoring.compiler import circuit_of
from screener.scoring.incremental import IncrementalFacts


class Space:
    """All answer sets of a questionnaire."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Set the space out.

        Args:
            questionnaire: A questionnaire as the catalog hands it out.
        """
        self.questionnaire = questionnaire
        whole = circuit_of(questionnaire)
        self.pools: dict[int, Pool] = {}
        """The members behind each dial that stands for several, by its number."""
        self._steps: dict[tuple[int, int], tuple[Step, ...]] = {}
        self._totals: dict[str, Facts] = {}
        self.circuit = replace(
            whole,
            axes=tuple(self._dials(whole)),
            scales=tuple(self._scales_with_totals(whole)),
        )
        self._board = IncrementalFacts(
            self.circuit, (axis.marks[0] for axis in self.circuit.axes)
        )
        self._ungated = _ungated(self.circuit)
        self._dials_of: dict[str, list[int]] = {}
        for n in range(len(self.circuit.axes)):
            for axis, _ in self._members(n, 0):
                self._dials_of.setdefault(axis.link_id, []).append(n)
        self._providers = self._find_providers()

    @property
    def size(self) -> int:
        """How many complete answer sets there are, free words apart."""
        return prod(_answers(item) for item in self.questionnaire.item)

    @cached_property
    def least(self) -> Least:
        """The least answers that bring about what rules ask for."""
        return Least(self.circuit, self.facts, self.minimal)

    def total_at_least(self, scale: str, total: int) -> Facts | None:
        """Return the fact that a scale reaches a total; `None` if nobody does.

        Args:
            scale: A scale whose total a line tests.
            total: The total, from 0 on.
        """
        if not total:
            return 0
        facts = self._totals[scale]
        return (facts & -facts) << total - 1 if total <= facts.bit_count() else None

    def facts(self, places: Places) -> Facts:
        """The facts of an answer set."""
        return self._board.facts_with(self._marks(places))

    def place(self, places: Places) -> tuple[int, ...]:
        """The place it reaches on each ladder."""
        return self.circuit.rungs_again(self.facts(places))

    def person(self, places: Places) -> dict[str, Given]:
        """Someone who answers so, and everything else at its mildest."""
        members = (axis for n in places for axis, _ in self._members(n, 0))
        otherwise = dict.fromkeys(axis.link_id for axis in members)
        return {**self._mildest, **self._answers(otherwise, places)}

    def answer(self, link_id: str, places: Places) -> Given | None:
        """What that person answers; `None` where the options have no order.

        Args:
            link_id: A question.
            places: Where they answer otherwise than at the mildest.
        """
        item = self.questionnaire.items[link_id]
        at = {
            axis.tick: own
            for n in self._dials_of.get(link_id, ())
            for axis, own in self._members(n, places.get(n, 0))
            if axis.link_id == link_id
        }
        if isinstance(item, ChoicesItem):
            none = exclusive_option(item)
            ticks = tuple(one.code for one in item.option if at.get(one.code))
            return (none.code,) if none and not ticks else ticks
        return _step_of(item, at[None]) if is_ordered(item) else None

    def steps_at(self, n: int, place: int) -> tuple[Step, ...]:
        """The options that lift a dial to a place, or past it from below.

        Args:
            n: The number of the dial.
            place: A place above its mildest.
        """
        if (n, place) not in self._steps:
            axis, pool = self.circuit.axes[n], self.pools.get(n)
            code = axis.codes[-1 if axis.tick else place]
            alone = Step(axis.link_id, code, place, place - 1)
            steps = pool.steps_at(place) if pool else (alone,)
            self._steps[n, place] = tuple(steps)
        return self._steps[n, place]

    def raises_of(
        self, link_id: str, code: str
    ) -> tuple[int, tuple[tuple[int, int], ...]]:
        """Return the dial of an option, and its places without the option and with it.

        Args:
            link_id: A question whose options have an order.
            code: An option that is not the mildest.

        Returns:
            The number of the dial, and rising pairs of places; none where the option
            only scores, and no more than the one before.
        """
        dials = self._dials_of[link_id]
        for n in dials:
            raises = {
                (step.below, step.above)
                for place in range(1, len(self.circuit.axes[n].marks))
                for step in self.steps_at(n, place)
                if (step.link_id, step.code) == (link_id, code)
            }
            if raises:
                return n, tuple(sorted(raises))
        return dials[0], ()

    def minimal(
        self, needs: Facts, start: Places | None = None
    ) -> Iterator[dict[int, int]]:
        """Yield every minimal assignment that brings facts about, and maybe others.

        Args:
            needs: The facts.
            start: What is answered in any case; `needs` opens its questions.
        """
        agenda = [(dict(start or {}), needs)]
        seen: set[tuple[frozenset[tuple[int, int]], Facts]] = set()
        while agenda:
            places, wanted = agenda.pop()
            key = frozenset(places.items()), wanted
            if key in seen:
                continue
            seen.add(key)
            # As if all questions that are answered in it were open.
            missing = wanted & ~self._ungated.facts_with(self._marks(places))
            if not missing:
                yield places
                continue
            for steps in self._ways_to(missing & -missing, places):
                further = {**places, **dict(steps)}
                agenda += ((further, wanted | way) for way in self._opening(steps))

    # Answers

    @cached_property
    def _mildest(self) -> dict[str, Given]:
        return self._answers(self.questionnaire.items, {})

    def _answers(self, items: Iterable[str], places: Places) -> dict[str, Given]:
        answers = {link_id: self.answer(link_id, places) for link_id in items}
        return {link_id: one for link_id, one in answers.items() if one is not None}

    # Dials

    def _dials(self, whole: Circuit) -> Iterator[Axis]:
        """The axes, with members that only score taken together."""
        pooled: dict[tuple[Facts, Ways], list[Axis]] = {}
        points = reduce(or_, (scale.points for scale in whole.scales), 0)
        # A question is unknown with all of its ticks, so they stay together.
        mixed = {axis.link_id for axis in whole.axes if axis.marks[-1] & ~points}
        told = {*self._told(), *mixed}
        count = 0
        for axis in whole.axes:
            scores = reduce(or_, axis.marks, 0)
            if scores and not scores & ~points and axis.link_id not in told:
                scales = tuple(bool(scores & one.points) for one in whole.scales)
                key = (sum(1 << n for n, one in enumerate(scales) if one), axis.ways)
                pooled.setdefault(key, []).append(axis)
            else:
                yield axis
                count += 1
        for (_, ways), members in pooled.items():
            vectors = totals_of(members)
            bits = bits_of(reduce(or_, (axis.marks[-1] for axis in members), 0))
            self.pools[count] = Pool(
                tuple(members), tuple(vectors.values()), tuple(vectors)
            )
            yield replace(
                members[0],
                tick=None,
                marks=tuple(sum(bits[:total]) for total in vectors),
                codes=tuple(str(total) for total in vectors),
                ways=ways,
            )
            count += 1

    def _scales_with_totals(self, whole: Circuit) -> Iterator[ScaleWire]:
        """The scales, with a fact for each total of those that are tested."""
        guidance = self.questionnaire.guidance
        conditions = guidance.conditions()
        tested = {leaf.scale for one in conditions for leaf in totals_tested(one)}
        tested |= {one.scale for one in guidance.claims() if isinstance(one, OnTotal)}
        used = (reduce(or_, axis.marks, 0) for axis in whole.axes)
        added = (facts for one in whole.scales for _, facts in one.bands)
        first = reduce(or_, (*used, *added), whole.decisive).bit_length()
        for scale, wire in zip(self.questionnaire.scale, whole.scales, strict=True):
            if scale.id not in tested:
                yield wire
                continue
            most = wire.points.bit_count()
            facts = ((1 << most) - 1) << first
            self._totals[scale.id] = facts
            bands = (
                (total, _rated(wire, total) | ((1 << total) - 1) << first)
                for total in range(most, -1, -1)
            )
            yield replace(wire, bands=tuple(bands))
            first += most

    def _told(self) -> Iterator[str]:
        """The items whose own answers a line or a claim hangs on."""
        for condition in self.questionnaire.guidance.conditions():
            for leaf in answers_tested(condition):
                yield leaf.item
        for claim in self.questionnaire.guidance.claims():
            if isinstance(claim, AtLeast | Is | Ticked | Unticked | Answered):
                yield claim.item
            elif isinstance(claim, ShownLine) and claim.shown is LineKind.BUILD:
                yield from self._fitting(claim.id)
        yield from (one.link_id for one in self.questionnaire.item if one.ask_again)

    def _fitting(self, id: str) -> Iterator[str]:
        """The items that a sign of fit hangs on: it is not known while one is open."""
        for sign in self.questionnaire.guidance.fit:
            if sign.id == id:
                yield from items_tested(sign.fits_when, self.questionnaire)

    def _members(self, n: int, place: int) -> Iterator[tuple[Axis, int]]:
        """The axes behind a dial, each with its place."""
        pool = self.pools.get(n)
        if pool is None:
            yield self.circuit.axes[n], place
        else:
            yield from zip(pool.members, pool.vectors[place], strict=True)

    # The search

    def _marks(self, places: Places) -> dict[int, Facts]:
        return {n: self.circuit.axes[n].marks[place] for n, place in places.items()}

    def _opening(self, steps: Iterable[tuple[int, int]]) -> Iterator[Facts]:
        """Every set of facts that opens all questions of these steps."""
        ways = [self.circuit.axes[n].ways for n, _ in steps]
        return (reduce(or_, one, 0) for one in product(*ways))

    def _ways_to(
        self, fact: Facts, places: Places
    ) -> Iterator[tuple[tuple[int, int], ...]]:
        """The least steps that bring a fact about."""
        for n, place in self._providers.get(fact, ()):
            if place > places.get(n, -1):
                yield ((n, place),)
        for scale in self.circuit.scales:
            start = min((at for at, added in scale.bands if added & fact), default=None)
            if start is not None:
                yield from steps_to_total(self.circuit, scale.points, start, places)

    def _find_providers(self) -> dict[Facts, list[tuple[int, int]]]:
        """For each fact, the least place of each axis that gives it."""
        providers: dict[Facts, list[tuple[int, int]]] = {}
        for n, axis in enumerate(self.circuit.axes):
            before = 0
            for place, mark in enumerate(axis.marks):
                for fact in bits_of(mark & ~before):
                    providers.setdefault(fact, []).append((n, place))
                before |= mark
        return providers


def _rated(scale: ScaleWire, total: int) -> Facts:
    """What the band of a total adds."""
    return next(added for start, added in scale.bands if total >= start)


def _ungated(circuit: Circuit) -> IncrementalFacts:
    """What is answered at its mildest, on a circuit where every question is open.

    Even its mildest answer is one only where the question is asked: so behind a gate
    there is none, until one is put there.
    """
    marks = [axis.marks[0] if axis.ways == ALWAYS else 0 for axis in circuit.axes]
    axes = tuple(replace(axis, ways=ALWAYS) for axis in circuit.axes)
    return IncrementalFacts(replace(circuit, axes=axes), marks)


def _answers(item: object) -> int:
    if isinstance(item, ChoiceItem):
        return len(item.option)
    if isinstance(item, ChoicesItem):
        return int(2 ** sum(not option.exclusive for option in item.option))
    if isinstance(item, NumberItem):
        return item.maximum - item.minimum + 1
    return 1


def _step_of(item: object, place: int) -> Given:
    if isinstance(item, NumberItem):
        return item.band[place].from_
    assert isinstance(item, ChoiceItem)
    return item.option[place].code
