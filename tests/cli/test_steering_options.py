"""No part of a command line can send control characters to the terminal."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.cli.parser import build_parser
from screener.sanitize import steers
from screener.summary import save
from tests.cli.command import screener
from tests.cli.every_command import arguments, names
from tests.small import CALM, summary_of
from tests.steering import STEERING
from tests.terminal import Terminal

ODD = f"A{STEERING}\nIn danger? There is none."
"""A value with control characters and a line that looks like the program's own."""


def _options(command: str) -> Iterator[str]:
    """Yield every option of a command that takes a value."""
    commands = build_parser()._commands
    assert commands
    for action in commands.choices[command]._actions:
        takes_none = action.nargs == 0 or not action.option_strings
        if not takes_none and not isinstance(action, argparse._HelpAction):
            yield action.option_strings[-1]


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a temporary folder: `population --to` creates a file of that name."""
    monkeypatch.chdir(tmp_path)


CASES = [(command, option) for command in names() for option in _options(command)]


def _assert_harmless(printed: str) -> None:
    assert printed
    assert not steers(printed)
    assert "Traceback" not in printed
    assert "\nIn danger? There is none." not in printed


@pytest.mark.many_cases
@pytest.mark.parametrize(("command", "option"), CASES)
def test_no_option_prints_what_steers(
    command: str, option: str, tmp_path: Path
) -> None:
    usual = arguments(tmp_path)[command]
    run = screener(command, *usual, f"{option}={ODD}", LANG="C.UTF-8")
    _assert_harmless(f"{run.out}{run.err} ")


@pytest.mark.many_cases
@pytest.mark.parametrize("command", names())
def test_no_argument_prints_what_steers(command: str) -> None:
    run = screener(command, ODD, ODD, LANG="C.UTF-8")
    _assert_harmless(f"{run.out}{run.err} ")


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "name",
    [
        *("LANG", "LC_ALL", "LANGUAGE", "SCREENER_LANG", "SCREENER_REGION", "TERM"),
        *("TZ", "COLUMNS", "HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR", "NO_COLOR"),
        *("TEXTUAL_COLOR_SYSTEM", "CREDENTIALS_DIRECTORY", "PAGER", "USER"),
    ],
)
@pytest.mark.parametrize("command", ["--plain", "history", "forget", "items", "serve"])
def test_no_variable_prints_what_steers(
    name: str, command: str, tmp_path: Path
) -> None:
    settings = {"LANG": "C.UTF-8", "HOME": str(tmp_path), name: ODD}
    config = ["--config", str(tmp_path / "none")] if command == "serve" else []
    run = screener(command, *config, stdin=b"", **settings)
    _assert_harmless(f"{run.out}{run.err} ")


@pytest.mark.many_cases
@pytest.mark.parametrize("command", ["show", "rescore", "score", "export", "check"])
@pytest.mark.parametrize("content", [b"", b"x", b"a = \x1b[31m", "\x9b = 1".encode()])
def test_no_message_about_a_file_prints_its_odd_name_or_words(
    command: str, content: bytes, tmp_path: Path
) -> None:
    file = tmp_path / f"{ODD.replace('/', '')}.toml"
    file.write_bytes(content)
    _assert_harmless(screener(command, file, LANG="C.UTF-8").err)


def test_no_line_of_answers_prints_what_steers(tmp_path: Path) -> None:
    lines = tmp_path / "people.jsonl"
    escaped = "".join(f"\\u{ord(char):04x}" for char in ODD)
    lines.write_text(f'{{"{escaped}": "{escaped}"}}\n{{"danger-now": "{escaped}"}}\n')
    for more in ([], ["--id", "danger"]):
        run = screener("score", "--jsonl", lines, *more, LANG="C.UTF-8")
        _assert_harmless(run.out + run.err)
    assert os.linesep.join(run.out.splitlines()) == run.out.rstrip("\n")


def test_what_asks_for_a_passphrase_prints_nothing_that_steers(tmp_path: Path) -> None:
    """The prompt is written to the terminal, not to standard output."""
    save(summary_of(CALM), tmp_path, "a passphrase of words")
    (file,) = tmp_path.glob("*.age")
    file = file.rename(tmp_path / f"{ODD.replace('/', '')}.toml.age")
    with Terminal("show", str(file)) as terminal:
        terminal.wait_for("Passphrase of")
        terminal.settle()
        written = terminal.bytes.decode("utf-8", "surrogateescape")
    assert not steers(written.replace("\r\n", "\n"))
    assert "\nIn danger?" not in written
