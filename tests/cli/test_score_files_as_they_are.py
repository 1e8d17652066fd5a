"""`screener score --jsonl` on files as other programs write them; ids of people."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import ON_SMALL, Run, screener

TWO = b'{"days": 3}\n{"days": 30}\n'
BOM = b"\xef\xbb\xbf"


def score(content: bytes, *more: str) -> tuple[Run, list[dict[str, Any]]]:
    run = screener("score", "--jsonl", "-", *ON_SMALL, *more, stdin=content)
    return run, [json.loads(line) for line in run.out.splitlines()]


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "content",
    [
        BOM + TWO,
        TWO.replace(b"\n", b"\r\n"),
        TWO.rstrip(b"\n"),
        b"\n\n" + TWO.replace(b"\n", b"\n \t\n\n"),
        BOM + b"\n" + TWO,
        TWO.replace(b"}", b".0}"),
        TWO.replace(b"30", b"3e1").replace(b"3}", b'3, "words": "cut \\ud83d"}'),
    ],
    ids=["BOM", "CRLF", "no end", "blank lines", "BOM alone", "3.0", "half a pair"],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_same_answers_get_the_same_replies(content: bytes, jobs: str) -> None:
    plain, expected = score(TWO)
    run, replies = score(content, "--jobs", jobs)
    assert (run.code, run.err) == (0, "")
    for one in (*replies, *expected):
        one["unknown"] = [link_id for link_id in one["unknown"] if link_id != "words"]
    assert replies == expected
    assert plain.code == 0


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_file_in_utf_16_is_refused_as_a_whole(encoding: str) -> None:
    content = TWO.decode().encode(encoding)
    if not content.startswith(b"\xff\xfe"):
        content = b"\xfe\xff" + content
    run, replies = score(content)
    assert (run.code, replies) == (1, [])
    assert "It is UTF-16 text. To mend it: save it as UTF-8." in run.err


def test_numbers_that_look_the_same_are_the_same_in_any_order() -> None:
    _, replies = score(b'{"days": 3.0}\n{"days": 3}\n{"days": 3.0}\n{"days": 30e-1}\n')
    assert all(reply == replies[0] for reply in replies)
    assert "days" not in replies[0]["unknown"]
    run, replies = score(b'{"days": 1}\n{"days": true}\n{"days": 0.5}\n{"days": "1"}')
    assert [one.get("line") for one in replies] == [None, 2, 3, 4]
    assert run.code == 1


@pytest.mark.parametrize(
    "line", [b'{"\\ud800": 1}', b'{"a\\u001b[2J": 1}', b'{"\\u202e\\u0000": 1}']
)
def test_no_reply_repeats_half_a_pair_or_what_steers(line: bytes) -> None:
    run, (reply,) = score(line)
    assert "There is no such question." in reply["error"]
    reply["error"].encode()  # half of a pair could not be
    assert "\\u" not in run.out


def test_a_line_with_very_many_unknown_keys_gets_a_reply_of_bounded_size() -> None:
    keys = ", ".join(f'"k{n}": 1' for n in range(60_000))
    run, (reply,) = score(f"{{{keys}}}".encode())
    assert run.code == 1
    assert len(reply["error"]) < 100_000


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_replies_repeat_the_id_of_each_person(jobs: str) -> None:
    ids = ["a-1", "urn:x:1", 7, -(10**30), "añil 😞", None, ""]
    people: list[dict[str, Any]] = [{"days": n, "mrn": id} for n, id in enumerate(ids)]
    content = "\n".join(map(json.dumps, [*people, {"days": 1}])).encode()
    run, replies = score(content, "--id", "mrn", "--jobs", jobs)
    assert (run.code, run.err) == (0, "")
    assert [reply.pop("id") for reply in replies] == [*ids, None]
    days = [{"days": person["days"]} for person in people]
    _, expected = score("\n".join(map(json.dumps, [*days, {"days": 1}])).encode())
    assert replies == expected


def test_errors_repeat_it_too_where_it_can_be_read() -> None:
    run, replies = score(b'{"id": "a", "days": 99}\n{"id": "b"', "--id", "id")
    assert [(one["line"], one["id"]) for one in replies] == [(1, "a"), (2, None)]
    assert run.code == 1


@pytest.mark.many_cases
@pytest.mark.parametrize("id", ["[1]", "{}", "true", "1.5", f'"{"x" * 201}"'])
def test_what_is_no_id_is_refused(id: str) -> None:
    run, (reply,) = score(f'{{"id": {id}, "days": 1}}'.encode(), "--id", "id")
    assert run.code == 1
    assert "id: It is not the id of a person." in reply["error"]


def test_without_the_option_an_id_is_an_unknown_question() -> None:
    _, (reply,) = score(b'{"mrn": 1}')
    assert "mrn: There is no such question." in reply["error"]


def test_a_question_is_no_id(tmp_path: Path) -> None:
    run, replies = score(TWO, "--id", "days")
    assert (run.code, replies) == (1, [])
    assert "--id names a question: days." in run.err
    file = tmp_path / "answers.toml"
    file.write_text("[answers]")
    run = screener("score", file, "--id", "mrn")
    assert run.code == 2
    assert "--id goes with --jsonl" in run.err
