"""The index of a caseload: what is listed never depends on what stands in it."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.caseload import clients_of, read_caseload
from screener.caseload.entry import URGENT
from screener.caseload.index import INDEX, Index
from screener.summary import to_toml
from tests.caseload.test_caseload import visit
from tests.small import CALM, GRAVE
from tests.terminal import Terminal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "caseload"
    folder.mkdir()
    (folder / "urgent.toml").write_bytes(to_toml(visit("K1", dict(GRAVE))))
    (folder / "calm.toml").write_bytes(to_toml(visit("K2", dict(CALM), 1)))
    return folder


def rewrite(old: bytes, new: bytes) -> Callable[[Path], None]:
    def change(index: Path) -> None:
        content = index.read_bytes()
        assert old in content
        index.write_bytes(content.replace(old, new))

    return change


def swap_entries(index: Path) -> None:
    """Give each file the entry of the other, so that the urgent one seems calm."""
    content = index.read_bytes()
    first, second = re.findall(rb'\["([0-9a-f]{64})"', content)
    content = content.replace(first, b"?").replace(second, first)
    index.write_bytes(content.replace(b"?", second))


def link_to_device(index: Path) -> None:
    index.unlink()
    index.symlink_to("/dev/zero")


def make_pipe(index: Path) -> None:
    index.unlink()
    os.mkfifo(index)


def make_folder(index: Path) -> None:
    index.unlink()
    index.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "torn": lambda index: index.write_bytes(index.read_bytes()[:90]),
    "empty": lambda index: index.write_bytes(b""),
    "another shape": lambda index: index.write_text('[{"file": "a"}]'),
    "the flag taken out": rewrite(b'"urgent"', b""),
    "the level changed": rewrite(b"residential", b"outpatient"),
    "entries swapped": swap_entries,
    "deeply nested": lambda index: index.write_bytes(b"[" * 1_000_000),
    "a pipe": make_pipe,
    "a link to a device": link_to_device,
    "a folder": make_folder,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_true_state_is_shown_whatever_is_done_to_the_index(
    change: Callable[[Path], object], folder: Path
) -> None:
    first = read_caseload(folder)
    assert URGENT in {one.file: one.flags for one in first}["urgent.toml"]
    change(folder / INDEX)
    assert read_caseload(folder) == first
    assert read_caseload(folder) == first


def test_a_file_changed_with_its_old_size_and_time_is_read_again(folder: Path) -> None:
    file = folder / "calm.toml"
    grave, calm = (folder / "urgent.toml").read_bytes(), file.read_bytes()
    file.write_bytes(calm.ljust(len(grave), b"\n"))
    before = file.stat()
    read_caseload(folder)
    changed = grave.replace(b'client = "K1"', b'client = "K2"')
    file.write_bytes(changed)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size
    last = {one.code: one for one in clients_of(read_caseload(folder))}["K2"]
    assert URGENT in last.flags


def test_an_index_of_another_folder_says_nothing_false(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "urgent.toml").write_bytes(to_toml(visit("K1", dict(CALM))))
    read_caseload(other)
    os.replace(other / INDEX, folder / INDEX)
    entry = {one.file: one for one in read_caseload(folder)}["urgent.toml"]
    assert URGENT in entry.flags


@pytest.mark.parametrize("spoiled", ["readable by others", "too short", "a link"])
def test_a_key_that_others_may_know_signs_nothing(
    spoiled: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    first = read_caseload(folder)
    key = tmp_path / "state" / "screener" / "index.key"
    assert key.stat().st_mode & 0o777 == 0o600
    old = key.read_bytes()
    if spoiled == "readable by others":
        key.chmod(0o644)
    elif spoiled == "too short":
        key.write_bytes(b"short")
    else:
        (tmp_path / "elsewhere").write_bytes(old)
        key.unlink()
        key.symlink_to(tmp_path / "elsewhere")
    assert read_caseload(folder) == first
    if not key.is_symlink():
        assert key.stat().st_mode & 0o777 == 0o600
        assert key.read_bytes() != old


def test_without_a_place_for_a_key_there_is_no_index(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert len(read_caseload(folder)) == 2
    assert not (folder / INDEX).exists()


def test_the_screen_shows_an_urgent_client_whose_entry_was_changed(
    folder: Path, tmp_path: Path
) -> None:
    state = {"XDG_STATE_HOME": str(tmp_path / "state")}
    for change in (None, rewrite(b'"urgent"', b"")):
        if change:
            change(folder / INDEX)
        with Terminal("caseload", str(folder), env=state) as terminal:
            terminal.wait_for("K2")
            row = next(one for one in terminal.screen().splitlines() if "K1" in one)
            assert "urgent" in row
            terminal.send("\x18")
            assert terminal.wait_for_exit() == 0


def test_the_index_names_no_file(folder: Path) -> None:
    read_caseload(folder)
    assert b"urgent.toml" not in (folder / INDEX).read_bytes()


def test_where_no_home_is_known_nothing_is_made_in_the_working_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.setenv("XDG_STATE_HOME", "state")
    assert len(read_caseload(folder)) == 2
    monkeypatch.setenv("XDG_STATE_HOME", "")
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert len(read_caseload(folder)) == 2
    assert list(work.iterdir()) == []


def test_an_index_that_other_code_has_made_is_not_taken_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_caseload(folder)
    assert Index.of(folder).read()
    monkeypatch.setattr("screener.caseload.index._code", lambda: "other")
    assert Index.of(folder).read() == {}
