"""Folders as they are in the world: one odd file never hides the others."""

import csv
import datetime
import io
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from screener.caseload import (
    clients_of,
    in_order,
    name_of,
    read_caseload,
    read_entries,
    read_one,
    reason_of,
)
from screener.caseload import problems as because
from screener.caseload.entry import CHECK_DATE, COPIES_DIFFER, URGENT
from screener.cli import main
from screener.errors import SummaryFileError
from screener.summary import to_toml
from tests.caseload.test_caseload import visit
from tests.small import CALM, GRAVE
from tests.terminal import Terminal

NOW = datetime.datetime(2026, 12, 1, tzinfo=datetime.UTC)
CALM_VISIT = to_toml(visit("K1", dict(CALM), 1))
APPLE_DOUBLE = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + b"\0" * 50


def make_socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the path of a socket can only be short
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (os.mkfifo, because.SPECIAL),
    "a socket": (make_socket, because.SPECIAL),
    "a device": (lambda path: path.symlink_to("/dev/zero"), because.SPECIAL),
    "a folder": (Path.mkdir, because.FOLDER),
    "a link to itself": (lambda path: path.symlink_to(path.name), because.LOOP),
    "a link to nothing": (lambda path: path.symlink_to("gone"), because.NO_TARGET),
    "empty": (lambda path: path.write_bytes(b""), because.EMPTY),
    "only zeros": (lambda path: path.write_bytes(b"\0" * 400), because.EMPTY),
    "half of a file": (
        lambda path: path.write_bytes(CALM_VISIT[: len(CALM_VISIT) // 2]),
        because.NO_SUMMARY,
    ),
    "very large": (lambda path: os.truncate(make(path), 10**10), because.TOO_LARGE),
    "no text": (lambda path: path.write_bytes(b"\xff\xfe"), because.NO_SUMMARY),
    "of macOS": (lambda path: path.write_bytes(APPLE_DOUBLE), because.MACOS),
    "locked": (
        lambda path: path.write_bytes(b"age-encryption.org/v1\n"),
        because.LOCKED,
    ),
}
NAMES = {
    "plain": b"odd.toml",
    "no UTF-8": b"caf\xe9.toml",
    "hidden": b"._visit.toml",
    "with an escape": b"\x1b]0;x\x07odd.toml",
    "with a new line": b"a\nb.toml",
}


def make(path: Path) -> Path:
    path.touch()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "caseload"
    folder.mkdir()
    (folder / "visit.toml").write_bytes(CALM_VISIT)
    return folder


@pytest.mark.many_cases
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize(("put", "why"), ODD.values(), ids=ODD)
def test_an_odd_file_is_named_and_hides_nothing(
    put: Callable[[Path], object],
    why: str,
    name: bytes,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    put(folder / os.fsdecode(name))
    for _again in range(2):
        clients = clients_of(read_caseload(folder), now=NOW)
        assert [client.code for client in clients] == ["K1", ""]
        assert clients[1].last.problem == why
    assert in_order(read_entries(folder), NOW).dated[0].client == "K1"
    arguments = ["export", str(folder), "--client", "K1", "--format", "csv"]
    assert main(arguments) == 0
    shown = capsys.readouterr()
    assert len(list(csv.DictReader(io.StringIO(shown.out)))) == 1
    assert name_of(os.fsdecode(name)) in shown.err
    assert why in shown.err
    assert "\x1b" not in shown.err


PARTLY_HERE = [
    ".other.toml.icloud",
    "other.toml.icloud",
    ".other.toml.age.icloud",
    "other.toml.part",
    "other.TOML.crdownload",
    "other.toml.tmp",
    "other.toml.download",
    "~$other.toml",
]


@pytest.mark.parametrize("content", [b"", b"bplist00", CALM_VISIT, CALM_VISIT[:900]])
@pytest.mark.parametrize("name", PARTLY_HERE)
def test_what_is_only_partly_here_is_named_as_that(
    name: str, content: bytes, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(content)
    for _again in range(2):
        clients = clients_of(read_caseload(folder), now=NOW)
        assert [client.code for client in clients] == ["K1", ""]
        assert clients[1].last.problem == because.NOT_ALL_HERE
    with pytest.raises(SummaryFileError, match="Not all of it is here yet"):
        read_one(folder / name)
    arguments = ["export", str(folder), "--client", "K1", "--format", "csv"]
    assert main(arguments) == 0
    shown = capsys.readouterr()
    assert len(list(csv.DictReader(io.StringIO(shown.out)))) == 1
    assert f"{name}: {because.NOT_ALL_HERE}" in shown.err


@pytest.mark.parametrize("name", ["other.tmp", ".0123456789ab.tmp", "notes.txt.part"])
def test_what_other_programs_have_half_written_is_nobodys_visit(
    name: str, folder: Path
) -> None:
    (folder / name).write_bytes(CALM_VISIT)
    assert len(read_entries(folder)) == 1


@pytest.mark.parametrize("command", ["caseload", "history"])
def test_the_screens_list_what_can_be_read_and_name_the_rest(
    command: str, folder: Path
) -> None:
    for place, (put, _why) in enumerate(ODD.values()):
        put(folder / f"odd-{place}.toml")
    (folder / os.fsdecode(b"caf\xe9.toml")).write_bytes(CALM_VISIT)
    with Terminal(command, str(folder), rows=100) as terminal:
        terminal.wait_for("2026-")
        terminal.settle(0.2)
        shown = " ".join(terminal.screen().split())
        assert f"{len(ODD) + 1} files do not count" in shown
        assert "caf\\xe9.toml" in shown
        assert "a pipe or a device" in shown
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("command", ["caseload", "history"])
def test_an_odd_file_that_is_opened_says_why(command: str, folder: Path) -> None:
    os.mkfifo(folder / "pipe.toml")
    with Terminal(command, str(folder)) as terminal:
        terminal.wait_for("pipe.toml")
        terminal.settle(0.2)
        terminal.send("\x1b[B\r")
        if command == "caseload":
            terminal.wait_for("Space Mark")
            terminal.settle(0.2)
            terminal.send("\r")
        terminal.wait_for("To mend it")
        assert "It was not opened" in " ".join(terminal.screen().split())
        terminal.send("\x18")
        assert terminal.wait_for_exit() == 0


# Copies

COPIES = [
    "visit (1).toml",
    "visit copy.toml",
    "visit (Ann's conflicted copy 2026-01-02).toml",
    "visit.sync-conflict-20260102-101010-ABCDEFG.toml",
    "VISIT.TOML",
]


@pytest.mark.parametrize("copy", COPIES)
@pytest.mark.parametrize(
    "changed",
    [lambda content: content, lambda content: content.replace(b"\n", b"\r\n")],
    ids=["the same bytes", "other line ends"],
)
def test_copies_of_a_visit_count_once_and_are_named(
    changed: Callable[[bytes], bytes],
    copy: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / copy).write_bytes(changed(CALM_VISIT))
    (client, odd) = clients_of(read_caseload(folder), now=NOW)
    stands = client.visits[0].file
    assert {stands, odd.last.file} == {"visit.toml", copy}
    assert stands == min("visit.toml", copy, key=lambda name: (len(name), name))
    assert stands in reason_of(odd.last, NOW)
    assert client.flags == ()
    assert main(["export", str(folder), "--client", "K1", "--format", "csv"]) == 0
    shown = capsys.readouterr()
    assert len(list(csv.DictReader(io.StringIO(shown.out)))) == 1
    assert odd.last.file in shown.err


def test_where_copies_differ_the_urgent_one_stands_and_it_is_marked(
    folder: Path,
) -> None:
    (folder / "v.toml").write_bytes(to_toml(visit("K2", dict(CALM), 1)))
    (folder / "v (1).toml").write_bytes(to_toml(visit("K2", dict(GRAVE), 1)))
    second = next(one for one in clients_of(read_caseload(folder)) if one.code == "K2")
    assert [one.file for one in second.visits] == ["v (1).toml"]
    assert {URGENT, COPIES_DIFFER} <= set(second.flags)


def test_two_people_without_a_code_in_the_same_second_are_two(folder: Path) -> None:
    (folder / "a.toml").write_bytes(to_toml(visit(None, dict(CALM))))
    (folder / "b.toml").write_bytes(to_toml(visit(None, dict(GRAVE))))
    assert len(clients_of(read_caseload(folder))) == 3


# Days that cannot be right


@pytest.mark.parametrize(
    "day", ["2040-01-01", "9999-12-31", "1970-01-01", "0001-01-01"]
)
@pytest.mark.parametrize("zone", [14, 0, -12])
def test_a_day_that_cannot_be_right_is_marked_and_is_not_the_last_visit(
    day: str, zone: int, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    created = datetime.datetime.fromisoformat(f"{day}T12:00:00").replace(
        tzinfo=datetime.timezone(datetime.timedelta(hours=zone))
    )
    odd = replace(visit("K1", dict(GRAVE)), created=created)
    (folder / "odd.toml").write_bytes(to_toml(odd))
    (client,) = clients_of(read_caseload(folder), now=NOW)
    assert [one.file for one in client.visits] == ["visit.toml", "odd.toml"]
    assert CHECK_DATE in client.flags
    assert URGENT in client.flags, "it may be the last visit after all"
    assert day in reason_of(client.visits[1], NOW)
    assert main(["export", str(folder), "--client", "K1", "--format", "csv"]) == 0
    shown = capsys.readouterr()
    assert shown.out.count("\r\n") == 3
    assert f"odd.toml: The date of this visit, {day}, cannot be right." in shown.err


def test_a_clock_that_is_a_few_hours_ahead_is_no_fault(folder: Path) -> None:
    soon = replace(visit("K1", dict(GRAVE)), created=NOW + datetime.timedelta(hours=20))
    (folder / "soon.toml").write_bytes(to_toml(soon))
    (client,) = clients_of(read_caseload(folder), now=NOW)
    assert client.last.file == "soon.toml"
    assert CHECK_DATE not in client.flags


# Folders


def test_a_folder_that_cannot_be_read_to_its_end_shows_what_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    class Broken:
        def __enter__(self) -> "Broken":
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def __iter__(self) -> Iterator["os.DirEntry[str]"]:
            yield from real(folder)
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", lambda path: Broken())
    entries = read_entries(folder)
    assert entries[0].client == "K1"
    assert entries[-1].problem == because.NOT_TO_THE_END


def test_files_that_vanish_while_they_are_read_are_named(folder: Path) -> None:
    (folder / "a.toml").write_bytes(to_toml(visit("K0", dict(CALM))))
    (folder / "z.toml").write_bytes(to_toml(visit("K2", dict(CALM))))

    def remove(done: int, files: int) -> None:
        (folder / "z.toml").unlink(missing_ok=True)

    entries = read_entries(folder, remove)
    assert [one.problem for one in entries] == ["", "", because.GONE]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
def test_what_may_not_be_read_is_named(folder: Path) -> None:
    (folder / "secret.toml").write_bytes(CALM_VISIT)
    for file in folder.iterdir():
        file.chmod(0 if file.name == "secret.toml" else 0o644)
    for parent in (folder, *folder.parents[:-2]):
        parent.chmod(parent.stat().st_mode | 0o055)
    os.seteuid(65534)
    try:
        entries = read_entries(folder)
    finally:
        os.seteuid(0)
    assert [one.problem for one in entries] == [because.NOT_ALLOWED, ""]


@pytest.mark.parametrize("command", ["show", "export", "rescore", "compare"])
def test_a_command_names_a_file_with_all_its_bytes(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(folder / os.fsdecode(b"caf\xe9.toml"))
    assert main([command, file, *([file] if command == "compare" else [])]) == 1
    assert "caf\\xe9.toml" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["show", "export", "rescore", "score"])
def test_a_link_to_itself_is_named_as_one(
    command: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "loop.toml").symlink_to("loop.toml")
    assert main([command, str(folder / "loop.toml")]) == 1
    assert "a link that leads back to itself" in capsys.readouterr().err
