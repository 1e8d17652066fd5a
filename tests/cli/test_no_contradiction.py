"""The output of commands about answers and files never contradicts itself."""

import csv
import io
import json
from pathlib import Path

import pytest
import tomli_w

from screener.caseload.history_file import history_csv
from screener.cli import main
from screener.language import ENGLISH, speak
from screener.model import Answers, Unknown
from screener.placing import LinePlacer
from screener.scoring import evaluate
from screener.summary import Summary, to_toml
from screener.summary.said import certainty
from tests.summary.contradictions import contradictions, said_to, table
from tests.summary.test_never_together import KINDS, TOPICS, edition, told, who

LANGUAGES = ["en", "es"]


@pytest.fixture(autouse=True)
def english_again() -> None:
    """Reset the language, which commands set for the whole process."""
    speak(ENGLISH)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([*map(str, arguments)]) == 0
    return " ".join(capsys.readouterr().out.split())


def raw(answers: Answers) -> dict[str, object]:
    """Return answers as in a file, without unknown ones."""
    return {
        link_id: list(answer) if isinstance(answer, tuple) else answer
        for link_id, answer in answers.items()
        if not isinstance(answer, Unknown)
    }


@pytest.mark.many_cases
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_command_contradicts_itself_about_a_file(
    kind: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, answers = edition(language), KINDS[kind]
    true = evaluate(asked.questionnaire, answers)
    for topics in (TOPICS[0], TOPICS[-1])[: 2 if language == ENGLISH else 1]:
        summary, _faces = told(asked, answers, *topics)
        file = tmp_path / f"{len(topics)}{''.join(topics)}.toml"
        file.write_bytes(to_toml(summary))
        outputs = {
            "show": printed(capsys, "show", file),
            "rescore": printed(capsys, "rescore", file, "--lang", language),
            "compare": printed(capsys, "compare", file, file, "--lang", language),
        }
        known = table(language)
        people = [*who(true, summary, answers)]
        assert not [*contradictions(outputs, known), *said_to(people, outputs, known)]


@pytest.mark.many_cases
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_score_does_not_contradict_itself(
    kind: str, language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, answers = edition(language), KINDS[kind]
    summary, _faces = told(asked, answers)
    sheet = tmp_path / "answers.toml"
    sheet.write_text(tomli_w.dumps({"answers": raw(answers)}))
    outputs = {"score": printed(capsys, "score", sheet, "--lang", language)}
    people = [*who(evaluate(asked.questionnaire, answers), summary, answers)]
    known = table(language)
    assert not [*contradictions(outputs, known), *said_to(people, outputs, known)]


def stands_in(summary: Summary) -> dict[str, str]:
    return {line.id: certainty(summary, line).value for line in summary.ladders}


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", KINDS)
def test_programs_are_told_how_each_rung_stands(kind: str) -> None:
    """In the reply to a line and in a client's table as on the screen."""
    asked, answers = edition(), KINDS[kind]
    summary, _faces = told(asked, answers)
    line = json.dumps(raw(answers)).encode()
    placed = json.loads(LinePlacer(asked.questionnaire).reply(line, "line 1"))
    (row,) = csv.DictReader(io.StringIO(history_csv([summary])))
    for ladder, stands in stands_in(summary).items():
        assert placed["ladders"][ladder]["stands"] == stands
        assert row[f"{ladder}.stands"] == stands


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", KINDS)
def test_no_mildest_rung_is_established_beside_an_emergency(kind: str) -> None:
    asked, answers = edition(), KINDS[kind]
    for topics in TOPICS:
        summary, _faces = told(asked, answers, *topics)
        true = evaluate(asked.questionnaire, answers)
        if not {*who(true, summary, answers)} & {
            "who needs help today",
            "whose file leaves out what calls for help today",
        }:
            continue
        for ladder in summary.ladders:
            if not ladder.place_of(ladder.low):
                assert not certainty(summary, ladder).is_known, (topics, ladder.id)
