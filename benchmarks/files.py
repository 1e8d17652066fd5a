"""Files: saving a summary, opening it, its PDF, its FHIR.

Beside each stands the least that has to be done for it, by a library alone.
"""

import datetime
import json
import os
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

import typst

from benchmarks.engine import ends
from benchmarks.table import Row, measure, seconds
from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.fhir import bundle_resource, to_json
from screener.model import Given, HelpLines, Questionnaire, Respondent
from screener.scoring import evaluate, explain
from screener.summary import (
    Summary,
    read_summary,
    summarize,
    to_pdf,
    to_toml,
    write_new,
)


class _Work(NamedTuple):
    """What is measured, and beside what."""

    ours: Callable[[], object]
    floor: str
    least: Callable[[], object]
    aim: float
    """Seconds."""


def rows(runs: int) -> Iterator[Row]:
    """Measure.

    Args:
        runs: How many times each.
    """
    core = load_questionnaire(questionnaire_folder())
    answers = ends(core)["at their gravest"]
    with tempfile.TemporaryDirectory() as folder:
        for what, work in _works(core, answers, Path(folder)).items():
            found = measure(
                runs,
                ours=partial(seconds, work.ours),
                least=partial(seconds, work.least),
            )
            peers = {work.floor: found["least"]}
            row = Row(what, found["ours"], peers=peers, floor=work.floor)
            yield row.at_most(work.aim)


def _works(
    core: Questionnaire, answers: Mapping[str, Given], folder: Path
) -> dict[str, _Work]:
    help_lines = load_help_lines("us")
    made, names = _summary(core, answers, help_lines), count()
    content, bundle = to_toml(made), bundle_resource(core, answers, made)
    saved = folder / "summary.toml"
    write_new(saved, content)

    def new_file() -> Path:
        return folder / f"{next(names)}.toml"

    return {
        "making a summary": _Work(
            partial(_summary, core, answers, help_lines),
            "its result and reasons",
            lambda: (evaluate(core, answers), explain(core, answers)),
            0.05,
        ),
        "saving it": _Work(
            lambda: write_new(new_file(), to_toml(made)),
            "its bytes on the disk",
            lambda: _write(new_file(), content),
            0.05,
        ),
        "opening it": _Work(
            lambda: read_summary(saved),
            "tomllib",
            lambda: tomllib.loads(saved.read_text(encoding="utf-8")),
            0.05,
        ),
        "its PDF": _Work(
            lambda: to_pdf(made),
            "an empty page by typst",
            lambda: typst.compile(b"A page."),
            0.5,
        ),
        "its FHIR": _Work(
            lambda: to_json(bundle_resource(core, answers, made)),
            "json.dumps",
            lambda: json.dumps(bundle, indent=2, default=str),
            0.05,
        ),
    }


def _summary(
    core: Questionnaire, answers: Mapping[str, Given], help_lines: HelpLines
) -> Summary:
    created = datetime.datetime.now().astimezone()
    return summarize(
        core, answers, help_lines, respondent=Respondent.SELF, created=created
    )


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
