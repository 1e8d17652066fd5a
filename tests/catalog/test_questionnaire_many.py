"""Many mistakes at once, and any mistake at all."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.catalog import load_cases, load_questionnaire
from screener.errors import Problem, QuestionnaireError
from tests.catalog.broken import (
    GUIDANCE,
    HEAD,
    LIFE,
    SAFETY,
    SOURCES,
    USE,
    copy,
    problems_with,
    refusal,
)
from tests.small import SMALL


def test_all_keys_that_are_wrong_in_all_files_are_told_at_once(tmp_path: Path) -> None:
    folder = copy(
        tmp_path,
        (HEAD, "title =", "titel ="),
        (HEAD, "from = 3", 'from = "3"'),
        (SAFETY, 'why = "It tells what to do first."\n', ""),
        (USE, "rates =", "raets ="),
        (LIFE, "max_length = 500", "max_length = 9999"),
        (GUIDANCE, "danger = 4 }", "danger = 7 }"),
        (SOURCES, "fact =", "facts ="),
        ("cases.toml", "about =", "abuot ="),
    )
    (folder / "review.toml").write_text("reveiw = []")
    reported = [(problem.file, problem.place) for problem in problems_with(folder)]
    assert reported == [
        (HEAD, "scale mood-scale, band some, from"),
        (HEAD, "file"),
        (GUIDANCE, "rule danger-now, at_least, danger"),
        (SOURCES, "source guide"),
        (LIFE, "item words, max_length"),
        (SAFETY, "item thoughts"),
        (USE, "item days, band some"),
        ("cases.toml", "case nothing"),
        ("review.toml", "file"),
    ]


def test_all_that_does_not_fit_together_is_told_at_once(tmp_path: Path) -> None:
    folder = copy(
        tmp_path,
        (HEAD, "from = 5", "from = 2"),
        (SAFETY, '"thoughts", at_least', '"thoughts", is'),
        (USE, "maximum = 30", "maximum = 40"),
        (USE, "{ use = 1 }\nsays", "{ use = 4 }\nsays"),
        (USE, '"tried", at_least', '"support", at_least'),
        (LIFE, "alone = 1", "alnoe = 1"),
        (LIFE, 'cite = ["guide"]', 'cite = ["gude"]'),
        (GUIDANCE, 'ladder = "urgency"', 'ladder = "urgent"'),
        (GUIDANCE, 'unticked = "cost"', 'unticked = "price"'),
    )
    reported = [(problem.file, problem.place) for problem in problems_with(folder)]
    assert reported == [
        (GUIDANCE, "fit paid"),
        (GUIDANCE, "rule danger-now"),
        (LIFE, "item support"),
        (LIFE, "item support"),
        (SAFETY, "item plan"),
        (USE, "item days"),
        (USE, "item days"),
        (USE, "item ended"),
        (HEAD, "scale mood-scale"),
    ]


def test_a_mistake_of_form_hides_no_other_and_makes_none(tmp_path: Path) -> None:
    folder = copy(
        tmp_path,
        # Other parts refer to each of these; no reference is a second mistake.
        (HEAD, 'name = "Mood"', "name = 5"),
        (HEAD, 'title = "Daily life"', "titel = 5"),
        (SAFETY, 'short = "Thoughts of suicide"\n', ""),
        (USE, 'link_id = "tried"', 'link_id = "Tried"'),
        (SOURCES, 'fact = "A total', 'facts = "A total'),
        # These are found as if the rest were correct.
        (LIFE, "alone = 1", "alone = 3"),
        (LIFE, '"guide"', '"gude"'),
        (HEAD, "from = 5", "from = 1"),
        (GUIDANCE, 'rung = "now"', 'rung = "soon"'),
    )
    reported = [(problem.file, problem.place) for problem in problems_with(folder)]
    assert reported == [
        (HEAD, "dimension mood, name"),
        (HEAD, "section life"),
        (SOURCES, "source scale"),
        (SAFETY, "item thoughts"),
        (USE, "item Tried, link_id"),
        (GUIDANCE, "rule danger-now"),
        (LIFE, "item support"),
        (LIFE, "item support"),
        (HEAD, "scale mood-scale"),
    ]


@pytest.mark.parametrize("file", [HEAD, SAFETY, USE, LIFE, SOURCES, GUIDANCE])
def test_a_file_that_cannot_be_read_hides_no_mistake_elsewhere(
    file: str, tmp_path: Path
) -> None:
    folder = copy(
        tmp_path,
        (LIFE, '"guide"', '"gude"'),
        (GUIDANCE, "[[rule]]", '[[rule]]\ncolour = "red"'),
        (USE, "maximum = 30", "maximum = 40"),
    )
    (folder / file).write_text("this is not TOML")
    reported = {(problem.file, problem.place) for problem in problems_with(folder)}
    others = {
        (LIFE, "item support"),
        (GUIDANCE, "rule danger-now"),
        (USE, "item days"),
    }
    if file == SOURCES:
        others.remove((LIFE, "item support"))
    assert reported == {
        (file, "file"),
        *(other for other in others if other[0] != file),
    }


def test_the_message_reads_well_as_a_whole(tmp_path: Path) -> None:
    folder = copy(
        tmp_path,
        (LIFE, "alone = 1", "alone = 3"),
        (USE, '"tried", at_least = "yes"', '"words", at_least = "yes"'),
        (GUIDANCE, 'rung = "now"', 'rung = "soon"'),
    )
    assert str(refusal(folder)) == (
        f"{folder} is not a usable questionnaire:\n"
        "  - guidance.toml: rule danger-now: There is no rung of urgency `soon`. "
        "To mend it: use one of: routine, this-week, today, now.\n"
        "  - items-life.toml: item support: `none` rates alone lower than `few` before."
        " To mend it: list from mildest to gravest; a later one rates at least as "
        "high.\n"
        "  - items-use.toml: item ended: It depends on `words`, which is not asked "
        "before it. To mend it: depend on earlier items only.\n"
        "The keys of a questionnaire are described in questions/README.md."
    )


FILES = sorted(path.name for path in SMALL.iterdir())
TEXTS = {file: (SMALL / file).read_text(encoding="utf-8") for file in FILES}
VALUES = ["0", "-1", "3", "10", "true", "0.5", "nan", "2026-11-23", '""', '"none"']
VALUES += ['"yes"', '"use"', "[]", "[1]", '["guide"]', "{}", "{ use = 2 }", "[[]]"]
JUNK = ["[", "]", '"', "'", "=", "\\", "\0", "\n", "[[item]]", "[x]", "#", ".", "{"]
JUNK += ["é", "\U0001f600", "\N{RIGHT-TO-LEFT OVERRIDE}", "\x1b[31m", "x = 1\n"]


@st.composite
def changed_lines(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the small questionnaire, changed at random in a few places."""
    file = draw(st.sampled_from(FILES))
    lines = TEXTS[file].splitlines()
    for _ in range(draw(st.integers(1, 4))):
        here = draw(st.integers(0, len(lines) - 1))
        there = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "swap", "repeat", "value", "values"])):
            case "drop":
                lines[here] = ""
            case "swap":
                lines[here], lines[there] = lines[there], lines[here]
            case "repeat":
                lines.insert(here, lines[there])
            case "value":
                key = lines[here].split(" = ")[0]
                lines[here] = f"{key} = {draw(st.sampled_from(VALUES))}"
            case "values":
                key = lines[here].split(" = ")[0]
                lines[here] = f"{key} = {lines[there].split(' = ')[-1]}"
    return file, "\n".join(lines)


@st.composite
def junk(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the small questionnaire, cut short or with junk in it."""
    file = draw(st.sampled_from(FILES))
    text = TEXTS[file]
    at = draw(st.integers(0, len(text)))
    if draw(st.booleans()):
        return file, text[:at]
    return file, text[:at] + draw(st.sampled_from(JUNK)) + text[at:]


@pytest.mark.parametrize("mutation", [changed_lines(), junk()], ids=["lines", "junk"])
@given(data=st.data())
def test_any_mistake_is_told_or_does_no_harm(
    mutation: st.SearchStrategy[tuple[str, str]], data: st.DataObject
) -> None:
    file, text = data.draw(mutation)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "small"
        shutil.copytree(SMALL, folder)
        (folder / file).write_text(text, encoding="utf-8")
        problems = told_of(folder)
    assert len(set(problems)) == len(problems)
    assert all(one.place and one.what and one.mend for one in problems)


def told_of(folder: Path) -> tuple[Problem, ...]:
    try:
        load_questionnaire(folder)
        load_cases(folder)
    except QuestionnaireError as error:
        return error.problems
    return ()


@given(content=st.binary(max_size=200))
def test_any_bytes_in_place_of_a_file_are_told(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "small"
        shutil.copytree(SMALL, folder)
        (folder / SOURCES).write_bytes(content)
        with pytest.raises(QuestionnaireError):
            load_questionnaire(folder)
