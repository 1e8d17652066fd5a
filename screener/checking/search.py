"""A search for somebody who meets a demand, over all answers, with any unknown.

What demands facts is met at a least set of answers first, and what more answers break
is broken for good. So the search starts with everything at its mildest, adds what is
missing in each way that there is, and turns back where a cap is broken.
`docs/proofs.md` says it in full.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from screener.checking.demands import Demand, Side, rules_out
from screener.checking.spots import Spot
from screener.checking.twins import UNSEEN, State, Twins
from screener.scoring.circuit import Facts, Ways, is_open

MAX_STATES = 20_000
"""So many sets of answers are looked at for one demand; more is no proof."""

_Pending: TypeAlias = tuple[tuple[Side, Facts], ...]
"""Facts that are to be brought about, the next ones first."""


class CutOffError(Exception):
    """A search was not finished, and so proves nothing."""


class Finder:
    """Finds somebody among all people of a questionnaire."""

    def __init__(self, twins: Twins) -> None:
        """Look among them.

        Args:
            twins: All sets of answers, with any of them unknown.
        """
        self._twins = twins
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
            left = tuple(one for one in ways if self._is_allowed(demand, side, one))
            if len(ordered) > 1:
                left = self._possible(demand, side, left)
            if not left:
                return None
            bounds.append((side, left))
        return _Search(self._twins, demand, sorted(bounds, key=_gates_first)).find()

    def _is_allowed(self, demand: Demand, side: Side, needs: Facts) -> bool:
        """Return whether facts, with those that they never come without, break no cap.

        Only looked at here: a search for the others as well would take more steps.
        """
        return not rules_out(demand.caps, side, self._twins.with_implied(needs))

    def _possible(self, demand: Demand, side: Side, ways: Ways) -> Ways:
        """Return the sets of facts that a demand allows, each looked at by itself."""
        return tuple(one for one in ways if self._is_possible(demand, side, one))

    def _is_possible(self, demand: Demand, side: Side, needs: Facts) -> bool:
        domains = tuple(sorted(demand.domains.items()))
        key = (demand.caps, domains, side, needs)
        if key not in self._tried:
            found = _Search(self._twins, demand, [(side, (needs,))]).find()
            self._tried[key] = found is not None
        return self._tried[key]


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
        self._caps: dict[Side, list[Facts]] = {}
        for side, needs in demand.caps:
            self._caps.setdefault(side, []).append(needs)
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
        for side, caps in self._caps.items():
            there = facts.on(side)
            if any(not needs & ~there for needs in caps):
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
        caps = [one for one in self._demand.caps if one[0] in UNSEEN]
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
