"""Lines are read whatever their bytes, their length and their end, and none is lost."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from screener.model import HelpLines, TextItem
from screener.plain import Talk
from screener.plain.hearing import LONGEST, UnreadableError, read_line
from screener.plain.own_words import own_words
from tests.scoring.building import text
from tests.terminal import Terminal


def stream(content: bytes) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"s\xc3\xad\n", "sí"),
        (b"s\xed\n", "sí"),
        (b"\xef\xbb\xbf1\r\n", "1"),
        (b"ma\xf1ana", "mañana"),
        ("“no”\n".encode("cp1252"), "“no”"),
        (b"1\x00\n", "1\x00"),
        (b"\n", ""),
    ],
)
def test_a_line_is_text_in_whatever_encoding_it_fits(
    content: bytes, words: str
) -> None:
    line = read_line(stream(content))
    assert line is not None
    assert line.words == words


def test_the_end_of_the_input_is_no_line() -> None:
    assert read_line(stream(b"")) is None


@pytest.mark.parametrize("content", [b"\xff\xfe1\x00\n\x00", b"a\x81b\n"])
def test_what_fits_no_encoding_is_asked_for_again(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_line(stream(content))


@pytest.mark.parametrize("length", [LONGEST + 1, 70_000, 2_000_000])
@pytest.mark.parametrize("letter", ["a", "ñ", "😀"])
def test_the_rest_of_a_long_line_is_not_the_next_answer(
    length: int, letter: str
) -> None:
    typed = stream(f"{letter * length}\nnext\n".encode())
    line = read_line(typed)
    assert line is not None
    assert (len(line.words), line.is_cut) == (LONGEST, True)
    following = read_line(typed)
    assert following is not None
    assert following.words == "next"


@pytest.mark.parametrize("then", ["", "shorter", "b" * 900])
def test_own_words_that_are_too_long_are_never_cut_without_a_word(
    then: str, help_lines: HelpLines
) -> None:
    says = io.StringIO()
    talk = Talk(io.StringIO(f"{then}\n\n"), says, help_lines)
    item = text("w")
    assert isinstance(item, TextItem)
    most = item.max_length
    found = own_words(talk, item, "a" * (most + 30))
    assert found == (then or "a" * most)[:most]
    assert f"You typed {most + 30} letters, and {most} can be kept." in says.getvalue()


def piped(typed: bytes, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "screener", "--plain", "--save-to", str(folder)],
        input=typed,
        capture_output=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        timeout=60,
        check=False,
    )


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "typed",
    [
        b"1\nI want to die",
        b"1\n\x00\x00\n\xff\xfe\n\x81\n",
        b"1\r\nskip\r\nskip\r\n",
        b"\x1b[A\x1b[B\n" * 5,
        b"1\n" + b"x" * 200_000,
    ],
)
def test_a_pipe_of_anything_ends_with_crisis_help(typed: bytes, tmp_path: Path) -> None:
    done = piped(typed, tmp_path / "kept")
    assert done.returncode == 0
    assert b"988" in done.stdout.rpartition(b"You have left")[2]
    assert done.stderr == b""


def test_latin_1_on_standard_input_keeps_its_accents(tmp_path: Path) -> None:
    done = piped("1\nespañol\nme da pánico\n".encode("latin-1"), tmp_path / "kept")
    assert "Usted ha salido" in done.stdout.decode()


def test_in_a_terminal_a_person_in_crisis_hears_of_988(tmp_path: Path) -> None:
    with Terminal("--plain", "--save-to", str(tmp_path)) as terminal:
        terminal.wait_for("Your answer:")
        terminal.send("1\n")
        terminal.wait_for("All that fit")
        terminal.send("I don\u2019t want to live anymore\n")
        terminal.wait_for("You do not have to go through this alone.")
        terminal.wait_for("call or text 988")
        terminal.send("s\n")
        terminal.wait_for("One letter may be a slip.")
        terminal.send("exit\n")
        assert terminal.wait_for_exit() == 0


def test_in_a_narrow_terminal_no_word_and_no_number_is_broken(tmp_path: Path) -> None:
    with Terminal("--plain", "--save-to", str(tmp_path), columns=40, rows=16) as one:
        one.wait_for("Your answer:")
        one.send("please help me\n")
        one.wait_for("For all help lines")
        one.settle(0.2)
        lines = one.screen().splitlines()
        assert any("988lifeline.org" in line for line in lines)
        assert max(map(len, lines)) <= 40
