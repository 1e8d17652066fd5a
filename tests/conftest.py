"""Fixtures that many tests share."""

import gc
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.cli.environment import paint_at_once
from screener.language import ENGLISH, speak
from screener.model import HelpLines, Questionnaire
from tests.parsed_once import parse_once

os.environ["SCREENER_LANG"] = "en"  # whatever the machine speaks
paint_at_once()  # as the program does, before Textual is imported
parse_once()

settings.register_profile("default", deadline=None, max_examples=20)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of `make test`; without it, all tests are run."""
    parser.addoption(
        "--sample",
        action="store_true",
        help="leave out slow tests, and run one in 32 cases of those with many",
    )


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Leave out what takes long, as `--sample` asks."""
    if not config.getoption("sample"):
        return
    cases: Counter[str] = Counter()
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        function = item.nodeid.partition("[")[0]
        place = cases[function]
        cases[function] += 1
        many = item.get_closest_marker("many_cases") and place % 32
        left = many or item.get_closest_marker("slow")
        (left_out if left else kept).append(item)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


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
    """Replace the printing commands by ones that report that there is no printer."""
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


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Speak English after each test, also after one that failed in another language."""
    yield
    speak(ENGLISH)


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
