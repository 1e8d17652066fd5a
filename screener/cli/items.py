"""`screener items`: the questions in asking order."""

import json
from collections.abc import Iterator
from typing import Any

from screener.catalog import Selection
from screener.language import _
from screener.model import Item, NumberItem, TextItem, is_ordered
from screener.model.record import tables_of


def list_items(selection: Selection, *, as_json: bool) -> int:
    """Print the questions.

    Args:
        selection: What is asked.
        as_json: Whether to print one JSON list instead of text.

    Returns:
        The exit code.
    """
    loaded = selection.load()
    if as_json:
        print(json.dumps([_table(item) for item in loaded.item], indent=2))
        return 0
    print(f"{loaded.title} ({loaded.id} {loaded.version})")
    for section in loaded.section:
        print(f"\n{section.title}")
        for item in loaded.item:
            if item.section == section.id:
                print("\n".join(_lines(item)))
    return 0


def _table(item: Item) -> dict[str, Any]:
    gate = item.enable_when
    table: dict[str, Any] = {
        "link_id": item.link_id,
        "section": item.section,
        "text": item.question,
        "instrument": item.instrument,
        "loinc": item.loinc,
        "type": item.type,
        "options": _options(item),
        "enable_when": gate and tables_of(gate),
        "why": item.why,
        "cite": item.cite,
        "short": item.short,
        "hint": item.hint,
        "private": item.private,
        "ordered": is_ordered(item),
        "fixed": item.fixed,
    }
    if isinstance(item, NumberItem):
        table |= {"minimum": item.minimum, "maximum": item.maximum, "unit": item.unit}
    if isinstance(item, TextItem):
        table |= {"max_length": item.max_length}
    return table


def _options(item: Item) -> list[dict[str, str]]:
    if isinstance(item, NumberItem | TextItem):
        return []
    return [{"code": option.code, "text": option.text} for option in item.option]


def _lines(item: Item) -> Iterator[str]:
    yield f"\n  {item.link_id} ({item.type})"
    yield f"    {item.question}"
    if item.enable_when is not None:
        yield "    " + _("asked only after some answers; see --json")
    if isinstance(item, NumberItem):
        ends = _("{least} to {most}").format(least=item.minimum, most=item.maximum)
        yield f"      {ends}{f' {item.unit}' if item.unit else ''}"
        return
    options = _options(item)
    room = max((len(option["code"]) for option in options), default=0)
    for option in options:
        yield f"      {option['code']:<{room}}  {option['text']}"
