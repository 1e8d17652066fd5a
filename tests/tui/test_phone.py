"""The QR code, read back from a real terminal's screen by another's reader."""

import datetime
from pathlib import Path

import pytest
import zxingcpp

from screener.model import HelpLines, Questionnaire, Respondent
from screener.summary import short_texts, summarize
from screener.tui.app import ScreenerApp
from screener.tui.screens.phone import PhoneScreen
from screener.tui.themes import THEMES
from tests.picture import picture_of
from tests.small import CREATED
from tests.summary.test_pdf import gravest_person
from tests.terminal import Terminal
from tests.tui.reading import text_of
from tests.tui.test_terminal import skip_all, to_the_first_question

COLORS = [
    {"COLORTERM": "truecolor"},
    {"COLORTERM": ""},
    {"TERM": "linux", "COLORTERM": ""},
    {"NO_COLOR": "1"},
]


def to_the_code(terminal: Terminal) -> None:
    to_the_first_question(terminal)
    skip_all(terminal)
    terminal.send("\r")
    terminal.wait_for("Where your answers")
    terminal.send_once_read("\r")
    terminal.wait_for("Keep your summary")
    terminal.send_once_read("")
    terminal.click("Phone")
    terminal.wait_for("For your phone")
    terminal.wait_for("Point your phone")
    terminal.settle()


def decoded(terminal: Terminal, *, colors: bool = True) -> str:
    (code,) = zxingcpp.read_barcodes(picture_of(terminal.pyte, colors=colors))
    return code.text


def words_beside(terminal: Terminal) -> str:
    """What stands to the right of the code, on one line."""
    lines = terminal.screen().splitlines()
    start = next(one.index("For your phone") for one in lines if "For your" in one)
    return " ".join(" ".join(line[start:] for line in lines).split())


def those_who_skip_all(core: Questionnaire, help_lines: HelpLines) -> tuple[str, ...]:
    now = datetime.datetime.now().astimezone()
    return short_texts(
        summarize(core, {}, help_lines, respondent=Respondent.SELF, created=now)
    )


@pytest.mark.slow
@pytest.mark.parametrize("env", COLORS, ids=str)
def test_the_code_on_the_screen_says_the_words_beside_it(
    env: dict[str, str], core: Questionnaire, help_lines: HelpLines
) -> None:
    texts = those_who_skip_all(core, help_lines)
    with Terminal(columns=80, rows=24, env=env) as terminal:
        to_the_code(terminal)
        for columns, rows in [(80, 24), (120, 40)]:
            terminal.resize(columns, rows)
            terminal.settle()
            said = decoded(terminal)
            assert said in texts
            assert (said == texts[-1]) == (columns == 80)
            assert " ".join(said.split()) in words_beside(terminal)


@pytest.mark.slow
def test_it_is_read_without_colors_and_in_every_theme() -> None:
    with Terminal() as terminal:
        to_the_code(terminal)
        assert decoded(terminal, colors=False) == decoded(terminal)
        for _ in THEMES[1:]:
            before = terminal.looks()
            terminal.send("\x1b[20~")
            terminal.settle()
            assert terminal.looks() != before
            assert "988" in decoded(terminal)


@pytest.mark.slow
async def test_a_larger_window_says_more_and_a_small_one_says_so(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    person, who = gravest_person(""), Respondent.SELF
    texts = short_texts(
        summarize(core, person, help_lines, respondent=who, created=CREATED)
    )
    said = {}
    for size in [(40, 16), (80, 24), (120, 40), (200, 60)]:
        app = ScreenerApp(core, help_lines, tmp_path)
        async with app.run_test(size=size) as pilot:
            screen = PhoneScreen(help_lines, texts)
            app.push_screen(screen)
            await pilot.pause()
            await pilot.pause()
            said[size] = screen.code.text if screen.code else ""
            if not screen.code:
                assert "too small" in text_of(app)
    assert said[40, 16] == ""
    lengths = [len(one) for one in said.values()]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) == 4
    assert all("911" in one for one in said.values() if one)
