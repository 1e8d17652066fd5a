"""Everyone with their unknown answers: a search for somebody who meets a demand.

An answer gives its facts at both ends of the range. An unknown one gives the facts of
the mildest answer at the low end and those of the gravest at the high end. What
demands facts is met at a least set of answers first, and what more answers break is
broken for good. So the search starts with everything at its mildest, adds what is
missing in each way that there is, and turns back where a cap is broken.
`docs/proofs.md` says it in full.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import product
from operator import or_
from typing import TypeAlias

from screener.checking.claims import ticks_of
from screener.checking.demands import Demand, Domain, Side, rules_out
from screener.checking.space import Space
from screener.checking.spots import PoolSpots, Spot, given_at, unknown_at
from screener.scoring.board import Board
from screener.scoring.circuit import Facts, Ways, is_open

MAX_STATES = 20_000
"""So many sets of answers are looked at for one demand; more is no proof."""

State: TypeAlias = Mapping[int, Spot]
"""Where each dial stands that does not stand at its mildest, by its number."""

_Pending: TypeAlias = tuple[tuple[Side, Facts], ...]
"""Facts that are to be brought about, the next ones first."""

_UNSEEN = (Side.COUNTED, Side.UNGATED)
"""The sides on which the mildest answer may give more than none."""


class CutOffError(Exception):
    """A search was not finished, and so proves nothing."""


class Twins:
    """All sets of answers of a questionnaire, with any of them unknown."""

    def __init__(self, space: Space) -> None:
        """Set them out.

        Args:
            space: All sets of answers without unknown ones.
        """
        self.circuit = circuit = space.circuit
        self._pools = {n: PoolSpots(pool) for n, pool in space.pools.items()}
        mildest = [axis.marks[0] for axis in circuit.axes]
        nothing = [0] * len(mildest)
        self._boards = {
            Side.LOW: Board(circuit, mildest),
            Side.HIGH: Board(circuit, mildest),
            Side.COUNTED: Board(circuit, nothing),
        }
        items = space.questionnaire.items
        self._bit = [
            ticks_of(items[axis.link_id]).get(axis.tick or "", 0)
            for axis in circuit.axes
        ]
        self._single: dict[str, list[int]] = {}
        for n, axis in enumerate(circuit.axes):
            if n not in self._pools:
                self._single.setdefault(axis.link_id, []).append(n)
        self._givers: dict[Facts, list[tuple[int, Facts]]] = {}
        self._tried: dict[object, bool] = {}

    def find(self, demand: Demand) -> State | None:
        """Return answers that meet a demand; `None` where none do.

        Args:
            demand: The demand. Answers whose options have no order are left to
                the caller: they change no facts.

        Raises:
            CutOffError: If the search took too long.
        """
        # Gates first: what is behind them counts against the caps from then on.
        ordered = sorted(demand.bounds, key=_gates_first)
        bounds: list[tuple[Side, Ways]] = []
        for side, ways in ordered:
            left = tuple(one for one in ways if not rules_out(demand.caps, side, one))
            if len(ordered) > 1:
                left = self._possible(demand, side, left)
            if not left:
                return None
            bounds.append((side, left))
        return _Search(self, demand, sorted(bounds, key=_gates_first)).find()

    def _possible(self, demand: Demand, side: Side, ways: Ways) -> Ways:
        """Return the sets of facts that a demand allows, each looked at by itself."""
        return tuple(one for one in ways if self._is_possible(demand, side, one))

    def _is_possible(self, demand: Demand, side: Side, needs: Facts) -> bool:
        domains = tuple(sorted(demand.domains.items()))
        key = (demand.caps, domains, side, needs)
        if key not in self._tried:
            found = _Search(self, demand, [(side, (needs,))]).find()
            self._tried[key] = found is not None
        return self._tried[key]

    # What the search asks of them

    def givers(self, fact: Facts) -> Sequence[tuple[int, Facts]]:
        """Return the dials that can bring a fact about, each with the facts to raise.

        Where a scale's total brings it about, these are the points of its members.

        Args:
            fact: The fact.
        """
        if fact not in self._givers:
            self._givers[fact] = [*self._find_givers(fact)]
        return self._givers[fact]

    def _find_givers(self, fact: Facts) -> Iterator[tuple[int, Facts]]:
        axes = self.circuit.axes
        yield from ((n, fact) for n, axis in enumerate(axes) if axis.marks[-1] & fact)
        for scale in self.circuit.scales:
            if any(added & fact for _, added in scale.bands):
                for n, axis in enumerate(axes):
                    if axis.marks[-1] & scale.points:
                        yield n, scale.points

    def facts(self, state: State, side: Side) -> Facts:
        """Return all facts of a side."""
        if side is Side.UNGATED:
            given = reduce(or_, (spot.given for spot in state.values()), 0)
            return self.circuit.with_bands(given)
        changes = {n: spot.on(side) for n, spot in state.items()}
        return self._boards[side].facts_with(changes)

    def starts(self, domains: Mapping[str, Domain]) -> Iterator[State]:
        """Yield the least sets of answers that questions may have."""
        alternatives = [
            [*self._starts_of(item, domain)]
            for item, domain in domains.items()
            if item in self._single
        ]
        for one in product(*alternatives):
            yield {n: spot for spots in one for n, spot in spots.items()}

    def _starts_of(self, item: str, domain: Domain) -> Iterator[State]:
        numbers = self._single[item]
        axes = self.circuit.axes
        if domain.given and axes[numbers[0]].tick is not None:
            yield {n: given_at(axes[n], 1) for n in numbers if domain.on & self._bit[n]}
        elif domain.given:
            (n,) = numbers
            place = min(domain.places) if domain.places is not None else 0
            # At its mildest, and not unknown: that is told apart where it matters.
            is_mildest = not place and (domain.unknown or not axes[n].marks[0])
            yield {} if is_mildest else {n: given_at(axes[n], place)}
        if domain.unknown and (not domain.given or self._is_raised(domain)):
            yield {n: unknown_at(axes[n]) for n in numbers}

    def _is_raised(self, domain: Domain) -> bool:
        """Whether no answer that is allowed stands at the mildest."""
        return bool(domain.on) or (domain.places is not None and 0 not in domain.places)

    def raised(
        self, state: State, n: int, side: Side, bits: Facts, domain: Domain | None
    ) -> Iterator[State]:
        """Yield answers in which a dial gives more of some facts, in the least way.

        Args:
            state: The answers so far.
            n: The number of the dial.
            side: Where it is to give more.
            bits: The facts.
            domain: Which answers its question may have, where not all.
        """
        here = state.get(n)
        if n in self._pools:
            for spot in self._pools[n].above(here, side):
                yield {**state, n: spot}
            return
        if here is not None and here.is_unknown:
            return
        axis = self.circuit.axes[n]
        now = self.mark(state, n, side) & bits
        start = 0 if here is None else (here.places[0] or 0) + 1
        for place in range(start, len(axis.marks)):
            if axis.marks[place] & bits & ~now and self._allows(domain, n, place):
                yield {**state, n: given_at(axis, place)}
                break
        may_be_unknown = domain is None or domain.unknown
        if side is Side.HIGH and may_be_unknown and axis.marks[-1] & bits & ~now:
            numbers = self._single[axis.link_id]
            if not any(one in state for one in numbers):
                unknown = {one: unknown_at(self.circuit.axes[one]) for one in numbers}
                yield {**state, **unknown}

    def _allows(self, domain: Domain | None, n: int, place: int) -> bool:
        if domain is None:
            return True
        if self._bit[n]:
            return domain.given and not (place and domain.off & self._bit[n])
        return domain.given and (domain.places is None or place in domain.places)

    def mark(self, state: State, n: int, side: Side) -> Facts:
        """Return what a dial gives on a side if its question is open."""
        if n in state:
            return state[n].on(side)
        return 0 if side in _UNSEEN else self.circuit.axes[n].marks[0]

    def apart(self, state: State) -> list[int]:
        """Return the dials whose mildest answer gives more than none, and is not told.

        Args:
            state: The answers so far.
        """
        return [
            n
            for n, axis in enumerate(self.circuit.axes)
            if n not in state and axis.marks[0]
        ]

    def told_apart(self, n: int, domain: Domain | None) -> list[Spot]:
        """Return where a dial stands with its mildest answers given, or unknown.

        Where all are given comes first, if that may be.

        Args:
            n: The number of the dial.
            domain: Which answers its question may have, where not all.
        """
        if n in self._pools:
            return [*self._pools[n].at_mildest()]
        axis = self.circuit.axes[n]
        told: list[Spot] = []
        if domain is None or domain.given:
            told.append(given_at(axis, 0))
        if domain is None or domain.unknown:
            told.append(unknown_at(axis))
        return told


def _gates_first(bound: tuple[Side, Ways]) -> tuple[bool, int]:
    side, ways = bound
    return side is not Side.COUNTED, len(ways)


class _Search:
    """A search for answers that meet one demand."""

    def __init__(
        self, twins: Twins, demand: Demand, bounds: Sequence[tuple[Side, Ways]]
    ) -> None:
        self._twins = twins
        self._demand = demand
        self._bounds = bounds
        self._agenda: list[tuple[State, _Pending]] = []
        self._seen: set[object] = set()

    def find(self) -> State | None:
        for start in self._twins.starts(self._demand.domains):
            self._agenda.append((start, ()))
            while self._agenda:
                state, pending = self._agenda.pop()
                if self._is_new(state, pending) and self._meets(state, pending):
                    return state
        return None

    def _is_new(self, state: State, pending: _Pending) -> bool:
        key = (frozenset(state.items()), pending)
        if key in self._seen:
            return False
        if len(self._seen) >= MAX_STATES:
            raise CutOffError
        self._seen.add(key)
        return True

    def _meets(self, state: State, pending: _Pending) -> bool:
        """Return whether answers meet the demand; if not, note what to look at next."""
        facts = _Facts(self._twins, state)
        if any(not needs & ~facts.on(side) for side, needs in self._demand.caps):
            return False
        while pending and not pending[0][1] & ~facts.on(pending[0][0]):
            pending = pending[1:]
        if pending:
            self._agenda += self._steps(state, pending, facts)
            return False
        for side, ways in self._bounds:
            if not is_open(ways, facts.on(side)):
                self._agenda += ((state, ((side, one),)) for one in ways)
                return False
        return self._is_settled(state)

    def _steps(
        self, state: State, pending: _Pending, facts: "_Facts"
    ) -> Iterator[tuple[State, _Pending]]:
        """Yield the ways to come nearer to the first missing fact."""
        side, needs = pending[0]
        missing = needs & ~facts.on(side)
        fact = missing & -missing
        axes = self._twins.circuit.axes
        for n, bits in self._twins.givers(fact):
            axis = axes[n]
            is_given = self._twins.mark(state, n, side) & bits
            if is_given and not is_open(axis.ways, facts.on(side)):
                yield from ((state, ((side, way), *pending)) for way in axis.ways)
            domain = self._demand.domains.get(axis.link_id)
            for further in self._twins.raised(state, n, side, bits, domain):
                yield further, pending

    def _is_settled(self, state: State) -> bool:
        """Return whether it makes no difference to tell the mildest from no answer.

        Where it does, both are looked at.
        """
        caps = [one for one in self._demand.caps if one[0] in _UNSEEN]
        apart = (
            {n: self._told_apart(n) for n in self._twins.apart(state)} if caps else {}
        )
        mildest = {n: spots[0] for n, spots in apart.items()}
        facts = _Facts(self._twins, {**state, **mildest})
        if all(needs & ~facts.on(side) for side, needs in caps):
            return True
        for n, spots in [*apart.items()][:1]:
            self._agenda += (({**state, n: spot}, ()) for spot in spots)
        return False

    def _told_apart(self, n: int) -> list[Spot]:
        link_id = self._twins.circuit.axes[n].link_id
        return self._twins.told_apart(n, self._demand.domains.get(link_id))


class _Facts:
    """The facts of answers on every side, each added up when it is first asked for."""

    def __init__(self, twins: Twins, state: State) -> None:
        self._twins = twins
        self._state = state
        self._known: dict[Side, Facts] = {}

    def on(self, side: Side) -> Facts:
        if side not in self._known:
            self._known[side] = self._twins.facts(self._state, side)
        return self._known[side]
