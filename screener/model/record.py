"""What all records share: they are frozen, and told as the tables of a file.

Records are dataclasses whose methods are shared instead of generated for each, which
would cost every start half a millisecond and more for each. What they are made of is
not looked at here: the type checker does so for our own code, and
`screener.model.reading` for whatever comes from outside.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from typing import Any, ClassVar, dataclass_transform


def key_of(name: str) -> str:
    """The key of a field in a file: `from` for `from_`, which Python keeps to itself.

    Args:
        name: The field's name.
    """
    return name.removesuffix("_")


@dataclass_transform(
    frozen_default=True, kw_only_default=True, field_specifiers=(field,)
)
class Record:
    """A frozen record; where it is read, an unknown key is an error."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "strict": True,
        "alias_generator": key_of,
    }
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init_subclass__(cls) -> None:
        """Make it a dataclass of its annotated fields."""
        dataclass(init=False, repr=False, eq=False, match_args=False, kw_only=True)(cls)

    def __init__(self, **values: Any) -> None:
        fields = self.__dataclass_fields__
        for name, one in fields.items():
            if name not in values:
                values[name] = _default(type(self), one)
        if len(values) > len(fields):
            unknown = ", ".join(values.keys() - fields.keys())
            raise TypeError(f"{type(self).__name__} has no {unknown}")
        self.__dict__.update(values)
        self.__post_init__()

    def __post_init__(self) -> None:
        """See that the values fit together; without a word, whatever they are."""

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self is other or values_of(self) == values_of(other)

    def __hash__(self) -> int:
        return hash((type(self), *values_of(self).values()))

    def __getstate__(self) -> dict[str, Any]:
        """What is copied and sent to other processes: what follows from it is not."""
        return values_of(self)

    def __repr__(self) -> str:
        told = (f"{name}={value!r}" for name, value in values_of(self).items())
        return f"{type(self).__name__}({', '.join(told)})"


def _default(kind: type[Record], one: Field[Any]) -> Any:
    if one.default is not MISSING:
        return one.default
    if one.default_factory is MISSING:
        raise TypeError(f"{kind.__name__} needs {one.name}")
    return one.default_factory()


def values_of(record: Any) -> dict[str, Any]:
    """The values of a record by their fields, as listed.

    Args:
        record: The record. What was worked out from its fields is not among them.
    """
    values = record.__dict__
    return {name: values[name] for name in record.__dataclass_fields__}


def tables_of(
    value: Any,
    *,
    without_defaults: bool = False,
    without_nones: bool = False,
) -> Any:
    """A record and all in it as tables and lists, by the keys that files have.

    Args:
        value: The record, or anything in one.
        without_defaults: Whether what is as it is anyway is left out.
        without_nones: Whether what is not there is left out.
    """

    def told(value: Any) -> Any:
        if isinstance(value, Record):
            return {
                key_of(one.name): told(field_value)
                for one in value.__dataclass_fields__.values()
                if is_told(one, field_value := value.__dict__[one.name])
            }
        if isinstance(value, Mapping):
            return {key: told(one) for key, one in value.items()}
        if isinstance(value, tuple | list):
            return [told(one) for one in value]
        return value

    def is_told(one: Field[Any], value: Any) -> bool:
        if without_nones and value is None:
            return False
        return not (without_defaults and _is_default(one, value))

    return told(value)


def _is_default(one: Field[Any], value: Any) -> bool:
    if one.default_factory is not MISSING:
        return bool(value == one.default_factory())
    return one.default is not MISSING and bool(value == one.default)


def to_json(tables: Any) -> str:
    """Tell tables in JSON, with no blank that it can do without.

    Args:
        tables: As `tables_of` gives them; days and times are told as in ISO 8601.
    """
    return json.dumps(
        tables,
        ensure_ascii=False,
        separators=(",", ":"),
        default=lambda day: day.isoformat(),
    )
