"""Someone who answers for an adult they support is asked in a supporter's words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.catalog import Editions, Selection
from screener.catalog.supporter import supporter_file
from screener.cli import main
from screener.errors import TranslationError
from screener.kiosk import load_kiosk_settings
from screener.language import speak, spoken
from screener.model import Respondent
from screener.summary import read_summary, to_text
from screener.tui import run_kiosk
from screener.tui.app import ScreenerApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.pick_up import PickUpScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.supporters import copy_of_small
from tests.tui.buttons import click
from tests.tui.reading import text_of
from tests.tui.test_save_as_i_go import switch_on
from tests.tui.walking import answer_mildly, nearly_through, press, until

Make = Callable[[], ScreenerApp]
SELF, SUPPORTER = "1", "3"
SIZE = (100, 40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of_small(tmp_path, spanish=True)


@pytest.fixture
def make(folder: Path, tmp_path: Path) -> Iterator[Make]:
    """Return a function that starts the program, always on the same computer."""
    kept = tmp_path / "kept"
    kept.mkdir()

    def app() -> ScreenerApp:
        editions = Editions(Selection(folder), "us-ct")
        asked, help_lines = editions.original
        journal = tmp_path / "state" / "one.visit"
        return ScreenerApp(asked, help_lines, kept, journal=journal, editions=editions)

    yield app
    speak("en")


async def answer_as(pilot: Pilot[None], who: str) -> None:
    await pilot.pause()
    await press(pilot, "enter", who, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, QuestionScreen))


async def change_language(pilot: Pilot[None]) -> None:
    before = spoken()
    await pilot.press("f2")
    await until(pilot, lambda: spoken() != before)
    await pilot.pause()


@pytest.mark.parametrize(
    ("who", "question"),
    [
        (SELF, "have you thought about ending your life?"),
        ("2", "have you thought about ending your life?"),
        (SUPPORTER, "have they thought about ending their life?"),
    ],
)
async def test_questions_are_in_the_words_of_who_answers(
    make: Make, who: str, question: str
) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await answer_as(pilot, who)
        assert question in text_of(app)


async def test_whoever_answers_may_be_chosen_again(make: Make) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.make_ahead()  # as while the welcome is read
        for who, question in (
            (SUPPORTER, "have they thought"),
            (SELF, "have you thought"),
            (SUPPORTER, "have they thought"),
        ):
            await answer_as(pilot, who)
            assert question in text_of(app)
            await press(pilot, "left")
            await until(pilot, lambda: isinstance(app.screen, WelcomeScreen))
            about = "their safety" if who == SUPPORTER else "on safety"
            assert about in " ".join(text_of(app).split())


async def test_a_change_of_language_keeps_them(make: Make) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await answer_as(pilot, SUPPORTER)
        await change_language(pilot)
        assert "apoyo In the last month, have they thought" in text_of(app)
        await change_language(pilot)
        assert "have they thought" in text_of(app)
        await press(pilot, "1", "enter")
        assert "Do they feel safe" in text_of(app)


async def test_a_language_chosen_before_is_kept(make: Make) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await change_language(pilot)
        await answer_as(pilot, SUPPORTER)
        assert "apoyo In the last month, have they thought" in text_of(app)


async def test_help_comes_in_them_too(make: Make) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await answer_as(pilot, SUPPORTER)
        await press(pilot, "3", "enter", "3", "enter")
        await until(pilot, lambda: isinstance(app.screen, UrgentScreen))
        assert "Stay with them." in text_of(app)
        await change_language(pilot)
        assert "apoyo Stay with them." in text_of(app)


async def test_the_result_and_the_files_are_in_them(make: Make) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await answer_as(pilot, SUPPORTER)
        await press(pilot, "2", "enter", "1", "enter", "2", "enter")
        app.interview = app.interview.finish()
        app.step(app.interview)
        summary = app.summarize(frozenset())
        text = to_text(summary)
        assert "They have wished they would not wake up" in text
        assert "Someone there makes them afraid" in text
        assert "You have wished" not in text
        assert summary.respondent is Respondent.SUPPORTER


@pytest.mark.slow
async def test_a_whole_visit_is_in_them(make: Make, tmp_path: Path) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        nearly_through(app)
        app.interview = app.interview.go_on()
        await answer_as(pilot, SUPPORTER)
        assert "Is there anything else you want to say about them?" in text_of(app)
        await answer_mildly(pilot, app)
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, ResultScreen))
        await press(pilot, "enter")
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    saved = read_summary(next((tmp_path / "kept").glob("*.toml")))
    assert saved.respondent is Respondent.SUPPORTER
    questions = {line.question for line in saved.answers}
    assert "Do they feel safe where they live?" in questions
    assert not any("you " in one for one in questions if "want to say" not in one)


async def test_a_visit_that_is_taken_up_again_is_in_them(make: Make) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await switch_on(pilot)
        await answer_as(pilot, SUPPORTER)
        await press(pilot, "1", "enter")
    again = make()
    async with again.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: isinstance(again.screen, PickUpScreen))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(again.screen, QuestionScreen))
        assert again.respondent is Respondent.SUPPORTER
        assert "Do they feel safe where they live?" in text_of(again)
        assert again.interview.answers == {"thoughts": "no"}


async def test_words_that_cannot_be_used_are_reported_and_the_visit_goes_on(
    make: Make, folder: Path
) -> None:
    path = supporter_file(folder)
    path.write_text(path.read_text().replace('of = "', 'of = "0'))
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await press(pilot, "enter", SUPPORTER, "enter")
        await until(pilot, lambda: isinstance(app.screen, NoticeScreen))
        assert "supporter.toml" in text_of(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionScreen))
        assert "have you thought" in text_of(app)
        assert app.respondent is Respondent.SUPPORTER


async def test_without_a_file_nothing_changes(make: Make, folder: Path) -> None:
    for language in (None, "es"):
        supporter_file(folder, language).unlink()
    app = make()
    asked = app.questionnaire
    async with app.run_test(size=SIZE) as pilot:
        await answer_as(pilot, SUPPORTER)
        assert app.questionnaire is asked
        assert "have you thought" in text_of(app)


def test_where_many_are_asked_all_words_are_read_at_the_start(folder: Path) -> None:
    editions = Editions(Selection(folder), "us-ct")
    first, spanish = editions.load_all()
    assert (first, spanish.language) == (editions.original, "es")
    path = supporter_file(folder, "es")
    path.write_text(path.read_text().replace('of = "', 'of = "0'))
    with pytest.raises(TranslationError):
        Editions(Selection(folder), "us-ct").load_all()


@pytest.mark.parametrize("command", ["serve", "kiosk"])
def test_a_kiosk_does_not_start_with_words_that_cannot_be_used(
    command: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = supporter_file(folder, "es")
    path.write_text(path.read_text().replace('of = "', 'of = "0'))
    config = tmp_path / "kiosk.toml"
    config.write_text(f'questionnaire = "{folder}"\n')
    if command == "kiosk":
        with pytest.raises(TranslationError):
            run_kiosk(load_kiosk_settings(config))
    else:
        assert main(["serve", "--config", str(config), "--port", "0"]) == 1
        assert "supporter.es.toml" in capsys.readouterr().err
