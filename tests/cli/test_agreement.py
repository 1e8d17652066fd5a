"""`screener agreement` compares cases, and a caseload, from the command line."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from screener.cli import main
from screener.model import Answer
from screener.summary import to_toml
from tests.agreement.test_views import visit
from tests.cli.command import ON_SMALL, screener
from tests.small import CALM, CREATED, summary_of

CASES: Sequence[dict[str, Any]] = (
    {
        "id": "A1",
        "answers": {**CALM},
        "expected": {"level-of-care": "none", "urgency": "routine"},
        "group": "clinic",
    },
    {
        "id": "A2",
        "answers": {**CALM, "days": 5},
        "expected": {"level-of-care": ["none", "outpatient"]},
        "group": "clinic",
    },
    {
        "id": "A3",
        "answers": {**CALM, "days": 12},
        "expected": {"level-of-care": "outpatient"},
        "grade": "two clinicians",
    },
    {
        "id": "A4",
        "answers": {**CALM, "days": 5},
        "expected": {"level-of-care": "residential"},
    },
    {
        "id": "A5",
        "answers": {**CALM, "days": None},
        "expected": {"level-of-care": "outpatient"},
    },
)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(f"{json.dumps(one)}\n" for one in CASES))
    return file


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[str, str]:
    """What is printed, with single blanks."""
    main(["agreement", *map(str, (*arguments, *ON_SMALL))])
    out, err = capsys.readouterr()
    return " ".join(out.split()), err


def table(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> tuple[dict[str, Any], str]:
    main(["agreement", *map(str, (*arguments, *ON_SMALL)), "--json"])
    out, err = capsys.readouterr()
    return json.loads(out), err


def test_the_text_says_all_of_it(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, err = told(capsys, cases)
    assert err == ""
    for words in (
        "Cases: 5",
        "Level of care (level-of-care) cases 5 in range 2 40 % (95 % interval: 12 to",
        "over 1 20 % under 1 20 % open 1 20 % settled 4",
        "1 2 3 4 several 1 No treatment 1 · · · · 2 Outpatient care · · 1 · 1",
        "1 to 2 · 1 · · ·",
        "A4: under. Expected: residential. By the answers: outpatient. - some-use: ",
        "A3: over. Expected: outpatient. By the answers: intensive-outpatient. - heavy",
        "A5: open. Expected: outpatient. By the answers: none..intensive-outpatient.",
        "possible: heavy-use: Use on most days",
        "No answer yet to: days",
        "group cases in range over under open (none) 3 0 1 1 1 clinic 2 2 0 0 0",
        "grade cases in range over under open (none) 4 2 0 1 1 two clinicians 1 0 1 0",
        "2,000 resamples (seed 1)",
    ):
        assert words in out


def test_the_table_for_programs_has_the_same(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found, err = table(capsys, cases)
    assert err == ""
    assert (found["cases"], found["bad"]) == (5, 0)
    assert (found["resamples"], found["seed"]) == (2_000, 1)
    level, urgency = found["ladders"]
    counts = {key: level[key] for key in ("cases", "in", "over", "under", "open")}
    assert counts == {"cases": 5, "in": 2, "over": 1, "under": 1, "open": 1}
    assert level["settled"] == 4
    # 0-0, 1-2, 3-1: distances 5/3; means 4/3 and 1, mean squares 10/3 and 5/3:
    # 1 - (5/3) / (5 - 8/3) = 2/7.
    assert level["kappa"]["value"] == pytest.approx(2 / 7, abs=1e-4)
    assert level["kappa"]["cases"] == 3
    assert level["table"][1] == {
        "expected": ["outpatient", "outpatient"],
        "placed": {
            "none": 0,
            "outpatient": 0,
            "intensive-outpatient": 1,
            "residential": 0,
        },
        "several": 1,
    }
    assert [one["id"] for one in level["differ"]] == ["A4", "A3", "A5"]
    assert level["differ"][1] == {
        "id": "A3",
        "verdict": "over",
        "expected": ["outpatient", "outpatient"],
        "placed": ["intensive-outpatient", "intensive-outpatient"],
        "stands": "settled",
        "rules": ["heavy-use"],
        "possible": [],
        "unknown": [],
    }
    assert level["groups"]["clinic"]["in"] == 2
    assert urgency["kappa"] == {
        "cases": 1,
        "value": None,
        "interval": None,
        "missing": "one-rung",
    }


def test_a_bad_line_is_named_and_the_others_count(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with cases.open("a") as file:
        file.write(
            '\n{"id": "B", "answers": {"days": 1}, "expected": {"level": "x"}}\n'
        )
        file.write("{\n")
    assert main(["agreement", str(cases), *ON_SMALL, "--json"]) == 1
    out, err = capsys.readouterr()
    assert (json.loads(out)["cases"], json.loads(out)["bad"]) == (5, 2)
    assert f"{cases}: not every case can be used:" in err
    assert (
        "cases.jsonl, line 7: expected.level: There is no such ladder. To mend it: "
        "write one of: level-of-care, urgency."
    ) in err
    assert "cases.jsonl, line 8: " in err
    assert "2 cases could not be used, and are not counted." in err


@pytest.mark.slow
def test_it_reads_standard_input(cases: Path) -> None:
    run = screener("agreement", "-", *ON_SMALL, stdin=cases.read_bytes())
    assert (run.code, run.err) == (0, "")
    assert "Cases: 5" in run.out


def test_without_cases_nothing_is_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none.jsonl").write_text("\n\n")
    out, err = told(capsys, tmp_path / "none.jsonl")
    assert err == ""
    assert "Cases: 0 Level of care (level-of-care) No case says what is" in out


def test_a_folder_of_cases_in_toml(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, days, rung in (("V1", 5, "outpatient"), ("V2", 12, "none")):
        (tmp_path / f"{name}.toml").write_text(
            f'[answers]\ndays = {days}\n[expected]\nlevel-of-care = "{rung}"\n'
        )
    (tmp_path / "torn.toml").write_text("[answers")
    found, err = table(capsys, tmp_path)
    assert (found["cases"], found["bad"]) == (2, 1)
    assert found["ladders"][0]["cases"] == 2
    assert "torn.toml" in err


@pytest.mark.slow
def test_it_speaks_spanish(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with cases.open("a") as file:
        file.write(
            '{"id": "A1", "answers": {}, "expected": {"urgency": "x"}, "y": 1}\n'
        )
    main(["agreement", str(cases), "--lang", "es"])
    out, err = capsys.readouterr()
    assert "Casos: 0" in out
    assert "cases.jsonl, línea 1" in err
    run = screener("agreement", cases, *ON_SMALL, "--lang", "en", SCREENER_LANG="es")
    assert "Cases: 5" in run.out


# Pictures


@pytest.mark.parametrize("name", ["tables.png", "tables.SVG"])
def test_a_picture_is_written(
    name: str, cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = cases.with_name(name)
    out, err = told(capsys, cases, "--plot", picture)
    assert err == ""
    assert "Cases: 5" in out
    if picture.suffix == ".png":
        with Image.open(picture) as opened:
            opened.load()
            assert opened.format == "PNG"
    else:
        assert b"<svg" in picture.read_bytes()
    assert picture.stat().st_mode & 0o077 == 0


def test_nothing_is_written_over(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = cases.with_name("there.png")
    picture.write_text("mine")
    out, err = told(capsys, cases, "--plot", picture)
    assert out == ""
    assert "is there already" in err
    assert picture.read_text() == "mine"


def test_a_picture_of_nothing_is_not_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "none.jsonl").write_text("")
    _, err = told(capsys, tmp_path / "none.jsonl", "--plot", tmp_path / "x.png")
    assert "nothing to draw" in err
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("name", ["tables.pdf", "tables", "png"])
def test_a_picture_of_another_kind_is_refused(name: str, cases: Path) -> None:
    run = screener("agreement", cases, "--plot", name)
    assert run.code == 2
    assert "ends in .png or .svg" in run.err


# Without the extra


def test_without_the_libraries_all_is_counted_but_kappa(
    cases: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.agreement.kappa.find_spec", lambda name: None)
    out, err = told(capsys, cases)
    assert "in range 2 40 % over" in out
    assert "kappa not measured: see below" in out
    assert "pip install 'level-of-care-screener[agreement]'" in err
    found, err = table(capsys, cases)
    assert found["ladders"][0]["kappa"]["missing"] == "not-installed"
    assert "level-of-care-screener[agreement]" in err


def test_without_the_libraries_no_picture_is_begun(
    cases: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.agreement.picture.find_spec", lambda name: None)
    out, err = told(capsys, cases, "--plot", cases.with_name("x.png"))
    assert out == ""
    assert "pip install 'level-of-care-screener[agreement]'" in err


# Caseloads


def caseload(folder: Path, clients: int) -> Path:
    """A caseload: of every three clients, the counselor sees one as graver."""
    folder.mkdir()
    for number in range(clients):
        days: Answer = (0, 5, 12)[number % 3]
        own: dict[str, Any] = {"days": 12} if number % 3 == 1 else {}
        one = visit({**CALM, "days": days}, own, "outpatient", f"K{number}")
        (folder / f"{number}.toml").write_bytes(to_toml(one))
    return folder


def test_a_caseload_compares_clients_with_their_counselors(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = caseload(tmp_path / "load", 36)
    out, _ = told(capsys, folder)
    for words in (
        "Clients with a counselor's view: 36",
        "beside the counselor's view Level of care (level-of-care) cases 36 in range 2",
        "under 12 33 %",
        "beside the level that was agreed Level of care (level-of-care) cases 36 in r",
    ):
        assert words in out
    assert "K1" not in out
    assert out.count("docs/agreement.md") == 1
    assert out.endswith("and what they do not show.")
    found, _ = table(capsys, folder)
    assert found["clients"] == 36
    assert found["least"] == 11
    assert found["counselor"][0]["under"] == 12
    # Agreed on outpatient care: 12 clients each are in range, over and under.
    agreed = found["agreed"][0]
    assert (agreed["in"], agreed["over"], agreed["under"]) == (12, 12, 12)
    assert found["agreed"][0]["differ"] == []


def test_of_few_clients_no_count_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = caseload(tmp_path / "load", 9)
    picture = tmp_path / "few.svg"
    out, _ = told(capsys, folder, "--plot", picture)
    assert "Clients with a counselor's view: (too few to tell)" in out
    assert not any(letter.isdigit() for letter in out.split("cases")[1][:60])
    found, _ = table(capsys, folder)
    assert found["clients"] is None
    assert found["counselor"][0]["in"] is None
    assert found["counselor"][0]["kappa"]["missing"] == "too-few"
    more, _ = table(capsys, folder, "--least", "3")
    assert more["counselor"][0]["under"] == 3


def test_of_each_client_the_last_visit_with_a_counselor_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = visit(CALM, {"days": 12}, code="K1")
    second = replace(
        visit({**CALM, "days": 12}, {}, code="K1"), created=CREATED.replace(day=25)
    )
    alone = replace(summary_of(CALM), client="K1", created=CREATED.replace(day=27))
    for name, one in (("a", first), ("b", second), ("c", alone)):
        (tmp_path / f"{name}.toml").write_bytes(to_toml(one))
    (tmp_path / "torn.toml").write_text("[")
    found, err = table(capsys, tmp_path, "--least", "1")
    assert found["clients"] == 1
    assert found["counselor"][0]["in"] == 1
    assert "torn.toml: " in err


def test_an_empty_folder_is_neither(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["agreement", str(tmp_path)]) == 1
    assert "is a case or a saved summary" in capsys.readouterr().err
