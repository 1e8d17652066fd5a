"""How the words around a terminal look."""

from pathlib import Path

from tests.web.conftest import OpenTab
from tests.web.served import SMALL_ONES, Served
from tests.web.tab import PORTRAIT, needs_chromium

pytestmark = needs_chromium

LOOKS = """() => ["h1", "p", "a"].map((name) => {
    const style = getComputedStyle(document.querySelector(`.told ${name}`));
    return [style.color, style.backgroundColor, style.font, style.margin];
})"""


def test_a_visit_ends_in_the_same_looks_with_and_without_a_server(
    tmp_path: Path, open_tab: OpenTab
) -> None:
    """The terminal's styles are for all of its page, where the words wait too."""
    with Served(tmp_path, f'theme = "light"\n{SMALL_ONES}') as served:
        tab = open_tab(served.url, PORTRAIT)
        tab.until("You do not give your name")
        beside_the_terminal = tab.page.evaluate(LOOKS)
        tab.page.goto(f"{served.url}over")
        assert tab.page.evaluate(LOOKS) == beside_the_terminal
