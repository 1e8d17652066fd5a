"""Keys that are unknown, missing or of the wrong type, at every level."""

from pathlib import Path

import pytest

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
)

README = "questions/README.md"

HEAVY_USE = block(GUIDANCE, 'id = "heavy-use"')


@pytest.mark.parametrize(
    ("file", "was", "becomes", "place", "mend"),
    [
        (HEAD, "title =", "titel =", "file", "did you mean `title`?"),
        (HEAD, "format = 1", "format = 1\nqqq = 1", "file", "remove it."),
        (HEAD, "format = 1", "format = 1\nrung = 1", "file", "remove it."),
        (HEAD, 'name = "Use"', 'nmae = "Use"', "dimension use", "`name`?"),
        (HEAD, 'name = "How soon"', 'nam = "x"', "ladder urgency", "`name`?"),
        (HEAD, "facts = [", "fact_s = [", "ladder level-of-care, rung outpatient", ""),
        (HEAD, 'title = "Safety"', 'titl = "x"', "section safety", "`title`?"),
        (HEAD, 'name = "Safety at', 'naem = "Sa', "private home-safety", "`name`?"),
        (HEAD, "items = [", "itemz = [", "scale mood-scale", "`items`?"),
        (HEAD, 'name = "much"', 'nane = "x"', "scale mood-scale, band 3", "`name`?"),
        (LIFE, 'section = "life"', 'section = "life"\nx = 1', "file", "remove it."),
        (LIFE, "why =", "whi =", "item support", "did you mean `why`?"),
        (LIFE, "ordered =", "orderd =", "item living", "did you mean `ordered`?"),
        (LIFE, "max_length =", "maxlength =", "item words", "`max_length`?"),
        (LIFE, "max_length =", "minimum =", "item words", "remove it."),
        (LIFE, "rates =", "raets =", "item support, option few", "`rates`?"),
        (LIFE, "rates =", "red_flag =", "item support, option few", "remove it."),
        (USE, "from = 10", "form = 10", "item days, band most", "`from`?"),
        (USE, "minimum =", "minimun =", "item days", "did you mean `minimum`?"),
        (GUIDANCE, "red_flag =", "redflag =", "rule danger-now", "`red_flag`?"),
        (GUIDANCE, "[[rule]]", "zzz = 1\n[[rule]]", "file", "remove it."),
        (GUIDANCE, "show_when", "showwhen", "alternative iop-instead", "`show_when`"),
        (GUIDANCE, "build =", "biuld =", "fit backed", "did you mean `build`?"),
        (SOURCES, "locator =", "locater =", "source guide", "`locator`?"),
        (SOURCES, "[[source]]", "zzz = 1\n[[source]]", "file", "remove it."),
        (
            USE,
            'at_least = "yes" }',
            'at_least = "yes", x = 1 }',
            "item ended, enable_when",
            "remove it.",
        ),
        (
            USE,
            'at_least = "yes" }',
            'at_least = "yes", ticked = "yes" }',
            "item ended, enable_when",
            "remove it.",
        ),
    ],
)
def test_an_unknown_key_is_named_with_the_one_that_may_be_meant(
    file: str, was: str, becomes: str, place: str, mend: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path, (file, was, becomes))
    assert_refused(folder, f"{file}: {place}", " is not known.", mend)


@pytest.mark.parametrize(
    ("file", "line", "place"),
    [
        (HEAD, "format = 1\n", "file"),
        (HEAD, 'id = "small"\n', "file"),
        (HEAD, 'id = "danger"\n', "dimension Danger to yourself"),
        (HEAD, 'name = "Use"\n', "dimension use"),
        (HEAD, 'about = "Get help now."\n', "ladder urgency, rung now"),
        (HEAD, 'title = "Safety"\n', "section safety"),
        (HEAD, 'name = "much"\n', "scale mood-scale, band 3"),
        (SAFETY, 'link_id = "plan"\n', "item 2"),
        (SAFETY, 'type = "choice"\n', "item thoughts"),
        (SAFETY, 'why = "It tells what to do first."\n', "item thoughts"),
        (SAFETY, 'cite = ["home"]\n', "item home-safe"),
        (SAFETY, 'code = "afraid"\n', "item home-safe, option 2"),
        (USE, "minimum = 0\n", "item days"),
        (USE, "to = 9\n", "item days, band some"),
        (GUIDANCE, "at_least = { danger = 4 }\n", "rule danger-now"),
        (GUIDANCE, 'rung = "now"\n', "rule danger-now"),
        (GUIDANCE, 'text = "A peer support group."\n', "support peer"),
        (GUIDANCE, 'build = "Plan a safe place first."\n', "fit safe"),
        (SOURCES, 'locator = "Section 1"\n', "source guide"),
    ],
)
def test_a_missing_key_is_named(
    file: str, line: str, place: str, tmp_path: Path
) -> None:
    key = line.split(" =")[0]
    what = f"The key `{key}` is missing."
    folder = copy(tmp_path, (file, line, ""))
    assert_refused(folder, f"{file}: {place}", what, "add it.")


@pytest.mark.parametrize(
    ("file", "was", "becomes", "place", "what"),
    [
        (HEAD, "format = 1", 'format = "1"', "format", "valid integer"),
        (HEAD, "format = 1", "format = true", "format", "valid integer"),
        (HEAD, "format = 1", "format = 1.0", "format", "valid integer"),
        (HEAD, "format = 1", "format = 2", "format", "less than or equal to 1"),
        (HEAD, '"2026.1"', "2026.1", "version", "valid string"),
        (HEAD, '"2026.1"', '" "', "version", "at least 1 character"),
        (HEAD, "from = 3", "from = -3", "scale mood-scale, band some, from", "to 0"),
        (
            HEAD,
            '["Under 9 ',
            '[9, "',
            "ladder level-of-care, rung outpatient, facts 1",
            "valid string",
        ),
        (USE, "minimum = 0", "minimum = 0.5", "item days, minimum", "valid integer"),
        (USE, "minimum = 0", "minimum = nan", "item days, minimum", "valid integer"),
        (USE, "minimum = 0", 'minimum = "0"', "item days, minimum", "valid integer"),
        (USE, "minimum = 0", "minimum = false", "item days, minimum", "valid integer"),
        (USE, "use = 3", "use = 0", "item days, band most, rates, use", "equal to 1"),
        (USE, "use = 3", "use = 5", "item days, band most, rates, use", "equal to 4"),
        (USE, "use = 3", "use = -1", "item days, band most, rates, use", "equal to 1"),
        (USE, "use = 3", "use = 2.5", "item days, band most, rates, use", "integer"),
        (USE, "use = 3", "use = 3.0", "item days, band most, rates, use", "integer"),
        (USE, "use = 3", "use = true", "item days, band most, rates, use", "integer"),
        (USE, "{ use = 3 }", "3", "item days, band most, rates", "an object"),
        (USE, "{ use = 3 }", "[3]", "item days, band most, rates", "an object"),
        (USE, "score = 3", "score = -3", "item interest, option often, score", "to 0"),
        (USE, "score = 3", "score = true", "item interest, option often, score", "int"),
        (USE, 'cite = ["guide"]', 'cite = "guide"', "item days, cite", "valid array"),
        (USE, 'cite = ["guide"]', "cite = [1]", "item days, cite 1", "valid string"),
        (
            USE,
            'cite = ["guide"]',
            "cite = []",
            "item days, cite",
            "It needs at least 1",
        ),
        (USE, 'type = "number"', 'type = "numbr"', "item days", "no type `numbr`"),
        (USE, 'type = "number"', "type = 1", "item days", "There is no type `1`."),
        (
            USE,
            "exclusive = true",
            "exclusive = 1",
            "item problems, option none",
            "true nor false",
        ),
        (LIFE, "max_length = 500", "max_length = 0", "item words, max_length", "to 1"),
        (
            LIFE,
            "ordered = false",
            'ordered = "no"',
            "item living, ordered",
            "true nor false",
        ),
        (
            GUIDANCE,
            "danger = 4 }",
            "danger = 0 }",
            "rule danger-now, at_least, danger",
            "greater than or equal to 1",
        ),
        (
            GUIDANCE,
            "danger = 4 }",
            "danger = 5 }",
            "rule danger-now, at_least, danger",
            "less than or equal to 4",
        ),
        (GUIDANCE, "{ danger = 4 }", "{}", "rule danger-now, at_least", "at least 1."),
        (
            GUIDANCE,
            "{ danger = 4 }",
            "{ a = 1, b = 1, c = 1, d = 1, e = 1, f = 1, g = 1 }",
            "rule danger-now, at_least",
            "It takes at most 6.",
        ),
        (
            GUIDANCE,
            'help = ["crisis"',
            'help = ["crysis"',
            "rule danger-now, help 1",
            "'crisis'",
        ),
        (
            GUIDANCE,
            "red_flag = true",
            'red_flag = "yes"',
            "rule danger-now, red_flag",
            "true nor false",
        ),
        (
            GUIDANCE,
            "danger = 4 }",
            "Danger = 4 }",
            "rule danger-now, at_least, Danger",
            "`Danger` is not an id.",
        ),
        (
            GUIDANCE,
            "any = [{",
            "any = [3, {",
            "alternative iop-instead, show_when, all",
            "A condition is one of",
        ),
        (
            SOURCES,
            'fact = "Levels',
            'fact = "" # ',
            "source guide, fact",
            "1 character",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_is_named(
    file: str, was: str, becomes: str, place: str, what: str, tmp_path: Path
) -> None:
    (problem,) = problems_with(copy(tmp_path, (file, was, becomes)))
    assert problem.file == file
    assert problem.place.startswith(place)
    assert what in problem.what


@pytest.mark.parametrize(
    "condition",
    [
        "3",
        '"tried"',
        "[]",
        "{}",
        '{ item = "tried" }',
        '{ item = "tried", at_lest = "yes" }',
        '{ not = { item = "tried", at_least = "yes" } }',
    ],
)
@pytest.mark.parametrize("inside", ["%s", "{ any = [%s] }", "{ all = [%s] }"])
def test_what_is_no_condition(condition: str, inside: str, tmp_path: Path) -> None:
    was = '{ item = "tried", at_least = "yes" }'
    folder = copy(tmp_path, (USE, was, inside % condition))
    (problem,) = problems_with(folder)
    assert problem.place.startswith("item ended, enable_when")
    assert "A condition is one of { item, at_least }" in problem.what


@pytest.mark.parametrize("kind", ["any", "all"])
def test_a_condition_with_no_condition_inside(kind: str, tmp_path: Path) -> None:
    was = '{ item = "tried", at_least = "yes" }'
    folder = copy(tmp_path, (USE, was, f"{{ {kind} = [] }}"))
    place = f"{USE}: item ended, enable_when, {kind}"
    assert_refused(folder, place, "It needs at least 1.", "add what is missing")


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "id", ["Days", "days of use", "days_of_use", "-days", "days-", "d--a", "días"]
)
@pytest.mark.parametrize(
    ("file", "was", "place"),
    [
        (HEAD, 'id = "small"', "id"),
        (HEAD, 'id = "use"', "dimension {}, id"),
        (HEAD, 'id = "urgency"', "ladder {}, id"),
        (HEAD, 'id = "routine"', "ladder urgency, rung {}, id"),
        (HEAD, 'id = "safety"', "section {}, id"),
        (HEAD, 'id = "self-harm"', "private {}, id"),
        (HEAD, 'id = "mood-scale"', "scale {}, id"),
        (USE, 'link_id = "days"', "item {}, link_id"),
        (USE, 'code = "most"', "item days, band {}, code"),
        (LIFE, 'code = "few"', "item support, option {}, code"),
        (GUIDANCE, 'id = "heavy-use"', "rule {}, id"),
        (GUIDANCE, 'id = "peer"', "support {}, id"),
        (GUIDANCE, 'id = "backed"', "fit {}, id"),
        (SOURCES, 'id = "guide"', "source {}, id"),
    ],
)
def test_what_is_no_id(
    file: str, was: str, place: str, id: str, tmp_path: Path
) -> None:
    key = was.split(" =")[0]
    folder = copy(tmp_path, (file, was, f'{key} = "{id}"'))
    what = f"`{id}` is not an id."
    mend = "use lower-case words joined by hyphens"
    assert_refused(folder, f"{file}: {place.format(id)}", what, mend)


@pytest.mark.parametrize("number", [1, 10])
def test_an_item_has_two_to_nine_options(number: int, tmp_path: Path) -> None:
    options = "".join(
        f'[[item.option]]\ncode = "c{n}"\ntext = "{n}"\n' for n in range(number)
    )
    head, rest = block(LIFE, 'link_id = "living"').split("[[item.option]]", 1)
    folder = copy(tmp_path, (LIFE, f"{head}[[item.option]]{rest}", head + options))
    what = "It needs at least 2." if number == 1 else "It takes at most 9."
    problems = problems_with(folder)
    assert [(one.place, one.what) for one in problems] == [
        ("item living, option", what)
    ]


def test_a_ladder_has_two_rungs_or_more(tmp_path: Path) -> None:
    rungs = block(HEAD, 'id = "urgency"')
    one_rung = "[[ladder.rung]]".join(rungs.split("[[ladder.rung]]")[:2])
    folder = copy(tmp_path, (HEAD, rungs, one_rung))
    place = f"{HEAD}: ladder urgency, rung"
    assert_refused(folder, place, "It needs at least 2.", "add what is missing")


@pytest.mark.parametrize("key", ["dimension", "ladder", "section"])
def test_a_questionnaire_has_dimensions_ladders_and_sections(
    key: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path)
    path = folder / HEAD
    lines = f"{key} = []\n" + path.read_text().replace(f"[[{key}", "[[private")
    path.write_text(lines)
    told = {(one.place, one.what) for one in problems_with(folder)}
    assert (key, "It needs at least 1.") in told


def test_guidance_has_a_rule(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    (folder / GUIDANCE).write_text("rule = []\n")
    assert_refused(folder, f"{GUIDANCE}: rule", "at least 1.", "add what is missing")
