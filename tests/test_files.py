"""Files are whole or not there, never take another's name, and leave nothing behind."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from screener import files, leftovers
from screener.summary import save, to_text, to_toml
from tests.small import CALM, GRAVE, summary_of
from tests.summary import save_kills
from tests.terminal import Terminal

WAYS = ["nameless", "nameless without links", "hidden", "no links"]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the file system offers."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EPERM, "no hard links here")

    if request.param in ("hidden", "no links"):
        monkeypatch.setattr(files, "_NAMELESS", 0)
    if request.param.endswith("links"):
        monkeypatch.setattr("os.link", refuse)
    return str(request.param)


@pytest.mark.usefixtures("way")
def test_a_new_file_is_whole_for_its_owner_and_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    files.write_new(file, b"content")
    assert file.read_bytes() == b"content"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.usefixtures("way")
def test_a_name_that_is_taken_stays_as_it_is(tmp_path: Path) -> None:
    file, target = tmp_path / "a.txt", tmp_path / "elsewhere"
    file.symlink_to(target)
    with pytest.raises(FileExistsError):
        files.write_new(file, b"content")
    assert file.is_symlink()
    assert not target.exists()
    assert [*tmp_path.iterdir()] == [file]


@pytest.mark.usefixtures("way")
def test_a_set_moves_on_from_a_name_that_was_taken_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("mine")
    seen = iter([False, False])  # the look before sees nothing of it yet
    real = os.path.lexists
    monkeypatch.setattr("os.path.lexists", lambda path: next(seen, None) or real(path))
    contents = {".toml": b"1", ".txt": b"2"}
    made = files.write_new_set(tmp_path, "a", contents, [])
    assert [file.name for file in made] == ["a-2.toml", "a-2.txt"]
    assert (tmp_path / "a.txt").read_text() == "mine"
    assert len([*tmp_path.iterdir()]) == 3


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("call", ["os.write", "os.fsync"])
def test_a_full_disk_leaves_nothing_half_written(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    old = tmp_path / "cache"
    old.write_bytes(b"older")
    with monkeypatch.context() as patch:
        patch.setattr(call, full)
        for write in (files.write_new, files.replace):
            with pytest.raises(OSError, match="full"):
                write(tmp_path / "a.txt", b"content")
        with pytest.raises(OSError, match="full"):
            files.replace(old, b"newer")
    assert [*tmp_path.iterdir()] == [old]
    assert old.read_bytes() == b"older"


def test_a_new_folder_outlasts_a_loss_of_power(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    monkeypatch.setattr(files, "sync_folder", lambda one: synced.append(one.name))
    files.make_folder(tmp_path / "a" / "b")
    assert synced == [tmp_path.name, "a"]
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    files.make_folder(tmp_path / "a" / "b")
    assert len(synced) == 2


# What killed processes leave


def leftover(folder: Path) -> Path:
    """Leave what a process leaves that is killed while it writes."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from screener import files\n"
        "with files._hidden_file(Path(sys.argv[1])) as (descriptor, _):\n"
        "    os.write(descriptor, b'I drink every day')\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    before = {*folder.iterdir()}
    subprocess.run([sys.executable, "-c", script, str(folder)])
    (file,) = {*folder.iterdir()} - before
    return file


def test_what_a_killed_process_left_is_erased_and_removed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    file = leftover(tmp_path / "folder")
    assert b"drink" in file.read_bytes()
    with file.open("rb") as still_open:
        assert leftovers.sweep(tmp_path / "folder") == 1
        assert not still_open.read().strip(b"\0")
    assert not [*(tmp_path / "folder").iterdir()]


def test_what_is_being_written_or_is_not_ours_stays(tmp_path: Path) -> None:
    others = [".0123456789ab00000000.tmp", ".abcdefgh.tmp", "a.tmp", ".bashrc"]
    for name in others:
        (tmp_path / name).write_text("not ours")
    linked = leftover(tmp_path)
    target = tmp_path / "target"
    linked.rename(target)
    linked.symlink_to(target)
    with files._hidden_file(tmp_path) as (_, hidden):
        assert leftovers.sweep(tmp_path) == 0
        assert hidden.exists()
    assert b"drink" in target.read_bytes()
    assert len([*tmp_path.iterdir()]) == len(others) + 2


BEGINNINGS = {
    "toml": to_toml(summary_of(GRAVE))[:900],
    "text": to_text(summary_of(GRAVE)).encode()[:900],
    "pdf": b"%PDF-1.7\n",
    "another program's": b"# Written by hand\n",
}


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_what_version_0_1_0_left_is_removed_and_nothing_like_it(
    kind: str, tmp_path: Path
) -> None:
    file = tmp_path / ".a1b2_c3d.tmp"
    file.touch(mode=0o600)
    file.write_bytes(BEGINNINGS[kind])
    assert leftovers.sweep(tmp_path) == 0  # it may still be written
    os.utime(file, (0, 0))
    file.chmod(0o644)
    assert leftovers.sweep(tmp_path) == 0
    file.chmod(0o600)
    assert leftovers.sweep(tmp_path) == (kind != "another program's")


def test_the_next_start_removes_what_a_crash_left(tmp_path: Path) -> None:
    leftover(tmp_path)
    command = [sys.executable, "-m", "screener", "--plain", "--save-to", str(tmp_path)]
    subprocess.run(command, input=b"exit\n", stdout=subprocess.PIPE, check=True)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("command", ["caseload", "history"])
def test_so_does_whatever_reads_a_folder_of_summaries(
    command: str, tmp_path: Path
) -> None:
    """A caseload that is killed while writing the index leaves clients behind."""
    save(summary_of(CALM), tmp_path)
    file = leftover(tmp_path)
    with Terminal(command, str(tmp_path)) as terminal:
        terminal.wait_for("2026")
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0
    assert not file.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_under_a_hidden_name_makes_no_one_wait(tmp_path: Path) -> None:
    file = leftover(tmp_path)
    file.unlink()
    os.mkfifo(file)
    assert leftovers.sweep(tmp_path) == 0
    assert file.exists()


@pytest.mark.slow
def test_killed_while_saving_nothing_half_written_stays() -> None:
    tally = save_kills.run(6, seed=3)
    assert tally.kills == 6
    assert tally.problems == []
