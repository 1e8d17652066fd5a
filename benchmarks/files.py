"""Files: saving a summary, opening it, its PDF, its FHIR."""

import datetime
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.engine import ends
from benchmarks.table import Row, measure, seconds
from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.fhir import bundle_resource, to_json
from screener.model import Respondent
from screener.summary import (
    Summary,
    read_summary,
    summarize,
    to_pdf,
    to_toml,
    write_new,
)

AIMS = {
    "making a summary": 0.05,
    "saving it": 0.05,
    "opening it": 0.05,
    "its PDF": 0.5,
    "its FHIR": 0.05,
}


def rows(runs: int) -> Iterator[Row]:
    """Measure.

    Args:
        runs: How many times each.
    """
    core = load_questionnaire(questionnaire_folder())
    help_lines = load_help_lines("us")
    answers = ends(core)["at their gravest"]

    def summary() -> Summary:
        created = datetime.datetime.now().astimezone()
        return summarize(
            core, answers, help_lines, respondent=Respondent.SELF, created=created
        )

    made, names = summary(), count()
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "summary.toml"
        write_new(saved, to_toml(made))

        def save() -> None:
            write_new(Path(folder) / f"{next(names)}.toml", to_toml(made))

        def fhir() -> None:
            to_json(bundle_resource(core, answers, made))

        works = dict(
            zip(
                AIMS,
                (
                    summary,
                    save,
                    lambda: read_summary(saved),
                    lambda: to_pdf(made),
                    fhir,
                ),
                strict=True,
            )
        )
        found = measure(
            runs,
            **{what: (lambda work=work: seconds(work)) for what, work in works.items()},
        )
    for what, figures in found.items():
        yield Row(what, figures).at_most(AIMS[what])
