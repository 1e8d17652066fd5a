"""A translation has every word, and changes nothing else."""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.catalog import (
    Edition,
    Editions,
    load_questionnaire,
    questionnaire_folder,
    select,
)
from screener.catalog.translatable_text import retold, words_of
from screener.catalog.translating import translated
from screener.catalog.translation_sheet import translation_sheet
from screener.checking import Space
from screener.checking.sampled import random_people
from screener.checking.translations import check_translations, translations_of
from screener.errors import LanguageError, TranslationError
from screener.model import Questionnaire
from screener.scoring import evaluate

Change = Callable[[str], str]


@pytest.fixture(scope="module")
def core() -> Questionnaire:
    return load_questionnaire(questionnaire_folder())


@pytest.fixture(scope="module")
def spanish() -> Edition:
    return Editions(select(), "us-ct").edition("es")


def replaced(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


FLAWS = [
    (replaced('text = "No"', ""), "text: It is not translated", "translate: "),
    (replaced('text = "No"', 'text = " "'), "It is not translated", "translate: "),
    (replaced('text = "No"', 'txt = "No"'), "txt: The original has no such", "remove"),
    (replaced('text = "No"', "text = 7"), "text: It is no text", "quotation marks"),
    (replaced('of = "', 'of = "0'), "not the one it was translated from", "write of ="),
    (replaced("[item.care]", "[item.cares]"), "item cares", "remove"),
    (replaced("12 meses", "meses"), "It has not the number 12", "digits"),
    (replaced('language = "es"', 'language = "fr"'), "language", 'language = "es"'),
    (lambda text: f"{text}\n[", "It is not TOML", "that line"),
    (lambda text: f"{text}\n[reviewed]\nname = 1\n", "is missing", ""),
]


@pytest.mark.parametrize(("change", "what", "mend"), FLAWS)
def test_a_flaw_is_told_with_file_place_and_mend(
    change: Change, what: str, mend: str, core: Questionnaire, tmp_path: Path
) -> None:
    written = (questionnaire_folder() / "es.toml").read_text()
    path = tmp_path / "es.toml"
    path.write_text(change(written))
    with pytest.raises(TranslationError) as told:
        translated(core, path, "es")
    assert any(what in str(one) and mend in one.mend for one in told.value.problems)
    assert "es.toml" in str(told.value)


def test_the_check_fails_on_a_flaw_and_holds_without(
    core: Questionnaire, tmp_path: Path
) -> None:
    folder = tmp_path / "level-of-care"
    shutil.copytree(questionnaire_folder(), folder)
    assert check_translations(translations_of(core, folder)).flaws == ()
    path = folder / "es.toml"
    path.write_text(path.read_text().replace('name = "Embarazo"', ""))
    (flaw,) = check_translations(translations_of(core, folder)).flaws
    assert "dimension pregnancy, name" in flaw.what
    assert flaw.mend == "translate: Pregnancy"


def test_a_changed_original_makes_just_its_entry_out_of_date(
    core: Questionnaire, tmp_path: Path
) -> None:
    def tell(place: tuple[str, ...], words: str) -> str:
        return "Other" if place == ("item", "care", "text") else words

    with pytest.raises(TranslationError) as told:
        translated(retold(core, tell), questionnaire_folder() / "es.toml", "es")
    assert [one.place for one in told.value.problems] == ["item care"]


def test_a_translation_has_the_hash_of_its_original_and_places_alike(
    core: Questionnaire, spanish: Edition
) -> None:
    told = spanish.questionnaire
    assert told.content_hash == core.content_hash
    assert told.language == "es"
    assert told.items.keys() == core.items.keys()
    for person in random_people(Space(core), 100):
        assert evaluate(told, person).placements == evaluate(core, person).placements


def test_walking_without_a_change_gives_the_same_questionnaire(
    core: Questionnaire,
) -> None:
    assert retold(core, lambda _, words: words) == core


def test_every_word_is_told_in_other_words(
    core: Questionnaire, spanish: Edition
) -> None:
    """Names, numbers and a "No" may be the same; sentences may not."""
    there = words_of(spanish.questionnaire)
    same = [
        words
        for place, words in words_of(core).items()
        if there[place] == words and len(words.split()) > 2
    ]
    assert same == []


def test_the_sheet_of_a_whole_translation_is_what_is_there(core: Questionnaire) -> None:
    path = questionnaire_folder() / "es.toml"
    assert translation_sheet(core, path, "es") == path.read_text()


def test_the_sheet_of_a_new_one_has_every_place_empty(
    core: Questionnaire, tmp_path: Path
) -> None:
    path = tmp_path / "fr.toml"
    path.write_text(translation_sheet(core, path, "fr"))
    with pytest.raises(TranslationError) as told:
        translated(core, path, "fr")
    assert len(told.value.problems) == len(words_of(core))


def test_help_lines_keep_their_numbers(spanish: Edition) -> None:
    told = "\n".join(line.told for line in spanish.help_lines.line)
    for number in ("911", "988", "1-800-662-4357", "1-800-799-7233", "1-800-563-4086"):
        assert number in told


def test_a_language_that_is_not_there_is_told(core: Questionnaire) -> None:
    editions = Editions(select(), "us")
    with pytest.raises(LanguageError, match="It can be asked in: en, es"):
        editions.edition("fr")
    assert editions.preferred("fr") is editions.original


def test_languages_follow_each_other_in_a_circle() -> None:
    editions = Editions(select(), "us")
    assert editions.following("en") == "es"
    assert editions.following("es") == "en"


def test_a_review_counts_only_for_the_words_that_were_read(
    core: Questionnaire, spanish: Edition, tmp_path: Path
) -> None:
    status = spanish.questionnaire.translation
    assert status is not None
    assert status.reviewed is None
    path = tmp_path / "es.toml"
    written = (questionnaire_folder() / "es.toml").read_text()
    sign = 'name = "R. Gil"\nrole = "Translator"\ndate = 2026-11-25\n'
    signed = f'{written}\n[reviewed]\n{sign}hash = "{status.hash}"\n'
    path.write_text(signed)
    read = translated(core, path, "es").translation
    assert read is not None
    assert read.reviewed is not None
    path.write_text(signed.replace("Embarazo", "El embarazo"))
    changed = translated(core, path, "es").translation
    assert changed is not None
    assert changed.reviewed is None


def test_words_for_the_phone_are_translated_beside_the_others(
    core: Questionnaire, tmp_path: Path
) -> None:
    folder = tmp_path / "level-of-care"
    shutil.copytree(questionnaire_folder(), folder)
    file = folder / "items-1-safety.toml"
    says = 'says = "You had a seizure today."'
    spoken = 'first_person = "I had a seizure."'
    text = "\n".join(
        line for line in file.read_text().splitlines() if "first_person" not in line
    )
    file.write_text(text.replace(says, f"{says}\n{spoken}"))
    place = ("item", "danger-now", "option", "seizure", "first_person")
    changed = load_questionnaire(folder)
    assert words_of(changed)[place] == "I had a seizure."
    path = folder / "es.toml"
    path.write_text(
        "\n".join(
            line for line in path.read_text().splitlines() if "first_person" not in line
        )
    )
    with pytest.raises(TranslationError) as told:
        translated(changed, path, "es")
    assert "item danger-now, option seizure, first_person" in str(told.value)
    sheet = tomllib.loads(translation_sheet(changed, path, "es"))
    assert sheet["item"]["danger-now"]["option"]["seizure"]["first_person"] == ""
