"""The last words of a program that breaks: what is left of the answers, and help."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from screener.catalog import load_questionnaire, questionnaire_folder
from tests.terminal import Terminal
from tests.tui.walking import digit

BREAKS_ON_HELP = """
import sys
from screener.tui.screens import help
def broken(*_):
    raise ValueError("canary")
help.HelpScreen.__init__ = broken
from screener.cli import main
sys.exit(main())
"""
PLAIN_BREAKS = """
import sys
from screener.plain import visit
where = sys.argv.pop(1)
def broken(*_):
    raise ValueError("canary")
if where == "welcome":
    visit.reviewed_words = broken
if where == "result":
    visit.result_lines = broken
if where == "keep":
    keep = visit.keep
    def kept(*arguments):
        saved = keep(*arguments)
        visit._ = broken
        return saved
    visit.keep = kept
from screener.cli import main
sys.exit(main())
"""

WORDS = {
    "en": {
        "sorry": "Something went wrong in this program",
        "not saved": "Your answers were not saved",
        "saved": "Your answers were saved as you went",
        "failing": "Your newest answers could not be saved",
        "locked": "type your passphrase to pick up",
        "again": "Start the program again to pick up",
        "file": "The summary that you saved is still there",
    },
    "es": {
        "sorry": "Algo falló en este programa",
        "not saved": "Sus respuestas no se guardaron",
        "saved": "Sus respuestas se guardaron sobre la marcha",
        "failing": "Sus respuestas más nuevas no se pudieron guardar",
        "locked": "escriba su contraseña para seguir",
        "again": "Inicie el programa de nuevo para seguir",
        "file": "El resumen que guardó sigue ahí",
    },
}
STEPS = {
    "en": ("Enter Start", "18 or older", "Section 1"),
    "es": ("Enter Empezar", "18 años", "Sección 1"),
}
"""Texts on the welcome, the screen of who answers, and a question."""
NONE = digit(load_questionnaire(questionnaire_folder()).item[0])
"""The key for none of the signs of danger that the first question names."""
SAVE = {"en": "Save as I go", "es": "Guardar sobre la marcha"}


def broken_program(state: Path, language: str, *arguments: str) -> Terminal:
    options = ["--lang", language, *arguments]
    env = {"XDG_STATE_HOME": str(state)}
    script = [BREAKS_ON_HELP, *options]
    return Terminal("-c", *script, python=True, env=env, columns=100)


def autosave(terminal: Terminal, language: str, passphrase: str = "") -> None:
    terminal.wait_for(SAVE[language])
    terminal.settle(0.2)
    if passphrase:
        terminal.send("\t")
        terminal.settle(0.1)
        terminal.send(f"{passphrase}\r")
        terminal.settle(0.2)
        terminal.send(passphrase)
        terminal.settle(0.2)
    terminal.send("\r")


def answer(terminal: Terminal, language: str) -> None:
    start, adult, section = STEPS[language]
    terminal.wait_for(start)
    terminal.settle(0.2)
    terminal.send("\r")
    terminal.wait_for(adult)
    terminal.settle(0.2)
    terminal.send("1\r")
    before = terminal.wait_for(section)
    terminal.settle(0.2)
    terminal.send(f"{NONE}\r")
    terminal.wait_for_other_than(before)
    terminal.settle(0.4)


def last_words(terminal: Terminal, language: str) -> str:
    terminal.send("h")
    terminal.wait_for(WORDS[language]["sorry"])
    assert terminal.wait_for_exit() == 1
    assert b"canary" not in terminal.bytes
    assert b"Traceback" not in terminal.bytes
    assert "988" in terminal.screen()
    return " ".join(terminal.screen().split())


def are_said(words: str, language: str, *said: str) -> None:
    for name, sentence in WORDS[language].items():
        assert (sentence in words) == (name in said or name == "sorry"), name


@pytest.mark.many_cases
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("state", ["saved", "locked", "failing", "not saved", "none"])
def test_a_visit_that_breaks_says_what_is_left(
    state: str, language: str, tmp_path: Path
) -> None:
    is_on = state in ("saved", "locked", "failing")
    options = ["--save-as-i-go"] if is_on else []
    with broken_program(tmp_path, language, *options) as terminal:
        if is_on:
            locked = "correct horse" if state == "locked" else ""
            autosave(terminal, language, locked)
        if state == "none":
            terminal.wait_for(STEPS[language][0])
            terminal.settle(0.2)
        else:
            answer(terminal, language)
        if state == "failing":
            (file,) = tmp_path.glob("screener/*.visit")
            file.unlink()
            file.write_text("mine")
            terminal.send("1\r")
            terminal.wait_for(file.name[:6])
            terminal.send("\r")
            terminal.settle(0.3)
        words = last_words(terminal, language)
    said = {
        "saved": ["saved", "again"],
        "locked": ["saved", "locked"],
        "failing": ["failing", "again"],
        "not saved": ["not saved"],
        "none": [],
    }
    are_said(words, language, *said[state])


@pytest.mark.many_cases
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("where", ["welcome", "result", "keep"])
def test_a_visit_line_by_line_that_breaks_says_what_is_left(
    where: str, language: str, tmp_path: Path
) -> None:
    options = ["--plain", "--lang", language, "--save-to", str(tmp_path / "kept")]
    lines = ["1", *["skip", "g"] * 60, "", "k", "", "", "y"]
    done = subprocess.run(
        [sys.executable, "-c", PLAIN_BREAKS, where, *options],
        input="\n".join(lines) + "\n",
        capture_output=True,
        text=True,
        env={**os.environ, "LANG": "C.UTF-8"},
        check=False,
    )
    assert done.returncode == 1
    assert "canary" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    words = done.stdout[done.stdout.index(WORDS[language]["sorry"]) :]
    assert "988" in words
    said = {"welcome": [], "result": ["not saved"], "keep": ["file"]}
    are_said(" ".join(words.split()), language, *said[where])
    if where == "keep":
        assert all(str(file) in words for file in (tmp_path / "kept").iterdir())
