"""Ways through a visit by keyboard."""

from collections.abc import Callable, Iterator

from textual.pilot import Pilot

from screener.model import Item, OptionItem, Unknown
from screener.scoring import mildest
from screener.tui.app import ScreenerApp
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.settled import SettledScreen


async def start(pilot: Pilot[None]) -> None:
    """Go from the welcome to the first question."""
    await pilot.pause()
    await press(pilot, "enter", "1", "enter")


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, and wait until the app has handled them."""
    await pilot.press(*keys)
    await pilot.pause()


def digit(item: Item, code: str = "none") -> str:
    """Return the key that chooses an option of a question."""
    assert isinstance(item, OptionItem)
    return str(1 + [option.code for option in item.option].index(code))


def mild(app: ScreenerApp) -> Iterator[str]:
    """The keys that answer the present question at its mildest."""
    item = app.interview.item if app.interview.at else None
    screen = app.screen
    assert isinstance(screen, QuestionScreen)
    item = screen.interview.item
    if item.type == "choices":
        none = [n for n, o in enumerate(item.option, 1) if o.exclusive]
        yield str(none[0] if none else 1)
    elif item.type == "choice":
        yield "1"
    yield "enter"


def nearly_through(app: ScreenerApp) -> None:
    """Let an app that is about to start stand before its last question.

    The others are answered at their mildest, as `answer_mildly` would by key: for tests
    of what comes after the questions.
    """
    visit, before = app.interview, app.interview
    while visit.at is not None:
        before, item = visit, visit.item
        answer = mildest(item)
        if answer is None and item.type == "choice":
            answer = item.option[0].code
        visit = (
            visit.leave_open(Unknown.DECLINED) if answer is None else visit.give(answer)
        )
    app.interview = before


async def answer_mildly(pilot: Pilot[None], app: ScreenerApp) -> None:
    """Answer every question at its mildest."""
    while isinstance(app.screen, QuestionScreen | SettledScreen):
        going_on = isinstance(app.screen, SettledScreen)
        await press(pilot, *(["enter"] if going_on else mild(app)))


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for what another thread brings about, and until it is shown."""
    for _ in range(200):
        if holds():
            await pilot.pause()
            return
        await pilot.pause(0.05)
    raise AssertionError("it did not happen")


async def to_keeping(pilot: Pilot[None], app: ScreenerApp) -> None:
    """Go from the welcome through a visit to where its summary can be kept."""
    nearly_through(app)
    await start(pilot)
    await answer_mildly(pilot, app)
    await press(pilot, "enter")
    await press(pilot, "enter")
