"""A file of version 0.1.0, shown and re-scored once its questions are replaced."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import screener
from screener.catalog import compose, load_help_lines, questions_folder, select
from screener.cli import main
from screener.model import ChoiceItem, EarlierAnswer, Respondent
from screener.summary import (
    AnswerState,
    Summary,
    read_summary,
    reopen,
    summarize,
    to_toml,
)
from tests.catalog.broken import copy
from tests.small import CALM, CREATED, DATA, summary_of
from tests.summary.pdf_reading import text_of
from tests.summary.test_specimens import SPECIMENS, name_of

FOLDER = DATA / "summaries"
OF_A_COUNSELOR = FOLDER / "6-counselor" / "moderate.toml"
ANSWERED = (AnswerState.GIVEN, AnswerState.UNUSED)


@pytest.fixture
def replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program whose core, version 1.0.0, asks nothing that 0.1.0 asked."""
    house = tmp_path / "house"
    shutil.copytree(
        questions_folder(),
        house / "questions",
        ignore=shutil.ignore_patterns("level-of-care", "ready"),
    )
    new = copy(
        tmp_path,
        ("questionnaire.toml", 'id = "small"', 'id = "level-of-care"'),
        ("questionnaire.toml", '"2026.1"', '"1.0.0"'),
    )
    for path in new.glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        for shared in ("limits", "plan"):
            text = text.replace(f'"{shared}"', f'"new-{shared}"')
        path.write_text(text, encoding="utf-8")
    new.rename(house / "questions" / "level-of-care")
    monkeypatch.setattr(screener, "__file__", str(house / "screener" / "__init__.py"))
    return house / "questions" / "level-of-care"


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([*map(str, arguments)]) == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.fixture
def before(capsys: pytest.CaptureFixture[str]) -> dict[Path, str]:
    """The text of each file before its questions were replaced."""
    return {file: run(capsys, "show", file) for file in SPECIMENS}


@pytest.mark.usefixtures("replaced")
def test_the_core_is_replaced() -> None:
    assert select().load().version == "1.0.0"
    lost = reopen(select().load(), read_summary(OF_A_COUNSELOR)).lost
    assert {one.link_id for one in lost} == answered(read_summary(OF_A_COUNSELOR))


def test_each_file_says_what_it_said(
    before: dict[Path, str],
    replaced: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert before.keys() == {*SPECIMENS}
    assert {file: run(capsys, "show", file) for file in SPECIMENS} == before
    assert replaced.is_dir()


def test_in_another_language_it_stays_in_its_own(
    before: dict[Path, str],
    replaced: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert replaced.is_dir()
    assert main(["show", str(OF_A_COUNSELOR), "--lang", "es"]) == 0
    told = capsys.readouterr()
    assert " ".join(told.out.split()) == before[OF_A_COUNSELOR]
    assert "English" in told.err


def test_its_pages_say_what_they_said(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    was, now = tmp_path / "was.pdf", tmp_path / "now.pdf"
    assert main(["show", str(OF_A_COUNSELOR), "--pdf", str(was)]) == 0
    request.getfixturevalue("replaced")
    assert main(["show", str(OF_A_COUNSELOR), "--pdf", str(now)]) == 0
    assert text_of(now.read_bytes()) == text_of(was.read_bytes())


@pytest.mark.usefixtures("replaced")
@pytest.mark.parametrize("file", SPECIMENS, ids=name_of)
def test_all_that_does_not_count_is_named(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "rescore", file)
    summary = read_summary(file)
    assert "made with level-of-care 0.1.0" in told
    assert "placed with level-of-care 1.0.0, not the same" in told
    assert ("Some answers were left out" in told) == summary.left_out
    for line in summary.answers:
        if line.state in ANSWERED:
            said = "; ".join(line.answer).rstrip(".") or "(none)"
            name = f"- {line.short}: {said}. It is not asked any more."
            assert " ".join(name.split()) in told
    table = json.loads(run(capsys, "rescore", file, "--json"))
    assert {*table["misfits"]} == answered(summary)
    assert {one["item"] for one in table["lost"]} == answered(summary)


def answered(summary: Summary) -> set[str]:
    return {line.link_id for line in summary.answers if line.state in ANSWERED}


CHANGED = """
[[answer]]
before = "1.0.0"
item = "support"
codes = ["yes"]
why = "It asks about friends now."

[[answer]]
before = "1.0.0"
item = "days"
why = "It asks about a year now."

[[answer]]
before = "1.0.0"
item = "tried"
codes = ["no"]
becomes = { item = "limits", code = "work" }
"""


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """Version 1.0.0 of the small questionnaire, in which some answers have changed."""
    folder = copy(tmp_path, ("questionnaire.toml", '"2026.1"', '"1.0.0"'))
    (folder / "earlier.toml").write_text(CHANGED, encoding="utf-8")
    return folder


def test_a_file_is_scored_again_as_far_as_its_answers_mean_the_same(
    changed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = summary_of({**CALM, "support": "yes", "days": 4})
    origin = replace(made.questionnaire, version="0.1.0")
    file = tmp_path / "visit.toml"
    file.write_bytes(to_toml(replace(made, questionnaire=origin)))
    told = run(capsys, "rescore", file, "--questionnaire", changed)
    assert "These answers do not count any more:" in told
    assert "- Support: Yes. It asks about friends now." in told
    assert "- Days of use: 4 days. It asks about a year now." in told
    table = json.loads(
        run(capsys, "rescore", file, "--questionnaire", changed, "--json")
    )
    assert table["misfits"] == ["days", "support"]
    assert table["lost"][1] == {
        "item": "support",
        "name": "Support",
        "answer": ["Yes"],
        "codes": ["yes"],
        "why": "It asks about friends now.",
    }


def test_a_part_is_compared_by_its_own_version() -> None:
    core, phq = select().load(), select("phq-9").load()
    item = phq.item[0]
    assert isinstance(item, ChoiceItem)
    made = summarize(
        compose(core, [phq]),
        {item.link_id: item.option[0].code},
        load_help_lines("us"),
        respondent=Respondent.SELF,
        created=CREATED,
    )
    entry = EarlierAnswer(before="2.0", item=item.link_id, why="So.", part="phq-9")
    newer = replace(phq, version="2.0", earlier=(entry,))
    lost = reopen(compose(replace(core, version="9.0"), [newer]), made).lost
    assert [(one.link_id, one.why) for one in lost] == [(item.link_id, "So.")]
    same = replace(phq, earlier=(replace(entry, before=phq.version),))
    assert not reopen(compose(replace(core, version="9.0"), [same]), made).lost
