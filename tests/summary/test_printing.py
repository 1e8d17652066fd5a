"""Printing through a real `lp` of our own making: taken, refused, silent, gone."""

import time
from pathlib import Path

import pytest

from screener.errors import PrintError
from screener.summary import can_print, print_summary
from tests.small import GRAVE, summary_of

TAKES = '#!/bin/sh\nprintf "%s\\n" "$@" >"$OUT/arguments"\ncat >"$OUT/page"\n'
REFUSES = (
    "#!/bin/sh\n"
    'printf "lp: Error - \\033[31mno default destination available.\\n" >&2; exit 1\n'
)
HANGS = "#!/bin/sh\nexec sleep 60\n"
SILENT = "#!/bin/sh\nexit 3\n"


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    monkeypatch.setenv("OUT", str(tmp_path))
    return folder / "lp"


def install(lp: Path, script: str) -> None:
    lp.write_text(script)
    lp.chmod(0o755)


def test_the_page_goes_through_a_pipe_and_not_into_the_command(
    lp: Path, tmp_path: Path
) -> None:
    install(lp, TAKES)
    assert can_print()
    print_summary(summary_of(GRAVE), "desk")
    assert (tmp_path / "page").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "arguments").read_text() == "-t\nsummary\n-d\ndesk\n"


def test_the_usual_printer_is_not_named(lp: Path, tmp_path: Path) -> None:
    install(lp, TAKES)
    print_summary(summary_of(GRAVE))
    assert "-d" not in (tmp_path / "arguments").read_text()


def test_without_a_typesetter_text_is_printed(
    lp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(lp, TAKES)
    monkeypatch.setattr("screener.summary.printing.can_make_pdf", lambda: False)
    print_summary(summary_of(GRAVE))
    assert "988" in (tmp_path / "page").read_text()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (REFUSES, "The printer says: Error - no default destination available."),
        (SILENT, "The printer says: exit code 3"),
    ],
)
def test_what_the_printer_says_is_told_in_plain_characters(
    lp: Path, script: str, told: str
) -> None:
    install(lp, script)
    with pytest.raises(PrintError) as error:
        print_summary(summary_of(GRAVE))
    assert told in str(error.value)
    assert "\x1b" not in str(error.value)
    assert "answers are still here" in str(error.value)


def test_a_printer_that_does_not_answer_is_left_alone(lp: Path) -> None:
    install(lp, HANGS)
    began = time.monotonic()
    with pytest.raises(PrintError, match="does not answer"):
        print_summary(summary_of(GRAVE), patience=0.3)
    assert time.monotonic() - began < 10


def test_a_printing_system_that_cannot_be_started_is_told(lp: Path) -> None:
    lp.write_text("not a program")
    lp.chmod(0o755)
    with pytest.raises(PrintError, match="could not be started"):
        print_summary(summary_of(GRAVE))


def test_without_a_printing_system_there_is_no_printing(
    lp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(lp.parent))
    assert not can_print()
    with pytest.raises(PrintError):
        print_summary(summary_of(GRAVE))
