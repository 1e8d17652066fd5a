"""Fixtures that many tests share."""

import gc
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.cli.environment import paint_at_once
from screener.model import HelpLines, Questionnaire
from tests.parsed_once import parse_once

os.environ["SCREENER_LANG"] = "en"  # whatever the machine speaks
paint_at_once()  # as the program does, before Textual is imported
parse_once()

settings.register_profile("default", deadline=None, max_examples=30)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


EVERY_SCREEN = {
    "test_clicks.py",
    "test_contrast.py",
    "test_keeping.py",
    "test_leaving_fast.py",
    "test_left_out_of_the_core.py",
    "test_never_together.py",
    "test_offered.py",
    "test_one_language.py",
    "test_pick_up_language.py",
    "test_pseudo_language.py",
    "test_steering_options.py",
    "test_typed_words.py",
}
"""Files that try every screen, face or option: minutes each."""


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave to `make every-screen` all but a third of what takes minutes."""
    if "EVERY_SCREEN" in os.environ:
        return
    many = [one for one in items if one.path.name in EVERY_SCREEN]
    left = {id(one) for place, one in enumerate(many) if place % 3}
    config.hook.pytest_deselected(items=[one for one in items if id(one) in left])
    items[:] = [one for one in items if id(one) not in left]


def pytest_collection_finish() -> None:
    """Look for garbage less often: apps make much of it, and it took a fifth of all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _own_state_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Leave the state of whoever runs the tests alone."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session", autouse=True)
def _no_page_reaches_a_printer(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let every machine seem to print, and to have no printer, whatever it has."""
    folder = tmp_path_factory.mktemp("printing")
    for name in ("lp", "lpstat"):
        program = folder / name
        program.write_text(
            "#!/bin/sh\necho 'lp: Error - No default destination.' >&2; exit 1\n"
        )
        program.chmod(0o755)
    os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"


@pytest.fixture(autouse=True)
def nobody_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pages that must be read be left at once, but where a test is about that."""
    monkeypatch.setattr("screener.tui.reading_pause.PAUSE", 0.0)
    monkeypatch.setattr("screener.tui.reading_pause.CALM", 0.0)


@pytest.fixture(scope="session")
def core() -> Questionnaire:
    return load_questionnaire(questionnaire_folder())


@pytest.fixture(scope="session")
def help_lines() -> HelpLines:
    return load_help_lines("us")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 16 kB, which is full soon."""
    folder = tmp_path / "small-disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
