import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

import screener
from screener.language import ENGLISH, LANGUAGES
from screener.wanted_language import CODES
from tests.language.messages import in_the_code, messages, po_file, read

TRANSLATED = [language for language in LANGUAGES if language != ENGLISH]

_PLACES = re.compile(r"\{[^}]*\}")


def told(words: str | Iterable[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else list(words or ())


def test_the_languages_that_may_be_wanted_are_those_that_are_spoken() -> None:
    assert list(CODES) == list(LANGUAGES)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_of_the_code_is_there_and_no_other(language: str) -> None:
    there = [message.id for message in messages(read(language))]
    assert there == [
        message if isinstance(message, str) else tuple(message)
        for message in in_the_code()
    ]


@pytest.mark.slow
def test_no_message_is_where_it_is_not_found() -> None:
    """A message within an f-string is not extracted, and would stay English."""
    found = {text for message in in_the_code() for text in told(message)}
    missed = [
        f"{path.name}:{call.lineno}: {argument.value}"
        for path in Path(screener.__file__).parent.rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("_", "N_", "ngettext")
        for argument in call.args
        if isinstance(argument, ast.Constant)
        and isinstance(argument.value, str)
        and argument.value not in found
    ]
    assert missed == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_told_with_all_its_places(language: str) -> None:
    for message in messages(read(language)):
        for english, words in zip(told(message.id), told(message.string), strict=True):
            assert words.strip(), f"not told: {english}"
            places = sorted(_PLACES.findall(english))
            assert sorted(_PLACES.findall(words)) == places, english


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_message_begins_and_ends_like_the_english_one(language: str) -> None:
    """Blanks and line ends at an edge join it to what stands beside it."""
    for message in messages(read(language)):
        for english, words in zip(told(message.id), told(message.string), strict=True):
            assert edges(words) == edges(english), english


def edges(words: str) -> tuple[str, str]:
    bare = words.strip()
    return words.partition(bare)[0], words.rpartition(bare)[2]


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_the_program_reads_is_compiled_from_what_is_written(language: str) -> None:
    with po_file(language).with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    written = read(language)
    assert compiled.plural_expr == written.plural_expr
    assert told_in(compiled) == told_in(written)


def told_in(catalog: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(told(one.id)): tuple(told(one.string)) for one in messages(catalog)}


def test_spanish_does_not_copy_the_words_of_the_english() -> None:
    """*Apuntar* also aims a gun; a *charla* is small talk, an *estadía* a stay."""
    copied = re.compile(r"\b(apunta\w*|charlas?|estadías?|por qué tanto)\b", re.I)
    said = [words for one in messages(read("es")) for words in told(one.string)]
    assert [words for words in said if copied.search(words)] == []
