"""Questionnaires of any length, to see how everything grows with it.

Built in the image of the shipped one: sections, gates to the question before, ticks,
scales, rules and lines in the same proportions, on as many dimensions as it has.
"""

from itertools import pairwise
from pathlib import Path

import tomli_w

DIMENSIONS = ("safety", "use", "mind", "home")
RUNGS = ("none", "outpatient", "intensive", "day", "inpatient")
A_SECTION = 25
"""Questions."""


def write(folder: Path, items: int) -> Path:
    """Write a questionnaire.

    Args:
        folder: Where its folder is made.
        items: How many questions it asks.

    Returns:
        Its folder.
    """
    to = folder / f"synthetic-{items}"
    to.mkdir()
    sections = range((items + A_SECTION - 1) // A_SECTION)
    _dump(to / "questionnaire.toml", _head(items, len(sections)))
    for section in sections:
        first = section * A_SECTION
        asked = range(first, min(items, first + A_SECTION))
        _dump(
            to / f"items-{section:03}.toml",
            {"section": f"s{section}", "item": [_item(n) for n in asked]},
        )
    _dump(to / "guidance.toml", _guidance(items))
    _dump(to / "sources.toml", {"source": [_SOURCE]})
    return to


_SOURCE = {"id": "made", "title": "Made", "locator": "1", "fact": "It was made."}
_CITE = ["made"]


def _dump(path: Path, table: dict[str, object]) -> None:
    path.write_bytes(tomli_w.dumps(table).encode())


def _head(items: int, sections: int) -> dict[str, object]:
    rungs = [{"id": r, "name": r, "about": "A step.", "cite": _CITE} for r in RUNGS]
    return {
        "format": 1,
        "id": f"synthetic-{items}",
        "version": "1",
        "title": "A long way",
        "language": "en",
        "about": "It asks much.",
        "limits": "It is for measuring.",
        "seen_by": "Nobody sees it.",
        "dimension": [{"id": one, "name": one} for one in DIMENSIONS],
        "ladder": [{"id": "level", "name": "Level", "rung": rungs}],
        "section": [{"id": f"s{n}", "title": f"Part {n}"} for n in range(sections)],
    }


def _item(number: int) -> dict[str, object]:
    """Every fifth has ticks; every fourth is asked after the one before alone."""
    on = DIMENSIONS[number % len(DIMENSIONS)]
    item: dict[str, object] = {
        "link_id": f"q{number}",
        "type": "choices" if number % 5 == 2 else "choice",
        "text": f"How often did number {number} happen?",
        "short": f"Number {number}",
        "why": "To measure.",
        "cite": _CITE,
        "option": _ticks(on) if number % 5 == 2 else _chain(on),
    }
    if number % 4 == 3:
        before = f"q{number - 1}"
        ticks = (number - 1) % 5 == 2
        gate = {"ticked": "more"} if ticks else {"at_least": "often"}
        item["enable_when"] = {"item": before, **gate}
    return item


def _chain(on: str) -> list[dict[str, object]]:
    codes = ("never", "rarely", "often", "always")
    options: list[dict[str, object]] = [{"code": code, "text": code} for code in codes]
    for rating, option in zip((1, 2, 4), options[1:], strict=True):
        option.update(rates={on: rating}, says="It happened.")
    return options


def _ticks(on: str) -> list[dict[str, object]]:
    return [
        {"code": "some", "text": "Some", "rates": {on: 1}, "says": "Some of it."},
        {"code": "more", "text": "More", "rates": {on: 3}, "says": "More of it."},
        {"code": "none", "text": "None of these", "exclusive": True},
    ]


def _guidance(items: int) -> dict[str, object]:
    """A rule for each rung and each two dimensions, a line for each ten questions."""
    rules = [
        {
            "id": f"{rung}-{one}-{other}",
            "ladder": "level",
            "rung": rung,
            "at_least": {one: place, other: place},
            "text": "A reason.",
            "cite": _CITE,
        }
        for place, rung in enumerate(RUNGS[1:], 1)
        for one, other in pairwise(DIMENSIONS)
    ]
    lines = [
        {
            "id": f"line-{number}",
            "text": "A line.",
            "show_when": {"item": f"q{number}", "at_least": "often"},
            "cite": _CITE,
        }
        for number in range(0, items, 10)
    ]
    return {"rule": rules, "support": lines}
