"""A file that was ever saved opens, for ever; its placement is what was saved."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from screener.cli import main
from screener.model import Record
from screener.plain.result import result_lines
from screener.summary import Summary, read_summary, to_text
from tests.summary.contradictions import contradictions, table

FOLDER = Path(__file__).parents[1] / "data" / "summaries"
SPECIMENS = sorted(FOLDER.glob("*/*.toml"))
NEWEST = sorted(FOLDER.glob("*/moderate.toml"))[-1]


def name_of(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.fixture(params=SPECIMENS, ids=name_of)
def specimen(request: pytest.FixtureRequest) -> Path:
    assert isinstance(request.param, Path)
    return request.param


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    code = main([*map(str, arguments)])
    told = capsys.readouterr()
    return code, told.out + told.err


def counts_left_out_as_not_asked(raw: dict[str, object]) -> bool:
    """Whether a file's ranges say nothing of the answers that were left out."""
    return bool(raw["left_out"]) and not raw.get("left_out_is_unknown", False)


def test_there_is_one_of_each_shape() -> None:
    assert len({path.parent for path in SPECIMENS}) >= 5


def test_it_opens_with_the_placement_that_was_saved(specimen: Path) -> None:
    raw = tomllib.loads(specimen.read_text(encoding="utf-8"))
    read = read_summary(specimen)
    saved = [(one["id"], one["low"], one["high"]) for one in raw["ladders"]]
    if counts_left_out_as_not_asked(raw):
        gravest = {one["id"]: one["rungs"][-1]["id"] for one in raw["ladders"]}
        saved = [(id, low, gravest[id]) for id, low, _ in saved]
    assert [(one.id, one.low, one.high) for one in read.ladders] == saved
    assert [one.link_id for one in read.answers] == [
        one["link_id"] for one in raw["answers"]
    ]


@pytest.mark.many_cases
def test_it_is_shown(specimen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(capsys, "show", specimen)
    assert code == 0
    level = read_summary(specimen).ladder("level-of-care")
    assert " ".join(level.rung_name.split()) in " ".join(told.split())
    assert "988" in told


def test_old_files_are_shown_without_a_contradiction(specimen: Path) -> None:
    summary = read_summary(specimen)
    said = {"text": to_text(summary), "plain": " ".join(result_lines(summary))}
    joined = {face: " ".join(words.split()) for face, words in said.items()}
    # What a line of an older questionnaire says stays as it was saved.
    known = table()
    pairs = tuple(pair for pair in known.pairs if not pair.is_line)
    assert not [*contradictions(joined, known._replace(pairs=pairs))]


@pytest.mark.many_cases
def test_it_is_typeset(specimen: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    assert main(["show", str(specimen), "--pdf", str(page)]) == 0
    assert page.read_bytes().startswith(b"%PDF")


@pytest.mark.many_cases
def test_it_is_compared(specimen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(capsys, "compare", specimen, NEWEST)
    assert code == 0
    assert "Level of care" in told


@pytest.mark.many_cases
def test_it_is_placed_anew(specimen: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = run(capsys, "rescore", specimen, "--json")
    assert code == 0
    assert "level-of-care" in told


@pytest.mark.many_cases
def test_it_is_exported_or_the_version_that_it_needs_is_named(
    specimen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = run(capsys, "export", specimen)
    if code == 0:
        assert json.loads(told)["resourceType"] == "Bundle"
    else:
        assert read_summary(specimen).questionnaire.hash[:12] in told
        assert "--questionnaire FOLDER" in told


def test_the_shape_is_that_of_the_newest_specimens() -> None:
    """Changed the model? tests/data/summaries/README.md says what to do."""
    shape = (FOLDER / "shape.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(set(keys_of(Summary))) == shape


def keys_of(record: type[Record]) -> Iterator[str]:
    """Every key of a record and of those in it, and whether it may be missing."""
    hints = get_type_hints(record)
    for field in fields(record):
        needed = "" if field.default is MISSING else " (may be missing)"
        yield f"{record.__name__}.{field.name}{needed}"
        for kind in (hints[field.name], *get_args(hints[field.name])):
            if isinstance(kind, type) and issubclass(kind, Record):
                yield from keys_of(kind)
