"""Measures the program beside its peers: `make benchmark`.

`make benchmark ARGS="--only start visit --runs 30"` measures a part of it.
"""

import argparse
import sys
from collections.abc import Callable, Iterator

from benchmarks import engine, files, growth, lines, start, suite, visit
from benchmarks.table import Row, keep, machine, show

PARTS: dict[str, Callable[[int], Iterator[Row]]] = {
    "start": start.rows,
    "visit": visit.rows,
    "engine": engine.rows,
    "files": files.rows,
    "growth": growth.rows,
    "lines": lines.rows,
    "suite": suite.rows,
}
USUAL = [part for part in PARTS if part != "suite"]
"""The tests have a command of their own; here they are run only if they are named."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="make benchmark", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=USUAL)
    parser.add_argument("--runs", type=int, default=15, help="of each (default: 15)")
    options = parser.parse_args()
    found: list[Row] = []
    for part in options.only:
        print(f"measuring: {part} …", file=sys.stderr, flush=True)
        found.extend(PARTS[part](options.runs))
    print(f"Medians of {options.runs} runs. {machine()}.\n")
    print(show(found))
    print(f"\nAll figures: {keep(found)}")


if __name__ == "__main__":
    main()
