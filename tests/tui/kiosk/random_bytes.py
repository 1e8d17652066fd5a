"""Sends a kiosk whatever a keyboard, a mouse or a clipboard could, visit after visit.

    python -m tests.tui.kiosk.random_bytes [VISITS] [SEED]

After each visit the start screen must come back, in a process that was never replaced,
without a file, a child process or a traceback.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from screener.kiosk import hash_pin
from tests.terminal import Terminal, children_of

INVITATION = "Press Enter, or touch Begin"
QUIET = 0.8
"""Seconds after which a flood or an unclosed paste is over, with some to spare."""

_SEQUENCES = [
    b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F", b"\x1b[Z",
    b"\x1bOP", b"\x1b[15~", b"\x1b[24~", b"\x1b[5~", b"\x1b[6~", b"\x1b[3~",
    b"\x1b[1;5A", b"\x1b[1;2D", b"\x1b[200~", b"\x1b[201~", b"\x1b[I", b"\x1b[O",
    b"\x1b[?2026;2$y", b"\x1b[?2048;1$y", b"\x1b[48;24;80;0;0t", b"\x1b[1;1R",
    b"\x1b[99999999;1u", b"\x1b[97;1;99999999u", b"\x1b[:;u", b"\x1b[48:;1;1;1t",
    b"\x1b]52;c;?\x07", b"\x1bP+q544e\x1b\\", b"\x1b]0;x\x07", b"\x1b[c", b"\x1bc",
]  # fmt: skip


class Intruder:
    """Makes up what to send; the same again from the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._kinds = [
            self._control,
            self._sequence,
            self._mouse,
            self._paste,
            self._kitty,
            self._noise,
            self._answers,
            self._answers,
            self._words,
        ]

    def visit(self) -> Iterator[bytes]:
        """What one person sends."""
        yield b"\r"
        for _ in range(self._chance.randint(3, 12)):
            yield self._chance.choice(self._kinds)()
        if self._chance.random() < 0.1:
            yield self._flood()

    def _control(self) -> bytes:
        return bytes([self._chance.randrange(32)])

    def _sequence(self) -> bytes:
        return self._chance.choice(_SEQUENCES)

    def _mouse(self) -> bytes:
        button = self._chance.choice([0, 1, 2, 32, 35, 64, 65, 128, 999])
        x, y = self._chance.randint(-2, 300), self._chance.randint(-2, 100)
        press = f"\x1b[<{button};{x};{y}M"
        return f"{press}\x1b[<{button};{x};{y}m".encode()

    def _paste(self) -> bytes:
        text = self._chance.choice(
            [b"1\r", b"[/x] [@click=app.quit]q[/]", b"\xff\x1b["]
        )
        ends = self._chance.choice([b"\x1b[201~", b""])
        return b"\x1b[200~" + text * self._chance.randint(1, 40) + ends

    def _kitty(self) -> bytes:
        code = self._chance.choice([97, 113, 99, 112, 120, 13, 27, 57358, 10**9])
        return f"\x1b[{code};{self._chance.randint(0, 300)}u".encode()

    def _noise(self) -> bytes:
        return self._chance.randbytes(self._chance.randint(1, 60))

    def _answers(self) -> bytes:
        return self._chance.choice(
            [b"1\r", b"2\r", b"7\r", b"\x1bOS", b"\x1b[17~", b"s", b"u", b"\r", b"?"]
        )

    def _words(self) -> bytes:
        return "[/bad] $(reboot) 'é' \U0001f600 %s\\".encode()

    def _flood(self) -> bytes:
        return b"1\r" * 50_000


def hold(visits: int, seed: int, folder: Path) -> Iterator[str]:
    """Hold visits, and tell everything that went wrong.

    Args:
        visits: How many people come.
        seed: What they send.
        folder: An empty folder for the kiosk to find itself in.
    """
    settings, home = folder / "kiosk.toml", folder / "home"
    home.mkdir()
    pin = hash_pin("a PIN that nobody guesses")
    settings.write_text(f'pin = "{pin}"\n[hand_off]\nqr_code = true\n')
    places = ("HOME", "TMPDIR", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    env = dict.fromkeys(places, str(home))
    intruder = Intruder(seed)
    with Terminal(
        "--kiosk", "--config", str(settings), env=env, folder=home
    ) as terminal:
        for number in range(visits):
            terminal.wait_for(INVITATION)
            for problem in _one_visit(terminal, intruder, home):
                yield f"visit {number}, seed {seed}: {problem}"
        terminal.wait_for(INVITATION)


def _one_visit(terminal: Terminal, intruder: Intruder, home: Path) -> Iterator[str]:
    before = len(terminal.bytes)
    (process,) = terminal.children() or [0]
    for sent in intruder.visit():
        terminal.pour(sent)
        terminal.read(0.05)
        yield from _wrong(terminal, process, home)
    _end(terminal)
    if b"Traceback" in terminal.bytes[before:]:
        yield f"a traceback: {terminal.screen()}"
    if "tell the desk" in terminal.screen():
        yield f"the program broke: {terminal.screen()}"
    terminal.forget()


def _end(terminal: Terminal) -> None:
    """End the visit as a person would, once it is quiet; leave the PIN's screen."""
    end = time.monotonic() + 60
    while INVITATION not in terminal.screen() and time.monotonic() < end:
        terminal.read(QUIET)
        if INVITATION not in terminal.screen():
            terminal.send(b"\x1b" if "For staff" in terminal.screen() else b"\x18")
            terminal.read(QUIET)


def _wrong(terminal: Terminal, process: int, home: Path) -> Iterator[str]:
    if not terminal.is_running:
        yield "the kiosk ended"
    if len(terminal.children()) > 1 or children_of(process):
        yield f"child processes: {terminal.children()}, {children_of(process)}"
    if files := [*home.rglob("*")]:
        yield f"files: {files}"


def main() -> int:
    """Hold as many visits as asked for, and say how it went."""
    visits, seed = [*map(int, sys.argv[1:]), *(200, 1)[len(sys.argv) - 1 :]]
    began, wrong = time.monotonic(), []
    with tempfile.TemporaryDirectory() as folder:
        for problem in hold(visits, seed, Path(folder)):
            print(problem, flush=True)
            wrong.append(problem)
    seconds = time.monotonic() - began
    print(f"{visits} visits in {seconds:.0f} s: {len(wrong)} problems")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
