"""Copies of the small questionnaire with something wrong in them."""

import re
import shutil
from pathlib import Path

import pytest

from screener.catalog import load_questionnaire
from screener.errors import Problem, QuestionnaireError
from tests.small import SMALL

HEAD = "questionnaire.toml"
SAFETY = "items-safety.toml"
USE = "items-use.toml"
LIFE = "items-life.toml"
GUIDANCE = "guidance.toml"
SOURCES = "sources.toml"

Edit = tuple[str, str, str]
"""A file, what stands in it, and what is to stand there instead."""


def copy(tmp_path: Path, *edits: Edit) -> Path:
    """A copy of the small questionnaire with these edits, each made once."""
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    for file, was, becomes in edits:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert was in text, f"{was!r} is not in {file}"
        path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    return folder


def refusal(folder: Path) -> QuestionnaireError:
    """Why a questionnaire is refused."""
    with pytest.raises(QuestionnaireError) as caught:
        load_questionnaire(folder)
    return caught.value


def problems_with(folder: Path) -> tuple[Problem, ...]:
    """All that is wrong with a questionnaire."""
    return refusal(folder).problems


def assert_refused(folder: Path, at: str, what: str, mend: str) -> None:
    """One thing is wrong with a questionnaire, and it is told like this.

    Args:
        folder: The questionnaire.
        at: The file and the place, as they are told.
        what: A part of what is wrong.
        mend: A part of the mend.
    """
    problems = problems_with(folder)
    assert len(problems) == 1, "\n".join(map(str, problems))
    (problem,) = problems
    assert f"{problem.file}: {problem.place}" == at
    assert what in problem.what
    assert mend in problem.mend


def block(file: str, first_line: str) -> str:
    """A whole block of the small questionnaire, up to the next of its level.

    Args:
        file: The file it stands in.
        first_line: The line under its heading, such as `link_id = "days"`.
    """
    text = (SMALL / file).read_text(encoding="utf-8")
    blocks = re.split(r"(?m)^(?=\[\[\w+\]\]$)", text)
    return next(one for one in blocks if one.splitlines()[1:2] == [first_line])
