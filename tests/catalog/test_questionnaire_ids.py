"""Ids that are there twice, and ids that nothing has."""

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


@pytest.mark.parametrize(
    ("file", "first_line", "place"),
    [
        (HEAD, 'id = "home"', "dimension home"),
        (HEAD, 'id = "urgency"', "ladder urgency"),
        (HEAD, 'id = "safety"', "section safety"),
        (HEAD, 'id = "self-harm"', "private topic self-harm"),
        (HEAD, 'id = "mood-scale"', "scale mood-scale"),
        (SAFETY, 'link_id = "home-safe"', "item home-safe"),
        (GUIDANCE, 'id = "heavy-use"', "rule heavy-use"),
        (GUIDANCE, 'id = "iop-instead"', "alternative iop-instead"),
        (GUIDANCE, 'id = "peer"', "support peer"),
        (GUIDANCE, 'id = "keep-working"', "benefit keep-working"),
        (GUIDANCE, 'id = "hours"', "ask hours"),
        (GUIDANCE, 'id = "list"', "bring list"),
        (GUIDANCE, 'id = "safe"', "fit safe"),
        (SOURCES, 'id = "home"', "source home"),
    ],
)
def test_a_block_that_is_there_twice(
    file: str, first_line: str, place: str, tmp_path: Path
) -> None:
    once = block(file, first_line)
    folder = copy(tmp_path, (file, once, f"{once}\n{once}"))
    assert_refused(folder, f"{file}: {place}", "same", "own")


@pytest.mark.parametrize(
    ("file", "was", "becomes", "place"),
    [
        (HEAD, 'id = "today"', 'id = "routine"', "ladder urgency, rung routine"),
        (HEAD, '["interest", "low"]', '["low", "low"]', "scale mood-scale, item low"),
        (LIFE, 'code = "others"', 'code = "own"', "item living, code own"),
        (USE, 'code = "gaps"', 'code = "cravings"', "item problems, code cravings"),
        (USE, 'code = "most"', 'code = "some"', "item days, code some"),
    ],
)
def test_an_id_that_is_there_twice(
    file: str, was: str, becomes: str, place: str, tmp_path: Path
) -> None:
    told = {
        (one.file, one.place, one.what)
        for one in problems_with(copy(tmp_path, (file, was, becomes)))
    }
    assert any((file, place) == one[:2] and "same" in one[2] for one in told)


def test_two_files_that_ask_the_same_question(tmp_path: Path) -> None:
    folder = copy(tmp_path, (USE, 'link_id = "problems"', 'link_id = "plan"'))
    assert_refused(
        folder,
        f"{USE}: item plan",
        "Another item has the same link_id.",
        "give each item its own link_id",
    )


@pytest.mark.parametrize(
    ("file", "was", "becomes", "place", "what", "mend"),
    [
        # dimensions
        (
            LIFE,
            "alone = 1",
            "alnoe = 1",
            "item support",
            "There is no dimension `alnoe`.",
            "danger, home, use, mood",
        ),
        (
            USE,
            'use = 3 }\nsays = "You used',
            'used = 3 }\nsays = "You used',
            "item days",
            "There is no dimension `used`.",
            "danger, home, use",
        ),
        (
            HEAD,
            "mood = 3",
            "moods = 3",
            "scale mood-scale",
            "no dimension `moods`",
            "danger, home, use",
        ),
        (
            GUIDANCE,
            "danger = 4",
            "danegr = 4",
            "rule danger-now",
            "There is no dimension `danegr`.",
            "danger, home, use",
        ),
        # ladders and rungs
        (
            GUIDANCE,
            'ladder = "urgency"',
            'ladder = "x"',
            "rule danger-now",
            "There is no ladder `x`.",
            "use one of: level-of-care, urgency.",
        ),
        (
            GUIDANCE,
            'rung = "now"',
            'rung = "residential"',
            "rule danger-now",
            "There is no rung of urgency `residential`.",
            "routine, this-week, today",
        ),
        (
            GUIDANCE,
            'rung = "now"',
            'rung = "routine"',
            "rule danger-now",
            "`routine` is the lowest rung: the rule says nothing.",
            "a higher rung",
        ),
        (
            GUIDANCE,
            'ladder = "level-of-care", from',
            'ladder = "x", from',
            "alternative iop-instead",
            "There is no ladder `x`.",
            "level-of-care",
        ),
        (
            GUIDANCE,
            'from = "residential"',
            'from = "x"',
            "alternative iop-instead",
            "There is no rung of level-of-care `x`.",
            "none, outpatient",
        ),
        (
            GUIDANCE,
            'to = "intensive-outpatient"',
            'to = "x"',
            "benefit keep-working",
            "There is no rung of level-of-care `x`.",
            "none, outpatient",
        ),
        (
            GUIDANCE,
            'from = "outpatient"',
            'from = "x"',
            "fit paid",
            "There is no rung of level-of-care `x`.",
            "none, outpatient",
        ),
        (
            GUIDANCE,
            'from = "residential"',
            'from = "residential", to = "outpatient"',
            "alternative iop-instead",
            "No rung lies from `residential` to `outpatient`.",
            "exchange `from` and `to`",
        ),
        # totals
        (
            GUIDANCE,
            '{ ladder = "level-of-care", from = "outpatient" }',
            '{ scale = "x", from = 2 }',
            "fit paid",
            "There is no scale `x`.",
            "mood-scale",
        ),
        (
            GUIDANCE,
            '{ ladder = "level-of-care", from = "outpatient" }',
            '{ scale = "mood-scale", from = 3, to = 2 }',
            "fit paid",
            "No total lies from 3 to 2.",
            "exchange `from` and `to`",
        ),
        (
            GUIDANCE,
            '{ ladder = "level-of-care", from = "outpatient" }',
            '{ scale = "mood-scale", end = "high" }',
            "fit paid",
            "It is true of every total of `mood-scale`.",
            "say `from`, `to`, or both.",
        ),
        # sources
        (
            HEAD,
            'cite = ["guide"]',
            'cite = ["gude"]',
            "ladder level-of-care, rung none",
            "It cites `gude`, and there is no such source.",
            "add it to sources.toml",
        ),
        (
            HEAD,
            'cite = ["scale"]',
            'cite = ["scal"]',
            "scale mood-scale",
            "It cites `scal`",
            "add it to sources.toml",
        ),
        (
            LIFE,
            'cite = ["guide"]',
            'cite = ["guide", "x"]',
            "item support",
            "It cites `x`",
            "add it to sources.toml",
        ),
        (
            GUIDANCE,
            'cite = ["urgent"]',
            'cite = ["x"]',
            "rule danger-now",
            "It cites `x`",
            "add it to sources.toml",
        ),
        (
            GUIDANCE,
            'few" }\ncite = ["guide"]',
            'few" }\ncite = ["x"]',
            "support peer",
            "It cites `x`",
            "add it to sources.toml",
        ),
        (
            GUIDANCE,
            'along."\ncite = ["guide"]',
            'along."\ncite = ["x"]',
            "fit backed",
            "It cites `x`",
            "add it to sources.toml",
        ),
        # sections, private topics, items and options
        (
            SAFETY,
            'private = "self-harm"',
            'private = "harm"',
            "item thoughts",
            "There is no private topic `harm`.",
            "self-harm, home-safety",
        ),
        (
            HEAD,
            '["interest", "low"]',
            '["interest", "lo"]',
            "scale mood-scale",
            "There is no item `lo`.",
            "use one of: thoughts, plan",
        ),
        (
            GUIDANCE,
            '{ item = "support", at',
            '{ item = "suport", at',
            "support peer",
            "There is no item `suport`.",
            "use one of: thoughts, plan",
        ),
        (
            GUIDANCE,
            'at_least = "few"',
            'at_least = "fwe"',
            "support peer",
            "There is no option of support `fwe`.",
            "use one of: yes, few, none.",
        ),
        (
            GUIDANCE,
            'is = "others"',
            'is = "other"',
            "support family",
            "There is no option of living `other`.",
            "use one of: own, others.",
        ),
        (
            GUIDANCE,
            'unticked = "cost"',
            'unticked = "costs"',
            "fit paid",
            "There is no option of limits `costs`.",
            "use one of: cost, work, none.",
        ),
        (
            GUIDANCE,
            '"limits", ticked = "cost" }\ncite',
            '"limits", ticked = "c" }\ncite',
            "ask cost",
            "There is no option of limits `c`.",
            "cost, work, none",
        ),
        (
            USE,
            'at_least = "yes"',
            'at_least = "yse"',
            "item ended",
            "There is no option of tried `yse`.",
            "use one of: no, yes.",
        ),
    ],
)
def test_an_id_that_nothing_has(
    file: str,
    was: str,
    becomes: str,
    place: str,
    what: str,
    mend: str,
    tmp_path: Path,
) -> None:
    folder = copy(tmp_path, (file, was, becomes))
    assert_refused(folder, f"{file}: {place}", what, mend)


def test_a_misspelt_section_is_one_problem_whatever_its_items_do(
    tmp_path: Path,
) -> None:
    folder = copy(tmp_path, (USE, 'section = "use"', 'section = "us"'))
    what = "There is no section `us`."
    assert_refused(folder, f"{USE}: section", what, "use one of: safety, use, life.")


def test_a_misspelt_section_does_not_seem_to_stand_before_its_gates(
    tmp_path: Path,
) -> None:
    short = 'short = "In your own words"\n'
    gate = 'enable_when = { item = "days", at_least = "some" }\n'
    edits = [(LIFE, short, short + gate), (LIFE, 'section = "life"', 'section = "l"')]
    what = "There is no section `l`."
    assert_refused(copy(tmp_path, *edits), f"{LIFE}: section", what, "use one of")


def test_a_private_topic_where_none_is_defined(tmp_path: Path) -> None:
    topics = [block(HEAD, f'id = "{id}"') for id in ("self-harm", "home-safety")]
    folder = copy(
        tmp_path,
        *((HEAD, topic, "") for topic in topics),
        (SAFETY, 'private = "self-harm"', ""),
        (SAFETY, 'private = "self-harm"', ""),
    )
    what = "There is no private topic `home-safety`."
    place = f"{SAFETY}: item home-safe"
    assert_refused(folder, place, what, "none is defined")


@pytest.mark.parametrize(
    ("condition", "kind", "needs"),
    [
        (
            '{ item = "words", at_least = "x" }',
            "at_least",
            "an ordered choice or number",
        ),
        ('{ item = "living", at_least = "own" }', "at_least", "an ordered choice"),
        ('{ item = "problems", at_least = "gaps" }', "at_least", "an ordered choice"),
        ('{ item = "support", ticked = "few" }', "ticked", "a choices item"),
        ('{ item = "words", ticked = "x" }', "ticked", "a choices item"),
        ('{ item = "days", unticked = "some" }', "unticked", "a choices item"),
        ('{ item = "limits", is = "cost" }', "is", "a choice item"),
        ('{ item = "days", is = "some" }', "is", "a choice item"),
        ('{ item = "words", is = "x" }', "is", "a choice item"),
    ],
)
def test_a_condition_that_does_not_fit_its_item(
    condition: str, kind: str, needs: str, tmp_path: Path
) -> None:
    was = '{ item = "support", at_least = "few" }'
    folder = copy(tmp_path, (GUIDANCE, was, f"{{ any = [{was}, {condition}] }}"))
    what = f"`{kind}` does not fit the item"
    assert_refused(folder, f"{GUIDANCE}: support peer", what, f"it needs {needs}")
