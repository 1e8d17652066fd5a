"""However a visit ends, the voice ends with it."""

import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from screener.speaking.caution import APART
from tests.speaking.voices import FakeVoice, wait_until
from tests.terminal import ALOUD, Terminal
from tests.tui.test_terminal import to_the_first_question

WAYS: dict[str, Callable[[Terminal], None]] = {
    "ctrl+x": lambda terminal: terminal.send("\x18"),
    "SIGTERM": lambda terminal: terminal.signal(signal.SIGTERM),
    "SIGHUP": lambda terminal: terminal.signal(signal.SIGHUP),
    "SIGINT": lambda terminal: terminal.signal(signal.SIGINT),
    "the terminal is gone": lambda terminal: terminal.hang_up(),
}


@pytest.fixture
def voice(tmp_path: Path) -> Iterator[FakeVoice]:
    fake = FakeVoice(tmp_path, "exec sleep 1000")
    yield fake
    fake.end()


def read_aloud(terminal: Terminal, voice: FakeVoice) -> None:
    """Read the first question, past the warning."""
    to_the_first_question(terminal)
    terminal.send(ALOUD)
    terminal.wait_for("others may hear")
    time.sleep(APART)
    terminal.send(ALOUD)
    terminal.wait_for("Reading aloud")
    wait_until(lambda: len(voice.running) == 1)


@pytest.mark.many_cases
@pytest.mark.parametrize("way", WAYS)
def test_no_process_is_left_behind(voice: FakeVoice, way: str) -> None:
    with Terminal(env={"PATH": voice.path}) as terminal:
        read_aloud(terminal, voice)
        WAYS[way](terminal)
        assert terminal.gone_within(5)
        wait_until(lambda: not voice.running, seconds=0.5)


@pytest.mark.slow
def test_it_ends_where_the_terminal_no_longer_reads(voice: FakeVoice) -> None:
    with Terminal(env={"PATH": voice.path}) as terminal:
        read_aloud(terminal, voice)
        terminal.send("?" * 2000)
        time.sleep(1)
        terminal.signal(signal.SIGTERM)
        wait_until(lambda: not voice.running, seconds=0.5)
        assert terminal.gone_within(5)


@pytest.mark.slow
def test_a_key_that_is_held_down_reads_nothing(voice: FakeVoice) -> None:
    with Terminal(env={"PATH": voice.path}) as terminal:
        to_the_first_question(terminal)
        for _ in range(30):
            terminal.send(ALOUD)
            time.sleep(0.05)
        terminal.wait_for("others may hear")
        assert voice.arguments == []
