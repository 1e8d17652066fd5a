"""A counselor walks a client through, by keyboard."""

import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from screener.model import ChoicesItem, HelpLines, Questionnaire, Respondent
from screener.summary import read_summary, summarize, to_text
from screener.tui.counselor import CounselorApp
from screener.tui.counselor.initials import InitialsScreen
from screener.tui.counselor.jump import JumpScreen
from screener.tui.counselor.live import LivePanel, LiveScreen
from screener.tui.counselor.own_rating import NoteScreen, OwnRatingScreen
from screener.tui.counselor.question import CounselorQuestionScreen
from screener.tui.counselor.result import AgreedScreen, CounselorResultScreen
from screener.tui.counselor.room import ComeBackScreen, RoomScreen
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.new_folder import NewFolderScreen
from screener.tui.screens.question_words import keys_words
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.settled import SettledScreen
from screener.tui.screens.urgent import UrgentScreen
from tests.thorough import one_in
from tests.tui.buttons import click
from tests.tui.reading import text_of
from tests.tui.walking import mild, press, until

SIZES = one_in(2, [(80, 24), (200, 60)])


@pytest.fixture
def visit(core: Questionnaire, help_lines: HelpLines, tmp_path: Path) -> CounselorApp:
    return CounselorApp(core, help_lines, tmp_path / "kept", initials="AB")


async def begin(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await press(pilot, "enter")
    assert isinstance(pilot.app.screen, CounselorQuestionScreen)


async def through(pilot: Pilot[None], app: CounselorApp, until_: str = "") -> None:
    """Answer at the mildest, alone in the room, until a question or the end."""
    while isinstance(
        app.screen, CounselorQuestionScreen | RoomScreen | SettledScreen
    ) and (app.interview.at != until_ or isinstance(app.screen, RoomScreen)):
        is_question = isinstance(app.screen, CounselorQuestionScreen)
        await press(pilot, *(mild(app) if is_question else ["enter"]))


def flat(app: CounselorApp) -> str:
    return " ".join(text_of(app).split())


async def test_initials_are_asked_for_unless_given(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    app = CounselorApp(core, help_lines, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await press(pilot, "enter")
        assert isinstance(app.screen, InitialsScreen)
        assert "18 or older" in text_of(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, InitialsScreen)
        assert "type your initials first" in text_of(app)
        await press(pilot, "K", "J", "enter")
        assert isinstance(app.screen, CounselorQuestionScreen)
        assert app.sign().by == "KJ"


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_visit_with_two_views_and_an_agreed_level(
    visit: CounselorApp, size: tuple[int, int], tmp_path: Path
) -> None:
    app = visit
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        await through(pilot, app, "mood")
        for link_id, option in (("mood", "3"), ("daily-life", "3")):
            await through(pilot, app, link_id)
            assert app.interview.at == link_id
            await press(pilot, *mild(app))
            await press(pilot, "left", "ctrl+o")
            assert isinstance(app.screen, OwnRatingScreen)
            assert "The client:" in text_of(app)
            await press(pilot, option, "enter", *"Seen it", "enter")
            assert isinstance(app.screen, CounselorQuestionScreen)
            await press(pilot, "enter")
        await press(pilot, "ctrl+n")
        assert isinstance(app.screen, NoteScreen)
        noted = app.interview.at
        await press(pilot, *"Call the partner", "enter")
        await press(pilot, "ctrl+f")
        await through(pilot, app)
        assert isinstance(app.screen, ReviewScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, CounselorResultScreen)
        told = " ".join(text_of(app).split())
        assert "By the client's answers" in told
        assert "With the counselor's" in told
        await press(pilot, "ctrl+g")
        assert isinstance(app.screen, AgreedScreen)
        await press(pilot, "4", "enter", "enter")
        assert isinstance(app.screen, AgreedScreen), "a reason is needed"
        await press(pilot, *"Both agree", "enter")
        await until(pilot, lambda: isinstance(app.screen, CounselorResultScreen))
        await until(pilot, lambda: "Agreed with the client" in text_of(app))
        await press(pilot, "enter")
        assert isinstance(app.screen, KeepScreen)
        await click(pilot, "save")
        await until(pilot, lambda: isinstance(app.screen, NewFolderScreen))
        await press(pilot, "1")
        await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
    (file,) = (tmp_path / "kept").glob("*.toml")
    summary = read_summary(file)
    part = summary.counselor
    assert part is not None
    assert {one.link_id for one in part.ratings} == {"mood", "daily-life"}
    assert all(one.by == "AB" and one.reason == "Seen it" for one in part.ratings)
    assert [(one.link_id, one.words) for one in part.notes] == [
        (noted, "Call the partner")
    ]
    assert part.ask_again
    assert part.agreed[-1].reason == "Both agree"
    level = next(one for one in part.ladders if one.ladder == "level-of-care")
    assert level.client != level.counselor
    assert level.because
    assert "the counselor's view" in to_text(summary).lower()


@pytest.mark.slow
async def test_an_own_rating_needs_a_reason_and_can_be_taken_back(
    visit: CounselorApp,
) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        link_id = visit.interview.at or ""
        await press(pilot, "ctrl+o")
        await press(pilot, "1", "enter", "enter")
        assert "say in a few words why" in text_of(visit)
        await press(pilot, *"x", "enter")
        await until(pilot, lambda: isinstance(visit.screen, UrgentScreen))
        await press(pilot, "1")
        assert visit.marks.rating(link_id)
        assert "AB rates this" in text_of(visit)
        await press(pilot, *mild(visit))
        await press(pilot, "enter")  # alone in the room
        await press(pilot, "left")
        await until(pilot, lambda: "something else since" in text_of(visit))
        await press(pilot, "ctrl+o")
        await click(pilot, "take-back")
        await pilot.pause()
        assert visit.marks.rating(link_id) is None
        assert len(visit.marks.ratings[link_id]) == 2


@pytest.mark.slow
async def test_pages_above_a_question_count_what_is_ticked_there(
    visit: CounselorApp,
) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        link_id = visit.interview.at or ""
        await press(pilot, "1", "ctrl+o")
        assert isinstance(visit.screen, OwnRatingScreen)
        seizure = visit.interview.item.option[0].text  # type: ignore[union-attr]
        assert f"The client: {seizure}" in flat(visit)
        await press(pilot, "2", "enter", *"x", "enter")
        await until(pilot, lambda: isinstance(visit.screen, UrgentScreen))
        await press(pilot, "1")
        rating = visit.marks.rating(link_id)
        assert rating
        assert rating.beside == visit.interview.answers[link_id]
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(visit.screen, UrgentScreen))
        await press(pilot, "1", "enter", "left")
        await until(pilot, lambda: "AB rates this" in text_of(visit))
        assert "something else since" not in flat(visit)


async def test_where_it_points_counts_what_is_ticked(visit: CounselorApp) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "1", "ctrl+w")
        assert isinstance(visit.screen, LiveScreen)
        assert "How soon: Now" in flat(visit)


async def test_a_digit_without_a_choice_is_explained(visit: CounselorApp) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, *mild(visit))
        await press(pilot, "enter")  # alone in the room
        await press(pilot, "ctrl+o", "9")
        assert keys_words(visit.interview.item) in flat(visit)
        await press(pilot, "escape", "left", "1", "enter")
        await until(pilot, lambda: isinstance(visit.screen, UrgentScreen))
        await press(pilot, "2")
        await until(pilot, lambda: isinstance(visit.screen, CounselorResultScreen))
        await press(pilot, "ctrl+g", "9")
        assert isinstance(visit.screen, AgreedScreen)
        assert "There are 4 answers here" in flat(visit)


async def test_a_danger_that_only_the_counselor_sees_is_shown_at_once(
    visit: CounselorApp,
) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, *mild(visit))
        await press(pilot, "enter", "left", "ctrl+o")
        await press(pilot, "1", "enter", *"Seen it", "enter")
        await until(pilot, lambda: isinstance(visit.screen, UrgentScreen))
        assert "911" in text_of(visit)
        await press(pilot, "1")
        assert isinstance(visit.screen, CounselorQuestionScreen)


@pytest.mark.slow
async def test_sensitive_questions_ask_about_the_room_and_come_back(
    visit: CounselorApp, core: Questionnaire
) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, *mild(visit))
        assert isinstance(visit.screen, RoomScreen)
        skipped = visit.interview.at or ""
        topic = core.items[skipped].private
        assert topic
        while isinstance(visit.screen, RoomScreen):  # each question on the topic
            assert core.items[visit.interview.at or ""].private == topic
            await press(pilot, "f4")
        assert skipped not in visit.interview.answers
        await through(pilot, visit)
        assert isinstance(visit.screen, ComeBackScreen)
        assert core.items[skipped].short in text_of(visit)
        await press(pilot, "enter")
        assert isinstance(visit.screen, RoomScreen)
        await press(pilot, "enter")
        assert visit.interview.at == skipped
        await through(pilot, visit)
        assert isinstance(visit.screen, ReviewScreen)
        assert skipped in visit.interview.answers


@pytest.mark.slow
async def test_what_stays_open_is_not_asked_again_and_again(
    visit: CounselorApp,
) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, *mild(visit))
        await press(pilot, "f4")
        await through(pilot, visit)
        await press(pilot, "f4")
        assert isinstance(visit.screen, ReviewScreen)
        assert visit.interview.left_open


@pytest.mark.slow
async def test_it_says_what_to_say(visit: CounselorApp) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await press(pilot, "end", *["down"] * 3)  # it is below the options
        await until(pilot, lambda: "say yes to each one that fits" in flat(visit))
        await through(pilot, visit, "mood")
        await until(pilot, lambda: "Which one is closest?" in flat(visit))


@pytest.mark.slow
async def test_any_question_is_two_keys_away(visit: CounselorApp) -> None:
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        first = visit.interview.at
        await through(pilot, visit, "mood")
        await press(pilot, "ctrl+g")
        assert isinstance(visit.screen, JumpScreen)
        await press(pilot, "home", "enter")
        assert visit.interview.at == first
        await press(pilot, "ctrl+g", "escape")
        assert visit.interview.at == first
        await press(pilot, "ctrl+g", "down")
        assert "Enter Go there" in text_of(visit)
        await click(pilot, "go-there")
        await until(pilot, lambda: visit.interview.at != first)


async def test_where_it_points_is_live(visit: CounselorApp) -> None:
    async with visit.run_test(size=(200, 60)) as pilot:
        await begin(pilot)
        await pilot.pause()
        panel = visit.screen.query_one(LivePanel)
        assert panel.display
        await until(pilot, lambda: "could raise a level" in text_of(visit))
        before = text_of(visit)
        assert "In this section" in before
        await press(pilot, *mild(visit))
        await press(pilot, "enter")
        await until(pilot, lambda: "What would change it" in text_of(visit))


async def test_on_a_small_terminal_it_is_one_key_away(visit: CounselorApp) -> None:
    async with visit.run_test(size=(40, 16)) as pilot:
        await begin(pilot)
        assert not visit.screen.query_one(LivePanel).display
        await press(pilot, "ctrl+w")
        assert isinstance(visit.screen, LiveScreen)
        await press(pilot, "enter")
        assert isinstance(visit.screen, CounselorQuestionScreen)


@pytest.mark.parametrize("size", [(80, 24), (40, 16)])
async def test_what_was_said_the_last_time_is_shown_and_never_assumed(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path, size: tuple[int, int]
) -> None:
    first = core.item[0]
    assert isinstance(first, ChoicesItem)
    app = CounselorApp(
        core,
        help_lines,
        tmp_path,
        initials="AB",
        earlier=summarize(
            core,
            {first.link_id: (first.option[0].code,)},
            help_lines,
            respondent=Respondent.WITH_COUNSELOR,
            created=datetime.datetime(2026, 11, 2, tzinfo=datetime.UTC),
        ),
    )
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        assert not app.interview.answers
        await press(pilot, "enter")
        assert app.interview.at == first.link_id, "nothing is confirmed by Enter alone"
        if size[1] < 20:
            await press(pilot, "ctrl+y")
            assert not app.interview.answers, "what is confirmed has to be in sight"
        told = flat(app)
        await press(pilot, "ctrl+y")
        assert "Last time (November 2, 2026)" in told
        assert first.option[0].text in told.partition("Last time")[2]
        assert app.interview.answers == {first.link_id: (first.option[0].code,)}
        assert app.interview.at != first.link_id
        before = app.interview
        await press(pilot, "enter", "ctrl+y")  # past the red flag, or the room
        assert app.interview.answers == before.answers, "there is nothing to confirm"


async def test_arrows_scroll_on_to_what_is_below_the_last_option(
    visit: CounselorApp,
) -> None:
    """A list of nine options leaves no room for it on a screen of 24 lines."""
    async with visit.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        question = visit.interview.item.text
        assert "After the question, say" not in text_of(visit)
        await press(pilot, "end", *["down"] * 20)
        assert "After the question, say" in text_of(visit)
        assert f"> {len(visit.interview.item.option)} [ ]" in text_of(visit)  # type: ignore[union-attr]
        await press(pilot, "home", *["up"] * 20)
        assert question in flat(visit)
        assert "> 1 [ ]" in text_of(visit)
