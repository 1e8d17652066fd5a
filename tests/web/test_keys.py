"""In a browser, keys reach the visit and have no effect on the browser."""

from collections.abc import Callable, Iterator

import pytest

from screener.catalog import Editions, select
from tests.web.conftest import OpenTab
from tests.web.served import Served
from tests.web.tab import DESKTOP, Tab, needs_chromium

pytestmark = needs_chromium

QUESTION, IN_SPANISH = (
    Editions(select(), "us").edition(language).questionnaire.item[0].text
    for language in ("en", "es")
)

KEYS = [
    ("h", "People who can help"),
    ("Escape", QUESTION),
    ("F1", "People who can help"),
    ("Backspace", QUESTION),
    ("F2", IN_SPANISH),
    ("F2", QUESTION),
    ("F3", "F3 Usual words"),
    ("F4", "You said you would rather not say."),
    ("F6", "You said you are not sure."),
]
"""Keys of `docs/keys.md`, from the first question on, and what each of them shows."""

WATCH = """() => {
    window.lastKey = null;
    window.addEventListener("keydown", (event) => (window.lastKey = event), true);
}"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served")) as server:
        yield server


def at_the_first_question(open_tab: OpenTab, served: Served) -> Tab:
    tab = open_tab(served.url, DESKTOP)
    tab.until("You do not give your name")
    tab.press("Enter")
    tab.until("you can skip any")
    tab.press("Enter")
    tab.until("Who are the answers about?")
    tab.press("1", "Enter")
    tab.until(QUESTION)
    tab.page.evaluate(WATCH)
    return tab


def test_keys_do_what_their_buttons_say_and_nothing_in_the_browser(
    served: Served, open_tab: OpenTab
) -> None:
    tab = at_the_first_question(open_tab, served)
    for key, words in KEYS:
        tab.press(key)
        assert tab.page.evaluate("lastKey.defaultPrevented"), key
        tab.until(words)


def beside_the_terminal(tab: Tab) -> None:
    tab.page.locator(".crisis").click()


def on_a_button_and_off_again(tab: Tab) -> None:
    tab.page.locator("#leave").hover()
    tab.page.mouse.down()
    tab.page.locator(".crisis").hover()
    tab.page.mouse.up()


@pytest.mark.parametrize("click", [beside_the_terminal, on_a_button_and_off_again])
def test_a_click_on_the_page_takes_no_key_from_the_visit(
    served: Served, open_tab: OpenTab, click: Callable[[Tab], None]
) -> None:
    tab = at_the_first_question(open_tab, served)
    click(tab)
    tab.press("F1")
    tab.until("People who can help")
    assert tab.page.evaluate("lastKey.defaultPrevented")
