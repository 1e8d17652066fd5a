"""Prints a file of supporter's words to fill in."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from screener.catalog.speaking_to import words_for_reader
from screener.catalog.supporter import in_order, may_differ, supporter_file
from screener.catalog.translatable_text import Place, words_of
from screener.catalog.translating import OF, digests, entry_of, read_words
from screener.catalog.translation_sheet import put, written
from screener.errors import Problem, TranslationError
from screener.model import Questionnaire


def supporter_sheet(questionnaire: Questionnaire, folder: Path) -> str:
    """Return `supporter.toml`: the words there are, and an empty place for the others.

    Args:
        questionnaire: The questionnaire, in the language that it was written in.
        folder: Its folder, where the file need not be there yet.

    Raises:
        TranslationError: If the file is there and cannot be read.
    """
    path = supporter_file(folder)
    there, of, rest = read_words(path) if path.exists() else ({}, {}, {})
    places = [
        place
        for place in (*words_for_reader(questionnaire), *there)
        if may_differ(questionnaire, place)
    ]
    source = in_order(words_of(questionnaire), places)
    return _sheet(source, there, of, {**rest, "language": questionnaire.language})


def translated_supporter_sheet(
    questionnaire: Questionnaire, folder: Path, language: str
) -> str:
    """Return `supporter.<language>.toml`, with a place for all that is to translate.

    Args:
        questionnaire: The questionnaire, in the language that it was written in.
        folder: Its folder, with the words that are translated.
        language: The code of the language of the translation.

    Raises:
        TranslationError: If a file cannot be read, or there is nothing to translate.
    """
    original = supporter_file(folder)
    if not original.is_file():
        what, mend = "There is none.", "write it: screener translation --supporter"
        raise TranslationError(original, [Problem(original.name, "file", what, mend)])
    words, _, _ = read_words(original)
    path = supporter_file(folder, language)
    there, of, rest = read_words(path) if path.exists() else ({}, {}, {})
    ordered = in_order(words_of(questionnaire), words)
    source = {place: words[place] for place in ordered}
    return _sheet(source, there, of, {**rest, "language": language})


def _sheet(
    source: Mapping[Place, str],
    there: Mapping[Place, str],
    of: Mapping[Place, str],
    rest: Mapping[str, Any],
) -> str:
    fresh = digests(source)
    sheet: dict[str, Any] = dict(rest)
    for place in source:
        entry = entry_of(place)
        put(sheet, (*entry, OF), of.get(entry, fresh[entry]))
        put(sheet, place, there.get(place, ""))
    return written(sheet)
