"""A questionnaire's files: there, readable, TOML."""

import os
from pathlib import Path

import pytest

from screener.catalog import load_questionnaire, questionnaire_folder
from tests.catalog.broken import (
    GUIDANCE,
    HEAD,
    LIFE,
    SAFETY,
    SOURCES,
    USE,
    assert_refused,
    block,
    copy,
    problems_with,
    refusal,
)
from tests.small import SMALL

ALL_FILES = [HEAD, SAFETY, USE, GUIDANCE, SOURCES]


def test_the_small_and_the_core_questionnaire_are_right() -> None:
    assert load_questionnaire(SMALL).id == "small"
    assert load_questionnaire(questionnaire_folder()).id == "level-of-care"


def test_a_folder_that_is_not_there_is_one_problem(tmp_path: Path) -> None:
    assert_refused(
        tmp_path / "nowhere",
        "nowhere: folder",
        "There is no such folder.",
        "check its name",
    )


def test_a_file_in_place_of_the_folder_is_one_problem(tmp_path: Path) -> None:
    path = tmp_path / "small"
    path.write_text("format = 1")
    assert_refused(path, "small: folder", "It is not a folder.", "name the folder")


def test_an_empty_folder_lacks_every_file(tmp_path: Path) -> None:
    told = [(problem.file, problem.what) for problem in problems_with(tmp_path)]
    assert told == [
        (HEAD, "It does not exist."),
        (GUIDANCE, "It does not exist."),
        (SOURCES, "It does not exist."),
        ("items-*.toml", "There is none."),
    ]


@pytest.mark.parametrize("file", [HEAD, GUIDANCE, SOURCES])
def test_a_missing_file(file: str, tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / file).unlink()
    assert_refused(folder, f"{file}: file", "It does not exist.", "check the name")


def test_a_missing_file_of_items_leaves_its_section_empty(tmp_path: Path) -> None:
    folder = copy(tmp_path, (HEAD, block(HEAD, 'id = "mood-scale"'), ""))
    (folder / USE).unlink()
    (folder / GUIDANCE).write_text(block(GUIDANCE, 'id = "danger-now"'))
    place = f"{HEAD}: section use"
    assert_refused(folder, place, "It has no items.", "add items to it, or remove it")


@pytest.mark.parametrize("file", ALL_FILES)
def test_a_folder_in_place_of_a_file(file: str, tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / file).unlink()
    (folder / file).mkdir()
    assert_refused(folder, f"{file}: file", "It is a folder.", "name a file")


@pytest.mark.parametrize("file", ALL_FILES)
def test_a_pipe_in_place_of_a_file_is_not_waited_for(file: str, tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / file).unlink()
    os.mkfifo(folder / file)
    assert_refused(folder, f"{file}: file", "It is a pipe or a device", "name a file")


@pytest.mark.parametrize("file", ALL_FILES)
def test_a_link_that_leads_nowhere_but_to_itself(file: str, tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / file).unlink()
    (folder / file).symlink_to(folder / file)
    problems = problems_with(folder)
    assert [one.file for one in problems if "itself" in one.what] == [file]


@pytest.mark.parametrize("file", ALL_FILES)
@pytest.mark.parametrize(
    ("content", "what", "mend"),
    [
        (b"\xff\xfe[\0a\0]\0", "It is not UTF-8 text.", "save it as UTF-8"),
        (b"caf\xe9 = 1", "It is not UTF-8 text.", "save it as UTF-8"),
        (b"hello", "It is not TOML: ", "correct it at that line"),
        (b"a = 1\na = 2\n", "(at line 2, column 6)", "correct it at that line"),
        (b'a = "', "It is not TOML: ", "correct it at that line"),
        (b"a = " + b"[" * 9000, "more than 16 tables or lists", "name the right file"),
        (b"a = " + b"9" * 9000, "longer than 200 characters", "name the right file"),
        (b"a\0b", "It is not TOML: ", "correct it at that line"),
        (b"#" * 1_000_001, "It is larger than 1 MB.", "name the right file"),
    ],
    ids=range(9),
)
def test_a_file_that_is_not_toml(
    file: str, content: bytes, what: str, mend: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path)
    (folder / file).write_bytes(content)
    assert_refused(folder, f"{file}: file", what, mend)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("a = 0x" + "f" * 9000, "longer than 200 characters"),
        (".".join("a" * 5000) + " = 1", "has more than 16 parts"),
        (".".join("a" * 17) + " = 1", "has more than 16 parts"),
        ("a = " + "[" * 17 + "]" * 17, "more than 16 tables or lists"),
    ],
    ids=["a long number", "deep tables", "rather deep tables", "deep lists"],
)
def test_toml_that_nobody_can_read(content: str, what: str, tmp_path: Path) -> None:
    folder = copy(tmp_path, (SOURCES, "[[source]]", f"{content}\n[[source]]"))
    assert_refused(folder, f"{SOURCES}: file", what, "name the right file")


@pytest.mark.parametrize(
    ("file", "missing"),
    [
        (GUIDANCE, ["rule"]),
        (SOURCES, ["source"]),
        (USE, ["section", "item"]),
        (
            HEAD,
            [
                "format",
                "id",
                "version",
                "title",
                "language",
                "about",
                "limits",
                "seen_by",
                "dimension",
                "ladder",
                "section",
            ],
        ),
    ],
)
def test_an_empty_file_lacks_its_keys(
    file: str, missing: list[str], tmp_path: Path
) -> None:
    folder = copy(tmp_path)
    (folder / file).write_text("")
    told = [(one.file, one.place, one.what) for one in problems_with(folder)]
    assert told == [(file, "file", f"The key `{key}` is missing.") for key in missing]


@pytest.mark.parametrize(
    ("content", "what", "mend"),
    [
        ('section = "life"', "The key `item` is missing.", "add it."),
        ('section = "life"\nitem = 3', "valid array", "questions/README.md"),
        ('section = "life"\nitem = [3]', "an object", "questions/README.md"),
    ],
)
def test_a_file_of_items_without_items(
    content: str, what: str, mend: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path)
    (folder / LIFE).write_text(content)
    (problem,) = problems_with(folder)
    assert problem.file == LIFE
    assert what in problem.what
    assert mend in problem.mend


@pytest.mark.parametrize("section", ["", "section = 3"])
def test_a_file_of_items_without_a_section(section: str, tmp_path: Path) -> None:
    folder = copy(tmp_path, (LIFE, 'section = "life"', section))
    what, fix = "The key `section` is missing.", 'add section = "…" at the top.'
    assert_refused(folder, f"{LIFE}: file", what, fix)


def test_a_file_of_items_with_an_empty_list_leaves_its_section_empty(
    tmp_path: Path,
) -> None:
    life = block(HEAD, 'id = "life"')
    more = life.replace("life", "more")
    folder = copy(tmp_path, (HEAD, life, life + more))
    (folder / "items-more.toml").write_text('section = "more"\nitem = []\n')
    assert_refused(folder, f"{HEAD}: section more", "It has no items.", "add items")


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_questionnaire(folder) == load_questionnaire(SMALL)


def test_lines_that_end_as_on_windows_are_read(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert load_questionnaire(folder) == load_questionnaire(SMALL)


def test_the_message_reads_well_as_a_whole(tmp_path: Path) -> None:
    folder = copy(
        tmp_path,
        (USE, "rates = { use = 3 }", "raets = { use = 3 }"),
        (LIFE, "rates = { alone = 1 }", "rates = { alone = 3 }"),
        (SAFETY, 'section = "safety"', 'section = "safety'),
    )
    assert str(refusal(folder)) == (
        f"{folder} is not a usable questionnaire:\n"
        "  - items-safety.toml: file: It is not TOML: Illegal character '\\n' "
        "(at line 1, column 18). To mend it: correct it at that line.\n"
        "  - items-use.toml: item days, band most: The key `raets` is not known. "
        "To mend it: did you mean `rates`?\n"
        "  - items-life.toml: item support: `none` rates alone lower than `few` before."
        " To mend it: list from mildest to gravest; a later one rates at least as "
        "high.\n"
        "The keys of a questionnaire are described in questions/README.md."
    )
