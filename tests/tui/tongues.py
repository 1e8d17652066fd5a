"""Tells whether all words on a screen are of one language."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from textual.app import App
from textual.geometry import Region
from textual.widget import Widget

from screener.catalog import Editions, select
from screener.language import LANGUAGES, read_catalog

_WORD = re.compile(r"[^\W\d_]{3,}")
OWN_NAMES = {name.lower() for name in LANGUAGES.values()}
"""The names of the languages, which stand on buttons in every language."""


def foreign_words(app: App[Any], language: str) -> set[str]:
    """Return the words on the screen that only another language has."""
    return foreign_in(_read_only(app), language)


def foreign_in(text: str, language: str) -> set[str]:
    """Return the words of a text that only another language has."""
    shown = set(_WORD.findall(text.lower()))
    own = _vocabulary(language) | OWN_NAMES
    others = set().union(*(_vocabulary(one) for one in LANGUAGES if one != language))
    return (shown & others) - own


def _read_only(app: App[Any]) -> str:
    """Return the text of the screen, without what stands in fields or saved files."""
    width, height = app.size
    lines = [strip.text[:width] for strip in app.screen._compositor.render_strips()]
    for field in app.screen.query("Input, TextArea, ReadingScreen #text").results(
        Widget
    ):
        for y in _rows(field.region, min(height, len(lines))):
            left, right = field.region.x, field.region.right
            lines[y] = lines[y][:left] + " " * (right - left) + lines[y][right:]
    return "\n".join(lines[:height])


def _rows(region: Region, height: int) -> range:
    return range(max(0, region.y), min(height, region.bottom))


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """Return all words that the program has in a language."""
    edition = Editions(select(), "us").edition(language)
    texts = list(_strings(edition))
    for english, told in read_catalog("es").messages():
        texts.append(english if language == "en" else told)
    return frozenset(_WORD.findall("\n".join(texts).lower()))


def _strings(thing: object) -> Iterator[str]:
    """Yield all strings in records, tuples and mappings."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        yield from (text for value in thing.values() for text in _strings(value))
    elif isinstance(thing, tuple):
        yield from (text for value in thing for text in _strings(value))
    elif is_dataclass(thing):
        values = (getattr(thing, field.name) for field in fields(thing))
        yield from (text for value in values for text in _strings(value))
