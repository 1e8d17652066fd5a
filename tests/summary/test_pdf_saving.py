"""A PDF that cannot be made costs nobody the other files."""

import resource
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from screener.errors import PdfError
from screener.summary import can_make_pdf, read_summary, save, to_pdf
from tests.small import GRAVE, summary_of

SUMMARY = summary_of(GRAVE)


def suffixes(folder: Path) -> list[str]:
    return sorted(file.suffix for file in folder.iterdir())


@pytest.fixture
def no_typesetter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "screener.summary.typesetting", raising=False)
    monkeypatch.setitem(sys.modules, "typst", None)


@pytest.mark.usefixtures("no_typesetter")
def test_without_the_typesetter_the_others_are_saved_and_the_way_to_it_is_told(
    tmp_path: Path,
) -> None:
    saved = save(SUMMARY, tmp_path)
    assert [file.suffix for file in saved.files] == [".toml", ".txt"]
    assert suffixes(tmp_path) == [".toml", ".txt"]
    assert "pip install 'level-of-care-screener[pdf]'" in saved.problem
    assert read_summary(saved.files[0]) == SUMMARY
    with pytest.raises(PdfError, match="No PDF was made"):
        to_pdf(SUMMARY)


def test_a_template_that_fails_costs_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.summary.typesetting._TEMPLATE", tmp_path)
    (tmp_path / "page.typ").write_text('#panic("no")')
    saved = save(SUMMARY, tmp_path / "kept")
    assert suffixes(tmp_path / "kept") == [".toml", ".txt"]
    assert saved.problem.startswith("No PDF was made. The typesetter says: panicked")


class PanicException(BaseException):
    pass


def test_a_typesetter_that_breaks_costs_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def panic(*_: object, **__: object) -> NoReturn:
        raise PanicException("panic")

    monkeypatch.setattr("typst.compile", panic)
    saved = save(SUMMARY, tmp_path)
    assert suffixes(tmp_path) == [".toml", ".txt"]
    assert saved.problem == "No PDF was made. The typesetter broke."


def test_a_stop_from_outside_is_not_taken_for_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("typst.compile", stop)
    with pytest.raises(KeyboardInterrupt):
        save(SUMMARY, tmp_path)
    assert suffixes(tmp_path) == [".toml", ".txt"]


def test_a_disk_with_no_room_for_the_pdf_keeps_the_others(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(to_pdf(SUMMARY)) - 1, hard))
    try:
        saved = save(SUMMARY, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert suffixes(tmp_path) == [".toml", ".txt"]
    why = "The file is larger than this computer allows."
    assert saved.problem == f"No PDF was made. {why}"


SHORT = """
import resource, sys
from pathlib import Path
from screener.memory import room_to_grow
from screener.summary import save
from tests.small import GRAVE, summary_of

summary, limit = summary_of(GRAVE), int(sys.argv[2]) * 1_000_000
resource.setrlimit(resource.RLIMIT_AS, (10**10, 10**10))
size = int(10**10 - room_to_grow())
resource.setrlimit(resource.RLIMIT_AS, (size + limit, size + limit))
print(save(summary, Path(sys.argv[1])).problem)
"""
"""Saves a summary where only so many more megabytes can be allocated."""


@pytest.mark.many_cases
@pytest.mark.parametrize("megabytes", ["40", "60", "80", "100"])
def test_where_memory_is_short_that_is_said_and_nothing_aborts(
    megabytes: str, tmp_path: Path
) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SHORT, str(tmp_path), megabytes],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout == "No PDF was made. There is too little memory for it.\n"
    assert suffixes(tmp_path) == [".toml", ".txt"]


def test_it_is_known_whether_a_pdf_can_be_made() -> None:
    assert can_make_pdf()
