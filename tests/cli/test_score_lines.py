"""`screener score --jsonl` answers line by line, in order, and survives every line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import ON_SMALL, screener


def lines(*sent: bytes) -> tuple[int, list[dict[str, Any]], str]:
    run = screener("score", "--jsonl", "-", *ON_SMALL, stdin=b"\n".join(sent))
    return run.code, [json.loads(line) for line in run.out.splitlines()], run.err


def test_each_line_has_its_reply_in_order() -> None:
    code, replies, err = lines(b'{"days": 12}', b"{}", b'{"plan": "yes", "days": null}')
    assert (code, err) == (0, "")
    levels = [reply["ladders"]["level-of-care"]["low"] for reply in replies]
    assert levels == ["intensive-outpatient", "none", "none"]
    assert "days" in replies[2]["unknown"]


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"x", "It is not JSON"),
        (b"[1]", "It is not an object."),
        (b"null", "It is not an object."),
        (b'{"days": NaN}', "NaN is no number"),
        (b'{"days": Infinity}', "Infinity is no number"),
        (b'{"days": 1, "days": 2}', "The key `days` is there twice."),
        (b'{"days": 12.5}', "give a whole number"),
        (b'{"days": 1e400}', "A number in it is too large."),
        (b'{"days": ' + b"9" * 5000 + b"}", "A number in it is too long."),
        (b'{"dayz": 1}', "There is no such question."),
        (b'{"dayz": null}', "There is no such question."),
        (b'{"thoughts": {"a": []}}', "give one of"),
        (b'{"problems": ["none", "gaps"]}', "stands beside others"),
        (b"\xff", "It is not UTF-8 text."),
        (b"\xef\xbb\xbf{}", "It is not JSON from character 1 on."),
        (b"[" * 100_000, "lie too deep in each other"),
        (b"{" + b" " * 2_000_000 + b"}", "longer than 1 MB"),
    ],
    ids=range(17),
)
def test_a_line_that_does_not_fit_gets_an_error_and_the_next_its_reply(
    line: bytes, told: str
) -> None:
    code, (before, error, after), err = lines(b"{}", line, b"{}")
    assert code == 1
    assert error["line"] == 2
    assert told in error["error"]
    assert before == after
    assert before["ladders"]
    assert err == "1 line could not be placed: see `error` in the replies.\n"


def test_blank_lines_are_passed_over_and_counted() -> None:
    code, replies, _ = lines(b"", b"  ", b"{}", b"x", b"")
    assert code == 1
    assert replies[1]["line"] == 4


def test_a_file_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    path.write_bytes(b"{}\r\n{}")
    run = screener("score", "--jsonl", path, *ON_SMALL)
    assert (run.code, run.out.count("\n")) == (0, 2)


@pytest.mark.parametrize(
    ("name", "words"), [("/nowhere/x", "It cannot be read"), ("/", "It is a folder.")]
)
def test_a_file_that_cannot_be_read_is_told(name: str, words: str) -> None:
    run = screener("score", "--jsonl", name, *ON_SMALL)
    assert (run.code, run.out) == (1, "")
    assert words in run.err


def test_who_waits_for_a_reply_gets_it_before_the_next_line() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "screener", "score", "--jsonl", "-", *ON_SMALL],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as run:
        assert run.stdin
        assert run.stdout
        for _ in range(3):
            run.stdin.write(b"{}\n")
            run.stdin.flush()
            assert b"ladders" in run.stdout.readline()
        run.stdin.close()
    assert run.returncode == 0
