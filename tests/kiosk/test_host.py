"""The host, in a real terminal: whatever a visit does, the next one comes."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal

HOST = """
import os, pathlib, signal, sys, time
from screener.catalog import load_help_lines
from screener.kiosk import Host
from screener.kiosk.host import Patience

kept = pathlib.Path(sys.argv[1])
number = kept / "number"

def visit(line, wrong_pins):
    count = int(number.read_text()) if number.exists() else 0
    number.write_text(str(count + 1))
    (kept / "tries").write_text(str(wrong_pins.tries))
    does = (sys.argv[2:] + ["staff"])[count]
    line.at("safety")
    os.write(1, f"visit {count} {does} canary\\r\\n".encode())
    if does == "raise":
        raise ValueError("canary")
    if does == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if does == "wrong-pin":
        line.wrong_pin()
    if does == "finish":
        line.at("result")
    if does == "raise-at-result":
        line.at("result")
        raise ValueError("canary")
    if does in ("hang", "wait"):
        time.sleep(60)
    return {"staff": 10, "exit-3": 3}.get(does, 0)

patience = Patience(silent=1.0, sorry=0.3, longest_sorry=0.6)
host = Host(visit, load_help_lines("us"), counts=kept / "visits.csv",
            errors=kept / "errors.log", patience=patience,
            keeps=not (kept / "keeps-nothing").exists())
print("code", host.run())
"""


def hosted(kept: Path, *visits: str) -> Terminal:
    return Terminal("-c", HOST, str(kept), *visits, python=True)


def counted(kept: Path) -> list[str]:
    lines = (kept / "visits.csv").read_text().splitlines()[1:]
    return [",".join(line.split(",")[1:3]) for line in lines]


def test_it_holds_one_visit_after_the_other_until_staff_leaves(tmp_path: Path) -> None:
    with hosted(tmp_path, "finish", "stop", "finish") as terminal:
        terminal.wait_for("code 0")
        assert terminal.wait_for_exit() == 0
    assert counted(tmp_path) == ["finished,result", "stopped,safety", "finished,result"]


@pytest.mark.many_cases
@pytest.mark.parametrize("fault", ["raise", "kill", "hang", "exit-3"])
def test_after_a_visit_breaks_it_shows_crisis_help_and_goes_on(
    tmp_path: Path, fault: str
) -> None:
    with hosted(tmp_path, fault, "finish") as terminal:
        terminal.wait_for("tell the desk")
        sorry = terminal.wait_for("911")
        assert "988" in sorry
        assert "canary" not in sorry
        terminal.wait_for("code 0")
    assert counted(tmp_path) == ["broke,safety", "finished,result"]
    told = (tmp_path / "errors.log").read_text()
    assert "canary" not in told
    assert ("ValueError at <string>" in told) == (fault == "raise")


@pytest.mark.parametrize("keeps", [True, False])
def test_after_a_break_a_summary_is_named_only_where_one_can_be_kept(
    tmp_path: Path, keeps: bool
) -> None:
    if not keeps:
        (tmp_path / "keeps-nothing").touch()
    with hosted(tmp_path, "raise-at-result", "finish") as terminal:
        sorry = terminal.wait_for("tell the desk")
        assert ("summary" in sorry) is keeps
        terminal.wait_for("code 0")


def test_between_visits_screen_and_scrollback_are_cleared(tmp_path: Path) -> None:
    with hosted(tmp_path, "finish", "wait") as terminal:
        terminal.wait_for("visit 1")
        assert "visit 0" not in terminal.screen()
        between = terminal.bytes.partition(b"visit 0")[2].partition(b"visit 1")[0]
        assert b"\x1b[2J\x1b[3J" in between


def test_keys_between_visits_are_forgotten_and_none_stops_it(tmp_path: Path) -> None:
    with hosted(tmp_path, "raise", "raise", "finish") as terminal:
        terminal.wait_for("tell the desk")
        terminal.send("abc\x03\x1a\x1c\x04\x11\r")
        terminal.wait_for("code 0")
        assert b"abc" not in terminal.bytes


def test_wrong_pins_are_remembered_from_visit_to_visit(tmp_path: Path) -> None:
    with hosted(tmp_path, "wrong-pin", "wrong-pin", "finish") as terminal:
        terminal.wait_for("code 0")
    assert (tmp_path / "tries").read_text() == "2"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_told_to_stop_it_takes_the_visit_along(tmp_path: Path, name: str) -> None:
    with hosted(tmp_path, "wait") as terminal:
        terminal.wait_for("visit 0")
        (child,) = terminal.children()
        terminal.signal(signal.Signals[name])
        terminal.wait_for(f"code {128 + signal.Signals[name]}")
        terminal.wait_for_exit()
        assert not alive(child)
        assert "visit 0" not in terminal.screen()


@pytest.mark.many_cases
@pytest.mark.parametrize("seed", range(6))
def test_a_storm_of_signals_stops_it_once_and_in_good_order(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    with hosted(tmp_path, *["finish"] * (seed % 3), "wait") as terminal:
        terminal.wait_for(f"visit {seed % 3}")
        (child,) = terminal.children()
        first = chance.choice([signal.SIGTERM, signal.SIGHUP])
        for number in [first, *chance.choices([signal.SIGTERM, signal.SIGHUP], k=30)]:
            if terminal.is_running:
                terminal.signal(number)
            time.sleep(chance.choice([0, 0, 0.002]))
        assert terminal.wait_for_exit() == 0
        assert not alive(child)
        assert b"Traceback" not in terminal.bytes
        assert terminal.bytes.count(b"code ") == 1
        assert "code 143" in terminal.screen() or "code 129" in terminal.screen()


def test_a_storm_while_it_says_sorry_stops_it(tmp_path: Path) -> None:
    with hosted(tmp_path, "raise", "wait") as terminal:
        terminal.wait_for("tell the desk")
        for number in (signal.SIGTERM, signal.SIGHUP) * 5:
            terminal.signal(number)
        assert terminal.wait_for_exit() == 0
        assert b"Traceback" not in terminal.bytes
        assert "tell the desk" not in terminal.screen()


def test_without_its_terminal_it_ends(tmp_path: Path) -> None:
    with hosted(tmp_path, "wait") as terminal:
        terminal.wait_for("visit 0")
        terminal.hang_up()
        assert terminal.gone_within(10)


def alive(process: int) -> bool:
    time.sleep(0.1)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
