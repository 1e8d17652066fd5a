"""Ways through a visit: by keys, and by clicks or touches alone."""

from collections.abc import Callable
from dataclasses import dataclass

from screener.model import Item, Questionnaire
from tests.web.tab import Tab

CHECK = "Check your answers"
ENOUGH = "You can finish now"

_MOST_TABS = 10
"""More than the number of buttons on a page."""
_DRAWN = 500
"""Milliseconds after which a moved focus is drawn."""


@dataclass(frozen=True)
class Way:
    """How somebody does what a screen offers."""

    choose: Callable[[Tab, int], None]
    """Choose the option with this number."""
    do: Callable[[Tab, str, str], None]
    """Do what has this key, and a button with these words."""
    press: Callable[[Tab, str], None]
    """Press the button with these words, which has no key."""


BY_KEYS = Way(
    choose=lambda tab, number: tab.press(str(number)),
    do=lambda tab, key, words: tab.press(key),
    press=lambda tab, words: _tab_to(tab, words),
)
BY_CLICKS = Way(
    choose=lambda tab, number: tab.click(f" {number} {_mark(tab)}"),
    do=lambda tab, key, words: tab.click(words),
    press=lambda tab, words: tab.click(words),
)


def begin(tab: Tab, way: Way) -> None:
    """Go from the start screen to the first question."""
    tab.until("You do not give your name")
    way.do(tab, "Enter", "Begin")
    tab.until("you can skip any")
    way.do(tab, "Enter", "Start")
    tab.until("Who are the answers about?")
    tab.insist(lambda: way.choose(tab, 1), "(x) Me. I am 18 or older.")
    way.do(tab, "Enter", "Next")


def answer_mildly(tab: Tab, way: Way, questionnaire: Questionnaire) -> list[str]:
    """Answer every question at its mildest; give the ids of those that were asked."""
    asked: list[str] = []
    for item in questionnaire.item:
        tab.until_any(item.text, ENOUGH, CHECK, *_after(questionnaire, item))
        if tab.shows(ENOUGH):
            tab.until_read(ENOUGH)
            way.do(tab, "Enter", "Go on")
            tab.until_gone(ENOUGH)
            tab.until_any(item.text, CHECK, *_after(questionnaire, item))
        if not tab.shows(item.text):
            continue
        if item.type in ("choice", "choices"):
            _choose(tab, way, item)
        way.do(tab, "Enter", "Next")
        tab.until_gone(item.text)
        asked.append(item.link_id)
    tab.until(CHECK)
    return asked


def _tab_to(tab: Tab, words: str) -> None:
    """Go to the button by Tab, and press Enter."""
    for _ in range(_MOST_TABS):
        if tab.is_highlighted(words):
            tab.press("Enter")
            return
        tab.press("Tab")
        tab.page.wait_for_timeout(_DRAWN)
    raise AssertionError(f"Tab does not reach {words!r} in:\n{tab.shown()}")


def _after(questionnaire: Questionnaire, item: Item) -> list[str]:
    place = questionnaire.item.index(item)
    return [one.text for one in questionnaire.item[place + 1 :]]


def _choose(tab: Tab, way: Way, item: Item) -> None:
    number = _mildest(item)
    tab.insist(
        lambda: way.choose(tab, number), "x) " if item.type == "choice" else "[x]"
    )


def _mildest(item: Item) -> int:
    """Which option is the mildest."""
    if item.type != "choices":
        return 1
    return next((n for n, one in enumerate(item.option, 1) if one.exclusive), 1)


def _mark(tab: Tab) -> str:
    return "[" if tab.shows("[ ]") else "("
