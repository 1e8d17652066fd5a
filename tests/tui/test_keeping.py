"""The folder of a summary: full path shown, changed on purpose, created after a yes."""

import os
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from screener.model import Fact
from screener.sanitize import steers
from screener.summary import read_summary
from screener.tui.app import ScreenerApp
from screener.tui.screens.cry import CryScreen
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.new_folder import NewFolderScreen
from screener.tui.widgets import Actions
from screener.tui.widgets.topic_list import TopicList
from tests.folders import TYPED, home_and_working_folder
from tests.tui.buttons import click
from tests.tui.reading import text_of
from tests.tui.walking import press, to_keeping, until


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return home_and_working_folder(tmp_path, monkeypatch)


def at(app: ScreenerApp) -> str | None:
    """Return the name of the button with the focus."""
    focused = app.focused
    return (
        focused.focused.name
        if isinstance(focused, Actions) and focused.focused
        else None
    )


def in_one_line(app: ScreenerApp) -> str:
    return "".join(line.strip() for line in text_of(app).splitlines())


async def change_to(pilot: Pilot[None], folder: str) -> None:
    await click(pilot, "change-folder")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = folder
    await press(pilot, "enter")


async def test_a_digit_without_a_topic_is_explained(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await pilot.press("9")
        assert "That key does nothing here" in text_of(app)


async def test_a_digit_ticks_wherever_the_focus_is_and_names_no_folder(
    app: ScreenerApp, here: Path, tmp_path: Path
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await pilot.press("enter")
        assert at(app) == "save"
        await pilot.press("1")
        ticked = app.screen.query_one(TopicList).codes
        assert ticked == ("self-harm",)
        await pilot.press("enter")
        assert at(app) == "save"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert not list(here.iterdir())
    (saved,) = (tmp_path / "kept").glob("*.toml")
    assert "left_out = true" in saved.read_text()


@pytest.mark.many_cases
@pytest.mark.parametrize("keys", ["x", "zxw", "$", "~", "0"])
async def test_no_stray_letter_changes_the_folder(
    app: ScreenerApp, here: Path, tmp_path: Path, keys: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await press(pilot, "enter", *keys)
        assert isinstance(app.screen, KeepScreen)
        assert str(tmp_path / "kept") in in_one_line(app)
        if not keys.isdigit():  # the first Enter only ends the typed word
            await press(pilot, "enter")
            assert isinstance(app.screen, KeepScreen)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert not list(here.iterdir())
    assert len(list((tmp_path / "kept").glob("*.toml"))) == 1


@pytest.mark.many_cases
@pytest.mark.parametrize(("typed", "meant"), [*TYPED, (" new/deep ", "here/new/deep")])
async def test_the_whole_path_is_shown_and_asked_for_before_a_folder_is_made(
    app: ScreenerApp, tmp_path: Path, typed: str, meant: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await change_to(pilot, typed)
        folder = tmp_path / meant
        assert str(folder) in in_one_line(app)
        assert at(app) == "save"
        await press(pilot, "enter")
        assert isinstance(app.screen, NewFolderScreen)
        assert str(folder) in in_one_line(app)
        await pilot.press("enter", "enter")
        assert isinstance(app.screen, NewFolderScreen)
        assert not folder.exists()
        await press(pilot, "2")
        assert isinstance(app.screen, KeepScreen)
        await press(pilot, "enter")
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert len(list(folder.glob("*.toml"))) == 1
    made = {path.name for path in (tmp_path / "here").iterdir()}
    assert made <= {"new"}


async def test_escape_leaves_the_folder_as_it_was(
    app: ScreenerApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(40, 16)) as pilot:
        await to_keeping(pilot, app)
        await click(pilot, "change-folder")
        await pilot.pause()
        await press(pilot, "1", "2", "escape")
        assert not app.screen.query_one(TopicList).codes
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert len(list((tmp_path / "kept").glob("*.toml"))) == 1


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "No folder is named"),
        ("   ", "No folder is named"),
        ("~nobody-of-that-name/x", "no such home folder"),
        ("$NOT_SET_ANYWHERE", "$NOT_SET_ANYWHERE is not set"),
        ("~/${NOT_SET_ANYWHERE}/x", "is not set"),
    ],
)
async def test_what_is_no_folder_is_said_and_changes_nothing(
    app: ScreenerApp, here: Path, tmp_path: Path, typed: str, problem: str
) -> None:
    async with app.run_test(size=(80, 30)) as pilot:
        await to_keeping(pilot, app)
        await change_to(pilot, typed)
        assert problem in " ".join(text_of(app).split())
        assert isinstance(app.focused, Input)
        await click(pilot, "save")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        await press(pilot, "escape")
        assert str(tmp_path / "kept") in in_one_line(app)
    assert not list(here.iterdir())
    assert not list((tmp_path / "kept").iterdir())


async def test_a_folder_that_is_typed_counts_where_save_is_clicked_and_is_shown_first(
    app: ScreenerApp, tmp_path: Path
) -> None:
    (tmp_path / "home" / "mine").mkdir()
    async with app.run_test(size=(80, 30)) as pilot:
        await to_keeping(pilot, app)
        await click(pilot, "change-folder")
        await pilot.pause()
        app.screen.query_one(Input).value = "~/mine"
        await click(pilot, "save")
        await pilot.pause()
        assert isinstance(app.screen, KeepScreen)
        assert str(tmp_path / "home" / "mine") in in_one_line(app)
        assert not list((tmp_path / "home" / "mine").iterdir())
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert not list((tmp_path / "kept").iterdir())
    assert len(list((tmp_path / "home" / "mine").glob("*.toml"))) == 1


@pytest.mark.many_cases
@pytest.mark.parametrize("name", ["$HOME", "$NOT_SET_ANYWHERE", "a$b"])
async def test_a_folder_that_is_offered_stays_though_its_name_has_a_dollar(
    app: ScreenerApp, tmp_path: Path, name: str
) -> None:
    app.folder = tmp_path / name
    app.folder.mkdir()
    async with app.run_test(size=(80, 30)) as pilot:
        await to_keeping(pilot, app)
        await click(pilot, "change-folder")
        await pilot.pause()
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert len(list((tmp_path / name).glob("*.toml"))) == 1


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "name", [b"a\x1b[31mb", b"a\xff", b"a\nb", "a\u202eb".encode()]
)
async def test_a_folder_of_any_name_is_shown_harmlessly_and_saved_in(
    app: ScreenerApp, tmp_path: Path, name: bytes
) -> None:
    app.folder = tmp_path / os.fsdecode(name)
    async with app.run_test(size=(80, 30)) as pilot:
        await to_keeping(pilot, app)
        await click(pilot, "change-folder")
        await pilot.pause()
        assert not steers(text_of(app).replace("\n", ""))
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, NewFolderScreen)
        assert not steers(text_of(app).replace("\n", ""))
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        assert not steers(text_of(app).replace("\n", ""))
    assert len(list(app.folder.glob("*.toml"))) == 1


@pytest.mark.many_cases
@pytest.mark.parametrize("size", [(40, 16), (80, 24), (200, 60)])
@pytest.mark.parametrize("step", ["tab", "shift+tab"])
async def test_what_has_the_focus_is_marked_and_in_sight(
    app: ScreenerApp, size: tuple[int, int], step: str
) -> None:
    seen = set[str]()
    async with app.run_test(size=size) as pilot:
        await to_keeping(pilot, app)
        for _ in range(20):
            focused = app.focused
            assert focused is not None
            if isinstance(focused, TopicList):
                assert "\u2588" in text_of(app)
                assert app.screen.query_one("#body").region.overlaps(focused.region)
            else:
                assert "\u2588" not in text_of(app)
            seen.add(at(app) or type(focused).__name__)
            await press(pilot, step)
    assert seen >= {"TopicList", "save", "change-folder", "leave", "go-back"}


async def test_a_click_beside_the_buttons_leaves_the_focus_in_sight(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        row = app.screen.query_one("#foot Actions").region.y
        for place in ((1, row), (79, row), (40, 3)):
            await pilot.click(offset=place)
            await pilot.pause()
            assert isinstance(app.screen, KeepScreen)
            assert at(app) or isinstance(app.focused, TopicList)


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("keys", "ticked"),
    [
        (["enter"], False),
        (["space"], False),
        (["down", "space"], True),
        (["down", "enter"], True),
        (["1", "1"], False),
        (["1", "1", "enter"], False),
        (["down", "enter", "enter", "shift+tab"], True),
    ],
)
async def test_a_topic_is_ticked_on_purpose(
    app: ScreenerApp, keys: list[str], *, ticked: bool
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await press(pilot, *keys)
        assert bool(app.screen.query_one(TopicList).codes) is ticked


@pytest.mark.slow
async def test_a_lock_set_in_another_language_locks(
    app_in_all_languages: ScreenerApp, tmp_path: Path
) -> None:
    app = app_in_all_languages
    async with app.run_test(size=(80, 30)) as pilot:
        await to_keeping(pilot, app)
        await click(pilot, "lock")
        await pilot.pause()
        await press(pilot, "f2")
        await press(pilot, *"two words", "enter", *"two words", "enter")
        await until(pilot, lambda: isinstance(app.screen, KeepScreen))
        await pilot.pause()
        assert "contrase" in text_of(app)
        await press(pilot, "f2")
        assert "locked with your passphrase" in " ".join(text_of(app).split())
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    (file,) = tmp_path.glob("*.age")
    assert read_summary(file, lambda _: "two words").answers


@pytest.mark.slow
async def test_a_folder_stays_as_it_was_typed_when_the_language_changes(
    app_in_all_languages: ScreenerApp, tmp_path: Path
) -> None:
    app = app_in_all_languages
    async with app.run_test(size=(80, 30)) as pilot:
        await to_keeping(pilot, app)
        await change_to(pilot, "~/new")
        await press(pilot, "f2")
        assert str(tmp_path / "home" / "new") in in_one_line(app)
        await click(pilot, "save")
        await pilot.pause()
        assert isinstance(app.screen, NewFolderScreen)
        await press(pilot, "f2")
        assert isinstance(app.screen, NewFolderScreen)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    assert len(list((tmp_path / "home" / "new").glob("*.toml"))) == 1


async def test_a_cry_for_help_is_no_folder(app: ScreenerApp, here: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await to_keeping(pilot, app)
        await change_to(pilot, "i want to die")
        await until(pilot, lambda: isinstance(app.screen, CryScreen))
        assert "988" in text_of(app)
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, KeepScreen))
        assert "die" not in in_one_line(app)
        assert Fact.CRY_FOR_HELP in app.interview.facts
        assert not list(here.iterdir())
