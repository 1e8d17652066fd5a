"""Proves what a questionnaire promises, over its whole answer space."""

from screener.checking.checker import check
from screener.checking.dials import Said
from screener.checking.differences import (
    Move,
    MovedPerson,
    Moves,
    Way,
    compare_placements,
)
from screener.checking.proof import Finding, Flaw, How, Proof
from screener.checking.space import Space
from screener.checking.structure import Change, Group, Kind, compare_content

__all__ = [
    "Change",
    "Finding",
    "Flaw",
    "Group",
    "How",
    "Kind",
    "Move",
    "MovedPerson",
    "Moves",
    "Proof",
    "Said",
    "Space",
    "Way",
    "check",
    "compare_content",
    "compare_placements",
]
