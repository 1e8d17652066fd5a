"""The plot over time agrees with the text below it, at every size."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual_plotext import PlotextPlot

from screener.catalog import Editions, select
from screener.language import speak, spoken
from screener.summary import save
from screener.tui.history import HistoryApp
from screener.tui.screens.trend import TrendScreen, curves
from tests.languages import answers, made_in
from tests.tui.reading import text_of
from tests.tui.walking import until

SIZES = [(40, 16), (40, 20), (80, 24), (160, 50)]
_DRAWN = re.compile(
    r"^\s*(?P<label>[^│┌└\s].*?)?\s*[┤│](?P<marks>[^│]*)│", re.MULTILINE
)


@pytest.fixture(scope="module")
def editions() -> Editions:
    return Editions(select(), "us")


@pytest.fixture(params=["en", "es"])
def app(
    request: pytest.FixtureRequest, editions: Editions, tmp_path: Path
) -> Iterator[HistoryApp]:
    """Return an app for a mild visit, a visit without answers, and a grave visit."""
    language = str(request.param)
    speak(language)
    visits = [answers(editions, grave=False), {}, answers(editions, grave=True)]
    for month, visit in enumerate(visits, 1):
        save(made_in(language, editions, month, visit), tmp_path)
    yield HistoryApp(tmp_path, editions.edition(language).help_lines, "dark", editions)
    speak("en")


def levels(editions: Editions, language: str) -> list[str]:
    ladders = editions.edition(language).questionnaire.ladder
    return [rung.name for rung in ladders[0].rung]


def is_short_for(label: str, name: str) -> bool:
    start = label.removesuffix("…")
    rest = name.removeprefix(start)
    return name.startswith(start) and (label == name or not rest[0].isalnum())


@pytest.mark.many_cases
@pytest.mark.parametrize("size", SIZES)
async def test_each_mark_is_beside_its_level(
    app: HistoryApp, editions: Editions, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: "2026" in text_of(app))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, TrendScreen))
        names = levels(editions, spoken())
        text = " ".join(text_of(app).split())
        assert names[0] in text
        if not app.screen.query_one(PlotextPlot).display:
            assert size[1] < 20
            return
        rows = [row for row in _DRAWN.finditer(text_of(app)) if row["label"]]
        assert len(rows) == len(names)
        for row, name in zip(rows, reversed(names), strict=True):
            assert is_short_for(row["label"], name)
            assert row["marks"].count("x") == (name in (names[0], names[-1]))
        # The visit without answers is in the text only.
        everything = "".join(row["marks"] for row in _DRAWN.finditer(text_of(app)))
        assert everything.split() == ["x", "x"]


@pytest.mark.many_cases
async def test_only_words_are_shown_where_visits_would_share_a_place(
    app: HistoryApp, editions: Editions
) -> None:
    summaries = [
        made_in("en", editions, month, answers(editions, grave=month % 2 == 0))
        for month in range(1, 13)
    ]
    assert len(curves(summaries)[0].points) == 12
    async with app.run_test(size=(40, 24)) as pilot:
        page = TrendScreen(app.help_lines, summaries)
        await app.push_screen(page)
        await pilot.pause()
        assert not page.query_one(PlotextPlot).display


@pytest.mark.many_cases
async def test_it_is_drawn_anew_when_the_window_changes(app: HistoryApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "2026" in text_of(app))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, TrendScreen))
        plot = app.screen.query_one(PlotextPlot)
        for size, is_drawn in (((40, 16), False), ((80, 24), True)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert plot.display == is_drawn
