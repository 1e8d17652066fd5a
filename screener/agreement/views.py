"""Clients' answers beside their counselors' view, and the level that was agreed."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from screener.agreement.comparing import Ends, Pair
from screener.agreement.report import LadderReport, Name, ladder_report, names_of
from screener.model import Ladder
from screener.summary import LadderLine, Summary

_Ladder: TypeAlias = tuple[str, tuple[str, ...]]
"""The ids of a ladder and of its rungs: versions whose rungs differ stand apart."""


class Views:
    """Visits in which a counselor set something down, one after the other."""

    def __init__(self, known: Mapping[str, Ladder]) -> None:
        """Begin without visits.

        Args:
            known: Ladders by id, in the words to tell them by. What they lack is told
                in the words of the summaries.
        """
        self.visits = 0
        self._known = known
        self._names: dict[_Ladder, tuple[Name, tuple[Name, ...]]] = {}
        self._counselor: dict[_Ladder, list[Pair]] = {}
        self._agreed: dict[_Ladder, list[Pair]] = {}

    def add(self, summary: Summary) -> bool:
        """Take a visit, if a counselor set something down in it.

        Args:
            summary: The visit.

        Returns:
            Whether it was taken.
        """
        if summary.counselor is None:
            return False
        self.visits += 1
        ladders = {one.id: one for one in summary.ladders}
        for both in summary.counselor.ladders:
            ladder = ladders.get(both.ladder)
            if ladder is None:
                continue
            client, counselor = (
                Ends(ladder.place_of(one.low), ladder.place_of(one.high))
                for one in (both.client, both.counselor)
            )
            key = self._key(ladder)
            self._counselor.setdefault(key, []).append(Pair(counselor, client))
            if ladder is summary.ladders[0]:  # a level is agreed on the first one
                for agreed in _agreed(summary, ladder):
                    self._agreed.setdefault(key, []).append(Pair(agreed, client))
        return True

    @property
    def counselor(self) -> tuple[LadderReport, ...]:
        """The client's answers; what is expected is the counselor's view."""
        return self._reports(self._counselor)

    @property
    def agreed(self) -> tuple[LadderReport, ...]:
        """The client's answers; what is expected is the level that was agreed."""
        return self._reports(self._agreed)

    def _reports(self, pairs: Mapping[_Ladder, list[Pair]]) -> tuple[LadderReport, ...]:
        return tuple(
            ladder_report(*self._names[key], found) for key, found in pairs.items()
        )

    def _key(self, line: LadderLine) -> _Ladder:
        rungs = tuple(Name(one.id, one.name) for one in line.rungs)
        key = (line.id, tuple(one.id for one in rungs))
        known = self._known.get(line.id)
        is_known = known is not None and tuple(known.index) == key[1]
        names = (
            names_of(known)
            if known is not None and is_known
            else (Name(line.id, line.name), rungs)
        )
        self._names.setdefault(key, names)
        return key


def _agreed(summary: Summary, ladder: LadderLine) -> Iterator[Ends]:
    """Yield the level that was agreed last, if one was."""
    places = {one.id: place for place, one in enumerate(ladder.rungs)}
    last = summary.counselor.agreed[-1:] if summary.counselor else ()
    yield from (
        Ends(places[one.rung], places[one.rung]) for one in last if one.rung in places
    )
