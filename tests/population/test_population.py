"""Many people in several processes: the same replies, whatever happens to them."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from screener.errors import PopulationError
from screener.model import ChoiceItem
from screener.population import Block, added, blocks_of, told
from screener.population.blocks import lines_of
from tests.small import CALM, SMALL, small
from tests.terminal import children_of

ASKED = ["--questionnaire", str(SMALL)]


def people(count: int) -> list[dict[str, object]]:
    chance = random.Random(count)
    choices = [item for item in small().item if isinstance(item, ChoiceItem)]
    return [
        {
            item.link_id: chance.choice(item.option).code
            for item in choices
            if chance.random() < 0.8
        }
        | {"days": chance.randint(0, 30)}
        for _ in range(count)
    ]


def written(file: Path, count: int) -> Path:
    file.write_text("".join(f"{json.dumps(one)}\n" for one in people(count)))
    return file


def screener(*arguments: str | Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "screener", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(*arguments: str | Path) -> tuple[int, str, str]:
    process = screener(*arguments)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def replies(folder: Path) -> list[str]:
    parts = sorted(folder.glob("part-*.jsonl"))
    return [line for part in parts for line in part.read_text().splitlines()]


# Pieces


@given(
    lines=st.lists(st.text("ab {}", max_size=9), max_size=30),
    size=st.integers(1, 40),
    last=st.sampled_from(["\n", ""]),
)
def test_every_line_is_in_one_piece_however_it_is_cut(
    lines: list[str], size: int, last: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "cut.jsonl"
    file.write_text("\n".join(lines) + last)
    pieces = blocks_of([file], size)
    found = [line.strip() for one in pieces for _, line in lines_of(one)]
    assert found == [line.strip().encode() for line in lines if line.strip()]


def test_rows_of_parquet_are_lines_and_empty_cells_unknown(tmp_path: Path) -> None:
    file = tmp_path / "people.parquet"
    rows = [{"thoughts": "no", "days": 3}, {"thoughts": None, "days": None}]
    parquet.write_table(pyarrow.Table.from_pylist(rows), file, row_group_size=1)
    pieces = blocks_of([file])
    assert len(pieces) == 2
    found = [json.loads(line) for one in pieces for _, line in lines_of(one)]
    assert found == [rows[0], {}]


@pytest.mark.parametrize("name", ["nowhere.jsonl", "nowhere.parquet", "bad.parquet"])
def test_a_file_that_cannot_be_read_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "bad.parquet").write_bytes(b"no")
    with pytest.raises(PopulationError):
        blocks_of([tmp_path / name])


def test_a_file_of_another_kind_is_refused_in_words(tmp_path: Path) -> None:
    pipe, circle, damaged = (
        tmp_path / name for name in ("pipe.jsonl", "circle.jsonl", "damaged.parquet")
    )
    os.mkfifo(pipe)
    circle.symlink_to(circle)
    parquet.write_table(pyarrow.Table.from_pylist([{"days": 3}]), damaged)
    content = damaged.read_bytes()
    damaged.write_bytes(content[:-60] + bytes([255]) * 52 + content[-8:])
    for file, words in (
        (pipe, "is a pipe or a device"),
        (circle, "leads back to itself"),
        (damaged, "is not Parquet, or is damaged."),
        (tmp_path / "nowhere.parquet", "no such file"),
    ):
        with pytest.raises(PopulationError, match=words) as caught:
            blocks_of([file])
        assert str(file) in str(caught.value)


def test_a_piece_knows_where_it_begins(tmp_path: Path) -> None:
    file = written(tmp_path / "people.jsonl", 3)
    (piece,) = blocks_of([file])
    assert piece == Block(str(file), 0, file.stat().st_size)


# Counts


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"a": 50, "b": 20}, {"a": "50", "b": "20"}),
        ({"a": 50, "b": 11}, {"a": "50", "b": "11"}),
        ({"a": 50, "b": 20, "c": 10}, {"a": "50", "b": "", "c": ""}),
        ({"a": 50, "b": 1, "c": 2}, {"a": "50", "b": "", "c": ""}),
        ({"a": 3}, {"a": ""}),
        ({"a": 5000, "b": 0}, {"a": "5,000", "b": "0"}),
    ],
)
def test_what_is_too_small_is_not_told_nor_to_be_worked_out(
    counts: dict[str, int], shown: dict[str, str]
) -> None:
    expected = {key: words or "(too few to tell)" for key, words in shown.items()}
    assert told(counts) == expected


@given(
    counts=st.dictionaries(st.text("abc", min_size=1), st.integers(1, 40)),
    least=st.integers(2, 20),
)
def test_no_small_count_is_ever_told_or_left_alone(
    counts: dict[str, int], least: int
) -> None:
    hidden = [key for key, words in told(counts, least).items() if "few" in words]
    assert {key for key, count in counts.items() if count < least} <= {*hidden}
    assert len(hidden) != 1 or len(counts) == 1


def test_counts_add_up() -> None:
    assert added([Counter({("a",): 1}), Counter({("a",): 2})]) == {("a",): 3}


# In several processes


@pytest.mark.slow
def test_on_two_workers_the_replies_are_those_of_score(tmp_path: Path) -> None:
    file = written(tmp_path / "people.jsonl", 300)
    to = tmp_path / "replies"
    code, out, _ = run("population", file, *ASKED, "--to", to, "--json")
    assert code == 0
    _, expected, _ = run("score", "--jsonl", file, *ASKED)
    assert replies(to) == expected.splitlines()
    report = json.loads(out)
    assert report["people"] == "300"
    assert report["ladders"].keys() == {ladder.id for ladder in small().ladder}


def test_a_new_version_is_counted_by_whom_it_moves(tmp_path: Path) -> None:
    file = written(tmp_path / "people.jsonl", 200)
    code, out, _ = run("population", file, *ASKED, "--new", SMALL, "--json")
    assert code == 0
    for table in json.loads(out)["ladders"].values():
        assert table == {"as before": "200"}


def test_lines_that_do_not_fit_are_counted_and_told(tmp_path: Path) -> None:
    file = written(tmp_path / "people.jsonl", 30)
    with file.open("a") as lines:
        lines.write('{"thoughts": "purple"}\nnot json\n')
    to = tmp_path / "replies"
    code, out, err = run("population", file, *ASKED, "--to", to, "--json")
    assert code == 1
    assert "2 lines could not be placed" in err
    assert json.loads(out)["people"] == "30"
    assert sum('"error"' in one for one in replies(to)) == 2


def test_a_folder_with_something_in_it_is_not_written_to(tmp_path: Path) -> None:
    file = written(tmp_path / "people.jsonl", 3)
    code, _, err = run("population", file, *ASKED, "--to", tmp_path)
    assert code == 1
    assert "is not empty" in err


def test_two_runs_at_once_write_to_different_folders(tmp_path: Path) -> None:
    to = tmp_path / "replies"
    to.mkdir()
    runs = [
        screener("population", written(tmp_path / f"{n}.jsonl", n), *ASKED, "--to", to)
        for n in (20, 30)
    ]
    ends = [process.communicate(timeout=120) for process in runs]
    assert sorted(process.returncode for process in runs) == [0, 1]
    for process, (out, err) in zip(runs, ends, strict=True):
        if process.returncode == 0:
            assert f"People: {len(replies(to))}\n" in out
        else:
            assert "is not empty. Name a new folder." in err


@pytest.mark.parametrize(("count", "shown"), [(0, "0"), (1, "(too few to tell)")])
def test_nobody_is_counted_as_nobody(count: int, shown: str, tmp_path: Path) -> None:
    file = written(tmp_path / "people.jsonl", count)
    code, out, _ = run("population", file, *ASKED)
    assert (code, out.splitlines()[0]) == (0, f"People: {shown}")
    assert len(out.splitlines()) > 1 if count else out == "People: 0\n"


def test_a_scheduler_is_refused_and_the_error_says_what_works_instead(
    tmp_path: Path,
) -> None:
    file = written(tmp_path / "people.jsonl", 3)
    for address in (["--scheduler", "tcp://1.2.3.4:8786"], ["--scheduler"]):
        code, out, err = run("population", file, *ASKED, *address)
        assert (code, out) == (2, "")
        assert "--scheduler was removed" in err
        assert "--workers" in err
    assert "--scheduler" not in run("population", "--help")[1]


@pytest.mark.slow
def test_without_pyarrow_lines_work_and_parquet_says_how_to_get_it(
    tmp_path: Path,
) -> None:
    block = tmp_path / "no"
    block.mkdir()
    (block / "pyarrow.py").write_text("raise ImportError")
    lines = written(tmp_path / "people.jsonl", 12)
    (tmp_path / "people.parquet").write_bytes(b"")
    settings = {**os.environ, "PYTHONPATH": str(block)}
    for file, code, words in (
        (lines, 0, "1 of 1 piece"),
        (tmp_path / "people.parquet", 1, "level-of-care-screener[population]"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "screener", "population", file, *ASKED],
            capture_output=True,
            text=True,
            env=settings,
            check=False,
        )
        assert (done.returncode, "Traceback" in done.stderr) == (code, False)
        assert words in done.stderr


def workers_of(process: int) -> list[int]:
    return [
        child
        for child in children_of(process)
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def many(tmp_path: Path) -> Path:
    """So many people that there are several pieces."""
    line = written(tmp_path / "one.jsonl", 200).read_text()
    file = tmp_path / "people.jsonl"
    file.write_text(line * 500)
    return file


def midway(process: "subprocess.Popen[str]", to: Path) -> None:
    while not list(to.glob("part-*.jsonl")):
        assert process.poll() is None
        time.sleep(0.01)


@pytest.mark.slow
def test_a_worker_that_is_killed_changes_nothing_in_the_result(
    tmp_path: Path,
) -> None:
    to = tmp_path / "replies"
    process = screener("population", many(tmp_path), *ASKED, "--to", to, "--json")
    midway(process, to)
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    done = len(list(to.glob("part-*.jsonl")))
    out, err = process.communicate(timeout=120)
    assert (process.returncode, "Traceback" in err) == (0, False)
    assert done < len(list(to.glob("part-*.jsonl"))), "it was killed midway"
    assert json.loads(out)["people"] == f"{200 * 500:,}"
    _, expected, _ = run("score", "--jsonl", tmp_path / "one.jsonl", *ASKED)
    assert replies(to) == expected.splitlines() * 500


def test_workers_that_are_killed_again_and_again_end_it_with_words(
    tmp_path: Path,
) -> None:
    process = screener("population", many(tmp_path), *ASKED)
    while process.poll() is None:
        for worker in workers_of(process.pid):
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        time.sleep(0.01)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err.startswith("Processes that placed people were ended again and again.")


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("number", "when"),
    [
        (signal.SIGINT, "at once"),
        (signal.SIGINT, "midway"),
        (signal.SIGTERM, "at once"),
        (signal.SIGTERM, "midway"),
        (signal.SIGKILL, "midway"),
    ],
)
def test_whatever_ends_it_ends_its_workers_without_a_traceback(
    number: signal.Signals, when: str, tmp_path: Path
) -> None:
    to = tmp_path / "replies"
    arguments = ["population", many(tmp_path), *ASKED, "--to", to]
    process = subprocess.Popen(
        [sys.executable, "-m", "screener", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    if when == "midway":
        midway(process, to)
    else:
        while not workers_of(process.pid):
            time.sleep(0.001)
    workers = workers_of(process.pid)
    if number == signal.SIGINT:  # Ctrl+C: the terminal sends it to all of them
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    assert (out, err) == ("", "")
    end = time.monotonic() + 20
    while any(Path(f"/proc/{worker}/cmdline").exists() for worker in workers):
        assert time.monotonic() < end, "left behind"
        time.sleep(0.05)
    if number == signal.SIGINT:
        assert not list(to.glob(".*")), "half-written files are left"


def listening(process: int) -> list[str]:
    """The sockets at which a process listens, local ones among them."""
    inodes = set()
    with suppress(OSError):
        for open_file in Path(f"/proc/{process}/fd").iterdir():
            with suppress(OSError):
                inodes.add(os.readlink(open_file).removeprefix("socket:[").rstrip("]"))
    found = []
    for table, column, state, inode in (
        ("tcp", 3, "0A", 9),
        ("tcp6", 3, "0A", 9),
        ("unix", 3, "00010000", 6),
    ):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[column] == state and fields[inode] in inodes:
                found.append(line)
    return found


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/net/unix").exists(), reason="needs Linux's /proc")
def test_nothing_listens_while_people_are_placed(tmp_path: Path) -> None:
    process = screener("population", many(tmp_path), *ASKED)
    looked = 0
    while process.poll() is None:
        for one in (process.pid, *children_of(process.pid)):
            assert listening(one) == []
        looked += bool(workers_of(process.pid))
    process.communicate()
    assert process.returncode == 0
    assert looked > 3


def test_what_listens_would_be_seen(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as local, socket.create_server(("", 0)):
        local.bind(str(tmp_path / "socket"))
        local.listen()
        assert len(listening(os.getpid())) == 2


def test_a_danger_that_does_not_count_is_counted_as_no_calm(tmp_path: Path) -> None:
    line = json.dumps({**CALM, "thoughts": "no", "plan": "yes"})
    (tmp_path / "people.jsonl").write_text(f"{line}\n" * 20)
    file = tmp_path / "people.jsonl"
    code, out, _ = run("population", file, "--questionnaire", SMALL, "--json")
    assert code == 0
    assert json.loads(out)["ladders"]["urgency"] == {"routine (waiting)": "20"}
    assert json.loads(out)["ladders"]["level-of-care"] == {"none (waiting)": "20"}
