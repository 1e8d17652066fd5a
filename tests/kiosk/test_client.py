"""The thin client: whatever ends its link, nothing of a visit stays on its screen."""

import signal
from pathlib import Path

import pytest

from tests.terminal import Terminal

CLIENT = Path(__file__).parents[2] / "docs" / "kiosk" / "kiosk-client"
ANSWER = "(x) Thoughts of killing myself"

LINK = f"""#!/bin/sh
count=$(cat "$STATE/count" 2>/dev/null || echo 0)
echo $((count + 1)) >"$STATE/count"
if [ "$count" -gt 0 ]; then printf 'Begin again'; exec sleep 60; fi
printf '\\033[?1049h\\033[H{ANSWER}'
echo $$ >"$STATE/pid"
DOES
"""

ENDS = {
    "the network is gone": "sleep 0.5; exit 255",
    "the host stops": "sleep 0.5; exit 143",
    "the program breaks": "sleep 0.5; exit 1",
    "it is killed": "sleep 0.5; kill -9 $$",
    "it leaves the terminal raw": "stty raw -echo; sleep 0.5; exit 255",
}


def client(folder: Path, does: str) -> Terminal:
    """Start the client with a link that does this, the first time."""
    link = folder / "ssh"
    link.write_text(LINK.replace("DOES", does))
    link.chmod(0o755)
    env = {
        "PATH": f"{folder}:/usr/bin:/bin",
        "STATE": str(folder),
        "KIOSK_PAUSE": "0.5",
    }
    start = f"import os; os.execv('/bin/sh', ['sh', {str(CLIENT)!r}])"
    return Terminal("-c", start, python=True, env=env)


@pytest.mark.many_cases
@pytest.mark.parametrize("end", ENDS)
def test_whatever_ends_the_link_the_screen_clears_and_it_starts_again(
    end: str, tmp_path: Path
) -> None:
    with client(tmp_path, ENDS[end]) as terminal:
        terminal.wait_for(ANSWER)
        assert ANSWER not in terminal.wait_for("Un momento")
        assert "988" in terminal.screen()
        after = terminal.bytes.partition(ANSWER.encode())[2].partition(b"One moment")[0]
        # Both screens, and the scrollback.
        assert after.count(b"\x1b[2J") >= 2
        assert b"\x1b[?1049l" in after
        assert b"\x1b[3J" in after
        assert ANSWER not in terminal.wait_for("Begin again")


def test_what_is_typed_while_there_is_no_link_does_not_show_or_stop_it(
    tmp_path: Path,
) -> None:
    with client(tmp_path, "sleep 0.2; exit 255") as terminal:
        terminal.wait_for("One moment")
        terminal.send("abc\x03\x1a\x1c\x04")
        screen = terminal.wait_for("Begin again")
        assert "abc" not in screen
        assert terminal.is_running


def test_what_is_typed_reaches_the_link(tmp_path: Path) -> None:
    does = (
        "stty raw; key=$(dd bs=1 count=1 2>/dev/null); printf 'typed %s' $key; sleep 9"
    )
    with client(tmp_path, does) as terminal:
        terminal.wait_for(ANSWER)
        terminal.send("7")
        terminal.wait_for("typed 7")


def test_staff_who_left_with_the_pin_leave_the_client_too(tmp_path: Path) -> None:
    with client(tmp_path, "sleep 0.2; exit 0") as terminal:
        terminal.wait_for(ANSWER)
        assert terminal.wait_for_exit() == 0
        assert ANSWER not in terminal.screen()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_told_to_stop_it_ends_the_link_and_clears(name: str, tmp_path: Path) -> None:
    with client(tmp_path, "exec sleep 60") as terminal:
        terminal.wait_for(ANSWER)
        terminal.signal(signal.Signals[name])
        assert terminal.wait_for_exit() == 143
        assert ANSWER not in terminal.screen()
        process = Path("/proc") / (tmp_path / "pid").read_text().strip()
        assert not process.exists()
