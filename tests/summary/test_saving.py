"""Saving: text and TOML or neither, for the owner only, over nothing; then the PDF."""

import errno
import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from screener.disk import default_folder
from screener.errors import SaveError
from screener.summary import read_summary, save, to_pdf, to_text
from tests.small import GRAVE, summary_of

SUMMARY = summary_of(GRAVE)
AS_ROOT = pytest.mark.skipif(
    os.geteuid() == 0, reason="root may write where others may not"
)


@pytest.fixture(autouse=True)
def no_umask() -> Iterator[None]:
    """Permissions must come from us, not from a careful umask."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def failing(code: int) -> Callable[..., NoReturn]:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_all_files_are_written_under_a_neutral_name(tmp_path: Path) -> None:
    files = save(SUMMARY, tmp_path).files
    assert [file.name for file in files] == [
        "summary-2026-11-23.toml",
        "summary-2026-11-23.txt",
        "summary-2026-11-23.pdf",
    ]
    assert names(tmp_path) == sorted(file.name for file in files)
    assert read_summary(files[0]) == SUMMARY
    assert files[1].read_text(encoding="utf-8") == to_text(SUMMARY)
    assert files[2].read_bytes() == to_pdf(SUMMARY)


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    files = save(SUMMARY, folder).files
    assert [mode(file) for file in files] == [0o600] * 3
    assert mode(folder) == 0o700


def test_a_folder_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    save(SUMMARY, tmp_path)
    assert mode(tmp_path) == 0o755


def test_missing_folders_are_made(tmp_path: Path) -> None:
    files = save(SUMMARY, tmp_path / "a" / "b c" / "é").files
    assert all(file.exists() for file in files)


def test_no_file_is_ever_written_over(tmp_path: Path) -> None:
    first = save(SUMMARY, tmp_path).files
    second = save(SUMMARY, tmp_path).files
    assert [file.name for file in second] == [
        "summary-2026-11-23-2.toml",
        "summary-2026-11-23-2.txt",
        "summary-2026-11-23-2.pdf",
    ]
    assert not set(first) & set(second)


@pytest.mark.parametrize("suffix", [".toml", ".txt", ".pdf"])
def test_one_name_that_is_taken_moves_all_files(suffix: str, tmp_path: Path) -> None:
    taken = tmp_path / f"summary-2026-11-23{suffix}"
    taken.write_text("mine")
    files = save(SUMMARY, tmp_path).files
    assert [file.stem for file in files] == ["summary-2026-11-23-2"] * 3
    assert taken.read_text() == "mine"
    assert len(names(tmp_path)) == 4


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    (tmp_path / "summary-2026-11-23.txt").symlink_to(target)
    files = save(SUMMARY, tmp_path).files
    assert files[1].stem == "summary-2026-11-23-2"
    assert not target.exists()


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("/proc/nowhere", "There is no such place."),
        ("/dev/null", "A file stands where the folder should be."),
        ("/dev/null/below", "A file stands where the folder should be."),
        ("x" * 300, "The name is too long."),
        ("a\0b", "Its name holds a character that no folder can have."),
        ("\udc80\ud800", "Its name holds a character that no folder can have."),
    ],
)
def test_a_place_that_takes_no_file_is_told_plainly(
    place: str, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(SaveError) as caught:
        save(SUMMARY, tmp_path / place)
    assert caught.value.problem == problem
    assert "Your answers are still here" in str(caught.value)
    assert names(tmp_path) == []


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs /sys")
def test_a_system_folder_takes_no_file() -> None:
    with pytest.raises(SaveError):
        save(SUMMARY, Path("/sys/kernel"))


@AS_ROOT
def test_a_folder_without_permission_takes_no_file(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SaveError) as caught:
        save(SUMMARY, tmp_path)
    assert caught.value.problem == "You are not allowed to write there."


def test_a_disk_that_takes_only_a_part_leaves_nothing_behind(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(SaveError, match="larger than this computer allows"):
            save(SUMMARY, tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EDQUOT, "Your share of the disk is used up."),
        (errno.EROFS, "This place can only be read, not written to."),
        (errno.EACCES, "You are not allowed to write there."),
        (errno.EIO, "The disk does not work as it should."),
        (errno.ESTALE, "The system says: Stale file handle."),
    ],
)
@pytest.mark.parametrize("call", ["os.fsync", "os.write", "os.link"])
def test_whatever_fails_is_told_and_leaves_nothing_behind(
    call: str,
    code: int,
    problem: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(call, failing(code))
    with pytest.raises(SaveError) as caught:
        save(SUMMARY, tmp_path)
    assert caught.value.problem == problem
    assert names(tmp_path) == []


@pytest.mark.parametrize("good", range(6))
@pytest.mark.parametrize("call", ["os.fsync", "os.link"])
def test_a_failure_at_any_step_leaves_whole_files_or_none(
    call: str, good: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., object] = os.fsync if call == "os.fsync" else os.link
    calls = iter(range(100))

    def fail_later(*arguments: object, **named: object) -> object:
        if next(calls) == good:
            raise OSError(errno.ENOSPC, "full")
        return real(*arguments, **named)

    monkeypatch.setattr(call, fail_later)
    try:
        saved = save(SUMMARY, tmp_path)
    except SaveError:
        assert names(tmp_path) == []
    else:
        assert len(names(tmp_path)) == len(saved.files) == (2 if saved.problem else 3)
        assert all(path.stat().st_size for path in tmp_path.iterdir())


def test_a_file_system_that_cannot_sync_folders_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "no")
        real(descriptor)

    monkeypatch.setattr("os.fsync", only_files)
    assert len(save(SUMMARY, tmp_path).files) == 3


def test_files_and_folder_are_on_the_disk_before_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []

    def note(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))

    monkeypatch.setattr("os.fsync", note)
    save(SUMMARY, tmp_path)
    assert synced == [False, False, True, False, True]


def test_an_interrupted_save_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(SUMMARY, tmp_path)
    assert names(tmp_path) == []


_SAVE = """
import sys
from pathlib import Path
from tests.small import GRAVE, summary_of
from screener.summary import save
for _ in range(20):
    save(summary_of(GRAVE), Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_two_that_save_at_the_same_time_take_no_name_from_each_other(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-c", _SAVE, str(tmp_path)]
    runs = [subprocess.Popen(command) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert len(names(tmp_path)) == 120
    assert all(path.stat().st_size for path in tmp_path.iterdir())


def test_the_folder_offered_does_not_tell_what_it_is_for() -> None:
    assert default_folder().name == "summaries"
