"""Many signals at once, in a real terminal: the program leaves once, in good order."""

import signal
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.terminal.test_bad_luck import ANSWERS, a_visit, answer_some, saved

STORMS = {
    "terminate and hang up": [signal.SIGTERM, signal.SIGHUP],
    "all": [signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT],
    "interrupts": [signal.SIGINT] * 20,
    "hang-ups": [signal.SIGHUP] * 20,
}


def in_order(terminal: Terminal) -> None:
    assert b"Traceback" not in terminal.bytes
    assert b"ignored" not in terminal.bytes
    assert b"\x1b[?1049l" in terminal.bytes
    assert b"\x1b[?25h" in terminal.bytes


@pytest.mark.many_cases
@pytest.mark.parametrize("storm", STORMS)
def test_a_visit_leaves_once_and_all_answers_are_there(
    storm: str, tmp_path: Path
) -> None:
    with a_visit(tmp_path) as terminal:
        answer_some(terminal)
        for number in STORMS[storm]:
            if terminal.is_running:
                terminal.signal(number)
        assert terminal.wait_for_exit() in {128 + number for number in STORMS[storm]}
        in_order(terminal)
    assert len(saved(tmp_path).answers) == ANSWERS


@pytest.mark.parametrize("storm", ["terminate and hang up", "hang-ups"])
def test_a_kiosk_leaves_once(storm: str) -> None:
    with Terminal("--kiosk") as terminal:
        terminal.wait_for("touch Begin")
        for number in STORMS[storm]:
            if terminal.is_running:
                terminal.signal(number)
        assert terminal.wait_for_exit() in {128 + number for number in STORMS[storm]}
        in_order(terminal)
        assert "Begin" not in terminal.screen()
