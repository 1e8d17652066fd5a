"""What a person sees of a file that is damaged, removed, or open to others."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screener.journal.lines import from_line, to_line
from screener.language import speak
from screener.model import HelpLines, Questionnaire, Respondent
from screener.tui.app import ScreenerApp
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.pick_up import PickUpScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.welcome import WelcomeScreen
from tests.tui.reading import text_of
from tests.tui.test_save_as_i_go import switch_on
from tests.tui.walking import mild, start

Make = Callable[[], ScreenerApp]
SIZE = (80, 24)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "state" / "one.visit"


@pytest.fixture
def make(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, journal: Path
) -> Make:
    return lambda: ScreenerApp(core, help_lines, tmp_path / "kept", journal=journal)


@pytest.fixture(params=["en", "es"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    speak(request.param)
    yield str(request.param)
    speak("en")


async def leave_a_visit(make: Make, steps: int = 4) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await switch_on(pilot)
        await start(pilot)
        for _ in range(steps):
            await pilot.press(*mild(app))
            await pilot.pause()


def flip(file: Path, place: int) -> None:
    content = bytearray(file.read_bytes())
    content[place] ^= 4
    file.write_bytes(content)


async def test_a_damaged_head_costs_nothing_and_a_damaged_end_is_said(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make)
    flip(journal, 12)
    flip(journal, len(journal.read_bytes()) - 5)
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PickUpScreen)
        assert "3 questions" in text_of(app)
        assert "newest answers may be missing" in " ".join(text_of(app).split())
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, QuestionScreen)
        assert len(app.interview.answers) == 3


@pytest.mark.usefixtures("language")
async def test_what_cannot_be_read_is_set_aside_and_a_new_visit_can_be_saved(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make, steps=0)
    content = journal.read_bytes().replace(b"A", b"B")
    journal.write_bytes(content)
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
        shown = text_of(app).replace("\n", "").replace(" ", "")
        assert f"{journal.name}.damaged-1" in shown
        assert "screenerforget" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
        await switch_on(pilot)
    aside = journal.with_name(f"{journal.name}.damaged-1")
    assert aside.read_bytes() == content
    assert journal.exists()


async def test_a_file_that_others_can_read_is_left_alone(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make)
    journal.chmod(0o644)
    content = journal.read_bytes()
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
        assert "chmod600" in text_of(app).replace("\n", "").replace(" ", "")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, WelcomeScreen)
    assert journal.read_bytes() == content


@pytest.mark.usefixtures("language")
async def test_a_file_that_goes_during_a_visit_is_said_once_and_written_again(
    make: Make, journal: Path
) -> None:
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await switch_on(pilot)
        await start(pilot)
        for is_said in (True, False):
            journal.unlink()
            await pilot.press(*mild(app))
            await pilot.pause()
            assert isinstance(app.screen, NoticeScreen) == is_said
            if is_said:
                shown = text_of(app).replace("\n", "").replace(" ", "")
                assert journal.name in shown
                await pilot.press("enter")
                await pilot.pause()
    again = make()
    async with again.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(again.screen, PickUpScreen)


# Lines in another order, and complete lines with impossible values


def whole_lines(journal: Path) -> list[bytes]:
    return [line for line in journal.read_bytes().split(b"\n") if line]


def put_lines(journal: Path, lines: list[bytes]) -> None:
    journal.write_bytes(b"".join(line + b"\n\n" for line in lines))


@pytest.mark.usefixtures("language")
async def test_an_answer_in_any_line_is_offered_whatever_the_order(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make, steps=1)
    *head, begun, answered = whole_lines(journal)
    put_lines(journal, [*head, answered, begun])
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PickUpScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert len(app.interview.answers) == 1
    assert journal.exists()


async def test_a_line_that_cannot_be_read_is_never_removed(
    make: Make, journal: Path
) -> None:
    await leave_a_visit(make, steps=1)
    *head, begun, answered = whole_lines(journal)
    step = json.loads(from_line(answered) or b"")
    lost = to_line(json.dumps({**step, "version": 2}).encode()).rstrip()
    put_lines(journal, [*head, begun, lost])
    content = journal.read_bytes()
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, NoticeScreen)
    aside = journal.with_name(f"{journal.name}.damaged-1")
    assert aside.read_bytes() == content


ODD_VALUES: dict[str, object] = {
    "respondent": "nobody",
    "saved": "9999-99-99",
    "at": 5,
    "at_result": "yes",
    "answers": {"danger-now": {"unknown": "lost"}},
    "asked_as": [],
    "seen_flags": [1],
    "quick": None,
}
"""Values that the program never writes."""

STRANGE_VALUES: dict[str, object] = {
    "questionnaire": "",
    "saved": "0001-01-01T00:00:00+23:59",
    "at": "nowhere",
    "at_result": True,
    "answers": {"nothing": ["a", "a"], "danger-now": 10**30},
    "asked_as": {},
    "asked_again": ["nowhere"],
    "left_open": ["nowhere", "danger-now"],
    "seen_flags": ["nothing"],
    "reviewing": True,
    "end_offered": True,
    "ended_settled": True,
    "quick": True,
    "cried": True,
}
"""Values that the program may write, but not in this combination."""


async def last_line_with(
    make: Make, journal: Path, changed: dict[str, object]
) -> ScreenerApp:
    """Change the last line of a journal, resume the visit and go on."""
    await leave_a_visit(make, steps=3)
    *lines, last = whole_lines(journal)
    step = json.loads(from_line(last) or b"")
    assert changed.keys() <= step.keys()
    put_lines(journal, [*lines, to_line(json.dumps(step | changed).encode()).rstrip()])
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, PickUpScreen)
        for key in ("enter", "enter", "f2", "enter"):
            await pilot.press(key)
            await pilot.pause()
    return app


@pytest.mark.many_cases
@pytest.mark.parametrize("key", ODD_VALUES)
async def test_a_value_that_cannot_be_costs_its_own_line_only(
    key: str, make: Make, journal: Path
) -> None:
    app = await last_line_with(make, journal, {key: ODD_VALUES[key]})
    assert len(app.interview.answers) >= 2


@pytest.mark.many_cases
@pytest.mark.parametrize("key", STRANGE_VALUES)
async def test_a_value_that_does_not_fit_the_others_ends_no_visit(
    key: str, make: Make, journal: Path
) -> None:
    app = await last_line_with(make, journal, {key: STRANGE_VALUES[key]})
    assert app.respondent is Respondent.SELF
