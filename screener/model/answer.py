"""Answers as they are kept: codes, numbers and words by `link_id`."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias


class Unknown(Enum):
    """Why a question that was put has no answer."""

    DECLINED = "declined"
    UNSURE = "unsure"


Given: TypeAlias = str | int | tuple[str, ...]
"""An answer: a code or free words, a number, or the codes that are ticked."""

Answer: TypeAlias = Given | Unknown
"""What was said to a question. A question not reached has no answer at all."""

Answers: TypeAlias = Mapping[str, Answer]
"""Answers by `link_id`; what is absent was not reached."""
