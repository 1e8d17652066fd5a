"""Holds thousands of visits in one kiosk, and sees whether it grows.

python -m tests.tui.kiosk.many_visits [VISITS]
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from screener.catalog import load_questionnaire, questionnaire_folder
from tests.terminal import Terminal
from tests.tui.kiosk.random_bytes import INVITATION
from tests.tui.walking import digit

FIRST = 200
"""After so many visits, memory is what the last ones are compared with."""
MAY_GROW = 1.05


def resident(process: int) -> int:
    """A process's resident memory, in kB."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def measured(terminal: Terminal) -> dict[str, int]:
    """What the kiosk takes: its host, and the visit at the start screen."""
    (visit,) = terminal.children()
    return {
        "host kB": resident(terminal.pid),
        "visit kB": resident(visit),
        "host files": len(os.listdir(f"/proc/{terminal.pid}/fd")),
        "visit files": len(os.listdir(f"/proc/{visit}/fd")),
        "host threads": len(os.listdir(f"/proc/{terminal.pid}/task")),
    }


def one_visit(terminal: Terminal, none: str) -> None:
    """Begin, answer the first question with `none`, go on, finish."""
    terminal.wait_for(INVITATION)
    for keys, then in [
        ("\r", "quick version"),
        ("\r", "18 or older"),
        ("1", "(x)"),
        ("\r", "Section 1"),
        (none, "[x]"),
        ("\r", "Section 1"),
        ("s", "left"),
    ]:
        terminal.send(keys)
        terminal.wait_for(then)
    terminal.send("\x18")
    terminal.wait_for(INVITATION)
    terminal.forget()


def main() -> int:
    """Hold the visits, and print what the kiosk took after the first and the last."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    none = digit(load_questionnaire(questionnaire_folder()).item[0])
    began = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as home,
        Terminal("--kiosk", env={"HOME": home}) as terminal,
    ):
        for number in range(1, visits + 1):
            one_visit(terminal, none)
            if number == min(FIRST, visits):
                first = measured(terminal)
                print(f"after {number}: {first}", flush=True)
        last = measured(terminal)
    print(f"after {visits}: {last}, {time.monotonic() - began:.0f} s")
    grown = [key for key, value in last.items() if value > MAY_GROW * first[key]]
    print(f"grown by more than 5 %: {', '.join(grown) or 'nothing'}")
    return bool(grown)


if __name__ == "__main__":
    sys.exit(main())
