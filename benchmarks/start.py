"""From the command to the first words, to a welcome that takes keys, to a question."""

from collections.abc import Iterator, Sequence

from benchmarks.console import OURS, Console
from benchmarks.peers import BARE, BARE_WIDGETS, PRINT, QUESTIONARY
from benchmarks.table import Row, measure

FRAME = 1 / 60
A_READER = 0.5
"""Nobody reads the welcome, a first question, or their answers sooner."""


def rows(runs: int) -> Iterator[Row]:
    """Measure.

    Args:
        runs: How many times each.
    """
    first = measure(
        runs,
        ours=lambda: shown(OURS, "One moment"),
        python=lambda: shown(PRINT, "A line of words"),
        questionary=lambda: shown(QUESTIONARY, "Sometimes"),
        textual=lambda: shown(BARE, "A bare Textual app"),
    )
    row = Row(
        "command to the first words",
        first.pop("ours"),
        peers={_NAMES[name]: figures for name, figures in first.items()},
        floor="Python itself",
    )
    yield row.at_most_times(3, "print").at_most_times(1, "questionary")
    live = measure(
        runs,
        ours=lambda: _answered(OURS, "Start"),
        widgets=lambda: _answered(BARE_WIDGETS, "At the foot"),
        textual=lambda: _answered(BARE, "A bare Textual app"),
    )
    row = Row(
        "command to a welcome that has answered a key",
        live.pop("ours"),
        peers={_NAMES[name]: figures for name, figures in live.items()},
        floor="the bare app with as many widgets",
    )
    yield row.at_most_times(1.15, "as many widgets")
    yield from _questions(runs)


_NAMES = {
    "python": "print",
    "questionary": "questionary",
    "textual": "bare Textual",
    "widgets": "as many widgets",
}


def shown(command: Sequence[str], words: str) -> float:
    """Seconds to words on the screen."""
    with Console(command) as console:
        console.until(words)
        return console.first_shown(words)


def _answered(command: Sequence[str], words: str) -> float:
    """Seconds to a screen that has changed by a key pressed as soon as it was there."""
    with Console(command) as console:
        shown = console.until(words) - console.began
        return shown + console.press("\t")


def _questions(runs: int) -> Iterator[Row]:
    start, first, screens = list[float](), list[float](), list[float]()
    for _ in range(runs):
        with Console(BARE_WIDGETS) as console:
            console.until("At the foot")
            console.drain(A_READER)
            screens.append(console.press("\r", "At the foot 1"))
        with Console(OURS) as console:
            console.until("Start")
            console.drain(A_READER)
            start.append(console.press("\r", "Who are the answers"))
            console.press("1")
            first.append(console.press("\r", "Section 1"))
    for what, figures in (
        ("Start pressed to the next screen", start),
        ("the last key before the first question to it", first),
    ):
        peers = {"a screen of as many widgets": screens}
        row = Row(what, figures, peers=peers, floor="a new screen in Textual")
        yield row.at_most(FRAME)
