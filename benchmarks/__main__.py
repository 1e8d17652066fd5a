"""Measures the program beside its peers: `make benchmark`.

`make benchmark ARGS="--only start visit --runs 30"` measures a part of it;
`make speed` writes all of it into docs/speed.md.
"""

import argparse
import sys
from compileall import compile_dir
from pathlib import Path

import screener
from benchmarks.parts import PARTS, measured_alone
from benchmarks.table import Row, keep, machine, show

_FROM, _TO = "<!-- measured -->", "<!-- until here -->"
USUAL = [part for part in PARTS if part != "suite"]
"""The tests have a command of their own; here they are run only if they are named."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="make benchmark", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=USUAL)
    parser.add_argument("--runs", type=int, default=15, help="of each (default: 15)")
    parser.add_argument("--into", type=Path, help="a file whose table is replaced")
    options = parser.parse_args()
    # As `make run` does: where Python writes no bytecode, a run would compile it anew.
    compile_dir(Path(screener.__file__).parent, quiet=1)
    found: list[Row] = []
    for part in options.only:
        print(f"measuring: {part} …", file=sys.stderr, flush=True)
        found.extend(measured_alone(part, options.runs))
    slow = max(row.pace for row in found)
    told = (
        f"Medians of {options.runs} runs. {machine()}; a bare Textual app started up "
        f"to {slow:.1f} times as slowly as where the aims were set.\n\n{show(found)}\n"
    )
    print(f"{told}\nAll figures: {keep(found)}")
    if options.into:
        _replace_table(options.into, told)


def _replace_table(path: Path, told: str) -> None:
    """Put a table where the old one stands in a file."""
    before, _, rest = path.read_text(encoding="utf-8").partition(_FROM)
    _, _, after = rest.partition(_TO)
    path.write_text(f"{before}{_FROM}\n\n{told}\n{_TO}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
