"""Reads `<language>.toml` beside a questionnaire, and tells it in that language.

Every word must be there, and none from before the original was last changed: each
entry names a short hash of the words it was translated from. Half a translation is
refused, for it would put two languages on one screen.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from screener.catalog.toml_file import read_toml
from screener.catalog.translatable_text import Place, retold, words_of
from screener.catalog.validation import validate
from screener.errors import Problem, TranslationError
from screener.fingerprint import fingerprint
from screener.model import HelpLines, Questionnaire, Translation, TranslationReview

OF = "of"
"""The key under which an entry says what it was translated from."""

_NUMBER = re.compile(r"\d+")


def translated(
    questionnaire: Questionnaire, path: Path, language: str
) -> Questionnaire:
    """A questionnaire in another language: the same codes, gates and rules.

    Args:
        questionnaire: What was written first.
        path: The file of its translation.
        language: The code of the language.

    Raises:
        TranslationError: If a word is missing, unknown or out of date; it says all
            that are.
    """
    words, review = _read(path, questionnaire, language)
    return replace(
        retold(questionnaire, lambda place, _: words[place]),
        language=language,
        translation=_status(questionnaire, words, review),
    )


def translated_help(help_lines: HelpLines, path: Path, language: str) -> HelpLines:
    """Help lines in another language; a line may be reached another way in it.

    Args:
        help_lines: The lines of one file, without those it includes.
        path: The file of their translation.
        language: The code of the language.

    Raises:
        TranslationError: If a word is missing, unknown or out of date; it says all
            that are.
    """
    words, _ = _read(path, help_lines, language)
    return retold(help_lines, lambda place, _: words[place])


def entry_of(place: Place) -> Place:
    """The entry of a file that a place belongs to: `("item", "danger-now")`."""
    return place[: 1 if place[0] == "whole" else 2]


def digests(words: Mapping[Place, str]) -> dict[Place, str]:
    """A short hash of the words of each entry: eight hexadecimal digits.

    Args:
        words: All words by their place.
    """
    entries: dict[Place, list[tuple[Place, str]]] = {}
    for place, written in words.items():
        entries.setdefault(entry_of(place), []).append((place, written))
    return {entry: hash_of(within)[:8] for entry, within in entries.items()}


def read_words(path: Path) -> tuple[dict[Place, str], dict[Place, str], dict[str, Any]]:
    """The words of a file as they stand there, whether or not they fit.

    Args:
        path: The file.

    Returns:
        The words by their place; what each entry was translated from; and the rest.

    Raises:
        TranslationError: If the file cannot be read, or has something else than words.
    """
    data = read_toml(path)
    if isinstance(data, Problem):
        raise TranslationError(path, [data])
    rest: dict[str, Any] = {
        key: data.pop(key) for key in ("language", "reviewed") if key in data
    }
    words, of = dict[Place, str](), dict[Place, str]()
    problems: list[Problem] = []
    for place, value in _flat(data, ()):
        if not isinstance(value, str):
            what, mend = "It is no text.", "write the words between quotation marks."
            problems.append(Problem(path.name, place_words(place), what, mend))
        elif place[-1] == OF:
            of[place[:-1]] = value
        else:
            words[place] = value.strip()
    if problems:
        raise TranslationError(path, problems)
    return words, of, rest


def _read(
    path: Path, record: Questionnaire | HelpLines, language: str
) -> tuple[dict[Place, str], TranslationReview | None]:
    words, of, rest = read_words(path)
    original = words_of(record)
    problems = [*head_flaws(path, rest, language), *_flaws(path, original, words, of)]
    if isinstance(record, Questionnaire):
        problems += number_flaws(path, original, words)
    review, found = read_review(path, rest)
    problems += found
    if problems:
        raise TranslationError(path, sorted(set(problems)))
    return words, review


def read_review(
    path: Path, rest: Mapping[str, Any]
) -> tuple[TranslationReview | None, list[Problem]]:
    """Return who has reviewed the words of a file, and what is wrong with that entry.

    Args:
        path: The file.
        rest: What the file has beside its words.
    """
    if "reviewed" not in rest:
        return None, []
    review, found = validate(TranslationReview, rest["reviewed"], path.name)
    return review, list(found or [])


def _status(
    questionnaire: Questionnaire,
    words: Mapping[Place, str],
    review: TranslationReview | None,
) -> Translation:
    hash = hash_of(sorted(words.items()))
    return Translation(
        original=questionnaire.content_hash,
        hash=hash,
        reviewed=review if review and review.hash == hash else None,
    )


def head_flaws(path: Path, rest: Mapping[str, Any], language: str) -> Iterator[Problem]:
    """Yield a problem if a file is in another language than its name says.

    Args:
        path: The file.
        rest: What the file has beside its words.
        language: The code of the language.
    """
    if rest.get("language") != language:
        what, mend = "It is another language.", f'write language = "{language}".'
        yield Problem(path.name, "language", what, mend)


def _flaws(
    path: Path,
    original: Mapping[Place, str],
    words: Mapping[Place, str],
    of: Mapping[Place, str],
) -> Iterator[Problem]:
    """Yield what is missing, unknown or out of date."""
    yield from missing_words(path, original, words)
    for place in words.keys() - original.keys():
        what, mend = "The original has no such words.", "remove it, or mend its name."
        yield Problem(path.name, place_words(place), what, mend)
    present = digests(original)
    for entry, digest in present.items():
        if of.get(entry) != digest:
            what = "The original is not the one it was translated from."
            mend = f'look at its words anew, then write of = "{digest}".'
            yield Problem(path.name, place_words(entry), what, mend)
    for entry in of.keys() - present.keys():
        what = "The original has no such entry."
        yield Problem(path.name, place_words(entry), what, "remove it.")


def missing_words(
    path: Path, original: Mapping[Place, str], words: Mapping[Place, str]
) -> Iterator[Problem]:
    """Yield the words that are not translated.

    Args:
        path: The file.
        original: The words that it is translated from, by their place.
        words: Its own words.
    """
    for place, written in original.items():
        if not words.get(place):
            what, mend = "It is not translated.", f"translate: {written}"
            yield Problem(path.name, place_words(place), what, mend)


def number_flaws(
    path: Path, original: Mapping[Place, str], words: Mapping[Place, str]
) -> Iterator[Problem]:
    """Yield numbers that got lost: a telephone number, a span, a dose.

    Args:
        path: The file.
        original: The words that it was written from, by their place.
        words: Its own words.
    """
    for place, told in original.items():
        lost = Counter(_NUMBER.findall(told)) - Counter(
            _NUMBER.findall(words.get(place) or told)
        )
        if lost:
            what = f"It has not the number {', '.join(lost)}."
            mend = f"write it in digits, as here: {told}"
            yield Problem(path.name, place_words(place), what, mend)


def _flat(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    if isinstance(value, dict):
        for key, within in value.items():
            yield from _flat(within, (*place, key))
    elif isinstance(value, list):
        for number, within in enumerate(value):
            yield from _flat(within, (*place, str(number)))
    else:
        yield place, value


def place_words(place: Place) -> str:
    """Return a place as people read it: `item danger-now, option fever, text`.

    Args:
        place: The place.
    """
    pairs = [" ".join(place[n : n + 2]) for n in range(0, len(place), 2)]
    return ", ".join(pairs)


def hash_of(content: object) -> str:
    """Return the hash of words.

    Args:
        content: Anything that JSON can hold.
    """
    return fingerprint(json.dumps(content))
