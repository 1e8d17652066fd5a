"""The buttons: where they stand, what they say, and how one gets to them."""

from collections.abc import Iterable
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Input

from screener.catalog import load_help_lines
from screener.tui.app import ScreenerApp
from screener.tui.safe_app import SafeApp
from screener.tui.screens.page import Page
from screener.tui.widgets import Action, Actions
from screener.tui.widgets.action import _columns, _one_row
from tests.tui.buttons import buttons, click, focus, hover, said
from tests.tui.reading import text_of
from tests.tui.walking import mild, start

HELP_LINES = load_help_lines("us")
THREE = (
    Action("Go back", "note('back')", key="b"),
    Action("Go on", "note('on')", key="o", main=True),
    Action("Leave", "note('leave')"),
)
BACK, ON, LEAVE = (one.name for one in THREE)


class Host(Page[None]):
    IN_VISIT = False
    MOVES = Page.MOVES | {"note"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "note('enter')", show=False)
    ]

    def __init__(self, actions: Iterable[Action], *, field: bool = False) -> None:
        super().__init__(HELP_LINES)
        self.noted: list[str] = []
        self._actions = actions
        self._field = field

    def compose_body(self) -> ComposeResult:
        if self._field:
            yield Input()

    def actions(self) -> Iterable[Action]:
        yield from self._actions

    def action_note(self, what: str) -> None:
        self.noted.append(what)

    @property
    def bar(self) -> Actions:
        return self.query_one(Actions)

    @property
    def at(self) -> str | None:
        has_it = self.focused is self.bar and self.bar.focused
        return has_it.name if has_it else None


class HostApp(SafeApp):
    def __init__(self, host: Host) -> None:
        super().__init__(HELP_LINES, "dark")
        self.host = host

    def on_mount(self) -> None:
        self.push_screen(self.host)


@st.composite
def rooms(draw: st.DrawFn) -> tuple[list[int], int]:
    """The widths of buttons, and room in which the widest fits."""
    widths = draw(st.lists(st.integers(1, 30), min_size=1, max_size=16))
    return widths, draw(st.integers(max(widths), 200))


@given(rooms())
def test_in_rows_no_word_is_cut_and_no_two_buttons_touch(
    room: tuple[list[int], int],
) -> None:
    widths, width = room
    places = _columns(widths, width)
    assert [y for y, _, _ in places] == sorted(y for y, _, _ in places)
    taken: set[tuple[int, int]] = set()
    for (y, left, wide), least in zip(places, widths, strict=True):
        assert wide >= least
        assert left >= 0
        assert left + wide <= width
        cells = {(y, x) for x in range(left, left + wide)}
        assert not cells & taken
        taken |= {*cells, (y, left + wide)}  # and the gap after it


@given(rooms())
def test_rows_are_as_few_as_hold_the_widest_word(room: tuple[list[int], int]) -> None:
    widths, width = room
    rows = 1 + max(y for y, _, _ in _columns(widths, width))
    in_a_row = max(1, (width + 1) // (max(widths) + 1))
    assert rows == -(-len(widths) // in_a_row)


@given(rooms())
def test_in_one_row_each_is_as_wide_as_its_words(room: tuple[list[int], int]) -> None:
    widths, _ = room
    places = _one_row(widths)
    assert [width for _, _, width in places] == widths
    ends = [left + width for _, left, width in places]
    assert [left for _, left, _ in places] == [0, *(end + 1 for end in ends[:-1])]


async def test_tab_goes_through_them_and_back_and_round() -> None:
    host = Host(THREE)
    async with HostApp(host).run_test() as pilot:
        seen = []
        for _ in range(4):
            await pilot.press("tab")
            seen.append(host.at)
        assert seen == [BACK, ON, LEAVE, BACK]
        await pilot.press("shift+tab")
        assert host.at == LEAVE
        await pilot.press("shift+tab", "enter")
        await pilot.pause()
        assert host.noted == ["on"]


async def test_tab_leaves_them_for_a_field_and_comes_back_from_either_end() -> None:
    host = Host(THREE, field=True)
    async with HostApp(host).run_test() as pilot:
        host.query_one(Input).focus()
        await pilot.press("tab")
        assert host.at == BACK
        await pilot.press("tab", "tab", "tab")
        assert isinstance(host.focused, Input)
        assert host.at is None
        await pilot.press("tab")
        assert host.at == BACK


async def test_a_click_presses_one_and_a_click_between_presses_none() -> None:
    host = Host(THREE)
    async with HostApp(host).run_test() as pilot:
        await click(pilot, ON)
        await pilot.pause()
        assert host.noted == ["on"]
        between = host.bar.region_of(ON).right
        await pilot.click(host.bar, offset=(between, 0))
        await pilot.press("enter")  # no button has the focus: it is the screen's
        await pilot.pause()
        assert host.noted == ["on", "enter"]


async def test_what_is_withheld_keeps_its_room_and_does_nothing() -> None:
    host = Host(THREE)
    app = HostApp(host)
    async with app.run_test() as pilot:
        before = said(app)
        at = host.bar.region_of(ON)
        await focus(pilot, ON)
        host.bar.offer(ON, offered=False)
        await pilot.pause()
        assert buttons(app) == [BACK, LEAVE]
        assert said(app) == {name: before[name] for name in (BACK, LEAVE)}
        assert "Go on" not in text_of(app)
        await pilot.press("enter")
        await pilot.click(host.bar, offset=at.offset)
        await pilot.pause()
        assert host.noted == ["enter"]
        with pytest.raises(LookupError, match="no button"):
            host.bar.region_of(ON)


async def test_the_one_under_the_mouse_is_underlined() -> None:
    host = Host(THREE)
    app = HostApp(host)
    async with app.run_test() as pilot:
        await hover(pilot, LEAVE)
        await pilot.pause()
        line = host.bar.render_line(0)
        marked = [text for text, style, _ in line if style and style.underline]
        assert "".join(marked).strip() == "Leave"


async def test_keys_are_not_named_while_letters_are_typed() -> None:
    host = Host(THREE)
    app = HostApp(host)
    async with app.run_test():
        before = said(app)
        assert before[BACK][0] == " b Go back "
        host.add_class("-typing")
        assert said(app)[BACK] == (" Go back ", before[BACK][1])


async def test_a_button_of_a_question_is_pressed_by_keys(app: ScreenerApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await focus(pilot, "explain")
        assert "Why we ask" not in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Why we ask" in text_of(app)


async def test_keys_that_come_before_the_focus_go_through_them_too(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        first = app.interview.at
        for key in ("tab", "tab", "tab", "enter"):  # faster than screens: no pause
            app.post_message(Key(key, None))
        await pilot.pause()
        await pilot.pause()
        assert app.interview.at == first
        assert not app.interview.answers
        assert "Why we ask" in text_of(app)


async def test_a_digit_and_enter_that_come_at_once_press_no_button(
    app: ScreenerApp,
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await start(pilot)
        await focus(pilot, "go-back")
        first = app.interview.item
        for key in mild(app):
            app.post_message(Key(key, key if key.isdigit() else None))
        await pilot.pause()
        await pilot.pause()
        assert app.interview.answers[first.link_id]
        assert app.interview.item != first
