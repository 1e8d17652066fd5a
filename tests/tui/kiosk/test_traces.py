"""After a visit to a kiosk, what was typed is nowhere: disk, screen, memory."""

import os
import re
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import children_of
from tests.tmux import Tmux, needs_tmux
from tests.tui.kiosk.random_bytes import INVITATION

CANARY = "zebrafinch-quartz-7"
PLACES = ("HOME", "TMPDIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")

pytestmark = [
    needs_tmux,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]


def to_the_words(tmux: Tmux) -> None:
    tmux.wait_for(INVITATION)
    tmux.press("Enter")
    tmux.wait_for("quick version")
    tmux.press("Enter")
    tmux.wait_for("18 or older")
    tmux.press("1", "Enter")
    tmux.wait_for("Section 1")
    for _ in range(80):
        shown = tmux.screen()
        if "own words" in shown:
            return
        must_be_read = "You can finish now" in shown
        time.sleep(1.6 if must_be_read else 0.15)
        goes_on = must_be_read or "Next leaves it" in shown
        tmux.press("Enter" if goes_on else "F4")
        time.sleep(0.15)
    raise AssertionError(tmux.screen())


def to_the_code(tmux: Tmux) -> None:
    tmux.type(CANARY)
    tmux.wait_for(CANARY)
    tmux.press("Enter")
    tmux.wait_for("Check your answers")
    tmux.press("Enter")
    tmux.wait_for("Where your answers")
    time.sleep(1.6)  # a page that must be read ignores keys for a moment
    tmux.press("Enter")
    tmux.wait_for("Nothing is saved on this")
    time.sleep(1.6)
    tmux.press("Enter")
    tmux.wait_for("Point your phone")
    tmux.press("Enter")
    tmux.wait_for("Nothing is saved on this")


def is_in_memory(process: int) -> bool:
    """Whether the canary stands anywhere in a process's own memory."""
    sought = CANARY.encode()
    maps = Path(f"/proc/{process}/maps").read_text().splitlines()
    with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
        for line in maps:
            found = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
            if found and sought in _read(memory.fileno(), *found.groups()):
                return True
    return False


def _read(memory: int, start: str, end: str) -> bytes:
    first, last = int(start, 16), int(end, 16)
    try:
        return os.pread(memory, last - first, first)
    except OSError:
        return b""


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may look into its memory")
def test_nothing_of_a_visit_is_left(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    env = dict.fromkeys(PLACES, str(home))
    with Tmux("--kiosk", folder=tmp_path, env=env) as tmux:
        to_the_words(tmux)
        to_the_code(tmux)
        host = tmux.pid
        (visit,) = children_of(host)
        assert is_in_memory(visit), "the search finds nothing even while it is there"
        assert not is_in_memory(host)
        tmux.press("C-x")
        tmux.wait_for(INVITATION)
        (next_visit,) = children_of(host)
        assert next_visit != visit
        assert not is_in_memory(host)
        assert not is_in_memory(next_visit)
        assert CANARY not in tmux.screen(scrollback=True)
        assert open_files(host) | open_files(next_visit) <= {"tty", "pipe", "event"}
        assert core_limit(next_visit) == 0
        assert [*home.rglob("*")] == []
    kept = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert not [one for one in kept if CANARY.encode() in one.read_bytes()]


def open_files(process: int) -> set[str]:
    """What kinds of things a process has open."""
    kinds = set()
    for one in Path(f"/proc/{process}/fd").iterdir():
        target = os.readlink(one)
        kinds.add(
            "tty"
            if target.startswith(("/dev/pts/", "/dev/tty"))
            else "pipe"
            if target.startswith(("pipe:", "socket:"))
            else "event"
            if target.startswith("anon_inode:")
            else target
        )
    return kinds


def core_limit(process: int) -> int:
    """How large a core dump may be, in bytes."""
    limits = Path(f"/proc/{process}/limits").read_text()
    found = re.search(r"Max core file size +(\d+)", limits)
    assert found
    return int(found[1])
