"""Draws where the time goes from the command to the welcome: `make flame-graph`."""

import re
import sys
from pathlib import Path

from benchmarks.console import OURS, Console

GRAPH = Path(__file__).parents[1] / "docs" / "speed" / "start.svg"
QUICK_EXIT = "\x18"
_TITLE = re.compile(r'(<text id="title"[^>]*>)[^<]*')


def main() -> None:
    """Draw it; py-spy looks a thousand times a second."""
    sampler = [str(Path(sys.executable).with_name("py-spy")), "record"]
    often = ["--function", "--rate", "1000", "--output", str(GRAPH), "--"]
    with Console([*sampler, *often, *OURS], columns=120) as console:
        console.until("Start")
        console.drain()
        console.send(QUICK_EXIT)
        console.until("Wrote flamegraph")
    drawn = GRAPH.read_text(encoding="utf-8")
    told = _TITLE.sub(r"\1From the command to the welcome, and out", drawn)
    GRAPH.write_text(told, encoding="utf-8")
    print(GRAPH)


if __name__ == "__main__":
    main()
