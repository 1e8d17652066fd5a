"""Help, version, exit codes and streams of the real command."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import screener as package
from tests.cli.command import ON_SMALL, screener

FULL = Path("/dev/full")
PROGRAM = (sys.executable, "-m", "screener")


def test_help_tells_all_commands_examples_and_where_to_call() -> None:
    run = screener("--help")
    assert (run.code, run.err) == (0, "")
    for told in ("988", "911", "examples:", "items", "score", "show", "--region"):
        assert told in run.out
    assert max(map(len, run.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "wanted"), [(("--lang", "es"), "en"), ((), "es")]
)
def test_help_is_told_in_spanish(arguments: tuple[str, ...], wanted: str) -> None:
    run = screener(*arguments, "--help", SCREENER_LANG=wanted)
    assert (run.code, run.err) == (0, "")
    assert run.out.startswith("uso: screener [opciones]")
    for told in ("988", "911", "oprima 2", "comandos:", "muestra este texto"):
        assert told in run.out
    assert not re.search(r"\b(the|with|see|default|prove)\b", run.out)
    assert max(map(len, run.out.splitlines())) <= 80


@pytest.mark.parametrize("command", ["items", "score", "questionnaire", "show", "diff"])
def test_every_command_has_its_own_help(command: str) -> None:
    run = screener(command, "--help")
    assert run.code == 0
    assert run.out.startswith(f"usage: screener {command}")
    assert max(map(len, run.out.splitlines())) <= 80


def test_the_version_is_that_of_the_package() -> None:
    assert screener("--version").out == f"screener {package.__version__}\n"


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_wait_for_no_heavy_import(argument: str) -> None:
    code = (
        "import sys; from screener.cli import main; main(sys.argv[1:]);"
        "heavy = {'pydantic', 'textual', 'rich', 'json'} & set(sys.modules);"
        "sys.exit(' '.join(heavy) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, argument], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "arguments",
    [
        ["--nonsense"],
        ["nonsense"],
        ["--theme", "pink"],
        ["--the", "dark"],
        ["items", "extra"],
        ["score"],
        ["score", "--json"],
        ["score", "a.toml", "--jsonl", "-"],
        ["score", "--jsonl"],
        ["questionnaire", "--format", "pdf"],
        ["questionnaire", "extra"],
        ["show"],
        ["show", "a", "b"],
        ["diff"],
        ["diff", "a"],
        ["diff", "a", "b", "c"],
    ],
)
def test_a_wrong_command_line_exits_2_and_says_how_it_goes(
    arguments: list[str],
) -> None:
    run = screener(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert "usage: screener" in run.err
    assert "Traceback" not in run.err


def test_an_unknown_questionnaire_exits_1() -> None:
    run = screener("items", "--questionnaire", "/nowhere")
    assert (run.code, run.out) == (1, "")
    assert "/nowhere is not a usable questionnaire" in run.err


def test_the_questionnaire_may_stand_before_the_command() -> None:
    assert screener(*ON_SMALL, "items").out == screener("items", *ON_SMALL).out


def test_a_reader_that_goes_away_is_no_error_to_shout_about() -> None:
    command = shlex.join([*PROGRAM, "items", *ON_SMALL, "--json"])
    done = subprocess.run(
        ["sh", "-c", f"{command} | true; {command} | head -c 1"],
        capture_output=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"[", b"")


@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_an_output_that_is_full_is_told() -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "screener", "items", *ON_SMALL],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == b"The output cannot be written: the disk is full.\n"


def test_words_that_the_terminal_cannot_show_are_no_crash(tmp_path: Path) -> None:
    answers = tmp_path / "\N{BLACK HEART SUIT}.toml"
    answers.write_text("[answers]\n")
    run = screener("score", answers, *ON_SMALL, PYTHONIOENCODING="ascii")
    assert (run.code, run.err) == (0, "")
    assert "?.toml" in run.out


def test_what_a_file_says_cannot_steer_the_terminal(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text('[answers]\n"\\u001b[2Jx\\u009b31m" = "\\u202e"\n')
    run = screener("score", answers, *ON_SMALL)
    assert run.code == 1
    assert "A key has hidden characters, which could steer" in run.err
    assert not set(run.err) & set("\x1b\x9b\u202e")


@pytest.mark.slow
def test_closed_streams_are_no_crash() -> None:
    run, small = shlex.join(PROGRAM), shlex.join(ON_SMALL)
    commands = (
        f"{run} items {small} >&-",
        f"{run} items {small} >&- 2>&-",
        f"{run} score --jsonl - {small} <&-",
        f"{run} <&- >&- 2>&-",
        f"{run} --help >&-",
    )
    for command in commands:
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, env=os.environ, check=False
        )
        assert done.returncode in (0, 1)
        assert b"Traceback" not in done.stderr
