"""The list of options, alone in a host app, by keys and by mouse."""

import pytest
from textual.app import App, ComposeResult

from screener.tui.widgets.answer_list import AnswerList, Choice

CHOICES = (
    Choice("plan", "I have a plan"),
    Choice("means", "I have what I [bold]would[/bold] use"),
    Choice("none", "None of these", exclusive=True),
)


class Host(App[None]):
    """Shows one list and keeps what it posts."""

    def __init__(self, *, several: bool, chosen: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.several = several
        self.chosen = chosen
        self.submitted: list[tuple[str, ...]] = []

    def compose(self) -> ComposeResult:
        yield AnswerList()

    def on_mount(self) -> None:
        answers = self.query_one(AnswerList)
        answers.show(CHOICES, several=self.several, chosen=self.chosen)
        answers.focus()

    def on_answer_list_submitted(self, event: AnswerList.Submitted) -> None:
        self.submitted.append(event.codes)


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("keys", "submitted"),
    [
        (["enter"], [()]),
        (["enter", "enter", "enter"], [(), (), ()]),
        (["down", "enter"], [("plan",)]),
        (["down", "down", "enter"], [("means",)]),
        (["down", "space", "enter"], [("plan",)]),
        (["down", "space", "down", "enter"], [("means",)]),
        (["up", "enter"], [("plan",)]),
        (["end", "enter"], [("none",)]),
        (["end", "home", "enter"], [("plan",)]),
        (["x", "7", "escape", "f5", "tab", "enter"], [()]),
    ],
)
async def test_one_is_chosen_by_cursor(
    keys: list[str], submitted: list[tuple[str, ...]]
) -> None:
    host = Host(several=False)
    async with host.run_test() as pilot:
        await pilot.press(*keys)
        assert host.submitted == submitted


@pytest.mark.parametrize(
    ("keys", "submitted"),
    [
        (["down", "enter"], []),
        (["down", "enter", "enter"], [("plan",)]),
        (["down", "space", "down", "space", "enter"], [("plan", "means")]),
        (["down", "space", "space", "enter"], []),
        (["down", "space", "end", "space", "enter"], [("none",)]),
        (["end", "space", "home", "space", "enter"], [("plan",)]),
        (["enter"], [()]),
    ],
)
async def test_several_are_ticked_and_none_of_these_stands_alone(
    keys: list[str], submitted: list[tuple[str, ...]]
) -> None:
    host = Host(several=True)
    async with host.run_test() as pilot:
        await pilot.press(*keys)
        assert host.submitted == submitted


async def test_what_was_chosen_before_is_marked() -> None:
    host = Host(several=False, chosen=("means",))
    async with host.run_test() as pilot:
        assert host.query_one(AnswerList).codes == ("means",)
        await pilot.press("enter")
    assert host.submitted == [("means",)]


async def test_a_click_chooses_a_row() -> None:
    host = Host(several=True)
    async with host.run_test() as pilot:
        await pilot.click(AnswerList, offset=(12, 1))
        await pilot.click(AnswerList, offset=(12, 0))
        assert host.query_one(AnswerList).codes == ("plan", "means")


@pytest.mark.parametrize("width", [20, 40, 80])
async def test_texts_wrap_whole_and_are_no_markup(width: int) -> None:
    host = Host(several=True)
    async with host.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        shown = "".join(_lines(host)).replace(" ", "")
    assert "Ihavewhat" in shown
    assert "[bold]would[/bold]use" in shown


def _lines(host: Host) -> list[str]:
    width, height = host.size
    strips = host.screen._compositor.render_strips()
    return [strip.text[:width] for strip in strips[:height]]


async def test_chosen_and_not_chosen_differ_in_more_than_color() -> None:
    host = Host(several=False)
    async with host.run_test() as pilot:
        await pilot.press("down", "space")
        lines = _lines(host)
    assert any("> 1 (x) I have a plan" in line for line in lines)
    assert any("3 ( ) None of these" in line for line in lines)
