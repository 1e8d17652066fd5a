"""What all records share: they are frozen, strict and know every key they may have."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, StringConstraints


class Record(BaseModel):
    """A frozen record; an unknown key is an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
    )

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Copy the record, without what was worked out from its fields before."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-.][a-z0-9]+)*$")]
"""Lower-case words joined by hyphens, such as `use-severity`."""

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of all that a questionnaire says, as 64 hexadecimal digits."""

Loinc = Annotated[str, StringConstraints(pattern=r"^(LA)?[0-9]+-[0-9]$")]
"""A code of LOINC, for a question or, with `LA`, for an answer."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for people: never empty."""
