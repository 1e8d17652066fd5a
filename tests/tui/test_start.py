"""What is loaded before the welcome shows: a list, so that nobody adds to it unknowing.

Whatever stands in it costs everybody time at every start. To change it on purpose:
`.venv/bin/python -m tests.tui.test_start`, and look at what it changed.
"""

import sys
import tempfile
import time
from pathlib import Path

from screener.cli.build_cache import build_cache
from tests.terminal import Terminal

LIST = Path(__file__).parents[1] / "data" / "loaded-at-start.txt"

AT_WELCOME = """
import sys, pathlib
path = pathlib.Path(sys.argv.pop())

import screener.tui.app  # what leads on is loaded once the welcome is there
screener.tui.app.load_questions = lambda: path.write_text(" ".join(sys.modules))

from screener.cli import main
sys.exit(main())
"""


def test_the_welcome_loads_what_is_listed_and_no_more() -> None:
    build_cache()
    assert loaded_at_welcome() == LIST.read_text().split()


def test_nothing_heavy_is_listed() -> None:
    listed = LIST.read_text().split()
    for heavy in ("typst", "segno", "plotext", "pygments", "pyrage", "pydantic"):
        assert heavy not in listed


def loaded_at_welcome() -> list[str]:
    """Our modules, and the packages of others, that are there when the welcome is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "modules"
        with Terminal("-c", AT_WELCOME, str(path), python=True) as terminal:
            terminal.wait_for("Start")
            end = time.monotonic() + 30
            while not path.exists() or not path.read_text():
                assert time.monotonic() < end, "it loads nothing later"
                terminal.read()
        modules = path.read_text().split()
    ours = {one for one in modules if one.split(".")[0] == "screener"}
    others = {one.split(".")[0] for one in modules} - sys.stdlib_module_names
    private = {one for one in others if one.startswith("_")}
    return sorted(ours | others - private - {"screener"})


if __name__ == "__main__":
    build_cache()
    LIST.write_text("\n".join(loaded_at_welcome()) + "\n")
