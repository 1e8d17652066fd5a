"""A whole visit in a real browser: by keys, by mouse, by touch."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from screener.catalog import select
from tests.web.conftest import OpenTab
from tests.web.served import Served
from tests.web.tab import DESKTOP, LANDSCAPE, PORTRAIT, Tab, needs_chromium
from tests.web.walking import BY_CLICKS, BY_KEYS, Way, answer_mildly, begin

pytestmark = needs_chromium


@pytest.mark.parametrize(
    ("name", "asked", "size", "way", "touch"),
    [
        ("keys on a desktop", "level-of-care", DESKTOP, BY_KEYS, False),
        ("mouse on a desktop", "audit-c", DESKTOP, BY_CLICKS, False),
        ("touch on an upright tablet", "level-of-care", PORTRAIT, BY_CLICKS, True),
        ("keys on a tablet", "phq-2", LANDSCAPE, BY_KEYS, True),
    ],
)
def test_a_visit_goes_from_the_start_to_a_cleared_page(
    tmp_path: Path,
    open_tab: OpenTab,
    name: str,
    asked: str,
    size: tuple[int, int],
    way: Way,
    touch: bool,
) -> None:
    questionnaire = select(asked).load()
    mildest = questionnaire.ladders["level-of-care"].rung[0].name
    settings = f'languages = ["en"]\nquestionnaire = "{asked}"\n'
    with Served(tmp_path, settings) as served:
        tab = open_tab(served.url, size, touch=touch)
        tab.until("You do not give your name")
        tab.picture(f"{name} 1 start")
        begin(tab, way)
        tab.until(questionnaire.item[0].text)
        tab.picture(f"{name} 2 question")
        answer_mildly(tab, way, questionnaire)
        tab.picture(f"{name} 3 check")
        way.do(tab, "Enter", "See the result" if tab.shows("See the result") else "See")
        tab.until_read(f"{mildest} <-")
        tab.picture(f"{name} 4 result")
        way.do(tab, "Enter", "Keep it")
        tab.until_read("Keep your summary")
        way.press(tab, "hone")  # "Phone" where there is little room
        tab.until("Enter Back")
        assert mildest in _scanned(tab, tmp_path)
        tab.picture(f"{name} 5 phone")
        way.do(tab, "Backspace", "Back")
        tab.until("Keep your summary")
        way.do(tab, "F8", "Finish")
        tab.until_read("Thank you for answering")
        way.do(tab, "Enter", "Leave" if not tab.shows("Clear the screen") else "Clear")
        tab.page.wait_for_url(f"{served.url}over")
        tab.picture(f"{name} 6 over")
        told = tab.page.content()
        assert "This visit is over" in told
        assert "988" in told
        assert "treatment" not in told
        assert tab.page.evaluate("history.length") <= 2
        assert served.until(visits=0) < 3
        tab.page.get_by_text("Start a new visit").click()
        tab.until("You do not give your name")
        assert not tab.shows("treatment")
        assert [url for url in tab.asked if not url.startswith(served.url)] == []
    assert served.told == (0, served.told[1], "")
    assert [path.name for path in tmp_path.iterdir()] == ["kiosk.toml", "page.png"]


def _scanned(tab: Tab, folder: Path) -> str:
    """What a phone reads from the page."""
    picture = folder / "page.png"
    tab.page.wait_for_timeout(500)
    tab.page.screenshot(path=picture)
    with Image.open(picture) as page:
        codes = zxingcpp.read_barcodes(page)
    assert codes, tab.shown()
    return str(codes[0].text)
