"""The sizes of paper that a summary is typeset for."""

from enum import StrEnum


class Paper(StrEnum):
    """A size of paper, by the typesetter's name for it."""

    LETTER = "us-letter"
    A4 = "a4"
