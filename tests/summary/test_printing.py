"""Printing through a real `lp` of our own making: taken, refused, silent, gone."""

import os
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from screener.errors import PrintError
from screener.summary import PrintJob, can_print
from tests.small import GRAVE, summary_of

TAKES = '#!/bin/sh\nprintf "%s\\n" "$@" >"$OUT/arguments"\n/bin/cat >"$OUT/page"\n'
REFUSES = (
    '#!/bin/sh\nprintf "lp: Error - \\033[31mout of\\n magic smoke.\\n" >&2; exit 1\n'
)
REFUSES_OPTIONS = (
    "#!/bin/sh\n"
    "echo 'lp: Error - unknown option \"t\".' >&2\n"
    "echo 'Usage: lp [options] [--] [file(s)]' >&2; exit 1\n"
)
HANGS = '#!/bin/sh\n/bin/sleep 60 &\necho $! >"$OUT/process"\nwait\n'
SILENT = "#!/bin/sh\nexit 3\n"

IDLE = "system default destination: desk\nprinter desk is idle.  enabled since Mon"
PAUSED = (
    "system default destination: desk\n"
    "printer other is idle.  enabled since Mon\n"
    "printer desk disabled since Mon Nov 23 19:32:24 2026 -\n\tPaused\n"
)


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path for a fake `lp`, next to an `lpstat` with an idle printer.

    `PATH` has no other folder, so that a real `lp` is never started.
    """
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("OUT", str(tmp_path))
    printers(folder / "lp", IDLE)
    return folder / "lp"


def install(lp: Path, script: str) -> None:
    lp.write_text(script)
    lp.chmod(0o755)


def printers(lp: Path, told: str) -> None:
    install(lp.with_name("lpstat"), f"#!/bin/sh\n/bin/cat <<'END'\n{told}\nEND\n")


def refusal(printer: str | None = None, patience: float = 20) -> str:
    with pytest.raises(PrintError) as error:
        PrintJob(summary_of(GRAVE), printer, patience).send()
    return str(error.value)


def is_gone(process: int) -> bool:
    """Whether it ends soon; one that nobody has buried yet has ended too (Linux)."""
    for _ in range(40):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        state = Path(f"/proc/{process}/stat")
        if state.exists() and ") Z " in state.read_text():
            return True
        time.sleep(0.05)
    return False


def wait_for(file: Path) -> str:
    for _ in range(200):
        if file.exists() and (told := file.read_text()):
            return told
        time.sleep(0.05)
    raise AssertionError(f"no {file}")


def test_the_page_goes_through_a_pipe_and_not_into_the_command(
    lp: Path, tmp_path: Path
) -> None:
    install(lp, TAKES)
    assert can_print()
    PrintJob(summary_of(GRAVE), "desk").send()
    assert (tmp_path / "page").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "arguments").read_text() == "-t\nsummary\n-d\ndesk\n"


def test_the_usual_printer_is_not_named(lp: Path, tmp_path: Path) -> None:
    install(lp, TAKES)
    PrintJob(summary_of(GRAVE)).send()
    assert "-d" not in (tmp_path / "arguments").read_text()


def test_without_a_typesetter_text_is_printed(
    lp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(lp, TAKES)
    monkeypatch.setattr("screener.summary.printing.can_make_pdf", lambda: False)
    PrintJob(summary_of(GRAVE)).send()
    assert "988" in (tmp_path / "page").read_text()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("lp: Error - No default destination.", "No printer is set up"),
        ("lp: Error - no default destination available.", "No printer is set up"),
        ("lp: Error - The printer or class does not exist.", "is not known"),
        ('lp: Destination "desk" is not accepting jobs.', "takes no pages now"),
        ("lp: Unable to connect to server: Bad file descriptor", "is not running"),
        ("lp: Error - scheduler not responding.", "is not running"),
    ],
)
def test_what_cups_says_is_told_in_plain_words(lp: Path, said: str, told: str) -> None:
    install(lp, f"#!/bin/sh\necho '{said}' >&2; exit 1\n")
    assert told in refusal()
    assert said.removeprefix("lp: ") not in refusal()


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (REFUSES, "The printer says: Error - out of magic smoke."),
        (REFUSES_OPTIONS, 'The printer says: Error - unknown option "t".'),
        (SILENT, "The printer says: exit code 3"),
    ],
)
def test_other_words_are_told_as_they_are_in_plain_characters(
    lp: Path, script: str, told: str
) -> None:
    install(lp, script)
    said = refusal()
    assert told in said
    assert "\x1b" not in said
    assert "\n" not in said
    assert "answers are still here" in said


@pytest.mark.parametrize("printer", [None, "desk"])
def test_a_paused_printer_gets_no_page_to_print_some_other_day(
    lp: Path, tmp_path: Path, printer: str | None
) -> None:
    install(lp, TAKES)
    printers(lp, PAUSED)
    assert "paused" in refusal(printer)
    assert not (tmp_path / "page").exists()


def test_another_printer_may_be_paused(lp: Path, tmp_path: Path) -> None:
    install(lp, TAKES)
    printers(lp, PAUSED)
    PrintJob(summary_of(GRAVE), "other").send()
    assert (tmp_path / "page").exists()


def test_a_printer_that_cannot_be_asked_is_tried(lp: Path, tmp_path: Path) -> None:
    install(lp, TAKES)
    lp.with_name("lpstat").unlink()
    PrintJob(summary_of(GRAVE)).send()
    assert (tmp_path / "page").exists()


@pytest.mark.parametrize("silent", ["lp", "lpstat"])
def test_a_printing_system_that_does_not_answer_is_left_alone(
    lp: Path, tmp_path: Path, silent: str
) -> None:
    install(lp, TAKES)
    install(lp.with_name(silent), HANGS)
    began = time.monotonic()
    assert "does not answer" in refusal(patience=1)
    assert time.monotonic() - began < 10
    assert is_gone(int((tmp_path / "process").read_text()))
    assert not (tmp_path / "page").exists()


def test_what_is_cancelled_stops_at_once_and_does_not_begin_again(
    lp: Path, tmp_path: Path
) -> None:
    install(lp, HANGS)
    job = PrintJob(summary_of(GRAVE))
    problems: list[str] = []

    def send() -> None:
        with suppress(PrintError):
            job.send()
            problems.append("it was sent")

    sending = Thread(target=send)
    sending.start()
    process = int(wait_for(tmp_path / "process"))
    job.cancel()
    sending.join(5)
    assert not sending.is_alive()
    assert not problems
    assert is_gone(process)
    (tmp_path / "process").unlink()
    with pytest.raises(PrintError):
        job.send()
    assert not (tmp_path / "process").exists()


def test_no_file_is_made(
    lp: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(lp, TAKES)
    for name in ("TMPDIR", "HOME", "XDG_CACHE_HOME"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    PrintJob(summary_of(GRAVE)).send()
    made = {file.name for file in tmp_path.rglob("*") if file.is_file()}
    assert made == {"lp", "lpstat", "arguments", "page"}


def test_a_printing_system_that_cannot_be_started_is_told(lp: Path) -> None:
    lp.write_text("not a program")
    lp.chmod(0o755)
    assert "could not be started" in refusal()


@pytest.mark.usefixtures("lp")
def test_without_a_printing_system_there_is_no_printing() -> None:
    assert not can_print()
    with pytest.raises(PrintError):
        PrintJob(summary_of(GRAVE)).send()
