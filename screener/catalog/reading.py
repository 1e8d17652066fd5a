"""Reads a questionnaire's folder, checks all of it, and only then hands it out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from screener.catalog.claim_rules import check_never
from screener.catalog.condition_rules import check_gates
from screener.catalog.earlier_file import read_earlier
from screener.catalog.folders import HEAD, questions_folder
from screener.catalog.guidance_rules import check_guidance, check_head
from screener.catalog.item_rules import check_items
from screener.catalog.partial import nothing_of, parts_of, read_parts
from screener.catalog.reviews import (
    DECISIONS,
    REVIEW,
    load_decisions,
    load_reviews,
)
from screener.catalog.supporter import supporter_hash
from screener.catalog.toml_file import read_toml
from screener.catalog.validation import read_record
from screener.catalog.validation_context import GUIDANCE, SOURCES, Draft, Unread
from screener.errors import Problem, QuestionnaireError, TranslationError
from screener.language import _
from screener.limits import MAX_ITEM_FILES, MAX_ITEMS
from screener.model import (
    Case,
    Guidance,
    Item,
    Questionnaire,
    QuestionnaireHead,
    Record,
    Source,
    SupporterWords,
)
from screener.model.record import values_of

_CASES = "cases.toml"


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
    unread = Unread()
    head = read_parts(QuestionnaireHead, folder / HEAD, problems, unread)
    guidance = read_parts(Guidance, folder / GUIDANCE, problems, unread)
    sources = read_parts(_SourcesFile, folder / SOURCES, problems, unread)
    items, files = _read_items(folder, problems, unread)
    order = [section.id for section in head.section]
    asked = sorted(
        items,
        key=lambda item: order.index(item.section) if item.section in order else -1,
    )
    draft = Draft(head, tuple(asked), guidance, sources.source, files, unread)
    check_draft(draft)
    earlier = read_earlier(folder, problems, draft)
    problems += sorted(set(draft.problems))
    supporter = _read_supporter(folder, problems)
    if problems:
        raise QuestionnaireError(folder, [*problems, *_problems_beside(folder)])
    return Questionnaire(
        **values_of(head),
        item=draft.items,
        guidance=guidance,
        source=draft.sources,
        supporter=supporter,
        earlier=earlier,
    )


def _read_supporter(folder: Path, problems: list[Problem]) -> SupporterWords | None:
    """Return what is there of a supporter's words; whether they fit is seen later."""
    try:
        hash = supporter_hash(folder)
    except TranslationError as error:
        problems += error.problems
        return None
    return SupporterWords(hash=hash) if hash else None


def _problems_beside(folder: Path) -> Iterator[Problem]:
    """Yield the problems of files that an interview does not need."""
    beside = (
        (_CASES, load_cases),
        (REVIEW, load_reviews),
        (DECISIONS, load_decisions),
    )
    for file, load in beside:
        try:
            if (folder / file).exists():
                load(folder)
        except QuestionnaireError as error:
            yield from error.problems


def _no_folder(folder: Path) -> Problem:
    if folder.exists():
        fix = _("name the folder that the questionnaire's files are in.")
        return Problem(folder.name, "folder", _("It is not a folder."), fix)
    shipped = sorted(path.parent.name for path in questions_folder().glob(f"*/{HEAD}"))
    fix = _("check its name, or name one of ours by its id alone: {ids}.").format(
        ids=", ".join(shipped)
    )
    return Problem(folder.name, "folder", _("There is no such folder."), fix)


def check_draft(draft: Draft) -> None:
    """Note all that is wrong with a questionnaire.

    Args:
        draft: All its parts.
    """
    for check in (check_head, check_items, check_gates, check_guidance, check_never):
        check(draft)


def load_cases(folder: Path) -> tuple[Case, ...]:
    """Read the worked cases of a questionnaire.

    Args:
        folder: The questionnaire's folder.

    Raises:
        QuestionnaireError: If `cases.toml` is not as it should be.
    """
    cases, problems = read_record(_CasesFile, folder / _CASES)
    if cases is None:
        raise QuestionnaireError(folder, problems or [])
    return cases.case


def _read_items(
    folder: Path, problems: list[Problem], unread: Unread
) -> tuple[list[Item], dict[str, str]]:
    items: list[Item] = []
    files: dict[str, str] = {}
    paths = sorted(folder.glob("items-*.toml"))
    if not paths:
        mend = "add a file items-….toml for each section."
        problems.append(Problem("items-*.toml", "file", "There is none.", mend))
        unread.kinds.add("item")
    for path in paths[:MAX_ITEM_FILES]:
        for item in _read_items_file(path, problems, unread):
            items.append(item)
            files[item.link_id] = path.name
        if len(items) > MAX_ITEMS:
            break
    if len(items) > MAX_ITEMS or len(paths) > MAX_ITEM_FILES:
        what = f"It has more than {MAX_ITEM_FILES} files or {MAX_ITEMS:,} questions."
        problem = Problem("items-*.toml", "file", what, "ask fewer questions.")
        raise QuestionnaireError(folder, [*problems, problem])
    return items, files


def _read_items_file(
    path: Path, problems: list[Problem], unread: Unread
) -> tuple[Item, ...]:
    data = read_toml(path)
    if isinstance(data, Problem):
        problems.append(data)
        return nothing_of(_ItemsFile, unread).item
    section = data.pop("section", None)
    if not isinstance(section, str):
        what, mend = "The key `section` is missing.", 'add section = "…" at the top.'
        problems.append(Problem(path.name, "file", what, mend))
        unread.kinds.add("section")
        section = "unknown"
    tables = _with_section(data, section)
    return parts_of(_ItemsFile, tables, path.name, problems, unread).item


def _with_section(data: dict[str, Any], section: str) -> dict[str, Any]:
    """Write the file's section into each of its items."""
    items = data.get("item", [])
    if isinstance(items, list):
        for item in items:
            if isinstance(item, dict):
                item.setdefault("section", section)
    return data
