"""A run of every command that the parser has, so that a new one is tried as well."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from screener.cli.parser import build_parser
from screener.summary import save
from tests.cli.command import ON_SMALL
from tests.small import CALM, SMALL, summary_of


def names() -> list[str]:
    """The names of all commands, as the parser has them."""
    commands = build_parser()._commands
    assert commands
    return [*commands.choices]


def arguments(folder: Path) -> Mapping[str, Sequence[str | Path]]:
    """What makes each command do something short, without a terminal.

    Args:
        folder: An empty folder for the files that it needs.
    """
    summary = save(summary_of(CALM), folder / "saved").files[0]
    (folder / "answers.toml").write_text("[answers]\n")
    (folder / "people.jsonl").write_text("{}\n")
    return {
        "items": ON_SMALL,
        "score": [folder / "answers.toml", *ON_SMALL],
        "questionnaire": ON_SMALL,
        "questionnaires": [],
        "translation": ["es", *ON_SMALL],
        "show": [summary],
        "history": [folder / "saved"],
        "caseload": [folder / "saved"],
        "forget": [],
        "export": [summary, *ON_SMALL],
        "compare": [summary, summary],
        "rescore": [summary, *ON_SMALL],
        "check": [SMALL],
        "diff": [SMALL, SMALL],
        "population": [folder / "people.jsonl", *ON_SMALL],
        "serve": ["--config", folder / "nowhere.toml"],
        "kiosk-pin": [],
        "kiosk-config": [],
    }
