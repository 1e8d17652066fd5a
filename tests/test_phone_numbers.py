"""Telephone numbers stay whole, in every face."""

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader
from textual.app import App, ComposeResult

from screener.catalog import load_help_lines
from screener.kiosk.error_page import sorry_page
from screener.phone_numbers import keep_numbers_whole
from screener.summary import to_pdf, to_text
from screener.summary.layout import WIDTH, wrap
from screener.tui.screens.page import words
from screener.tui.widgets.hanging import Hanging, Row
from tests.small import GRAVE, summary_of
from tests.tui.reading import text_of

NUMBERS = [
    ("(203) 562-2101", "203-562-2101"),
    ("1 (203) 562-2101", "1-203-562-2101"),
    ("203 562 2101", "203-562-2101"),
    ("+44 20 7946 0958", "+44-20-7946-0958"),
    ("1-800-662-4357", "1-800-662-4357"),
]
OTHERS = ["988", "2026-01-31", "12 24 48 96", "1 2 3 4 5 6 7 8", "call 211, then 1"]


@pytest.mark.parametrize(("number", "whole"), NUMBERS)
def test_a_number_has_no_space_inside(number: str, whole: str) -> None:
    assert keep_numbers_whole(f"Call {number}, now.") == f"Call {whole}, now."


@pytest.mark.parametrize("other", OTHERS)
def test_what_is_no_number_stays_as_it_is(other: str) -> None:
    assert keep_numbers_whole(other) == other


@pytest.mark.parametrize(("number", "whole"), NUMBERS)
@pytest.mark.parametrize("before", range(WIDTH - 20, WIDTH))
def test_no_line_of_text_breaks_in_a_number(
    before: int, number: str, whole: str
) -> None:
    lines = wrap(f"{'x' * before} {number}")
    assert sum(whole in line for line in lines) == 1


@pytest.mark.parametrize("width", range(20, 60, 3))
async def test_no_screen_breaks_a_number(width: int) -> None:
    class Host(App[None]):
        def compose(self) -> ComposeResult:
            for number, _ in NUMBERS:
                yield words(f"Please call {number} today")
                yield Hanging(Row("- ", f"Please call {number} today"))

    host = Host()
    async with host.run_test(size=(width, 60)) as pilot:
        await pilot.pause()
        shown = text_of(host)
    wanted = [whole for _, whole in NUMBERS]
    for whole in wanted:
        found = re.findall(rf"(?<![\d+-]){re.escape(whole)}", shown)
        assert len(found) == 2 * wanted.count(whole)


@pytest.mark.parametrize("language", ["en", "es"])
def test_files_and_pages_have_whole_numbers(language: str) -> None:
    lines = load_help_lines("us-ct", language=language)
    (mobile,) = (one for one in lines.line if one.call == "(203) 562-2101")
    assert "203-562-2101" in mobile.reach
    summary = summary_of(GRAVE)
    odd = replace(summary.steps[0], text="Call your clinic at (203) 562-2101 today.")
    summary = replace(summary, steps=(odd, *summary.steps[1:]))
    assert "203-562-2101" in to_text(summary)
    pages = PdfReader(io.BytesIO(to_pdf(summary))).pages
    assert any("203-562-2101" in page.extract_text() for page in pages)
    for columns in (40, 60, 80):
        assert "(203)" not in sorry_page(lines, "", columns)
