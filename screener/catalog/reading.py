"""Reads a questionnaire's folder, checks all of it, and only then hands it out."""

from pathlib import Path
from typing import Any, TypeVar

from screener.catalog.condition_rules import check_gates
from screener.catalog.draft import GUIDANCE, SOURCES, Draft
from screener.catalog.folders import HEAD, questions_folder
from screener.catalog.guidance_rules import check_guidance, check_head
from screener.catalog.item_rules import check_items
from screener.catalog.toml_file import read_toml
from screener.catalog.validation import read_record, validate
from screener.errors import Problem, QuestionnaireError
from screener.model import (
    Case,
    Guidance,
    Item,
    Questionnaire,
    QuestionnaireHead,
    Record,
    Source,
)
from screener.model.record import values_of

T = TypeVar("T")


class _ItemsFile(Record):
    item: tuple[Item, ...]


class _SourcesFile(Record):
    source: tuple[Source, ...]


class _CasesFile(Record):
    case: tuple[Case, ...]


def read_questionnaire(folder: Path) -> Questionnaire:
    """Read and check one questionnaire, whatever is kept of it.

    Args:
        folder: The folder with its TOML files.

    Raises:
        QuestionnaireError: If anything in it is wrong; it says all that is.
    """
    if not folder.is_dir():
        raise QuestionnaireError(folder, [_no_folder(folder)])
    problems: list[Problem] = []
    head = _read(folder / HEAD, QuestionnaireHead, problems)
    guidance = _read(folder / GUIDANCE, Guidance, problems)
    sources = _read(folder / SOURCES, _SourcesFile, problems)
    items, files = _read_items(folder, problems)
    if head is None or guidance is None or sources is None or problems:
        raise QuestionnaireError(folder, problems)
    order = [section.id for section in head.section]
    asked = sorted(
        items,
        key=lambda item: order.index(item.section) if item.section in order else -1,
    )
    draft = Draft(head, tuple(asked), guidance, sources.source, files)
    check_draft(draft)
    if draft.problems:
        raise QuestionnaireError(folder, sorted(set(draft.problems)))
    return Questionnaire(
        **values_of(head),
        item=draft.items,
        guidance=guidance,
        source=draft.sources,
    )


def _no_folder(folder: Path) -> Problem:
    if folder.exists():
        mend = "name the folder that the questionnaire's files are in."
        return Problem(folder.name, "folder", "It is not a folder.", mend)
    shipped = sorted(path.parent.name for path in questions_folder().glob(f"*/{HEAD}"))
    mend = f"check its name, or name one of ours by its id alone: {', '.join(shipped)}."
    return Problem(folder.name, "folder", "There is no such folder.", mend)


def check_draft(draft: Draft) -> None:
    """Note all that is wrong with a questionnaire.

    Args:
        draft: All its parts.
    """
    for check in (check_head, check_items, check_gates, check_guidance):
        check(draft)


def load_cases(folder: Path) -> tuple[Case, ...]:
    """Read the worked cases of a questionnaire.

    Args:
        folder: The questionnaire's folder.

    Raises:
        QuestionnaireError: If `cases.toml` is not as it should be.
    """
    problems: list[Problem] = []
    cases = _read(folder / "cases.toml", _CasesFile, problems)
    if cases is None:
        raise QuestionnaireError(folder, problems)
    return cases.case


def _read(path: Path, kind: type[T], problems: list[Problem]) -> T | None:
    record, found = read_record(kind, path)
    problems.extend(found or ())
    return record


def _read_items(
    folder: Path, problems: list[Problem]
) -> tuple[list[Item], dict[str, str]]:
    items: list[Item] = []
    files: dict[str, str] = {}
    paths = sorted(folder.glob("items-*.toml"))
    if not paths:
        mend = "add a file items-….toml for each section."
        problems.append(Problem("items-*.toml", "file", "There is none.", mend))
    for path in paths:
        for item in _read_items_file(path, problems):
            items.append(item)
            files[item.link_id] = path.name
    return items, files


def _read_items_file(path: Path, problems: list[Problem]) -> tuple[Item, ...]:
    data = read_toml(path)
    if isinstance(data, Problem):
        problems.append(data)
        return ()
    section = data.pop("section", None)
    if not isinstance(section, str):
        what, mend = "The key `section` is missing.", 'add section = "…" at the top.'
        problems.append(Problem(path.name, "file", what, mend))
        return ()
    record, found = validate(_ItemsFile, _with_section(data, section), path.name)
    problems.extend(found or ())
    return record.item if record else ()


def _with_section(data: dict[str, Any], section: str) -> dict[str, Any]:
    """Write the file's section into each of its items."""
    items = data.get("item", [])
    if isinstance(items, list):
        for item in items:
            if isinstance(item, dict):
                item.setdefault("section", section)
    return data
