"""The interview in lines: through a pipe, in a terminal, and beside the screens."""

import io
import os
import random
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.cli import main
from screener.interview import progress_of
from screener.model import (
    Given,
    HelpLines,
    Item,
    Option,
    Questionnaire,
)
from screener.plain import PlainVisit, Talk
from screener.plain.answering import NotUnderstoodError, answer_in
from screener.plain.keeping import leave_out
from screener.plain.words import Command, command_in
from screener.summary import read_summary
from tests.plain import parity
from tests.plain.typed import number_of, words_of
from tests.scoring.building import choice, choices, number, text
from tests.terminal import Terminal


def option(text: str, code: str) -> Option:
    return Option(code=code, text=text)


PICK = replace(
    choice("a", {}, {"x": 1}),
    option=(option("No.", "c0"), option("Now and then", "c1"), option("Now", "c2")),
)
TICK = replace(
    choices("t", {"x": 1}, {"x": 2}),
    option=(option("Fever", "c0"), option("Shaking", "c1")),
)


@pytest.mark.parametrize(
    ("heard", "code"),
    [
        ("1", "c0"),
        ("1.", "c0"),
        ("2)", "c1"),
        ("no", "c0"),
        ("No.", "c0"),
        ("NO!", "c0"),
        ("now", "c2"),
        ("now and", "c1"),
        ("now and then", "c1"),
    ],
)
def test_one_answer_is_a_number_or_its_words(heard: str, code: str) -> None:
    assert answer_in(PICK, heard) == code


@pytest.mark.parametrize(
    "heard",
    ["", "0", "4", "-1", "1 2", "n" * 3, "maybe", "no way", "1e3", "9" * 9999],
)
def test_what_is_no_answer_is_told_kindly(heard: str) -> None:
    with pytest.raises(NotUnderstoodError, match=r"[Tt]ype|choose"):
        answer_in(PICK, heard)


@pytest.mark.parametrize(
    ("heard", "codes"),
    [
        ("1", ("c0",)),
        ("2,1", ("c0", "c1")),
        ("1 2", ("c0", "c1")),
        ("1 and 2", ("c0", "c1")),
        ("1, 2.", ("c0", "c1")),
        ("2 2", ("c1",)),
        ("fever", ("c0",)),
    ],
)
def test_several_answers_are_numbers_in_any_way(
    heard: str, codes: tuple[str, ...]
) -> None:
    assert answer_in(TICK, heard) == codes


@pytest.mark.parametrize(
    ("heard", "whole"),
    [("0", 0), ("9", 9), ("05", 5), ("about 3 days", 3), ("none", 0)],
)
def test_a_number_is_typed(heard: str, whole: int) -> None:
    assert answer_in(number("n", (0, 9, {})), heard) == whole


@pytest.mark.parametrize(
    "heard", ["", "10", "-1", "3.5", "9" * 30, "9" * 9999, "1-2", "3 or 4"]
)
def test_a_number_out_of_reach_is_told(heard: str) -> None:
    with pytest.raises(NotUnderstoodError, match="from 0 to 9"):
        answer_in(number("n", (0, 9, {})), heard)


def test_free_words_are_kept_and_made_harmless() -> None:
    assert answer_in(text("w"), "\x1b[31mhello\x07") == "hello"


@pytest.mark.parametrize(
    ("heard", "command"),
    [
        ("b", Command.BACK),
        ("Back.", Command.BACK),
        ("?", Command.WHY),
        ("¿Por qué?", Command.WHY),
        ("SKIP", Command.SKIP),
        ("más fácil", Command.REWORD),
        ("s", None),
        ("u", None),
        ("l", None),
        ("not sure", Command.UNSURE),
        ("R", Command.REPEAT),
        ("1", None),
        ("", None),
        ("skipping", None),
    ],
)
def test_commands_are_words_and_a_letter_leaves_nothing_open(
    heard: str, command: Command | None
) -> None:
    assert command_in(heard) == command


# A whole visit


def held(asked: Questionnaire, help_lines: HelpLines, typed: str, folder: Path) -> str:
    says = io.StringIO()
    talk = Talk(io.StringIO(typed), says, help_lines)
    assert PlainVisit(talk, asked, help_lines, folder).hold() == 0
    return says.getvalue()


@given(
    typed=st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "1",
                "2",
                "9",
                "s",
                "skip",
                "unsure",
                "b",
                "español",
                "I want to die",
                "?",
                "r",
                "g",
                "help",
                "1, 2",
                "",
                "words",
                "k",
            ]
        ),
        max_size=60,
    ).map("\n".join)
)
def test_whatever_is_typed_it_goes_on_or_leaves_with_crisis_help(
    typed: str,
    core: Questionnaire,
    help_lines: HelpLines,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.getbasetemp() / "plain"
    with patch("screener.plain.keeping.save", side_effect=AssertionError):
        try:
            told = held(core, help_lines, f"1\n{typed}\n", folder)
        except AssertionError:
            return  # it came as far as saving
    assert all(one.isprintable() or one == "\n" for one in told)
    assert max(map(len, told.splitlines())) <= 80
    assert "988" in told.rpartition("You have left")[2]


@pytest.mark.parametrize("word", ["exit", "EXIT", "quit", "leave"])
def test_leaving_says_whom_to_call_and_nothing_of_the_answers(
    word: str, core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    no_danger = number_of("danger-now", "none")
    wish = number_of("suicide-thoughts", "wish")
    told = held(core, help_lines, f"1\n{no_danger}\n{wish}\n{word}\n", tmp_path)
    after = told.rpartition("You have left")[2]
    assert "988" in after
    assert "911" in after
    assert words_of("suicide-thoughts", "wish").partition(":")[0] not in after
    assert "dead" not in after
    assert not list(tmp_path.iterdir())


def test_under_18_is_a_kind_exit(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    told = held(core, help_lines, "4\n", tmp_path)
    assert "you deserve help" in told
    assert "988" in told
    assert "another adult you trust" in " ".join(told.split())


def test_back_from_the_first_question_asks_again_who_answers(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    told = held(core, help_lines, "3\nback\n1\nexit\n", tmp_path)
    assert told.count("Who are the answers about?") == 2
    told = held(core, help_lines, "1\nback\n4\n", tmp_path)
    assert "you deserve help" in told
    assert "Where your answers point" not in told


@pytest.mark.parametrize("word", ["", "none", "no", "n", "Ninguna.", "nothing"])
def test_nothing_is_left_out_where_nothing_is_meant(
    word: str, core: Questionnaire, help_lines: HelpLines
) -> None:
    talk = Talk(io.StringIO(f"{word}\n"), io.StringIO(), help_lines)
    assert leave_out(talk, list(core.private)) == frozenset()


def test_a_red_flag_stops_the_questions_until_it_is_heard(
    core: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    told = held(core, help_lines, "1\n1\n1\n\ns\n", tmp_path)
    assert "Please hear this first." in told
    assert told.count("Type g to go on, or s to stop") == 3
    assert "Check your answers" not in told.partition("Please hear")[0]
    assert "Where your answers point" in told


def piped(tmp_path: Path, typed: str, **env: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "screener", "--plain", "--save-to", tmp_path / "kept"],
        input=typed,
        capture_output=True,
        text=True,
        env={**os.environ, **env},
        check=False,
    )


def test_through_a_pipe_a_visit_ends_with_files(
    core: Questionnaire, tmp_path: Path
) -> None:
    made = parity.script(core, random.Random(3), quick=False)
    lines = [*made.lines, *([""] if made.topics else []), "", "y", ""]
    done = piped(tmp_path, "\n".join(lines))
    assert done.returncode == 0
    (file,) = (tmp_path / "kept").glob("*.toml")
    assert str(file.name) in done.stdout
    assert read_summary(file).answers
    assert "\x1b" not in done.stdout


def test_a_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    program = shlex.quote(sys.executable)
    command = f"printf '1\\n' | {program} -m screener --plain | head -c 100"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": "vt100"}])
def test_in_a_terminal_prompts_end_where_typing_begins(
    env: dict[str, str], tmp_path: Path
) -> None:
    arguments = [] if env["TERM"] == "dumb" else ["--plain"]
    with Terminal(*arguments, "--save-to", str(tmp_path), env=env) as terminal:
        terminal.wait_for("Who are the answers about?")
        terminal.settle(0.2)
        assert terminal.screen().endswith("Your answer:")
        terminal.send("1\n")
        terminal.wait_for("Section 1 of 6.")
        assert b"\x1b" not in terminal.bytes
        terminal.send("exit\n")
        assert terminal.wait_for_exit() == 0
        assert "988" in terminal.screen()


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Section 1 of 6. At most {most} questions left, about 7 minutes."),
        ("es", "Sección 1 de 6. Por contestar, como mucho: {most} preguntas"),
    ],
)
def test_how_much_is_left_is_said_in_whole_sentences(
    language: str, told: str, core: Questionnaire
) -> None:
    told = told.format(most=progress_of(core, {}).most_left)
    with Terminal("--plain", "--lang", language, columns=200) as terminal:
        terminal.wait_for("?\n1. ")
        terminal.send("1\n")
        terminal.settle()
        assert told in " ".join(terminal.screen().split())


def test_ctrl_c_leaves_with_crisis_help() -> None:
    with Terminal("--plain") as terminal:
        terminal.wait_for("Your answer:")
        terminal.send("\x03")
        assert terminal.wait_for_exit() == 0
        assert "988" in terminal.screen()


@pytest.mark.parametrize("other", ["--kiosk", "--counselor", "--save-as-i-go"])
def test_it_goes_with_the_plain_questions_only(
    other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--plain", other]) == 2
    assert "does not go with" in capsys.readouterr().err


# Beside the screens


@pytest.mark.slow
def test_both_faces_save_the_same_file() -> None:
    assert list(parity.compare(1, seed=11)) == []


@pytest.mark.slow
def test_a_face_that_hears_something_else_is_noticed() -> None:
    def hears_wrong(item: Item, heard: str) -> Given:
        answer = answer_in(item, heard)
        if item.link_id == "limits":  # which opens no question
            return ("cost",) if answer != ("cost",) else ("none",)
        return answer

    with patch("screener.plain.asking.answer_in", hears_wrong):
        assert list(parity.compare(1, seed=11))
