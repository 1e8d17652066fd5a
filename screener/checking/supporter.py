"""Check that a supporter reads a supporter's words, in every language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from screener.catalog.speaking_to import words_for_reader
from screener.catalog.supporter import (
    FILE,
    in_supporter_words,
    in_translated_supporter_words,
    supporter_file,
)
from screener.catalog.translatable_text import Place, words_of
from screener.catalog.translating import place_words, read_words
from screener.checking.proof import Finding, Flaw, How
from screener.checking.translations import Translations
from screener.errors import Problem, TranslationError
from screener.language import LANGUAGES
from screener.model import Questionnaire

_FIRST_PERSON: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:i|am|me|my|mine|myself)\b", re.IGNORECASE),
    "es": re.compile(
        r"\b(?:yo|me|mi|mis|mí|conmigo|mí[oa]s?|estoy|soy|tengo|puedo|quiero|he)\b",
        re.IGNORECASE,
    ),
}
"""Words that only the person themselves would say, by the code of the language."""


class SupporterEditions(NamedTuple):
    """A questionnaire in a supporter's words, in each language."""

    usable: Mapping[str, Questionnaire]
    """By the code of the language."""
    problems: Sequence[Problem]
    """The flaws of those that cannot be used."""
    files: int
    """How many files there are."""


def supporter_editions(
    questionnaire: Questionnaire, folder: Path | None, translations: Translations
) -> SupporterEditions:
    """Read a supporter's words in every language in which they can be read.

    Args:
        questionnaire: The questionnaire, in the language that it was written in.
        folder: Its folder; `None` where it was put together from several.
        translations: Its translations.
    """
    if folder is None:
        return SupporterEditions({}, (), 0)
    usable: dict[str, Questionnaire] = {}
    problems: list[Problem] = []
    original = supporter_file(folder)
    files = int(original.is_file())
    if files:
        try:
            usable[questionnaire.language] = in_supporter_words(questionnaire, original)
        except TranslationError as error:
            problems += error.problems
    for language in LANGUAGES:
        if language == questionnaire.language:
            continue
        path = supporter_file(folder, language)
        files += path.is_file()
        problems += _unpaired(folder, path, language)
        own = translations.get(language)
        if path.is_file() and original.is_file() and isinstance(own, Questionnaire):
            try:
                usable[language] = in_translated_supporter_words(
                    own, questionnaire, folder
                )
            except TranslationError as error:
                problems += error.problems
    return SupporterEditions(usable, tuple(sorted(set(problems))), files)


def check_supporter(
    questionnaire: Questionnaire, folder: Path | None, editions: SupporterEditions
) -> Finding:
    """Check that a supporter reads no words that speak to the person.

    Args:
        questionnaire: The questionnaire, in the language that it was written in.
        folder: Its folder; `None` where it was put together from several.
        editions: The questionnaire in a supporter's words.
    """
    if folder is None or not editions.files:
        note = "added parts" if folder is None else "none there"
        return Finding(How.SKIPPED, 0, "files", note=note)
    flaws = [
        Flaw(f"{problem.file}: {problem.place}: {problem.what}", problem.mend)
        for problem in editions.problems
    ]
    if supporter_file(folder).is_file():
        flaws += _missing(questionnaire, folder)
    for edition in editions.usable.values():
        flaws += _in_first_person(edition)
    return Finding(How.READ, editions.files, "files", tuple(flaws))


def _unpaired(folder: Path, path: Path, language: str) -> Iterator[Problem]:
    """Yield a problem where a file stands without the one that it goes with."""
    has_translation = (folder / f"{language}.toml").is_file()
    has_words = supporter_file(folder).is_file()
    if path.is_file() and not has_words:
        mend = f"write it first, or remove {path.name}."
        yield Problem(FILE, "file", "There is none.", mend)
    elif path.is_file() and not has_translation:
        mend = "write it first: screener translation."
        yield Problem(f"{language}.toml", "file", "There is none.", mend)
    elif has_words and has_translation and not path.is_file():
        mend = f"write it: screener translation {language} --supporter."
        yield Problem(path.name, "file", "There is none.", mend)


def _missing(questionnaire: Questionnaire, folder: Path) -> Iterator[Flaw]:
    """Yield words that speak to the person and have no supporter's words."""
    try:
        there, _, _ = read_words(supporter_file(folder))
    except TranslationError:
        return  # it is among the problems
    for place, words in words_for_reader(questionnaire).items():
        if place not in there:
            what = f"{FILE}: {place_words(place)}: A supporter reads: {words}"
            yield Flaw(what, "write it as a supporter reads it, even if unchanged.")


def _in_first_person(edition: Questionnaire) -> Iterator[Flaw]:
    """Yield a supporter's options that say "I" of the person."""
    pattern = _FIRST_PERSON.get(edition.language)
    if pattern is None:
        return
    for place, words in words_of(edition).items():
        found = pattern.search(words) if _is_option(edition, place) else None
        if found:
            what = f'{place_words(place)} says "{found[0]}" to a supporter: {words}'
            yield Flaw(what, "say it of the person: they, their.")


def _is_option(edition: Questionnaire, place: Place) -> bool:
    if place[0] != "item" or place[-1] == "first_person":
        return False
    is_ours = edition.items[place[1]].instrument is None
    return is_ours and ("option" in place[2:-1] or "band" in place[2:-1])
