"""Every screen in a language that nobody speaks: nothing untranslated, nothing cut."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import DataTable, Input, OptionList, TextArea
from textual_plotext import PlotextPlot

from screener.catalog import Editions, select
from screener.catalog.translatable_text import words_of
from screener.tui.safe_app import SafeApp
from tests.language.pseudo import BEGIN, CODE, END, pseudo, spoken_there
from tests.looks.walks import WALKS, Walk, stops
from tests.tui.reading import text_of

SIZES = ((80, 24), (40, 16))

_SCROLLS = (DataTable, Input, OptionList, TextArea, PlotextPlot)
"""What may be wider than its place: it scrolls, or has its words beside it."""

_SHOW_FILES = ("history", "caseload")
"""The walks through what was saved earlier, in English."""

_AS_WRITTEN = ("result-sources", "reading")
"""The titles of sources, and a whole file: they stay as they were written."""

_KEYS = "Enter|Space|Tab|Esc|Ctrl|screener|FILE"
_NAMES = r"Elm Street Clinic|Elm|level-of-care|English|Español|IOP"
_TYPED = "Slept|badly|I hope to sleep"
_FILES = "summaries|files|odd|summary-|csv|toml|pdf|txt|PDF"
_NOT_TOLD = re.compile(rf"{_KEYS}|{_NAMES}|{_TYPED}|{_FILES}|[A-Z]\d-\d+")
"""Keys, names and what was typed: the same in every language."""

_ENGLISH = re.compile(r"[A-Za-z]{3,}")


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_every_word_is_told_and_none_is_cut(
    walk: Walk, size: tuple[int, int], tmp_path: Path
) -> None:
    edition = pseudo(Editions(select(), "us").original)
    found: list[str] = []
    with spoken_there():
        walked = stops(walk, tmp_path, size=size, language=CODE, edition=edition)
        async for name, app in walked:
            if name not in _AS_WRITTEN:
                words = _untranslated(app, walk, f"{tmp_path}/summaries")
                found += [f"{name}: untranslated: {word}" for word in words]
            found += [f"{name}: cut: {one}" for one in _cut(app)]
    assert not found, "\n".join(dict.fromkeys(found))


def _untranslated(app: SafeApp, walk: Walk, path: str) -> Iterator[str]:
    kept = _words_of_files() if walk.name in _SHOW_FILES else frozenset[str]()
    for line in text_of(app).splitlines():
        if line.strip(" ↑↓").partition("/summary-")[0] in path:
            continue  # a part of a path that continues on the next line
        for word in _ENGLISH.findall(_NOT_TOLD.sub("", line)):
            if not any(one.startswith(word) for one in kept):
                yield f"{word!r} in {line.strip()!r}"


@cache
def _words_of_files() -> frozenset[str]:
    """Words that saved files may hold: they stay in the language they were saved in."""
    of_questions = words_of(Editions(select(), "us").original.questionnaire).values()
    texts = [*of_questions, "Not known yet, maybe"]  # of a ladder
    return frozenset(word for words in texts for word in _ENGLISH.findall(words))


def _cut(app: SafeApp) -> Iterator[str]:
    """Widgets on the screen that show the beginning of a message and not its end."""
    for widget in app.screen.query("*").results(Widget):
        if isinstance(widget, _SCROLLS) or widget.children or not widget.is_on_screen:
            continue
        shown = _shown(widget)
        if shown.count(BEGIN) != shown.count(END):
            yield f"{type(widget).__name__}#{widget.id} {shown.strip()!r}"


def _shown(widget: Widget) -> str:
    lines = widget.render_lines(Region(0, 0, *widget.outer_size))
    return "\n".join(line.text for line in lines)
