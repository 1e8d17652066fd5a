"""Damaged, exposed, moved or swapped: a journal is never destroyed, nor followed."""

import os
import re
import shutil
import stat
from pathlib import Path

import pytest

from screener import sealing
from screener.cli.forget import forget
from screener.errors import EarlierVisitError, JournalError
from screener.journal import Journal, forget_all
from screener.journal.lines import Kind, read_lines
from screener.journal.own_file import OwnFile
from tests.journal import flips
from tests.journal.flips import ANSWERS, OLD, PASSPHRASE, last_in, put, step
from tests.test_files import leftover

STEPS = [step(answers) for answers in ANSWERS]
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="needs root to change owners")


@pytest.fixture(autouse=True)
def quick_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "FACTOR", 12)


@pytest.fixture(params=["", PASSPHRASE], ids=["plain", "locked"])
def passphrase(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "one.visit"


@pytest.fixture
def journal(path: Path, passphrase: str) -> Journal:
    """A running visit with one step."""
    made = Journal.create(path, passphrase)
    made.append(STEPS[0])
    return made


def refusal(path: Path) -> str:
    with pytest.raises(EarlierVisitError) as error:
        Journal.open(path)
    return str(error.value)


# Damaged


def test_a_flipped_bit_in_the_first_two_lines_costs_nothing() -> None:
    tally = flips.run(40, seed=5)
    assert tally.problems == []
    assert tally.offered == 40


@pytest.mark.parametrize("name", ["plain", "locked"])
def test_a_journal_of_the_first_version_is_read_and_gone_on_with(
    name: str, path: Path
) -> None:
    put(path, (flips.OLD / f"0.1.0-{name}.visit").read_bytes())
    found = last_in(path)
    assert found is not None
    assert found.answer("words") == ANSWERS[-1]["words"]
    journal = Journal.open(path)
    assert journal is not None
    assert journal.needs_passphrase == (name == "locked")
    if name == "locked":
        journal.unlock(PASSPHRASE)
    assert not journal.append(STEPS[2])
    journal.close()
    assert last_in(path) == STEPS[2]


def test_any_block_of_a_locked_file_may_be_lost(path: Path) -> None:
    journal = Journal.create(path, PASSPHRASE)
    for one in STEPS:
        journal.append(one)
    journal.close()
    content = path.read_bytes()
    for start in range(0, len(content) - 4096, 512):
        put(path, content[:start] + bytes(2048) + content[start + 2048 :])
        assert last_in(path) in STEPS[-2:]


def test_one_damaged_line_is_known_of(path: Path) -> None:
    journal = Journal.create(path)
    journal.append(STEPS[0])
    assert not journal.is_damaged
    journal.close()
    with path.open("ab") as file:
        file.write(b"01234567 torn")
    journal = _opened(path)
    assert not journal.is_damaged  # it was being written, and nobody was told it was
    journal.append(STEPS[1])
    assert journal.is_damaged
    assert journal.last() == STEPS[1]
    journal.close()


def _opened(path: Path) -> Journal:
    journal = Journal.open(path)
    assert journal is not None
    return journal


def test_what_cannot_be_read_is_set_aside_and_named(
    path: Path, journal: Journal
) -> None:
    journal.close()
    content = path.read_bytes().replace(b"5", b"6").replace(b"A", b"B")
    for number in (1, 2):
        put(path, content)
        aside = path.with_name(f"one.visit.damaged-{number}")
        problem = refusal(path)
        assert str(aside) in problem
        assert "screener forget" in problem
        assert not path.exists()
        assert aside.read_bytes() == content
        assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert Journal.open(path) is None


def test_steps_without_their_key_are_set_aside(path: Path) -> None:
    journal = Journal.create(path, PASSPHRASE)
    journal.append(STEPS[0])
    journal.close()
    last_line = path.read_bytes().split(b"\n\n")[-2]
    put(path, last_line + b"\n\n")
    assert read_lines(path.read_bytes()).whole[0][0] is Kind.LOCKED_STEP
    assert "damaged-1" in refusal(path)
    Journal.create(path).close()


def test_an_erased_file_is_nothing_to_pick_up(path: Path) -> None:
    put(path, bytes(1000))
    assert Journal.open(path) is None
    assert not path.exists()


# Gone during a visit


def test_a_file_that_was_removed_is_written_again_and_said_once(
    path: Path, journal: Journal
) -> None:
    path.unlink()
    assert journal.append(STEPS[1])
    assert not journal.append(STEPS[2])
    journal.close()
    assert last_in(path) == STEPS[2]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_was_removed_is_made_again(path: Path, journal: Journal) -> None:
    shutil.rmtree(path.parent)
    assert journal.append(STEPS[1])
    journal.close()
    assert last_in(path) == STEPS[1]
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_that_was_moved_stays_where_it_was_moved(
    path: Path, journal: Journal, tmp_path: Path
) -> None:
    moved = path.rename(tmp_path / "moved.visit")
    assert journal.append(STEPS[1])
    journal.close()
    assert last_in(path) == STEPS[1]
    assert last_in(moved) == STEPS[1]


def test_another_file_in_its_place_is_left_alone_and_said(
    path: Path, journal: Journal
) -> None:
    path.unlink()
    path.write_text("mine")
    with pytest.raises(JournalError, match=re.escape(str(path))):
        journal.append(STEPS[1])
    assert path.read_text() == "mine"
    path.unlink()
    assert journal.append(STEPS[2])
    journal.close()
    assert last_in(path) == STEPS[2]


def test_a_file_that_was_emptied_holds_the_next_step(
    path: Path, journal: Journal
) -> None:
    os.truncate(path, 0)
    journal.append(STEPS[1])
    journal.close()
    assert last_in(path) == STEPS[1]


# Other people's, and no files


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o666, 0o644])
def test_one_that_others_may_read_or_change_is_not_opened(
    mode: int, path: Path, journal: Journal
) -> None:
    journal.close()
    path.chmod(mode)
    content = path.read_bytes()
    assert f"chmod 600 {path}" in refusal(path)
    assert path.read_bytes() == content
    path.chmod(0o600)
    assert last_in(path) == STEPS[0]


@AS_ROOT
def test_one_of_another_account_is_not_opened(path: Path, journal: Journal) -> None:
    journal.close()
    os.chown(path, 12345, -1)
    assert "another account" in refusal(path)
    with pytest.raises(EarlierVisitError):
        Journal.create(path)


def test_a_link_a_pipe_or_a_folder_is_not_taken_for_one(
    path: Path, tmp_path: Path
) -> None:
    path.parent.mkdir()
    target = tmp_path / "target"
    put(target, b"mine")
    path.symlink_to(target)
    assert "Something else" in refusal(path)
    path.unlink()
    os.mkfifo(path, 0o600)
    assert "Something else" in refusal(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(JournalError):
        Journal.open(path)
    assert target.read_bytes() == b"mine"


# Forgetting


def test_forgetting_does_not_follow_a_link_that_was_swapped_in(
    path: Path, journal: Journal, tmp_path: Path
) -> None:
    target, kept = tmp_path / "target", tmp_path / "kept"
    target.write_text("mine")
    path.rename(kept)
    path.symlink_to(target)
    journal.forget()
    assert target.read_text() == "mine"
    assert path.is_symlink()
    assert not kept.read_bytes().strip(b"\0")


def test_forgetting_stays_in_the_folder_that_it_began_in(
    path: Path, journal: Journal, tmp_path: Path
) -> None:
    moved = path.parent.rename(tmp_path / "moved")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / path.name).write_text("mine")
    path.parent.symlink_to(tmp_path / "other")
    journal.forget()
    assert (tmp_path / "other" / path.name).read_text() == "mine"
    assert not (moved / path.name).read_bytes().strip(b"\0")


def test_forgetting_all_takes_what_was_set_aside_and_what_a_crash_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr("screener.disk.default_folder", lambda: tmp_path)
    for name in ("a.visit", "b.visit.damaged-1", "c.visit.damaged-2"):
        put(tmp_path / name, b"answers")
    leftover(tmp_path)
    (tmp_path / "d.visit").symlink_to(tmp_path / "elsewhere")
    (problem,) = forget_all().problems
    assert str(tmp_path / "d.visit") in problem
    assert [file.name for file in tmp_path.iterdir()] == ["d.visit"]
    (tmp_path / "d.visit").unlink()
    put(tmp_path / "a.visit", b"answers")
    leftover(tmp_path)
    assert forget_all() == (1, 1, ())
    assert not any(forget_all())


def test_a_visit_in_use_is_still_there_and_all_others_are_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr("screener.disk.default_folder", lambda: tmp_path)
    for name in ("a.visit", "b.visit", "c.visit"):
        put(tmp_path / name, b"answers")
    held = OwnFile.open(tmp_path / "b.visit")
    assert forget() == 1
    said = capsys.readouterr()
    assert "2 visits" in said.out
    assert "still there" in said.err
    assert "b.visit" in said.err
    assert [file.name for file in tmp_path.iterdir()] == ["b.visit"]
    held.close()
    assert forget() == 0


@pytest.mark.parametrize("kind", ["plain", "locked"])
def test_of_a_file_that_is_far_too_long_the_last_step_and_an_older_key_are_read(
    kind: str, path: Path
) -> None:
    content = (OLD / f"0.1.0-{kind}.visit").read_bytes()
    first, second, *steps = content.splitlines(keepends=True)
    put(path, b"".join((first, second, steps[0] * (2**24 // len(steps[0])), *steps)))
    found = last_in(path)
    assert found is not None
    assert found.answers.keys() == ANSWERS[-1].keys()


@pytest.mark.parametrize("end", [b"", b"\n", b"x\n"])
def test_a_file_that_is_far_too_long_is_never_taken_for_unused(
    end: bytes, path: Path
) -> None:
    content = (OLD / "0.1.0-plain.visit").read_bytes()
    put(path, bytes(5_000) + b"\n" + content + bytes(2**24) + end)
    with pytest.raises(EarlierVisitError, match="damaged-1"):
        last_in(path)
    (aside,) = path.parent.glob("*.damaged-1")
    assert content in aside.read_bytes()
