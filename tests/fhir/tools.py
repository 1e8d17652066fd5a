"""The tools from outside, where `make fhir-tools` could fetch them."""

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
TOOLS = HERE.parent.parent / ".fhir-tools"
_NODE = shutil.which("node")
_CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))),
    None,
)
_HAS_TOOLS = _NODE is not None and (TOOLS / "done").exists()

needs_tools = pytest.mark.skipif(
    not _HAS_TOOLS,
    reason="needs node and `make fhir-tools`, which fetches HL7's schema and"
    " definitions, NLM's fhirpath and LHC-Forms by npm",
)
needs_browser = pytest.mark.skipif(
    "LHC_FORMS" not in os.environ or not _HAS_TOOLS or _CHROMIUM is None,
    reason="run by: make lhc-forms; needs node and Chromium: `chromium` on the path, or"
    " where $CHROMIUM points",
)


def invariant_problems(*resources: Any) -> list[list[str]]:
    """What R4's invariants say against each resource."""
    told = _run("invariants.js", list(resources))
    assert told["checked"] > 0
    assert told["unable"] == []
    problems: list[list[str]] = told["problems"]
    return problems


def fill_in(*forms: Any) -> list[Any]:
    """What LHC-Forms makes of forms: tables with a `questionnaire`.

    Answers stand in it as initial values, or beside it as a `response`.
    """
    assert _CHROMIUM is not None
    told = _run("lhc_forms.js", forms, _CHROMIUM)
    assert told["errors"] == []
    filled: list[Any] = told["forms"]
    return filled


@cache
def schema() -> Any:
    """HL7's JSON schema of FHIR R4."""
    folder = (
        TOOLS / "node_modules" / "@medplum" / "definitions" / "dist" / "fhir" / "r4"
    )
    return json.loads((folder / "fhir.schema.json").read_text(encoding="utf-8"))


def _run(script: str, job: Any, *arguments: str) -> Any:
    assert _NODE is not None
    done = subprocess.run(
        [_NODE, HERE / script, TOOLS, *arguments],
        input=json.dumps(job),
        capture_output=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
