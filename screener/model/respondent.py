"""Who answers."""

from enum import StrEnum


class Respondent(StrEnum):
    """Who answered."""

    SELF = "self"
    WITH_COUNSELOR = "with-counselor"
    SUPPORTER = "supporter"
