"""Arguments for every command of the parser, so that a new command is tested too."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from screener.cli.parser import build_parser
from screener.summary import save
from tests.cli.command import ON_SMALL
from tests.small import CALM, SMALL, summary_of


def names() -> list[str]:
    """Return the names of all commands of the parser."""
    commands = build_parser()._commands
    assert commands
    return [*commands.choices]


def arguments(folder: Path) -> Mapping[str, Sequence[str | Path]]:
    """Return arguments for a short run of each command, without a terminal.

    Args:
        folder: An empty folder for the files that the commands need.
    """
    summary = save(summary_of(CALM), folder / "saved").files[0]
    (folder / "answers.toml").write_text("[answers]\n")
    (folder / "people.jsonl").write_text("{}\n")
    case = '{"id": 1, "answers": {}, "expected": {"urgency": "routine"}}'
    (folder / "cases.jsonl").write_text(f"{case}\n")
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
        "agreement": [folder / "cases.jsonl", *ON_SMALL],
        "serve": ["--config", folder / "nowhere.toml"],
        "kiosk-pin": [],
        "kiosk-config": [],
    }
