"""A supporter's words stand in place of the person's own, and change nothing else."""

import datetime
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.catalog import (
    Editions,
    Selection,
    cache,
    load_questionnaire,
    questionnaire_folder,
    select,
)
from screener.catalog.review_status import present_review
from screener.catalog.selection import supporter_key
from screener.catalog.speaking_to import words_for_reader
from screener.catalog.supporter import (
    in_supporter_words,
    in_translated_supporter_words,
    share_questions,
    supporter_file,
)
from screener.catalog.supporter_sheet import (
    supporter_sheet,
    translated_supporter_sheet,
)
from screener.catalog.translatable_text import retold, words_of
from screener.catalog.translating import hash_of, read_words, translated
from screener.checking import Space
from screener.checking.sampled import random_people
from screener.cli import main
from screener.cli.build_cache import build_cache
from screener.errors import QuestionnaireError, TranslationError
from screener.model import Questionnaire, Review
from screener.scoring import evaluate
from tests.supporters import copy_of_small, refresh, translate

Change = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of_small(tmp_path, spanish=True)


def supported(folder: Path) -> Questionnaire:
    return in_supporter_words(load_questionnaire(folder), supporter_file(folder))


def supported_in_spanish(folder: Path) -> Questionnaire:
    own = load_questionnaire(folder)
    spanish = translated(own, folder / "es.toml", "es")
    return in_translated_supporter_words(spanish, own, folder)


def replaced(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def problems(path: Path, change: Change, load: Callable[[], object]) -> list[str]:
    path.write_text(change(path.read_text()))
    with pytest.raises(TranslationError) as raised:
        load()
    assert path.name in str(raised.value)
    return [f"{one.place}: {one.what} {one.mend}" for one in raised.value.problems]


PLAN = 'text = "Do they have a plan?"'

FLAWS = [
    (replaced(PLAN, 'txt = "A plan?"'), "item plan, txt: The original has no such"),
    (replaced(PLAN, 'text = " "'), "item plan, text: It has no words. write them for:"),
    (replaced(PLAN, "text = 1"), "item plan, text: It is no text"),
    (replaced(PLAN, f'{PLAN}\nfirst_person = "I do."'), "item plan, first_person"),
    (replaced("[item.plan]", "[item.plans]"), "item plans, text: The original has"),
    (replaced('of = "', 'of = "0'), "The original has changed since"),
    (replaced("last 30 days", "last days"), "It has not the number 30"),
    (replaced('language = "en"', 'language = "es"'), 'write language = "en"'),
    (replaced("[item.plan]", "[item.plan.x]\n[item.plan]"), None),
    (lambda text: f"{text}\n[item.limits]\nof = '1'\n", "item limits: It replaces no"),
]


@pytest.mark.parametrize(("change", "told"), FLAWS)
def test_a_flaw_is_reported_with_file_and_place(
    change: Change, told: str | None, folder: Path
) -> None:
    path, own = supporter_file(folder), load_questionnaire(folder)
    if told is None:  # an empty table is no word
        path.write_text(change(path.read_text()))
        assert in_supporter_words(own, path)
        return
    found = problems(path, change, lambda: in_supporter_words(own, path))
    assert any(told in one for one in found), found


SPANISH_FLAWS = [
    (replaced('text = "apoyo Do they have a plan?"', ""), "It is not translated"),
    (
        replaced("[item.plan]", '[item.plan]\nhint = "Más."'),
        "item plan, hint: supporter.toml has no such words",
    ),
    (replaced('of = "', 'of = "0'), "supporter.toml has changed since"),
    (replaced("last 30 days", "last days"), "It has not the number 30"),
    (replaced('language = "es"', 'language = "en"'), 'write language = "es"'),
]


@pytest.mark.parametrize(("change", "told"), SPANISH_FLAWS)
def test_a_flaw_of_the_translation_is_reported_too(
    change: Change, told: str, folder: Path
) -> None:
    path = supporter_file(folder, "es")
    found = problems(path, change, lambda: supported_in_spanish(folder))
    assert any(told in one for one in found), found


def test_a_published_instrument_keeps_its_words(tmp_path: Path) -> None:
    phq = select("phq-9").load()
    item = next(one for one in phq.item if one.instrument)
    path = tmp_path / "supporter.toml"
    path.write_text(f'language = "en"\n[item.{item.link_id}]\ntext = "Do they?"\n')
    with pytest.raises(TranslationError) as raised:
        in_supporter_words(phq, path)
    assert any("published instrument" in one.what for one in raised.value.problems)
    items = [place[1] for place in words_for_reader(phq) if place[0] == "item"]
    assert not any(phq.items[link_id].instrument for link_id in items)


def test_only_the_words_of_the_file_differ(folder: Path) -> None:
    own, other = load_questionnaire(folder), supported(folder)
    there, _, _ = read_words(supporter_file(folder))
    assert words_of(other) == {**words_of(own), **there}
    assert other.items["plan"].text == "Do they have a plan?"
    assert other.items["plan"].short == own.items["plan"].short
    spanish = words_of(supported_in_spanish(folder))
    assert spanish["item", "plan", "text"] == "apoyo Do they have a plan?"
    assert spanish["item", "plan", "short"] == "es A plan"


def test_it_has_the_same_content_hash_and_places_alike(folder: Path) -> None:
    own = load_questionnaire(folder)
    supporter_file(folder).rename(folder / "elsewhere")
    assert load_questionnaire(folder).content_hash == own.content_hash
    (folder / "elsewhere").rename(supporter_file(folder))
    for other in (supported(folder), supported_in_spanish(folder)):
        assert other.content_hash == own.content_hash
        for person in random_people(Space(own), 50):
            assert (
                evaluate(other, person).placements == evaluate(own, person).placements
            )


def test_a_change_of_the_words_replaced_is_noticed_and_no_other(folder: Path) -> None:
    def with_words(change: tuple[str, ...], words: str) -> Questionnaire:
        own = load_questionnaire(folder)
        return retold(own, lambda place, old: words if place == change else old)

    path = supporter_file(folder)
    with pytest.raises(TranslationError) as raised:
        in_supporter_words(with_words(("item", "plan", "text"), "A plan?"), path)
    assert [one.place for one in raised.value.problems] == ["item plan"]
    assert in_supporter_words(with_words(("item", "plan", "why"), "Because."), path)


def test_a_changed_word_of_a_supporter_is_noticed_in_the_translation(
    folder: Path,
) -> None:
    path = supporter_file(folder)
    path.write_text(replaced(PLAN, 'text = "Is there a plan?"')(path.read_text()))
    with pytest.raises(TranslationError) as raised:
        supported_in_spanish(folder)
    assert [one.place for one in raised.value.problems] == ["item plan"]


def test_the_order_of_the_supporters_words_makes_no_difference(folder: Path) -> None:
    path = supporter_file(folder)
    head, *tables = path.read_text().strip().split("\n\n")
    path.write_text("\n\n".join([head, *reversed(tables)]))
    assert supported_in_spanish(folder)


def test_a_signature_covers_a_supporters_words(folder: Path) -> None:
    def is_signed(hash: str) -> bool:
        day = datetime.date(2026, 11, 23)
        review = Review(name="N", role="R", date=day, version="1", hash=hash)
        return present_review(load_questionnaire(folder), [review]) is not None

    own = load_questionnaire(folder)
    assert own.review_hash != own.content_hash
    assert is_signed(own.review_hash)
    assert not is_signed(own.content_hash)
    assert supported_in_spanish(folder).review_hash == own.review_hash
    path = supporter_file(folder)
    path.write_text(replaced(PLAN, 'text = "Is there a plan?"')(path.read_text()))
    assert not is_signed(own.review_hash)
    path.unlink()
    assert is_signed(own.content_hash)
    assert load_questionnaire(folder).review_hash == own.content_hash


def test_a_translation_is_reviewed_if_both_files_are(folder: Path) -> None:
    def sign(path: Path, hash: str, day: str) -> None:
        text = path.read_text()
        review = f'name = "N"\nrole = "R"\ndate = {day}\nhash = "{hash}"'
        path.write_text(f"{text}\n[reviewed]\n{review}\n")

    own = load_questionnaire(folder)
    spanish = translated(own, folder / "es.toml", "es")
    assert spanish.translation
    sign(folder / "es.toml", spanish.translation.hash, "2026-11-01")
    half = supported_in_spanish(folder).translation
    assert half
    assert half.reviewed is None
    assert half.hash != spanish.translation.hash
    path = supporter_file(folder, "es")
    words, _, _ = read_words(path)
    sign(path, hash_of(sorted(words.items())), "2026-11-02")
    both = supported_in_spanish(folder).translation
    assert both
    assert both.reviewed
    assert f"{both.reviewed.date}" == "2026-11-02"


def test_a_file_that_is_not_toml_is_an_error_of_the_questionnaire(
    folder: Path,
) -> None:
    supporter_file(folder).write_text("[")
    with pytest.raises(QuestionnaireError) as raised:
        load_questionnaire(folder)
    assert "supporter.toml" in str(raised.value)


def test_an_edition_is_a_language_and_a_reader(folder: Path) -> None:
    editions = Editions(Selection(folder), "us-ct")
    told = {
        (language, supporter): editions.edition(language, for_supporter=supporter)
        .questionnaire.items["plan"]
        .text
        for language in ("en", "es")
        for supporter in (False, True)
    }
    assert told == {
        ("en", False): "Do you have a plan?",
        ("en", True): "Do they have a plan?",
        ("es", False): "es Do you have a plan?",
        ("es", True): "apoyo Do they have a plan?",
    }
    same = editions.edition("es", for_supporter=True)
    assert editions.edition("es", for_supporter=True) is same


def test_without_the_file_a_supporter_reads_the_persons_own_words(
    folder: Path,
) -> None:
    supporter_file(folder, "es").unlink()
    editions = Editions(Selection(folder), "us-ct")
    own = editions.edition("es").questionnaire
    told = editions.edition("es", for_supporter=True).questionnaire
    assert words_of(told) == words_of(own)
    assert told.content_hash == own.content_hash
    supporter_file(folder).unlink()
    editions = Editions(Selection(folder), "us-ct")
    assert editions.edition("en", for_supporter=True) is editions.original


def test_what_is_added_keeps_its_words_and_a_shared_question_the_supporters(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "level-of-care"
    shutil.copytree(questionnaire_folder(), folder)
    for path in folder.glob("supporter*.toml"):
        path.unlink()
    shared = load_questionnaire(folder).items["suicide-now"].text
    supporter_file(folder).write_text(
        'language = "en"\n[item.suicide-now]\ntext = "Which are true for them?"\n'
    )
    sheet = supporter_sheet(load_questionnaire(folder), folder)
    tables = tomllib.loads(sheet)["item"]["suicide-now"]
    supporter_file(folder).write_text(
        'language = "en"\n[item.suicide-now]\ntext = "Which are true for them?"\n'
    )
    own = load_questionnaire(folder)
    assert tables["text"] == "Which are true for them?"
    with pytest.raises(TranslationError) as raised:
        in_supporter_words(own, supporter_file(folder))
    (problem,) = raised.value.problems
    with supporter_file(folder).open("a") as file:
        file.write(problem.mend.split("write ")[1].rstrip("."))
    selection = Selection(folder, (questionnaire_folder("phq-9"),))
    editions = Editions(selection, "us-ct")
    plain, told = (
        editions.edition("en", for_supporter=one).questionnaire for one in (False, True)
    )
    assert plain.items["suicide-now"].text == shared
    assert told.items["suicide-now"].text == "Which are true for them?"
    assert told.items["phq-interest"] == plain.items["phq-interest"]
    assert told.content_hash == plain.content_hash
    assert told.review_hash == plain.review_hash != plain.content_hash


def test_sharing_leaves_where_and_when_a_question_is_asked() -> None:
    core, phq = select().load(), select("phq-9").load()
    _, told = share_questions([core, phq])
    assert told == phq


def test_the_sheet_has_a_place_for_all_that_speaks_to_the_reader(folder: Path) -> None:
    own, path = load_questionnaire(folder), supporter_file(folder)
    assert tomllib.loads(supporter_sheet(own, folder)) == tomllib.loads(
        path.read_text()
    )
    path.unlink()
    own = load_questionnaire(folder)
    path.write_text(supporter_sheet(own, folder))
    empty, of, rest = read_words(path)
    assert empty.keys() == words_for_reader(own).keys()
    assert set(empty.values()) == {""}
    assert rest == {"language": "en"}
    path.write_text(path.read_text().replace('""', '"New 30 words"'))
    assert in_supporter_words(own, path)
    assert of


def test_the_sheet_fills_in_what_each_entry_was_written_from(folder: Path) -> None:
    before = supporter_file(folder).read_text()
    refresh(folder)
    assert supporter_file(folder).read_text() == before


def test_the_sheet_keeps_what_is_out_of_date(folder: Path) -> None:
    path = supporter_file(folder)
    path.write_text(replaced('of = "', 'of = "0')(path.read_text()))
    assert 'of = "0' in supporter_sheet(load_questionnaire(folder), folder)


def test_the_sheet_of_the_translation_has_just_those_places(folder: Path) -> None:
    own = load_questionnaire(folder)
    path = supporter_file(folder, "es")
    assert tomllib.loads(translated_supporter_sheet(own, folder, "es")) == (
        tomllib.loads(path.read_text())
    )
    path.unlink()
    path.write_text(translated_supporter_sheet(own, folder, "es"))
    empty, _, rest = read_words(path)
    there, _, _ = read_words(supporter_file(folder))
    assert empty.keys() == there.keys()
    assert rest == {"language": "es"}


def test_the_command_prints_the_sheets(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = load_questionnaire(folder)
    where = ["--questionnaire", str(folder)]
    assert main(["translation", "--supporter", *where]) == 0
    assert capsys.readouterr().out == supporter_sheet(own, folder)
    assert main(["translation", "es", "--supporter", *where]) == 0
    told = capsys.readouterr().out
    assert told == translated_supporter_sheet(own, folder, "es")
    supporter_file(folder).unlink()
    assert main(["translation", "es", "--supporter", *where]) == 1
    assert "screener translation --supporter" in capsys.readouterr().err


@pytest.mark.parametrize("options", [[], ["--supporter", "--help-lines", "us"]])
def test_the_command_asks_for_a_language_where_it_needs_one(
    options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translation", *options]) == 2
    assert "usage:" in capsys.readouterr().err


def test_what_was_read_is_kept(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "questions_folder", lambda: tmp_path)
    monkeypatch.setattr("screener.cli.build_cache.installed", lambda: [folder])
    read = {"en": supported(folder), "es": supported_in_spanish(folder)}
    build_cache()
    for language, questionnaire in read.items():
        kept = cache.load_cached(Questionnaire, folder, supporter_key(language, "en"))
        assert kept == questionnaire
        assert kept.content_hash == questionnaire.content_hash
    monkeypatch.setattr("screener.catalog.supporter.in_supporter_words", None)
    editions = Editions(Selection(folder), "us-ct")
    told = editions.edition("en", for_supporter=True).questionnaire
    assert told.items["plan"].text == "Do they have a plan?"
    path = supporter_file(folder)
    path.write_text(path.read_text() + "\n# changed\n")
    assert cache.load_cached(Questionnaire, folder, supporter_key("en", "en")) is None
    translate(folder)
