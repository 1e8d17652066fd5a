"""The journal's file: what was written is read back, whatever happens to it."""

import datetime
import errno
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.errors import EarlierVisitError, JournalError, PassphraseError
from screener.interview import Interview
from screener.journal import Journal, Step, Visit, forget_all, journal_file
from screener.journal.lines import FORMAT, to_line
from screener.journal.step import step_of
from screener.model import Answer, Respondent
from screener.model.reading import read_json
from screener.model.record import tables_of, to_json
from tests.journal.flips import last_in, put
from tests.small import CALM, CREATED, GRAVE, HALF, any_answers, small

ANSWERS = [HALF, CALM, GRAVE, {"days": 2}, {"words": 'a\nb\u2028"😀é'}]


def step(answers: dict[str, Answer], minutes: int = 0) -> Step:
    visit = Visit(Interview(small(), answers=answers, at="days"), Respondent.SELF)
    return step_of(visit, CREATED + datetime.timedelta(minutes=minutes))


STEPS = [step(dict(answers), place) for place, answers in enumerate(ANSWERS)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "one.visit"


def written(path: Path) -> bytes:
    journal = Journal.create(path)
    for one in STEPS:
        journal.append(one)
    journal.close()
    return path.read_bytes()


def refusal(path: Path) -> str:
    with pytest.raises(JournalError) as error:
        Journal.create(path)
    return error.value.problem


@given(answers=any_answers())
def test_any_visit_is_read_back(answers: dict[str, Answer]) -> None:
    told = step(answers)
    assert read_json(Step, to_json(tables_of(told))) == told
    assert {link_id: told.answer(link_id) for link_id in told.answers} == answers


def test_the_last_step_is_read_back_and_the_next_one_follows_it(path: Path) -> None:
    written(path)
    assert last_in(path) == STEPS[-1]
    journal = Journal.open(path)
    assert journal is not None
    journal.append(STEPS[0])
    journal.close()
    assert last_in(path) == STEPS[0]


def test_only_its_owner_can_read_it(path: Path) -> None:
    written(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_each_step_is_on_the_disk_before_it_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def noted(name: str, call: Callable[..., object]) -> None:
        def note(*arguments: object) -> object:
            order.append(name)
            return call(*arguments)

        monkeypatch.setattr(f"os.{name}", note)

    noted("write", os.write)
    noted("fsync", os.fsync)
    journal = Journal.create(path)
    # The folder's name, the file, and its name.
    assert order == ["fsync", "write", "fsync", "fsync"]
    journal.append(STEPS[0])
    assert order[4:] == ["write", "fsync"]
    journal.close()


# Torn and damaged


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(tmp_path_factory.mktemp("whole") / "one.visit")


@pytest.fixture(scope="module")
def spare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spare") / "one.visit"


def ends(content: bytes) -> list[int]:
    """Where each step ends, before the end of its line; two lines stand before them."""
    return [line.end() for line in re.finditer(rb"[^\n]+", content)][2:]


@given(data=st.data())
def test_cut_off_anywhere_it_holds_every_step_before(
    whole: bytes, spare: Path, data: st.DataObject
) -> None:
    cut = data.draw(st.integers(ends(whole)[0], len(whole)))
    put(spare, whole[:cut])
    complete = sum(end <= cut for end in ends(whole))
    assert last_in(spare) == STEPS[complete - 1]
    journal = Journal.open(spare)
    assert journal is not None
    journal.append(STEPS[1])
    assert journal.last() == STEPS[1]
    journal.close()


@given(data=st.data())
def test_a_changed_byte_anywhere_costs_no_step_but_its_own(
    whole: bytes, spare: Path, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = data.draw(st.integers(0, 255).filter(lambda one: one != whole[at]))
    put(spare, whole[:at] + bytes([changed]) + whole[at + 1 :])
    is_before_the_last = at < ends(whole)[-2]
    assert last_in(spare) in (STEPS[-1:] if is_before_the_last else STEPS[-2:])


@given(content=st.binary(max_size=200))
def test_a_file_of_anything_stays_unless_it_holds_nothing(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "one.visit"
    put(path, content)
    holds_nothing = not content.strip(b"\0\n")
    if holds_nothing or to_line(FORMAT).startswith(content.strip(b"\0")):
        assert last_in(path) is None
        return
    with pytest.raises(EarlierVisitError) as error:
        last_in(path)
    (aside,) = path.parent.iterdir()
    assert str(aside) in error.value.problem
    assert aside.read_bytes() == content


def test_one_without_a_first_step_is_no_visit(path: Path) -> None:
    Journal.create(path).close()
    assert last_in(path) is None


@pytest.mark.parametrize("size", [0, 1, 20])
def test_one_cut_off_at_its_head_gives_way_to_a_new_one(path: Path, size: int) -> None:
    put(path, to_line(FORMAT)[:size])
    written(path)
    assert last_in(path) == STEPS[-1]


def test_a_clock_that_goes_back_changes_nothing(path: Path) -> None:
    journal = Journal.create(path)
    journal.append(step(dict(GRAVE), 60))
    journal.append(step(dict(CALM), -60))
    journal.close()
    found = last_in(path)
    assert found is not None
    assert found.answers["thoughts"] == CALM["thoughts"]


# Two programs


def test_another_window_cannot_have_it_meanwhile(path: Path) -> None:
    journal = Journal.create(path)
    journal.append(STEPS[0])
    with pytest.raises(JournalError, match="Another window"):
        Journal.open(path)
    assert "Another window" in refusal(path)
    journal.append(STEPS[1])
    journal.close()
    assert last_in(path) == STEPS[1]


def test_an_earlier_visit_is_never_written_over(path: Path) -> None:
    written(path)
    assert "not yet finished" in refusal(path)
    assert last_in(path) == STEPS[-1]


# Forgetting


def test_forgetting_overwrites_and_removes_it(path: Path, tmp_path: Path) -> None:
    content = written(path)
    os.link(path, tmp_path / "also")
    journal = Journal.open(path)
    assert journal is not None
    journal.forget()
    assert not path.exists()
    assert (tmp_path / "also").read_bytes() == bytes(len(content))


def test_all_journals_can_be_forgotten_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_state_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr("screener.disk.default_folder", lambda: tmp_path)
    assert not any(forget_all())
    paths = [file for one in ("one", "two") if (file := journal_file(one))]
    for one in paths:
        written(one)
    assert len({*paths}) == 2
    assert not any("one" in one.name or "two" in one.name for one in paths)
    assert forget_all() == (2, 0, ())
    assert not list(tmp_path.iterdir())


# A passphrase


def test_a_passphrase_locks_every_word_of_it(path: Path) -> None:
    journal = Journal.create(path, "correct horse")
    for one in STEPS:
        journal.append(one)
    journal.close()
    plain = written(path.with_name("plain"))
    assert b"days" in b"".join(map(lines_of, plain.splitlines()))
    assert b"days" not in b"".join(map(lines_of, path.read_bytes().splitlines()))
    opened = Journal.open(path)
    assert opened is not None
    assert opened.needs_passphrase
    with pytest.raises(PassphraseError):
        opened.unlock("correct house")
    assert opened.needs_passphrase
    opened.unlock("correct horse")
    assert opened.last() == STEPS[-1]
    opened.append(STEPS[0])
    assert opened.last() == STEPS[0]
    opened.close()


def lines_of(line: bytes) -> bytes:
    from screener.journal.lines import from_line

    return from_line(line) or b""


# Disks

CODES = {
    errno.ENOSPC: "The disk is full.",
    errno.EROFS: "This place can only be read, not written to.",
    errno.EACCES: "You are not allowed to write there.",
    errno.EIO: "The disk does not work as it should.",
}


class Disk:
    """A disk that fails at the n-th of some calls, for a while."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: int, call: str) -> None:
        self.is_broken = False
        real = getattr(os, call)

        def failing(*arguments: object, **named: object) -> object:
            if not self.is_broken:
                return real(*arguments, **named)
            if call == "write":  # some of it gets there
                descriptor, content = arguments
                assert isinstance(content, bytes)
                real(descriptor, content[: len(content) // 2])
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(f"os.{call}", failing)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_what_could_not_be_written_is_told_and_the_next_step_makes_up_for_it(
    call: str, code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch, code, call)
    journal = Journal.create(path)
    journal.append(STEPS[0])
    disk.is_broken = True
    for one in STEPS[1:3]:
        with pytest.raises(JournalError) as error:
            journal.append(one)
        assert error.value.problem == CODES[code]
    assert journal.last() in (STEPS if call == "fsync" else STEPS[:1])
    disk.is_broken = False
    journal.append(STEPS[3])
    journal.close()
    assert last_in(path) == STEPS[3]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("call", ["open", "mkdir", "write", "fsync"])
def test_a_journal_that_cannot_be_begun_is_told_and_leaves_nothing(
    call: str, code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = Disk(monkeypatch, code, call)
    disk.is_broken = True
    told = refusal(path)
    disk.is_broken = False
    assert told == CODES[code]
    assert not path.exists()


@pytest.mark.parametrize("code", CODES)
def test_one_that_cannot_be_removed_is_told(
    code: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(path)
    journal = Journal.open(path)
    assert journal is not None
    disk = Disk(monkeypatch, code, "unlink")
    disk.is_broken = True
    with pytest.raises(JournalError) as error:
        journal.forget()
    assert error.value.problem == CODES[code]
    assert not path.read_bytes().strip(b"\0")


def step_at(minutes: int) -> Step:
    return step(dict(GRAVE), minutes)


def problem_with(journal: Journal, one: Step) -> str:
    try:
        journal.append(one)
    except JournalError as error:
        return error.problem
    return ""


def test_a_real_disk_that_fills_up_keeps_what_it_has(small_disk: Path) -> None:
    path = small_disk / "one.visit"
    journal = Journal.create(path)
    problems = [problem_with(journal, step_at(minutes)) for minutes in range(100)]
    assert {*problems} == {"", "The disk is full."}
    assert journal.last() == step_at(problems.index("The disk is full.") - 1)
    os.truncate(path, path.stat().st_size // 2)  # room is made
    journal.append(STEPS[0])
    journal.close()
    assert last_in(path) == STEPS[0]
