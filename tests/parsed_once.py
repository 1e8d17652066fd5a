"""No two of hundreds of apps parse the same style sheet: it took a tenth of all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.css.model import RuleSet
    from textual.css.stylesheet import Stylesheet


def parse_once() -> None:
    """Keep what an app has parsed, with the colors that went into it, for all."""
    from textual.css.stylesheet import Stylesheet

    parse = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def found(sheet: Stylesheet, *args: Any, **named: Any) -> list[RuleSet]:
        key = (args, *named.items(), *sheet._variables.items())
        if key not in parsed:
            parsed[key] = parse(sheet, *args, **named)
        return parsed[key]

    setattr(Stylesheet, "_parse_rules", found)  # noqa: B010 - its types are not ours
