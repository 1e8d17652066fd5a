"""Nothing that other packages bring sees an answer."""

import sys
from pathlib import Path

from screener.summary import save
from tests.cli.command import screener
from tests.small import CALM, summary_of

SPY = """
from pathlib import Path

class Spy:
    def new_schema_validator(self, *about):
        Path({told!r}).write_text("seen")
        return None, None, None

plugin = Spy()
"""


def spy(folder: Path) -> Path:
    """An installed package with a plug-in for pydantic, which notes what it sees."""
    told = folder / "told"
    (folder / "spy.py").write_text(SPY.format(told=str(told)))
    about = folder / "spy-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n")
    return told


def test_a_plugin_of_pydantic_sees_no_answers(tmp_path: Path) -> None:
    file = save(summary_of(CALM), tmp_path / "kept").files[0]
    told = spy(tmp_path)
    run = screener("show", file, PYTHONPATH=str(tmp_path))
    assert run.code == 0, run.err
    assert not told.exists()


def test_without_that_it_would(tmp_path: Path) -> None:
    """The plug-in is one that pydantic would find."""
    told = spy(tmp_path)
    sys.path.insert(0, str(tmp_path))
    try:
        from importlib.metadata import entry_points

        (found,) = (one for one in entry_points(group="pydantic") if one.name == "spy")
        found.load().new_schema_validator()
    finally:
        sys.path.remove(str(tmp_path))
        sys.modules.pop("spy", None)
    assert told.read_text() == "seen"
