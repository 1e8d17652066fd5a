"""A whole visit in a terminal, each key of it timed: choosing, next, back, why, result.

It is answered at its mildest, and the same visit is held here as a value, so that what
is asked next is known without reading the screen.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from benchmarks.console import OURS, Console
from benchmarks.peers import BARE, BARE_WIDGETS, PROMPT_TOOLKIT
from benchmarks.start import A_READER
from benchmarks.table import MEGABYTES, Row
from screener.catalog import load_questionnaire, questionnaire_folder
from screener.interview import Interview
from screener.model import ChoiceItem, ChoicesItem, Given, Item, TextItem
from screener.scoring import exclusive_option
from screener.tui.reading_pause import PAUSE

BACK, ENTER = "\x7f", "\r"
KINDS: Final = ("choosing", "next", "back", "why")
SCREENS: Final = ("another screen", "result")
SCREENS_OF_A_VISIT: Final = 6
"""The welcome, who answers, the questions, that it can end, the review, the result."""


class Timed:
    """How long each kind of key took, and how much memory was taken."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.keys: dict[str, list[float]] = {kind: [] for kind in (*KINDS, *SCREENS)}
        self.at_welcome: list[float] = []
        self.at_result: list[float] = []

    def hold(self) -> None:
        """Hold one visit, from the welcome to the result."""
        with Console(OURS) as console:
            console.until("Start")
            console.drain(A_READER)
            self.at_welcome.append(console.memory())
            console.press(ENTER, "Who are the answers")
            console.press("1")
            console.press(ENTER, "Section 1")
            console.drain(A_READER)
            self._ask(console)
            console.drain(A_READER)
            self._press(console, "result", ENTER, "Where your answers")
            console.drain(A_READER)
            self.at_result.append(console.memory())

    def _ask(self, console: Console) -> None:
        questionnaire = load_questionnaire(questionnaire_folder())
        visit = Interview.start(questionnaire)
        while visit.at is not None:
            key, answer = _mild(visit.item)
            if key:
                self._press(console, "choosing", key)
                self._press(console, "why", "?")
                self._press(console, "why", "?")
            before, visit = visit, visit.give(answer)
            if visit.at is None:
                self._press(console, "another screen", ENTER, "Check your answers")
            elif visit.offers_end:
                self._press(console, "another screen", ENTER, "You can finish now")
                console.drain(PAUSE + 0.1)  # it takes no key before
                visit = visit.go_on()
                self._press(console, "another screen", ENTER, _asked(visit))
            else:
                self._press(console, "next", ENTER, _asked(visit))
                if not isinstance(visit.item, TextItem):
                    self._press(console, "back", BACK, _asked(before))
                    self._press(console, "next", ENTER, _asked(visit))

    def _press(self, console: Console, kind: str, key: str, words: str = "") -> None:
        self.keys[kind].append(console.press(key, words))


def rows(runs: int) -> Iterator[Row]:
    """Measure.

    Args:
        runs: How many visits.
    """
    ours, bare, toolkit, memory = Timed(), list[float](), list[float](), list[float]()
    as_many = list[float]()
    for _ in range(runs):
        ours.hold()
        as_many.append(_memory_after(SCREENS_OF_A_VISIT))
        bare.extend(islice(_presses(BARE, "A bare Textual app", memory), 40))
        toolkit.extend(islice(_presses(PROMPT_TOOLKIT, "A line of words", []), 40))
    peers = {"bare Textual": bare, "prompt_toolkit": toolkit}
    for kind in KINDS:
        row = Row(
            f"key to changed screen: {kind}",
            ours.keys[kind],
            peers=peers,
            floor="a Static changed",
            tail=True,
        )
        yield row.at_most(0.016) if kind in ("choosing", "next") else row
    for kind in SCREENS:
        yield Row(f"key to changed screen: {kind}", ours.keys[kind]).at_most(0.05)
    for what, figures, more in (
        ("memory at the welcome", ours.at_welcome, {}),
        ("memory after a visit", ours.at_result, {"with as many screens": as_many}),
    ):
        peers = {"bare Textual": memory, **more}
        row = Row(what, figures, MEGABYTES, peers, floor="that app")
        yield row.at_most_times(1.3, "bare Textual")


def _asked(visit: Interview) -> str:
    """What the present question begins with, as far as it is sure to be on one line."""
    return (visit.item.lead or visit.item.text)[:24].rpartition(" ")[0]


def _memory_after(screens: int) -> float:
    """What a bare app takes that has shown so many screens, and keeps them."""
    with Console(BARE_WIDGETS) as console:
        console.until("At the foot")
        for shown in range(1, screens):
            console.press(ENTER, f"At the foot {shown}")
        return console.memory()


def _presses(command: list[str], words: str, memory: list[float]) -> Iterator[float]:
    """How long one key after the other takes in a peer."""
    with Console(command) as console:
        console.until(words)
        console.drain(0.2)
        memory.append(console.memory())
        while True:
            yield console.press("x")


def _mild(item: Item) -> tuple[str, Given]:
    """The key that chooses one of the mildest answers, and that answer."""
    if isinstance(item, ChoicesItem):
        option = exclusive_option(item) or item.option[0]
        return str(item.option.index(option) + 1), (option.code,)
    if isinstance(item, ChoiceItem):
        return "1", item.option[0].code
    return "", ""
