"""Compares two versions of a questionnaire: whom they place differently, exactly."""

from screener.versions.dials import Said
from screener.versions.differences import (
    Move,
    MovedPerson,
    Moves,
    Way,
    compare_placements,
)
from screener.versions.structure import Change, Group, Kind, compare_content

__all__ = [
    "Change",
    "Group",
    "Kind",
    "Move",
    "MovedPerson",
    "Moves",
    "Said",
    "Way",
    "compare_content",
    "compare_placements",
]
