"""Whatever would let a worse answer lower a level is refused."""

from pathlib import Path

import pytest

from screener.catalog import load_questionnaire
from tests.catalog.broken import (
    HEAD,
    LIFE,
    SAFETY,
    USE,
    Edit,
    assert_refused,
    block,
    copy,
    problems_with,
)

CHAIN = "list from mildest to gravest"
COVER = "let the bands cover minimum to maximum once."
SCORES = "do not all have a score, or do not rise."
GATE = 'enable_when = { item = "tried", at_least = "yes" }'
BANDS = "Its bands do not rise from the lowest possible total, 0."


@pytest.mark.parametrize(
    ("file", "was", "becomes", "place", "what", "mend"),
    [
        # chains
        (
            LIFE,
            "{ alone = 1 }",
            "{ alone = 3 }",
            "item support",
            "`none` rates alone lower than `few` before.",
            CHAIN,
        ),
        (
            LIFE,
            "{ alone = 1 }",
            "{ alone = 1, home = 1 }",
            "item support",
            "`none` rates home lower than `few` before.",
            CHAIN,
        ),
        (
            LIFE,
            'text = "Yes"\n',
            'text = "Yes"\nrates = { use = 1 }\nsays = "So."\n',
            "item support",
            "`few` rates use lower than `yes` before.",
            CHAIN,
        ),
        (
            USE,
            "{ use = 1 }\nsays",
            "{ use = 4 }\nsays",
            "item days",
            "`most` rates use lower than `some` before.",
            CHAIN,
        ),
        (
            HEAD,
            "mood = 2",
            "mood = 4",
            "scale mood-scale",
            "`much` rates mood lower than `some` before.",
            CHAIN,
        ),
        # statements
        (
            LIFE,
            'says = "Few people back you up."\n',
            "",
            "item support",
            "`few` rates and has no `says`.",
            "say it as a statement to the person.",
        ),
        (
            USE,
            'says = "You used on most days."\n',
            "",
            "item days",
            "`most` rates and has no `says`.",
            "say it as a statement",
        ),
        (
            HEAD,
            'says = "Your mood has been low on many days."\n',
            "",
            "scale mood-scale",
            "`some` rates and has no `says`.",
            "say it as a statement",
        ),
        # none of these
        (
            LIFE,
            'text = "Cost"\n',
            'text = "Cost"\nexclusive = true\n',
            "item limits",
            "More than one option is exclusive.",
            "keep one `none of these`.",
        ),
        (
            USE,
            "exclusive = true",
            'exclusive = true\nrates = { use = 1 }\nsays = "So."',
            "item problems",
            "`none` is exclusive and rates.",
            "a `none of these` rates nothing.",
        ),
        (
            LIFE,
            'text = "No one"\n',
            'text = "No one"\nexclusive = true\n',
            "item support",
            "`none` is exclusive, and only one option can be chosen.",
            "remove `exclusive`.",
        ),
        # without an order
        (
            LIFE,
            'text = "With others"\n',
            'text = "With others"\nrates = { home = 1 }\nsays = "So."\n',
            "item living",
            "It is not ordered, and `others` rates.",
            "order the options, or rate nothing.",
        ),
        (
            LIFE,
            'text = "Cost"\n',
            'text = "Cost"\nrates = { home = 1 }\nsays = "So."\n',
            "item limits",
            "It is not ordered, and `cost` rates.",
            "order the options, or rate nothing.",
        ),
        (
            USE,
            'cite = ["guide"]\n\n[[item.option]]\ncode = "cravings"',
            'cite = ["guide"]\nordered = false\n\n[[item.option]]\ncode = "cravings"',
            "item problems",
            "It is not ordered, and",
            "order the options",
        ),
        # numbers
        (
            USE,
            "maximum = 30",
            "maximum = -1",
            "item days",
            "Its minimum is above its maximum.",
            "exchange the two.",
        ),
        (USE, "from = 1\n", "from = 2\n", "item days", "`some` leaves a gap", COVER),
        (USE, "to = 9\n", "to = 8\n", "item days", "`most` leaves a gap", COVER),
        (USE, "to = 9\n", "to = 10\n", "item days", "overlaps another", COVER),
        (USE, "to = 9\n", "to = -5\n", "item days", "or is empty", COVER),
        (USE, "to = 30\n", "to = 29\n", "item days", "The bands end at 29", COVER),
        (USE, "to = 30\n", "to = 31\n", "item days", "The bands end at 31", COVER),
        (USE, "from = 0\n", "from = -1\n", "item days", "`none` leaves a gap", COVER),
        (USE, "minimum = 0", "minimum = -1", "item days", "leaves a gap", COVER),
        # scales
        (HEAD, "from = 0\n", "from = 1\n", "scale mood-scale", BANDS, "the first 0."),
        (HEAD, "from = 3\n", "from = 5\n", "scale mood-scale", BANDS, "by rising"),
        (HEAD, "from = 3\n", "from = 6\n", "scale mood-scale", BANDS, "by rising"),
        (HEAD, "from = 3\n", "from = 0\n", "scale mood-scale", BANDS, "by rising"),
    ],
)
def test_what_would_break_the_order(
    file: str,
    was: str,
    becomes: str,
    place: str,
    what: str,
    mend: str,
    tmp_path: Path,
) -> None:
    problems = problems_with(copy(tmp_path, (file, was, becomes)))
    assert {(one.file, one.place) for one in problems} == {(file, place)}
    assert all(mend in one.mend and what.split("`")[0] in one.what for one in problems)
    assert any(what in one.what for one in problems)


@pytest.mark.parametrize(
    ("was", "becomes", "item"),
    [
        ("score = 0\n", "", "interest"),
        ("score = 1\n", "", "interest"),
        ("score = 0\n", "score = 2\n", "interest"),
        ("score = 1\n", "score = 4\n", "interest"),
        ('"scale"]', '"scale"]\nordered = false', "interest"),
    ],
)
def test_a_member_of_a_scale_whose_scores_do_not_rise(
    was: str, becomes: str, item: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path, (USE, was, becomes))
    place, what = f"{HEAD}: scale mood-scale", f"The options of `{item}` {SCORES}"
    assert_refused(folder, place, what, "use an ordered choice")


@pytest.mark.parametrize("item", ["days", "limits", "living", "words", "support"])
def test_a_member_of_a_scale_that_has_no_order_or_no_scores(
    item: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path, (HEAD, '["interest", "low"]', f'["interest", "{item}"]'))
    place, what = f"{HEAD}: scale mood-scale", f"The options of `{item}` {SCORES}"
    assert_refused(folder, place, what, "use an ordered choice")


def _counting_problems(tmp_path: Path, *scores: int | None) -> Path:
    """The small questionnaire, whose scale counts ticks with these scores."""
    was = becomes = block(USE, 'link_id = "problems"')
    codes = ("cravings", "lost-work", "gaps", "none")
    for code, score in zip(codes, scores, strict=False):
        if score is not None:
            line = f'code = "{code}"\n'
            becomes = becomes.replace(line, f"{line}score = {score}\n")
    members: Edit = (HEAD, '["interest", "low"]', '["interest", "problems"]')
    return copy(tmp_path, members, (USE, was, becomes))


@pytest.mark.parametrize("scores", [(1, 0, 2), (0, 0, 0), (50, 30, 20), (1, 1, 1, 0)])
def test_a_scale_may_count_ticks(scores: tuple[int, ...], tmp_path: Path) -> None:
    (scale,) = load_questionnaire(_counting_problems(tmp_path, *scores)).scale
    assert "problems" in scale.items


@pytest.mark.parametrize(
    ("scores", "what", "mend"),
    [
        ((1, None, 1), "Of the ticks of `problems`, `lost-work` have", "give each a"),
        ((1,), "`problems`, `lost-work`, `gaps` have no score.", "0 to one that adds"),
        ((50, 30, 21), "All ticks of `problems` together score 101.", "100 at most"),
    ],
)
def test_ticks_in_a_scale_without_scores_or_with_too_high_ones(
    scores: tuple[int | None, ...], what: str, mend: str, tmp_path: Path
) -> None:
    folder = _counting_problems(tmp_path, *scores)
    assert_refused(folder, f"{HEAD}: scale mood-scale", what, mend)


def test_none_of_these_scores_nothing(tmp_path: Path) -> None:
    folder = _counting_problems(tmp_path, 1, 1, 1, 1)
    what = "`none` is exclusive and scores."
    assert_refused(folder, f"{USE}: item problems", what, "scores nothing.")


@pytest.mark.parametrize(
    ("gate", "what", "mend"),
    [
        (
            '{ item = "support", at_least = "few" }',
            "`support`, which is not asked",
            "depend on earlier items only.",
        ),
        (
            '{ item = "ended", at_least = "early" }',
            "`ended`, which is not asked before",
            "depend on earlier items only.",
        ),
        (
            '{ item = "dog", at_least = "few" }',
            "`dog`, which does not exist.",
            "depend on earlier items only.",
        ),
        ('{ item = "tried", is = "yes" }', "must open upward", "use `at_least` or"),
        ('{ item = "problems", unticked = "gaps" }', "must open upward", "`ticked`."),
        ('{ ladder = "urgency", from = "now" }', "must open upward", "`at_least`"),
        ('{ scale = "mood-scale", from = 2 }', "must open upward", "`at_least`"),
        (
            '{ item = "problems", at_least = "gaps" }',
            "`at_least` does not fit",
            "it needs an ordered choice or number.",
        ),
        (
            '{ item = "tried", ticked = "yes" }',
            "`ticked` does not fit",
            "it needs a choices item.",
        ),
        (
            '{ item = "days", ticked = "most" }',
            "`ticked` does not fit",
            "it needs a choices item.",
        ),
        (
            '{ item = "problems", ticked = "none" }',
            "`none` is a `none of these`",
            "an exclusive option opens nothing.",
        ),
        (
            '{ item = "problems", ticked = "dogs" }',
            "no option of problems `dogs`",
            "use one of: cravings, lost-work, gaps, none.",
        ),
        (
            '{ item = "days", at_least = "few" }',
            "no option of days `few`",
            "use one of: none, some, most.",
        ),
        (
            '{ item = "thoughts", at_least = "yes" }',
            "`thoughts`, which is private",
            'add private = "self-harm"',
        ),
    ],
)
@pytest.mark.parametrize(
    "inside",
    [
        "%s",
        '{ any = [{ item = "low", at_least = "some" }, %s] }',
        "{ all = [{ any = [%s] }] }",
    ],
    ids=["alone", "among", "deep"],
)
def test_a_gate_that_must_not_be(
    gate: str, what: str, mend: str, inside: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path, (USE, GATE, f"enable_when = {inside % gate}"))
    assert_refused(folder, f"{USE}: item ended", what, mend)


def test_two_items_that_open_each_other(tmp_path: Path) -> None:
    tried = 'short = "Care before"\n'
    gate = 'enable_when = { item = "ended", at_least = "early" }\n'
    folder = copy(tmp_path, (USE, tried, tried + gate))
    what = "It depends on `ended`, which is not asked before it."
    assert_refused(folder, f"{USE}: item tried", what, "depend on earlier items only.")


def test_a_private_gate_of_another_topic(tmp_path: Path) -> None:
    was = 'ask_again = "Only you decide who sees this."\n'
    gate = 'enable_when = { item = "plan", at_least = "yes" }\n'
    folder = copy(tmp_path, (SAFETY, was, was + gate))
    what = "It depends on `plan`, which is private, and is not itself."
    assert_refused(folder, f"{SAFETY}: item home-safe", what, 'private = "self-harm"')


UNORDERED = (USE, 'type = "choices"', 'type = "choices"\nordered = false')
RATINGS = [
    (USE, f'rates = {{ use = {n} }}\nsays = "{says}"\n', "")
    for n, says in [
        (1, "You had strong wishes to use."),
        (2, "Use led to trouble at work or school."),
        (3, "You had gaps in memory."),
    ]
]
OPENS = 'enable_when = { item = "problems", ticked = "gaps" }'


@pytest.mark.parametrize(
    ("edit", "opened"),
    [
        ((USE, GATE, OPENS), "ended"),
        ((USE, 'short = "Care before"', f'short = "Care before"\n{OPENS}'), "tried"),
        ((USE, 'short = "Feeling low"', f'short = "Feeling low"\n{OPENS}'), "low"),
    ],
    ids=["it rates", "it opens what rates", "it counts in a scale"],
)
def test_an_item_without_an_order_opens_nothing_that_can_move_a_ladder(
    edit: tuple[str, str, str], opened: str, tmp_path: Path
) -> None:
    folder = copy(tmp_path, UNORDERED, *RATINGS, edit)
    what = "`problems` opens it, is not ordered, and it can move a ladder."
    assert_refused(folder, f"{USE}: item {opened}", what, "open it by an ordered item.")


def test_an_item_without_an_order_opens_what_moves_no_ladder(tmp_path: Path) -> None:
    was = 'short = "In your own words"'
    gate = 'enable_when = { item = "limits", ticked = "cost" }'
    assert load_questionnaire(copy(tmp_path, (LIFE, was, f"{was}\n{gate}")))


def test_bands_are_listed_by_gravity_not_by_number(tmp_path: Path) -> None:
    folder = copy(
        tmp_path,
        (USE, "from = 0\nto = 0", "from = 30\nto = 30"),
        (USE, "from = 1\nto = 9", "from = 20\nto = 29"),
        (USE, "from = 10\nto = 30", "from = 0\nto = 19"),
    )
    assert load_questionnaire(folder)


def test_a_number_without_bands_rates_nothing_and_opens_nothing(tmp_path: Path) -> None:
    text = 'link_id = "age"\ntype = "number"\ntext = "Age?"\nshort = "Age"\n'
    more = 'why = "So."\ncite = ["guide"]\nminimum = 18\nmaximum = 120\n\n[[item]]\n'
    start = '[[item]]\nlink_id = "days"'
    folder = copy(tmp_path, (USE, start, f"[[item]]\n{text}{more}" + start[9:]))
    assert load_questionnaire(folder)
    path = folder / USE
    path.write_text(path.read_text().replace('"tried", at_least', '"age", at_least'))
    what = "`at_least` does not fit the item `age`."
    assert_refused(folder, f"{USE}: item ended", what, "it needs an ordered choice")


def test_every_option_exclusive_leaves_nothing_to_tick(tmp_path: Path) -> None:
    edits = [
        (LIFE, f'text = "{text}"\n', f'text = "{text}"\nexclusive = true\n')
        for text in ("Cost", "Work or school")
    ]
    what = {problem.what for problem in problems_with(copy(tmp_path, *edits))}
    assert what == {"More than one option is exclusive.", "Nothing can be ticked."}


def test_a_band_of_no_numbers(tmp_path: Path) -> None:
    folder = copy(
        tmp_path, (USE, "to = 0\n", "to = -1\n"), (USE, "from = 1", "from = 0")
    )
    assert_refused(folder, f"{USE}: item days", "`none` leaves a gap", COVER)
