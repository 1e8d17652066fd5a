"""What all records share: they are frozen, strict and know every key they may have."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Record(BaseModel):
    """A frozen record; an unknown key is an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        use_attribute_docstrings=True,
    )


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-.][a-z0-9]+)*$")]
"""Lower-case words joined by hyphens, such as `use-severity`."""

Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of all that a questionnaire says, as 64 hexadecimal digits."""

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""Words for people: never empty."""
