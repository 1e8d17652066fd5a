"""What other widgets stand on shows its color, and nothing else of its own."""

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from screener.tui.app import ScreenerApp
from screener.tui.performance.flat import Ground, Stack


class Red(App[None]):
    CSS = "Stack { background: #ff0000; }"

    def compose(self) -> ComposeResult:
        yield Stack()


@pytest.mark.parametrize(("no_color", "seen"), [(False, "#ff0000"), (True, "#363636")])
async def test_it_is_grey_where_no_color_is_wanted(
    no_color: bool, seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    app = Red()
    async with app.run_test():
        (line,) = app.query_one(Stack).render_lines(Region(0, 0, 3, 1))
        grounds = [style.bgcolor for _text, style, _control in line if style]
        assert [ground.name for ground in grounds if ground] == [seen]


async def test_all_its_lines_are_the_same_one(app: ScreenerApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        grounds = [*app.screen.query(Ground), app.screen]
        assert len(grounds) > 2
        for ground in grounds:
            lines = ground.render_lines(Region(0, 0, 30, 4))
            assert len(lines) == 4
            assert len({id(line) for line in lines}) == 1
            assert lines[0].text == " " * 30
