"""The review sheet holds all that a questionnaire says: nothing can be forgotten."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from screener.catalog import load_cases, load_questionnaire, questionnaire_folder
from screener.catalog.supporter import in_supporter_words, supporter_file
from screener.catalog.translatable_text import words_of
from screener.catalog.translating import place_words
from screener.model import (
    Case,
    ChoiceItem,
    FitSign,
    Item,
    Ladder,
    Line,
    NumberItem,
    Review,
    Rule,
    Source,
    answer_words,
    rated_answers,
)
from screener.review import (
    MARKDOWN,
    condition_words,
    rates_words,
    rule_words,
    sheet,
    ways_to,
)
from screener.review.marks import literal
from screener.scoring import mildest
from tests.scored_ticks import scored_ticks
from tests.small import SMALL, small

CORE = load_questionnaire(questionnaire_folder())
CASES = load_cases(questionnaire_folder())
SHEET = sheet(CORE, CASES, ())
GUIDANCE = CORE.guidance


def by(key: str, things: object) -> list[object]:
    assert isinstance(things, tuple)
    return [pytest.param(one, id=getattr(one, key)) for one in things]


def block(heading: str, text: str = SHEET) -> str:
    """What stands under a heading or list point, up to the next one like it."""
    _, found, rest = text.partition(heading)
    assert found, heading
    return re.split(r"\n(?:#+ |- \"|\d+\. \*\*)", rest, maxsplit=1)[0]


@pytest.mark.parametrize("item", by("link_id", CORE.item))
def test_it_holds_every_question(item: Item) -> None:
    told = block(f"{literal(item.short)} (`{item.link_id}`)")
    for words in (item.text, item.hint, item.why, item.seen_by, item.ask_again):
        assert literal(words or "") in told
    if item.enable_when is None:
        assert "\n- Asked of everyone." in told
    else:
        asked = condition_words(item.enable_when, CORE, MARKDOWN)
        assert f"\n- Asked when {asked}." in told
    assert f"\n- Sources: {', '.join(item.cite)}" in told
    assert ("A safety question" in told) is bool(item.ask_again)
    assert ('without a "Not sure"' in told) is not item.unsure
    assert ("cannot change" in told) is item.fixed
    assert ("leave it out" in told) is bool(item.private)


@pytest.mark.parametrize("item", by("link_id", CORE.item))
def test_it_holds_every_answer_with_what_it_weighs(item: Item) -> None:
    told = block(f"{literal(item.short)} (`{item.link_id}`)").splitlines()
    rows = [line for line in told if line.startswith("| ")]
    options = rated_answers(item)
    assert len(rows) == (len(options) + 2 if options else 0)
    for option, row in zip(options, rows[2:], strict=True):
        assert row.startswith(f"| {literal(getattr(option, 'text', ''))}")
        assert rates_words(option.rates, CORE, MARKDOWN) in row
        assert literal(option.says or "") in row
        assert ("stands alone" in row) is getattr(option, "exclusive", False)


def test_it_holds_what_could_be_said_on_the_phone() -> None:
    said = "I have a plan | and I am scared."
    item = small().items["plan"]
    assert isinstance(item, ChoiceItem)
    *others, last = item.option
    option = (*others, replace(last, first_person=said))
    asked = tuple(
        replace(one, option=option) if one is item else one for one in small().item
    )
    text = sheet(replace(small(), item=asked), (), ())
    rows = [line for line in block("(`plan`)", text).splitlines() if line[:1] == "|"]
    assert rows[0] == "| Answer | Weighs | Told back as | To say on the phone |"
    assert rows[-1].endswith(f' | "{literal(said)}" |')
    assert {row.replace("\\|", "").count("|") for row in rows} == {5}
    assert "To say on the phone" not in sheet(small(), (), ())


def test_it_holds_what_a_supporter_reads_otherwise() -> None:
    supporter = in_supporter_words(small(), supporter_file(SMALL))
    text = sheet(small(), (), (), supporter)
    own, words = words_of(small()), words_of(supporter)
    for place, said in words.items():
        line = f'- {literal(place_words(place))}: "{literal(said)}"\n'
        assert (line in text) is (said != own[place])
    assert small().review_hash in text
    assert small().content_hash not in text
    assert "adult they support" not in sheet(small(), (), ())


def test_questions_come_in_asking_order() -> None:
    shown = re.findall(r"^#### (\d+)\. .* \(`(.*)`\)$", SHEET, re.MULTILINE)
    assert shown == [(str(n), item.link_id) for n, item in enumerate(CORE.item, 1)]
    sections = [SHEET.index(f"### {literal(one.title)}\n") for one in CORE.section]
    assert sections == sorted(sections)


@pytest.mark.parametrize("ladder", by("id", CORE.ladder))
def test_it_holds_every_ladder_and_step(ladder: Ladder) -> None:
    _, told = SHEET.split(f"### {literal(ladder.name)} (`{ladder.id}`)")
    told = told.split("\n#")[0]
    for place, rung in enumerate(ladder.rung, 1):
        step = told.split(f"\n{place}. ")[1].split(f"\n{place + 1}. ")[0]
        assert step.startswith(f"**{literal(rung.name)}.** {literal(rung.about)}\n")
        for fact in rung.facts:
            assert f"\n   - {literal(fact)}\n" in step
        assert f"- Sources: {', '.join(rung.cite)}" in step


@pytest.mark.parametrize("rule", by("id", GUIDANCE.rule))
def test_it_holds_every_rule(rule: Rule) -> None:
    flag = "**Red flag** · " if rule.red_flag else ""
    told = block(f"\n#### {flag}`{rule.id}`\n")
    assert rule_words(rule, CORE, MARKDOWN) in told
    for dimension, least in rule.at_least.items():
        assert "; or ".join(ways_to(dimension, least, CORE, MARKDOWN)) in told
    assert f'- Reason told: "{literal(rule.text)}"' in told
    assert ("What to do first" in told) is bool(rule.first)
    assert literal(rule.first or "") in told
    assert ("The questions stop" in told) is rule.red_flag
    assert ", ".join(rule.help) in told
    for cite in rule.cite:
        source = CORE.sources[cite]
        for words in (source.title, source.locator, source.fact):
            assert literal(words) in told


def test_rules_stand_under_what_they_give() -> None:
    headings = re.findall(r"^### (.*): at least (.*)$|^#### .*`(.*)`$", SHEET, re.M)
    under = ("", "")
    shown = []
    for ladder, rung, rule in headings:
        under = under if rule else (ladder, rung)
        shown += [(rule, *under)] if rule else []
    expected = set()
    for rule in GUIDANCE.rule:
        on = CORE.ladders[rule.ladder]
        rung = on.rung[on.index[rule.rung]].name
        expected.add((rule.id, literal(on.name), literal(rung)))
    assert set(shown) == expected
    assert len(shown) == len(GUIDANCE.rule)


@pytest.mark.parametrize(
    ("title", "line"),
    [
        pytest.param(title, line, id=f"{title[:8]}:{line.id}")
        for title, lines in (
            ("Other options", GUIDANCE.alternative),
            ("Supports", GUIDANCE.support),
            ("What this care offers", GUIDANCE.benefit),
            ("Questions to ask", GUIDANCE.ask),
            ("What to bring", GUIDANCE.bring),
        )
        for line in lines
    ],
)
def test_it_holds_every_line(title: str, line: Line) -> None:
    chapter = re.split(rf"\n## \d+\. {title}", SHEET)[1].split("\n## ")[0]
    told = block(f'- "{literal(line.text)}" (`{line.id}`)', chapter)
    if line.show_when is None:
        assert "  - Shown to everyone." in told
    else:
        shown = condition_words(line.show_when, CORE, MARKDOWN)
        assert f"  - Shown when {shown}.\n" in told
    assert f"  - Sources: {', '.join(line.cite)}" in told


@pytest.mark.parametrize("sign", by("id", GUIDANCE.fit))
def test_it_holds_every_sign_of_fit(sign: FitSign) -> None:
    told = block(f'- "{literal(sign.sign)}" (`{sign.id}`)')
    assert f"It fits when {condition_words(sign.fits_when, CORE, MARKDOWN)}.\n" in told
    if sign.applies_when:
        applies = condition_words(sign.applies_when, CORE, MARKDOWN)
        assert f"Told when {applies}.\n" in told
    else:
        assert "Told to everyone.\n" in told
    assert f'"{literal(sign.build)}"' in told
    assert f"- Sources: {', '.join(sign.cite)}" in told


@pytest.mark.parametrize("source", by("id", CORE.source))
def test_it_holds_every_source(source: Source) -> None:
    chapter = re.split(r"\n## \d+\. Sources\n", SHEET)[1]
    (told,) = (
        line
        for line in chapter.splitlines()
        if line.startswith(f"- **{literal(source.id)}** ")
    )
    for words in (source.title, source.locator, source.fact):
        assert literal(words) in told


@pytest.mark.parametrize("case", by("id", CASES))
def test_it_holds_every_case(case: Case) -> None:
    told = block(f"(`{case.id}`)\n\n{literal(case.about)}\n")
    for link_id, answer in case.answers.items():
        item = CORE.items[link_id]
        assert f"*{literal(item.short)}*" in told
        if answer != mildest(item):
            for words in answer_words(item, answer):
                assert f'"{literal(words)}"' in told
    _, expected = told.split("- Expected: ")
    for ladder, ends in case.expect.items():
        on = CORE.ladders[ladder]
        for end in (ends,) if isinstance(ends, str) else ends:
            rung = on.rung[on.index[end]].name
            assert f"**{literal(rung)}**" in expected


@pytest.mark.parametrize("case", by("id", CASES))
def test_it_holds_all_that_a_case_must_show(case: Case) -> None:
    _, expected = block(f"(`{case.id}`)\n").split("- Expected: ")
    for rule in case.rules:
        assert f"`{rule}`" in expected
    texts = {line.id: line.text for line in (*GUIDANCE.alternative, *GUIDANCE.support)}
    for line in (*case.alternatives, *case.supports):
        assert f'"{literal(texts[line])}"' in expected
    for link_id in case.unused:
        assert f"*{literal(CORE.items[link_id].short)}*" in expected


def test_a_question_without_an_answer_in_a_case_is_told_as_open() -> None:
    told = block("(`danger-not-answered`)\n")
    assert f"- Left open: *{literal(CORE.items['danger-now'].short)}*" in told
    assert "Left open" not in block("(`well`)\n")


def words_of_the_head() -> Iterator[str]:
    yield from (CORE.title, CORE.version, CORE.about, CORE.limits, CORE.seen_by)
    yield from (topic.name for topic in CORE.private)
    rated = {
        name for item in CORE.item for one in rated_answers(item) for name in one.rates
    }
    yield from (one.name for one in CORE.dimension if one.id in rated)


@pytest.mark.parametrize("words", [*words_of_the_head()])
def test_it_holds_what_the_questionnaire_says_of_itself(words: str) -> None:
    assert literal(words) in SHEET


def test_it_ends_with_the_place_to_sign() -> None:
    end = SHEET.split(". To sign\n")[1]
    for line in ("| Name | |", "| Date | |", f"| Hash | `{CORE.review_hash}` |"):
        assert f"\n{line}\n" in end
    assert f'hash = "{CORE.review_hash}"' in end
    assert SHEET.count(CORE.review_hash) == 3


def test_scales_and_numbers_are_told_with_their_bands() -> None:
    told = sheet(small(), load_cases(SMALL), ())
    scale = block("### Low mood (`mood-scale`)", told)
    assert "The sum of the scores of *Little joy*, *" in scale
    assert '| 3 | some | *Mood* 2 (moderate) | "Your mood has been low on' in scale
    assert "| Several days (score 1) |\n" in told
    assert "\nA number from 0 to 30 days, in ranges from mildest to gravest.\n" in told
    assert '| 10 to 30 days | *Use* 3 (serious) | "You used on most days." |' in told
    assert isinstance(small().items["days"], NumberItem)


def test_ticks_that_a_scale_counts_are_told_with_their_scores() -> None:
    told = sheet(scored_ticks(), (), ())
    scale = block("### Trouble from use (`trouble`)", told)
    members = "The sum of the scores of *What use has led to*, *Signs*, *Feeling low*."
    assert f"\n{members} Each tick adds its score.\n" in scale
    assert "| 4 | Much | *Use* 2 (moderate) |" in scale
    assert "| Used while driving (score 2) |\n" in told
    assert "| None of these (stands alone) |\n" in told
    assert "Each tick adds" not in sheet(small(), (), ())


def test_a_part_with_nothing_in_it_says_so() -> None:
    told = sheet(CORE, (), ())
    assert "## 15. Worked cases\n\nNone.\n" in told
    assert "\n\n\n" not in told


def review(hash: str, name: str = "Ada Reyes", day: int = 3) -> Review:
    return Review(
        name=name,
        role="psychiatrist",
        date=datetime.date(2026, 11, day),
        version="0.0.9",
        hash=hash,
    )


NOW, OLD = review(CORE.review_hash), review("0" * 64, "Bo Lind", 2)
OLDEST = review("1" * 64, "Cy Marsh", 1)


@pytest.mark.parametrize(
    ("reviews", "told"),
    [
        ([], "Its questions and rules are not yet reviewed by a clinician."),
        (
            [OLDEST, OLD],
            "Reviewed in an earlier version (0.0.9, November 2, 2026, by Bo Lind); "
            "not yet reviewed in this one.",
        ),
        (
            [OLD, NOW],
            "Its questions and rules were reviewed by Ada Reyes, psychiatrist, "
            "November 3, 2026.",
        ),
    ],
)
def test_it_says_first_who_has_reviewed_it(reviews: list[Review], told: str) -> None:
    shown = sheet(CORE, (), reviews)
    assert f"\n\n**{told}**\n" in shown
    for one in reviews:
        assert f"\n- {one.name}, psychiatrist, November {one.date.day}, 2026: " in shown
    assert shown.count(": this version\n") == reviews.count(NOW)
