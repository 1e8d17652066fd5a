"""`earlier.toml`: what answers to earlier versions mean today."""

from dataclasses import replace
from pathlib import Path

import pytest

from screener.catalog import compose, load_questionnaire, part_versions, select
from screener.catalog.translatable_text import words_of
from screener.catalog.translating import translated
from screener.catalog.translation_sheet import translation_sheet
from screener.checking.wording import check_reading
from screener.model import EarlierAnswer, is_before
from screener.versions.structure import compare_content
from tests.catalog.broken import HEAD, Edit, assert_refused, copy, problems_with
from tests.small import small

EARLIER = "earlier.toml"
LOST = """
[[answer]]
before = "2026.1"
item = "support"
codes = ["none"]
why = "It asks about friends now."
"""
BECOMES = """
[[answer]]
before = "2026.1"
item = "alone"
codes = ["very"]
becomes = { item = "support", code = "none" }
"""


def with_earlier(tmp_path: Path, content: str, *edits: Edit) -> Path:
    """A copy of the small questionnaire with this `earlier.toml`."""
    folder = copy(tmp_path, *edits)
    (folder / EARLIER).write_text(content, encoding="utf-8")
    return folder


def test_it_is_read_and_each_entry_knows_its_questionnaire(tmp_path: Path) -> None:
    lost, moved = load_questionnaire(with_earlier(tmp_path, LOST + BECOMES)).earlier
    assert (lost.item, lost.codes, lost.part) == ("support", ("none",), "small")
    assert lost.why == "It asks about friends now."
    assert moved.becomes is not None
    assert (moved.becomes.item, moved.becomes.code) == ("support", "none")


@pytest.mark.parametrize(
    ("content", "was", "becomes", "key", "what", "fix"),
    [
        (LOST, "before", "befor", "answer 1", "`befor` is not known", "`before`?"),
        (LOST, '"support"', '"Sup"', "item", "not an id", "lower-case"),
        (LOST, '["none"]', "[]", "codes", "at least 1", "add"),
        (LOST, '["none"]', '"none"', "codes", "valid", "README"),
        (LOST, '"none"', '"nun"', "codes", "no option `nun`", "correct it"),
        (LOST, '"support"', '"alone"', "item", "no item `alone`", "are reported"),
        (LOST, '"support"', '"days"', "codes", "have no codes", "remove `codes`"),
        (LOST, "why", "# why", "why", "Neither `why`", "one sentence"),
        (LOST, "2026.1", "first", "before", "not a version", "1.0.0"),
        (LOST, "2026.1", "1..0", "before", "not a version", "1.0.0"),
        (LOST, "2026.1", "2026.2", "before", "later than", "an earlier one"),
        (LOST, "item", 'part = "x"\nitem', "part", "not known", "remove it"),
        (BECOMES, "codes", "# codes", "codes", "is missing", "name the"),
        (BECOMES, "item", 'why = "So."\nitem', "why", "beside", "comment"),
        (BECOMES, '"support"', '"sup"', "becomes", "no item `sup`", "use"),
        (BECOMES, '"none"', '"nun"', "becomes", "no option `nun`", "use"),
        (BECOMES, '"support"', '"days"', "becomes", "a number", "`choices`"),
        (BECOMES, '"support"', '"words"', "becomes", "a text", "`choices`"),
        (LOST + LOST, "", "", "item", "the same answers", "name each answer"),
        ("a = ", "", "", "file", "It is not TOML", "correct it"),
        ("", "", "", "file", "`answer` is missing", "add it"),
    ],
)
def test_what_is_wrong_in_it_is_named(
    content: str, was: str, becomes: str, key: str, what: str, fix: str, tmp_path: Path
) -> None:
    assert was in content
    folder = with_earlier(tmp_path, content.replace(was, becomes, 1))
    (problem,) = problems_with(folder)
    assert problem.file == EARLIER
    assert problem.place.endswith(key)
    assert what in problem.what
    assert fix in problem.mend


def test_an_entry_is_named_by_its_item_codes_and_version(tmp_path: Path) -> None:
    folder = with_earlier(tmp_path, LOST.replace("why", "# why"))
    place = f"{EARLIER}: answer support none before 2026.1, why"
    assert_refused(folder, place, "Neither `why` nor `becomes` is there.", "say in")


def test_one_version_may_name_some_answers_and_then_all_others(tmp_path: Path) -> None:
    others = LOST.replace('codes = ["none"]', "")
    earlier = LOST.replace("2026.1", "2026") + LOST + others
    assert len(load_questionnaire(with_earlier(tmp_path, earlier)).earlier) == 3


def test_an_item_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    life = "items-life.toml"
    broken = (life, 'short = "Support"', 'shrt = "Support"')
    problems = problems_with(with_earlier(tmp_path, LOST + BECOMES, broken))
    assert [one.file for one in problems] == [life]


def test_the_questionnaire_needs_a_version_in_numbers(tmp_path: Path) -> None:
    folder = with_earlier(tmp_path, LOST, (HEAD, '"2026.1"', '"draft"'))
    what, fix = "`draft` cannot be compared", "begin it with numbers"
    assert_refused(folder, f"{HEAD}: version", what, fix)


@pytest.mark.parametrize(
    ("version", "other", "expected"),
    [
        ("0.1.0", "1.0.0", True),
        ("1.0.0", "1.0.0", False),
        ("1.0", "1.0.0", False),
        ("1", "1.0.1", True),
        ("9.2", "10", True),
        ("10", "9.2", False),
        ("1.0.0-draft", "1.0.0", False),
        ("0.9 beta", "1.0.0", True),
        ("draft", "0.0.1", True),
        ("1.0.", "0.0.1", True),
        ("9" * 5000, "1.0", True),
        ("", "0.0.1", True),
    ],
)
def test_versions_are_compared_as_numbers(
    version: str, other: str, expected: bool
) -> None:
    assert is_before(version, other) is expected


@pytest.mark.parametrize(
    ("id", "version", "expected"),
    [
        ("core", "0.1.0", {"core": "0.1.0"}),
        ("core.phq-9", "0.1.0.phq-9-1.0", {"core": "0.1.0", "phq-9": "1.0"}),
        (
            "core.phq-9.gad-7",
            "2.phq-9-1.0.0.gad-7-0.9-draft",
            {"core": "2", "phq-9": "1.0.0", "gad-7": "0.9-draft"},
        ),
        ("my.care", "1.0", {"my.care": "1.0"}),
        ("my.care.phq-9", "1.0.phq-9-2.0", {"my.care": "1.0", "phq-9": "2.0"}),
        ("core.my.mood", "1.0.my.mood-2.0", {"core": "1.0", "my.mood": "2.0"}),
    ],
)
def test_each_part_has_its_own_version(
    id: str, version: str, expected: dict[str, str]
) -> None:
    assert part_versions(id, version) == expected


def test_what_is_asked_together_names_the_versions_of_its_parts() -> None:
    whole = select(add=["phq-9", "gad-7"]).load()
    parts = {one: select(one).load() for one in ("level-of-care", "phq-9", "gad-7")}
    expected = {id: part.version for id, part in parts.items()}
    assert part_versions(whole.id, whole.version) == expected


def test_what_is_asked_together_has_the_entries_of_all_parts() -> None:
    core, phq = select().load(), select("phq-9").load()
    entries = {
        part: EarlierAnswer(before="0.1", item="x", why="It is new.", part=part)
        for part in (core.id, phq.id)
    }
    whole = compose(
        replace(core, earlier=(entries[core.id],)),
        [replace(phq, earlier=(entries[phq.id],))],
    )
    assert whole.earlier == tuple(entries.values())


def test_it_changes_neither_the_hash_nor_what_a_version_says(tmp_path: Path) -> None:
    asked = load_questionnaire(with_earlier(tmp_path, LOST + BECOMES))
    assert asked.content_hash == small().content_hash
    assert not [*compare_content(small(), asked)]
    new = replace(asked, title="Another title")
    assert len([*compare_content(asked, new)]) == 1


def test_its_reasons_are_translated(tmp_path: Path) -> None:
    asked = load_questionnaire(with_earlier(tmp_path, LOST + BECOMES))
    place = ("earlier", "support none before 2026.1", "why")
    assert words_of(asked).keys() - words_of(small()).keys() == {place}
    sheet = tmp_path / "es.toml"
    sheet.write_text(translation_sheet(asked, sheet, "es"), encoding="utf-8")
    written = sheet.read_text(encoding="utf-8").replace(
        '""', '"Palabras 8 9 12 19 24 30 988"'
    )
    assert '[earlier."support none before 2026.1"]' in written
    sheet.write_text(written, encoding="utf-8")
    lost, moved = translated(asked, sheet, "es").earlier
    assert (lost.why, lost.part) == ("Palabras 8 9 12 19 24 30 988", "small")
    assert moved.becomes is not None


def test_its_reasons_are_read_for_grade(tmp_path: Path) -> None:
    hard = "Considerable terminological modifications invalidate previous responses."
    asked = load_questionnaire(
        with_earlier(tmp_path, LOST.replace("It asks about friends now.", hard))
    )
    flaws = [flaw.what for flaw in check_reading([asked]).flaws]
    assert [one for one in flaws if one.startswith("earlier.toml, answer support")]
