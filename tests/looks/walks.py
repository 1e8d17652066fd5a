"""Walks through the real screens; each stops where there is something to see."""

import contextlib
import datetime
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from textual.pilot import Pilot
from textual.widgets import DataTable

from screener.catalog import (
    Edition,
    Editions,
    load_cases,
    questionnaire_folder,
    read_answers,
    select,
)
from screener.counselor import Signed
from screener.interview import Interview
from screener.kiosk import KioskSettings, StatusPipe, WrongPins, hash_pin
from screener.language import ENGLISH, speak
from screener.model import TextItem
from screener.summary import Summary
from screener.tui.app import ScreenerApp
from screener.tui.caseload import CaseloadApp
from screener.tui.counselor import CounselorApp
from screener.tui.history import HistoryApp
from screener.tui.kiosk import KioskVisit
from screener.tui.safe_app import SafeApp
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.settled import SettledScreen
from screener.tui.visit_app import VisitApp
from tests.caseload.cases import fill
from tests.tui.buttons import hover
from tests.tui.walking import digit, mild, until

DAY = datetime.datetime(2026, 3, 2, 9, 30, tzinfo=datetime.UTC)
"""On which every walk takes place."""

CASE = "limits-with-an-iop"
"""The worked case whose result is shown."""

Size = tuple[int, int]
"""Columns and rows."""

Steps = AsyncIterator[str]

Stops = AsyncIterator[tuple[str, SafeApp]]
"""What each stop is called, and the app there."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One app, and a way through it."""

    name: str
    app: Callable[[Path, Edition], SafeApp]
    """Makes the app, in a language; it may write into a folder."""
    steps: Callable[[Pilot[None]], Steps]
    """Goes on, and says at each stop what there is to see."""


class _Visit(ScreenerApp):
    def summarize(self, left_out: frozenset[str]) -> Summary:
        """As of one day, for the same words every time."""
        summary = super().summarize(left_out)
        return replace(summary, created=DAY)


async def _press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def _act(pilot: Pilot[None], action: str) -> None:
    """What a button does, wherever it stands."""
    await pilot.app.screen.run_action(action)
    await pilot.pause()


def _key(app: VisitApp, code: str) -> str:
    """Return the key of an option of the question that is asked."""
    return digit(app.interview.item, code)


def _visit(folder: Path, edition: Edition) -> ScreenerApp:
    asked, lines = edition.questionnaire, edition.help_lines
    journal = folder / "visit.toml"
    return _Visit(asked, lines, Path("summaries"), journal=journal)


async def _through_a_visit(pilot: Pilot[None]) -> Steps:
    app = pilot.app
    assert isinstance(app, ScreenerApp)
    await pilot.pause()
    yield "welcome"
    await _press(pilot, "tab")
    yield "welcome-button"
    await hover(pilot, "leave" if app.size.width > 60 else "start")
    yield "welcome-hover"
    await _press(pilot, "3")
    yield "save-as-i-go"
    await _press(pilot, "escape", "h")
    yield "help-lines"
    await _press(pilot, "escape", "enter")
    yield "who-answers"
    await _act(pilot, "go_on")
    yield "who-answers-none"
    await _press(pilot, "4", "enter")
    yield "under-18"
    await _press(pilot, "left", "enter", "1", "enter")
    yield "question"
    await _press(pilot, "question_mark")
    yield "why"
    await _press(pilot, "question_mark", "enter")
    yield "question-unanswered"
    await _press(pilot, "3", "6", "down", "up")
    yield "several-ticks"
    await _press(pilot, _key(app, "none"), "enter")
    await _press(pilot, _key(app, "thoughts-month"))
    yield "one-chosen"
    await _press(pilot, "enter")
    await _press(pilot, _key(app, "not-sure-safe"), "enter")
    yield "red-flag"
    await _press(pilot, "tab")
    yield "red-flag-button"
    await _press(pilot, "1", "ctrl+q")
    yield "leaving"
    await _press(pilot, "enter")
    async for name in _to_the_end(pilot, app):
        yield name


async def _to_the_end(pilot: Pilot[None], app: ScreenerApp) -> Steps:
    while isinstance(app.screen, QuestionScreen | SettledScreen):
        if isinstance(app.screen, SettledScreen):
            yield "settled"
            await _press(pilot, "enter")
            continue
        if isinstance(app.screen.interview.item, TextItem):
            await _press(pilot, *"I hope to sleep", "shift+left", "shift+left")
            yield "own-words"
        await _press(pilot, *mild(app))
    yield "review"
    await _press(pilot, "down", "down")
    yield "review-cursor"
    await _act(pilot, "skip_to_result")
    yield "result-red-flag"
    async for name in _keep(pilot):
        yield name


async def _keep(pilot: Pilot[None]) -> Steps:
    await _press(pilot, "enter")
    await _press(pilot, "1")
    yield "keep"
    await _act(pilot, "change_folder")
    yield "keep-folder"
    await _press(pilot, "end", "escape")
    yield "keep-button"
    await _act(pilot, "lock")
    await _press(pilot, "x", "enter", "enter")
    yield "lock"
    await _press(pilot, "escape")
    await _act(pilot, "show_to_phone")
    yield "phone"
    await _press(pilot, "enter")
    await _act(pilot, "save")
    yield "new-folder"
    await _act(pilot, "confirm")
    await until(pilot, lambda: "Goodbye" in type(pilot.app.screen).__name__)
    yield "goodbye"


def _known(folder: Path, edition: Edition) -> ScreenerApp:
    app = _visit(folder, edition)
    core = app.questionnaire
    case = next(one for one in load_cases(questionnaire_folder()) if one.id == CASE)
    answers = read_answers(core, case.answers, case.id)
    app.interview = Interview(core, answers, at="last-use", end_offered=True)
    return app


async def _through_known_answers(pilot: Pilot[None]) -> Steps:
    app = pilot.app
    assert isinstance(app, ScreenerApp)
    await _press(pilot, "enter", "1", "enter")
    await _press(pilot, _key(app, "days"))
    yield "answered"
    await _press(pilot, "question_mark")
    yield "answered-why"
    while isinstance(app.screen, QuestionScreen):
        await _press(pilot, "enter")
    yield "review-known"
    await _press(pilot, "enter")
    yield "result"
    await _press(pilot, "space")
    yield "result-more"
    await _press(pilot, "end")
    yield "result-sources"


class _Counseling(CounselorApp):
    def sign(self) -> Signed:
        """As of one day."""
        return Signed(self.initials, DAY)


def _counselor(folder: Path, edition: Edition) -> CounselorApp:
    asked, lines = edition.questionnaire, edition.help_lines
    return _Counseling(asked, lines, Path("summaries"), initials="AB")


async def _through_counseling(pilot: Pilot[None]) -> Steps:
    app = pilot.app
    assert isinstance(app, CounselorApp)
    await pilot.pause()
    await _press(pilot, "enter")
    await _press(pilot, _key(app, "none"), "enter")
    yield "room"
    await _press(pilot, "enter", "1", "enter")
    await _press(pilot, "ctrl+n", *"Slept badly", "enter", "ctrl+f")
    yield "counselor"
    await _press(pilot, "ctrl+o", "1")
    yield "own-rating"
    await _press(pilot, "enter", "enter")
    yield "own-rating-no-reason"
    await _press(pilot, "escape", "ctrl+g")
    yield "jump"
    await _press(pilot, "escape", "ctrl+w")
    yield "where-it-points"


def _history(folder: Path, edition: Edition) -> HistoryApp:
    fill(folder, 4)
    (folder / "odd.toml").write_text("x")
    return HistoryApp(folder, edition.help_lines, "dark")


async def _through_history(pilot: Pilot[None]) -> Steps:
    await pilot.pause()
    await _press(pilot, "down", "space", "ctrl+k")
    yield "history"
    await _press(pilot, "ctrl+p")
    yield "over-time"
    await _press(pilot, "enter", "enter")
    yield "reading"


def _caseload(folder: Path, edition: Edition) -> CaseloadApp:
    fill(folder, 12, clients=4)
    return CaseloadApp(folder, edition.help_lines, "dark")


async def _through_a_caseload(pilot: Pilot[None]) -> Steps:
    await until(pilot, lambda: bool(pilot.app.screen.query_one(DataTable).row_count))
    await _press(pilot, "down")
    yield "caseload"
    await _press(pilot, "slash")
    yield "caseload-find"
    await _press(pilot, "escape", "enter")
    yield "client"


def _kiosk(folder: Path, edition: Edition) -> KioskVisit:
    _, say = os.pipe()
    settings = KioskSettings(clinic="Elm Street Clinic", pin=hash_pin("2718"))
    asked, lines = edition.questionnaire, edition.help_lines
    return KioskVisit(settings, asked, lines, StatusPipe(say), WrongPins())


async def _through_a_kiosk(pilot: Pilot[None]) -> Steps:
    from screener.tui.kiosk.still_there import StillThereScreen

    app = pilot.app
    assert isinstance(app, KioskVisit)
    await pilot.pause()
    yield "kiosk"
    await _press(pilot, "ctrl+q", "1", "enter")
    yield "kiosk-staff"
    await _press(pilot, "escape", "enter", "enter", "1", "enter")
    await _press(pilot, _key(app, "none"))
    yield "kiosk-question"
    await app.push_screen(StillThereScreen(app.help_lines, 20))
    await pilot.pause()
    yield "kiosk-still-there"


WALKS = (
    Walk("visit", _visit, _through_a_visit),
    Walk("known answers", _known, _through_known_answers),
    Walk("counselor", _counselor, _through_counseling),
    Walk("history", _history, _through_history),
    Walk("caseload", _caseload, _through_a_caseload),
    Walk("kiosk", _kiosk, _through_a_kiosk),
)


async def stops(
    walk: Walk,
    folder: Path,
    *,
    size: Size = (80, 24),
    theme: str = "dark",
    sixteen: bool = False,
    language: str = ENGLISH,
    edition: Edition | None = None,
) -> Stops:
    """Walk, and show the app at each stop.

    Args:
        walk: The way to go.
        folder: An empty folder, for what is written.
        size: Columns and rows.
        theme: The colors.
        sixteen: Whether the terminal has but 16 colors; else it has all.
        language: What all is told in.
        edition: The questions in that language; those that there are unless named.
    """
    edition = edition or Editions(select(), "us").edition(language)
    colors = "standard" if sixteen else "truecolor"
    with (
        contextlib.chdir(folder),
        patch("textual.constants.COLOR_SYSTEM", colors),
        patch("screener.tui.reading_pause.PAUSE", 0.0),
        patch("screener.tui.reading_pause.CALM", 0.0),
        patch.dict(os.environ),
    ):
        os.environ.pop("NO_COLOR", None)
        speak(language)
        here = Path("files")
        here.mkdir()
        app = walk.app(here, edition)
        app.theme = theme
        async with app.run_test(size=size) as pilot:
            async for name in walk.steps(pilot):
                yield name, app
        speak(ENGLISH)
