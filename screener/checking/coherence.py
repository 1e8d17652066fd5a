"""Whether anything is ever shown together that must not be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from screener.catalog import compose, installed, load_questionnaire
from screener.checking.claims import Claims
from screener.checking.demands import Demand, TooManyWaysError
from screener.checking.proof import Finding, Flaw, How
from screener.checking.search import CutOffError, Finder
from screener.checking.shown import Shown
from screener.checking.space import Space
from screener.checking.spots import Spot
from screener.checking.twins import State, Twins
from screener.errors import ComposingError
from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Never,
    NoLevel,
    NumberItem,
    OnRung,
    Questionnaire,
    Says,
    Sentence,
    ShownRung,
    Unknown,
)
from screener.model.claim import basic_claims
from screener.scoring import exclusive_option
from screener.scoring.circuit import Axis

_MEND = "let a rule or the condition of a line keep them apart."


class Coherence:
    """All that is asked with a questionnaire: alone, and with what can be added."""

    def __init__(self, space: Space) -> None:
        """Set it up.

        Args:
            space: All answer sets of the questionnaire.
        """
        self._space = space
        self._known: list[_Whole] | None = None

    def check_together(self) -> Finding:
        """Nothing is shown together that must never be."""
        never = self._space.questionnaire.guidance.never
        return self._finding([one for one in never if not _is_of_no_level(one)])

    def check_no_level(self) -> Finding:
        """Where there is no level yet, nothing says that none is needed."""
        questionnaire = self._space.questionnaire
        never = [one for one in questionnaire.guidance.never if _is_of_no_level(one)]
        return self._finding([*never, *_without_a_level(questionnaire)])

    def _finding(self, never: Sequence[Never]) -> Finding:
        flaws: dict[str, Flaw] = {}
        for whole in self._wholes() if never else ():
            for one in never:
                flaw = None if one.id in flaws else whole.flaw(one)
                if flaw is not None:
                    flaws[one.id] = flaw
        return Finding(How.ENUMERATED, len(never), "pairs", tuple(flaws.values()))

    def _wholes(self) -> "list[_Whole]":
        if self._known is None:
            core = self._space.questionnaire
            alone = _Whole(self._space, self._space)
            added = (_Whole(Space(one), self._space) for one in _with_added(core))
            self._known = [alone, *added]
        return self._known


class _Whole:
    """One questionnaire, as it is asked."""

    def __init__(self, space: Space, core: Space) -> None:
        self._space = space
        self._core = core
        self._claims = Claims(space)
        self._finder = Finder(Twins(space))

    def flaw(self, never: Never) -> Flaw | None:
        """Return for whom things are shown together that must not be."""
        try:
            for demand in self._claims.demands(never.together):
                state = self._finder.find(demand)
                if state is not None:
                    return self._flaw(never, demand, state)
        except (CutOffError, TooManyWaysError):
            what = f"`{never.id}` is not proved: there is too much to look at."
            return Flaw(what, "name fewer things in it, or split it.", {})
        return None

    def _flaw(self, never: Never, demand: Demand, state: State) -> Flaw:
        person = _Person(self._space, demand, state)
        shown = Shown(
            self._space.questionnaire,
            person.answers(),
            bool(demand.cry),
            demand.left_out or frozenset(),
            min(demand.regions) if demand.regions else None,
        )
        if not shown.all_hold(never.together):
            what = f"`{never.id}` is not proved: it could not be decided."
            return Flaw(what, "name other things in it.", self._told(person))
        where = "".join(f" {one}" for one in self._circumstances(demand))
        what = f"`{never.id}` comes true{where}. {never.why}"
        return Flaw(what, _MEND, self._told(person))

    def _circumstances(self, demand: Demand) -> Iterator[str]:
        added = self._space.questionnaire.id.removeprefix(
            self._core.questionnaire.id
        ).split(".")[1:]
        if added:
            yield f"with --add {' --add '.join(added)}"
        if demand.cry:
            yield "after a cry for help was typed"
        if demand.left_out:
            yield f"with {', '.join(sorted(demand.left_out))} left out"
        if demand.regions:
            yield f"in the region {min(demand.regions)}"

    def _told(self, person: "_Person") -> dict[str, Answer]:
        """Return their answers; of added questions, those that are not the mildest."""
        mildest = self._space.person({})
        core = self._core.questionnaire.items
        return {
            link_id: answer
            for link_id, answer in person.answers().items()
            if link_id in core or answer != mildest.get(link_id)
        }


@dataclass(frozen=True)
class _Person:
    """Someone whom a search has found."""

    space: Space
    demand: Demand
    state: State

    def answers(self) -> dict[str, Answer]:
        """Return what they answer to every question."""
        answers: dict[str, Answer] = {**self.space.person({}), **dict(self._loose())}
        touched: dict[str, list[tuple[Axis, int | None]]] = {}
        for n, spot in self.state.items():
            for axis, place in self._places(n, spot):
                touched.setdefault(axis.link_id, []).append((axis, place))
        for link_id, places in touched.items():
            answers[link_id] = self._answer(link_id, places)
        return answers

    def _places(self, n: int, spot: Spot) -> Iterator[tuple[Axis, int | None]]:
        pool = self.space.pools.get(n)
        axes = pool.members if pool else (self.space.circuit.axes[n],)
        return zip(axes, spot.places, strict=True)

    def _answer(self, link_id: str, places: list[tuple[Axis, int | None]]) -> Answer:
        item = self.space.questionnaire.items[link_id]
        if any(place is None for _, place in places):
            return Unknown.DECLINED
        if isinstance(item, ChoicesItem):
            ticked = {axis.tick for axis, place in places if place}
            none = exclusive_option(item)
            ticks = tuple(one.code for one in item.option if one.code in ticked)
            return (none.code,) if none and not ticks else ticks
        place = places[0][1] or 0
        if isinstance(item, NumberItem):
            return item.band[place].from_
        assert isinstance(item, ChoiceItem)
        return item.option[place].code

    def _loose(self) -> Iterator[tuple[str, Answer]]:
        """Yield the answers whose options have no order, where any is demanded."""
        for link_id, domain in self.demand.domains.items():
            item = self.space.questionnaire.items[link_id]
            if isinstance(item, ChoiceItem) and not item.ordered and domain.given:
                places = domain.places
                yield link_id, item.option[min(places) if places else 0].code


def _is_of_no_level(never: Never) -> bool:
    claims = (basic for claim in never.together for basic in basic_claims(claim))
    return any(isinstance(one, NoLevel) for one in claims)


def _without_a_level(questionnaire: Questionnaire) -> Iterator[Never]:
    """Yield what must never stand beside a ladder without a level, in any of them."""
    for ladder in questionnaire.ladder:
        mildest, second, *_ = ladder.index
        no_level = NoLevel(no_level=ladder.id)
        yield Never(
            id=f"no-level-above-the-mildest-{ladder.id}",
            together=(no_level, OnRung(ladder=ladder.id, from_=second)),
            why="A rung that is established is a level.",
        )
        yield Never(
            id=f"no-level-and-{mildest}-{ladder.id}",
            together=(no_level, ShownRung(told=ladder.id, rung=mildest)),
            why="Nobody is told that nothing is needed before that is known.",
        )
        for sentence in (
            Sentence.NOTHING_MORE,
            Sentence.NOTHING_HIGHER,
            Sentence.STILL_MATTERS,
            Sentence.VISIT_SOON,
        ):
            yield Never(
                id=f"no-level-and-{sentence}-{ladder.id}",
                together=(no_level, Says(sentence=sentence, ladder=ladder.id)),
                why="Nobody is told that nothing is needed before that is known.",
            )


def _with_added(core: Questionnaire) -> Iterator[Questionnaire]:
    """Yield the questionnaire with what can be added, as far as it makes a difference.

    A part whose questions are its own and whose mildest answers give nothing can
    always be there: whoever is not asked it is shown what they would be shown with
    its mildest answers. Of all others, each choice is tried.
    """
    parts = [
        part
        for part in map(load_questionnaire, installed())
        if any(join.to == core.id for join in part.join)
        and part.language == core.language
    ]
    entangled = [one for one in parts if _is_entangled(one, parts)]
    alone = [one for one in parts if one not in entangled]
    for count in range(len(entangled) + 1):
        for chosen in combinations(entangled, count):
            added = [one for one in parts if one in alone or one in chosen]
            if added:
                try:
                    yield compose(core, added)
                except ComposingError:
                    # They cannot be asked together.
                    continue


def _is_entangled(part: Questionnaire, parts: Sequence[Questionnaire]) -> bool:
    """Return whether it makes a difference to what another part asks that it is there.

    Args:
        part: A part that can be added.
        parts: All of them.
    """
    others = {link_id for one in parts if one is not part for link_id in one.items}
    mildest = Space(part).facts({})
    return bool(others & part.items.keys()) or bool(mildest)
