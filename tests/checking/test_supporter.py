"""Check a supporter's words: none speaks to the person, and all are easy to read."""

from pathlib import Path

import pytest

from screener.catalog import load_questionnaire
from screener.catalog.supporter import supporter_file
from screener.checking import How, check
from screener.checking.proof import Finding
from tests.supporters import copy_of_small, refresh, translate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of_small(tmp_path, spanish=True)


def finding(folder: Path, id: str = "supporter") -> Finding:
    (proof,) = check(load_questionnaire(folder), folder, {id})
    return proof.finding


def flaws(folder: Path, id: str = "supporter") -> list[str]:
    return [flaw.what for flaw in finding(folder, id).flaws]


def change(folder: Path, old: str, new: str, language: str | None = None) -> None:
    path = supporter_file(folder, language)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_words_of_the_tests_hold_in_both_languages(folder: Path) -> None:
    assert finding(folder).how is How.READ
    assert finding(folder).tried == 2
    assert flaws(folder) == []


def test_without_files_it_is_skipped(folder: Path) -> None:
    for language in (None, "es"):
        supporter_file(folder, language).unlink()
    assert finding(folder).how is How.SKIPPED
    (proof,) = check(load_questionnaire(folder), None, {"supporter"})
    assert proof.finding.how is How.SKIPPED


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ('text = "Do they have a plan?"\n', "item plan, text"),
        (
            'text = "They are not sure they can stay safe"\n',
            "item plan, option cannot-say, text",
        ),
        (
            'says = "They have a plan to end their life."\n',
            "item plan, option yes, says",
        ),
        ('says = "They used on some days."\n', "item days, band some, says"),
        ('sign = "Someone backs them up."\n', "fit backed, sign"),
        ('text = "What will it cost them?"\n', "ask cost, text"),
        ('text = "A list of their medicines."\n', "bring list, text"),
    ],
)
def test_words_to_the_person_need_a_supporters(
    words: str, place: str, folder: Path
) -> None:
    change(folder, words, "")
    refresh(folder)
    path = supporter_file(folder)
    path.write_text(
        "\n".join(line for line in path.read_text().splitlines() if '""' not in line)
    )
    found = flaws(folder)
    assert any(f"{place}: A supporter reads: " in flaw for flaw in found), found


@pytest.mark.parametrize("word", ["I'm", "YOUR", "me", "myself", "you"])
def test_rules_wordings_and_hints_are_read_for_words_to_the_person(
    word: str, folder: Path
) -> None:
    items, guidance = folder / "items-use.toml", folder / "guidance.toml"
    hint = 'hint = "Tick all that fit."'
    items.write_text(items.read_text().replace(hint, f'hint = "Tick {word} here."'))
    first = 'first = "Talk to someone today about these thoughts."'
    wording = (
        f'[[rule.wording]]\nid = "other"\ntext = "It is {word} today."\n'
        'show_when = { item = "thoughts", at_least = "yes" }\n'
    )
    told = guidance.read_text().replace(first, f'first = "Ask {word} today."')
    rule = 'help = ["crisis"]\ncite = ["urgent"]\n'
    guidance.write_text(told.replace(rule, f"{rule}{wording}", 1))
    found = " ".join(flaws(folder))
    for place in (
        "item problems, hint",
        "rule danger-today, first",
        "rule danger-today, wording other, text",
    ):
        assert f"{place}: A supporter reads: " in found


def test_words_that_speak_to_nobody_need_none(folder: Path) -> None:
    guidance = folder / "guidance.toml"
    told = guidance.read_text()
    old = 'text = "A peer support group."'
    assert old in told
    guidance.write_text(told.replace(old, 'text = "Your time is mime."'))
    assert any("support peer, text" in flaw for flaw in flaws(folder))
    guidance.write_text(told.replace(old, 'text = "Youth groups in some time."'))
    assert flaws(folder) == []


@pytest.mark.parametrize(
    ("language", "word"),
    [(None, "I'm"), (None, "my"), (None, "am"), ("es", "conmigo"), ("es", "Estoy")],
)
def test_an_option_does_not_say_i_of_the_person(
    language: str | None, word: str, folder: Path
) -> None:
    own = "They finished it" if language is None else "apoyo They finished it"
    change(folder, f'"{own}"', f'"{word} here"', language)
    if language is None:
        translate(folder)
    found = flaws(folder)
    assert any("item ended, option done, text says " in flaw for flaw in found), found


def test_you_may_be_right_in_a_line(folder: Path) -> None:
    change(folder, '"What will it cost them?"', '"What will it cost you or me?"')
    translate(folder)
    assert flaws(folder) == []


def test_a_file_that_cannot_be_used_is_reported(folder: Path) -> None:
    change(folder, 'of = "', 'of = "0')
    assert any("supporter.toml" in flaw for flaw in flaws(folder))
    refresh(folder)
    assert flaws(folder) == []
    change(folder, 'of = "', 'of = "0', "es")
    assert any("supporter.es.toml" in flaw for flaw in flaws(folder))


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("supporter.es.toml", "supporter.es.toml: file: There is none."),
        ("supporter.toml", "supporter.toml: file: There is none."),
        ("es.toml", "es.toml: file: There is none."),
    ],
)
def test_each_file_needs_the_one_it_goes_with(
    missing: str, told: str, folder: Path
) -> None:
    (folder / missing).unlink()
    assert told in flaws(folder)


def test_its_words_are_read_for_grade_and_words_to_avoid(folder: Path) -> None:
    hard = (
        "Do they presently experience psychological deterioration necessitating care?"
    )
    change(folder, "Do they have a plan?", hard)
    translate(folder)
    (flaw, *_) = (one for one in flaws(folder, "reading") if "item plan" in one)
    assert flaw.startswith("item plan, for a supporter, reads at")
    change(folder, hard, "Do they as an addict have a plan?")
    translate(folder)
    (flaw,) = (one for one in flaws(folder, "words") if "(" in one)
    assert flaw.startswith('item plan, for a supporter, says "')


def test_what_did_not_change_is_read_once(folder: Path) -> None:
    without = load_questionnaire(folder)
    for name in ("es.toml", "supporter.es.toml"):
        (folder / name).unlink()
    both = finding(folder, "words").tried
    supporter_file(folder).unlink()
    alone = finding(folder, "words").tried
    assert alone < both < 2 * alone
    assert without


def test_easier_words_for_a_supporter_are_easy(folder: Path) -> None:
    items = folder / "items-safety.toml"
    question = 'text = "Do you have a plan?"\n'
    easier = '[item.easier]\ntext = "Do you plan it?"\n'
    text = items.read_text()
    assert question in text
    gate = 'enable_when = { item = "thoughts", at_least = "better-off" }\n'
    items.write_text(text.replace(gate, f"{gate}\n{easier}", 1))
    change(
        folder,
        "[item.plan.option.yes]",
        "[item.plan.easier]\ntext = 'Do they plan it?'\n[item.plan.option.yes]",
    )
    refresh(folder)
    assert not any("item plan" in one for one in flaws(folder, "easier"))
    change(folder, "Do they plan it?", "Do they plan it in outpatient care?")
    found = flaws(folder, "easier")
    assert any(
        "item plan: for a supporter, what should be easier" in one for one in found
    )
