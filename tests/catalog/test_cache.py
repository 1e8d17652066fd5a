"""What is kept of the shipped files is what they say, or it is not taken up."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import screener
from screener.catalog import (
    cache,
    help_lines_folder,
    installed,
    load_help_lines,
    load_questionnaire,
    questionnaire_folder,
    regions,
)
from screener.catalog.cache import ORIGINAL
from screener.catalog.selection import Selection
from screener.cli.build_cache import build_cache
from screener.interview.length import LENGTH, length_of
from screener.language import LANGUAGES
from screener.model import ChoiceItem, HelpLines, Length, Questionnaire


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where things are kept; there is nothing yet."""
    monkeypatch.setattr(cache, "questions_folder", lambda: tmp_path)
    return tmp_path / "ready"


@pytest.fixture
def folder(tmp_path: Path, store: Path) -> Path:
    """A copy of the core questionnaire, of which something is kept."""
    copy = tmp_path / "level-of-care"
    shutil.copytree(questionnaire_folder(), copy)
    cache.store(load_questionnaire(copy), copy, ORIGINAL)
    return copy


def kept(folder: Path) -> Questionnaire | None:
    return cache.load_cached(Questionnaire, folder, ORIGINAL)


def test_every_questionnaire_is_kept_as_it_is_read(store: Path) -> None:
    parts = {one: load_questionnaire(one) for one in installed()}
    told = {
        (one, language): Selection(one).translate(part, [part], language)
        for one, part in parts.items()
        for language in Selection(one).languages()
    }
    read = {**{(one, ORIGINAL): part for one, part in parts.items()}, **told}
    assert not store.exists()
    build_cache()
    for (one, language), said in read.items():
        found = cache.load_cached(Questionnaire, one, language)
        assert found == said
        # Equal to the eye too: an enumeration equals its value, for one.
        assert repr(found) == repr(said)
        assert found.content_hash == said.content_hash


def test_all_help_lines_are_kept_as_they_are_read(store: Path) -> None:
    read = {
        (region, language): load_help_lines(region, language=language)
        for region in regions()
        for language in LANGUAGES
    }
    build_cache()
    for (region, language), said in read.items():
        what = f"{region}.{language}"
        assert repr(cache.load_cached(HelpLines, help_lines_folder(), what)) == repr(
            said
        )


@pytest.mark.parametrize("id", ["level-of-care", "phq-9"])
def test_how_long_it_is_is_kept_as_it_is_counted(store: Path, id: str) -> None:
    asked = load_questionnaire(questionnaire_folder(id))
    counted = length_of(asked)
    build_cache()
    assert cache.load_cached(Length, questionnaire_folder(id), LENGTH) == counted
    assert length_of(asked) == counted


def test_questions_that_only_have_the_same_name_are_counted_anew(store: Path) -> None:
    build_cache()
    asked = load_questionnaire(questionnaire_folder())
    fewer = replace(asked, item=asked.item[:4])
    assert length_of(fewer).most == 4
    assert length_of(asked).most > 4


def test_what_is_kept_is_taken_up(folder: Path) -> None:
    assert kept(folder) == load_questionnaire(folder)


@pytest.mark.parametrize("file", ["guidance.toml", "items-1-safety.toml", "es.toml"])
def test_it_is_not_if_a_file_has_changed(folder: Path, file: str) -> None:
    content = (folder / file).read_bytes()
    (folder / file).write_bytes(content + b"# A remark.\n")
    assert kept(folder) is None
    (folder / file).write_bytes(content)
    assert kept(folder)


def test_it_is_not_if_a_file_has_gone_or_come_or_has_another_name(folder: Path) -> None:
    (folder / "es.toml").rename(folder / "fr.toml")
    assert kept(folder) is None
    (folder / "fr.toml").rename(folder / "es.toml")
    assert kept(folder)
    (folder / "items-7-more.toml").touch()
    assert kept(folder) is None


def test_what_has_changed_is_what_is_asked(folder: Path) -> None:
    path = folder / "questionnaire.toml"
    title = load_questionnaire(folder).title
    path.write_text(path.read_text().replace(title, "Another title"))
    assert load_questionnaire(folder).title == "Another title"


@pytest.mark.parametrize("package", ["model", "catalog", "scoring", "interview"])
def test_it_is_not_if_the_program_has_changed(
    folder: Path, package: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "screener"
    shutil.copytree(Path(screener.__file__).parent, program)
    monkeypatch.setattr(screener, "__file__", str(program / "__init__.py"))
    monkeypatch.setattr(cache, "questions_folder", lambda: tmp_path)
    assert kept(folder)
    cache._program.cache_clear()  # another program is another process
    code = program / package / "__init__.py"
    code.write_text(f"{code.read_text()}\n# Another program.")
    assert kept(folder) is None


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[:-1],
        lambda _: b"[1]",
        lambda _: b"\xff",
        lambda content: content.replace(b'"Option"', b'"Path"'),
        lambda content: content.replace(b'"short"', b'"long"'),
        lambda content: content.replace(b"hurt yourself", b"hurt somebody"),
        lambda content: content.replace(b"988", b"989"),
        lambda content: content + b" ",
        lambda content: content.partition(b"\n")[2],
        lambda content: content.replace(b'"hash"', b'"hush"'),
    ],
)
def test_nothing_else_is_taken_for_it(
    folder: Path, store: Path, damage: object
) -> None:
    assert callable(damage)
    (file,) = store.iterdir()
    content = file.read_bytes()
    assert damage(content) != content
    file.write_bytes(damage(content))
    assert kept(folder) is None
    assert load_questionnaire(folder).id == "level-of-care"


def test_nothing_altered_claims_a_review(folder: Path, store: Path) -> None:
    (file,) = store.iterdir()
    title = load_questionnaire(folder).title
    hash = load_questionnaire(folder).content_hash
    file.write_text(file.read_text().replace(title, "Another title"))
    assert load_questionnaire(folder).title == title
    assert load_questionnaire(folder).content_hash == hash


def test_nothing_is_taken_for_what_has_another_name(folder: Path, store: Path) -> None:
    (file,) = store.iterdir()
    file.rename(store / "level-of-care.es.json")
    assert cache.load_cached(Questionnaire, folder, "es") is None


@pytest.mark.parametrize(
    "record", [1, [1], {"": "Length"}, {"": "Path"}, {"": "Option", "long": 1}]
)
def test_a_record_that_fits_nothing_is_not_taken_up(
    folder: Path, store: Path, record: object
) -> None:
    (file,) = store.iterdir()
    table = json.loads(file.read_bytes().partition(b"\n")[2])
    content = json.dumps({**table, "record": record}).encode()
    file.write_bytes(cache._seal(file, content) + b"\n" + content)
    assert kept(folder) is None


def test_other_kinds_are_not_given_for_what_is_wanted(folder: Path) -> None:
    assert cache.load_cached(HelpLines, folder, ORIGINAL) is None


def test_words_for_the_phone_are_kept(folder: Path) -> None:
    read = load_questionnaire(folder)
    item = read.items["mood"]
    assert isinstance(item, ChoiceItem)
    option = tuple(replace(one, first_person="I say so.") for one in item.option)
    items = tuple(
        replace(one, option=option) if one is item else one for one in read.item
    )
    cache.store(replace(read, item=items), folder, ORIGINAL)
    found = kept(folder)
    assert found is not None
    assert found.item == items
