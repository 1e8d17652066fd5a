"""Puts a questionnaire in the words for someone who answers for an adult they support.

`supporter.toml` beside a questionnaire has the words that differ, and nothing else has
to be there. `supporter.<language>.toml` is its translation. Each entry names a short
hash of the words it was written from, so that a change of those is noticed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from screener.catalog.translatable_text import Place, retold, words_of
from screener.catalog.translating import (
    digests,
    hash_of,
    head_flaws,
    missing_words,
    number_flaws,
    place_words,
    read_review,
    read_words,
)
from screener.errors import Problem, TranslationError
from screener.model import (
    Item,
    Questionnaire,
    SupporterWords,
    Translation,
    TranslationReview,
)

FILE = "supporter.toml"
"""The file, in the language that the questionnaire was written in."""

_PUBLISHED = frozenset(["text", "lead", "unit"])
"""The words of an instrument's questions and options; others beside them are ours."""


class _Read(NamedTuple):
    """The words of a file, checked."""

    words: dict[Place, str]
    review: TranslationReview | None


def supporter_file(folder: Path, language: str | None = None) -> Path:
    """Return the path of a file of supporter's words, which need not exist.

    Args:
        folder: The folder of the questionnaire.
        language: The code of the language of a translation; the original otherwise.
    """
    return folder / (f"supporter.{language}.toml" if language else FILE)


def supporter_hash(folder: Path) -> str | None:
    """Return the hash of the supporter's words of a questionnaire, whether they fit.

    Args:
        folder: The folder of the questionnaire.

    Returns:
        `None` where there are none.

    Raises:
        TranslationError: If the file cannot be read, or has something else than words.
    """
    path = supporter_file(folder)
    if not path.is_file():
        return None
    words, _, _ = read_words(path)
    return _hash(words)


def in_supporter_words(questionnaire: Questionnaire, path: Path) -> Questionnaire:
    """Return a questionnaire in a supporter's words, in the language it was written in.

    Args:
        questionnaire: The questionnaire in the person's own words.
        path: The file of the supporter's words.

    Raises:
        TranslationError: If a word is unknown or out of date; it reports all that are.
    """
    words = _read(path, questionnaire).words
    overlaid = _overlaid(questionnaire, words)
    return replace(overlaid, supporter=_status(questionnaire, words))


def in_translated_supporter_words(
    questionnaire: Questionnaire, original: Questionnaire, folder: Path
) -> Questionnaire:
    """Return a translated questionnaire in a supporter's words.

    Args:
        questionnaire: The translation, in the person's own words.
        original: The questionnaire in the language that it was written in.
        folder: Its folder, with the supporter's words in both languages.

    Raises:
        TranslationError: If a word is missing, unknown or out of date in either file;
            it reports all that are.
    """
    language = questionnaire.language
    path = supporter_file(folder, language)
    supporter = _read(supporter_file(folder), original).words
    in_places = in_order(words_of(original), supporter)
    source = {place: supporter[place] for place in in_places}
    words, of, rest = read_words(path)
    review, problems = read_review(path, rest)
    problems += head_flaws(path, rest, language)
    problems += _translation_flaws(path, source, words, of)
    problems += number_flaws(path, source, words)
    if problems:
        raise TranslationError(path, sorted(set(problems)))
    return replace(
        _overlaid(questionnaire, words),
        supporter=_status(original, source),
        translation=_both(questionnaire.translation, _Read(words, review)),
    )


def share_questions(parts: Sequence[Questionnaire]) -> list[Questionnaire]:
    """Give a question that several questionnaires ask the words of the first of them.

    A published instrument has no supporter's words, and may repeat a question of the
    one that it is added to.

    Args:
        parts: The questionnaires, in a supporter's words where they have any.
    """
    first: dict[str, Item] = {}
    shared: list[Questionnaire] = []
    for part in parts:
        items = tuple(
            replace(
                first.get(item.link_id, item),
                section=item.section,
                enable_when=item.enable_when,
                at_once=item.at_once,
            )
            for item in part.item
        )
        first = {item.link_id: item for item in items} | first
        shared.append(replace(part, item=items))
    return shared


def may_differ(questionnaire: Questionnaire, place: Place) -> bool:
    """Return whether a supporter may read other words at a place.

    Args:
        questionnaire: The questionnaire.
        place: The place of some of its words.
    """
    return _fixed(questionnaire, place) is None


def in_order(
    original: Mapping[Place, str], places: Iterable[Place]
) -> dict[Place, str]:
    """Return words of the original at some places, in the order of the original.

    Args:
        original: All words of the original.
        places: The places; what the original does not have is left out.
    """
    wanted = set(places)
    return {place: words for place, words in original.items() if place in wanted}


def _read(path: Path, questionnaire: Questionnaire) -> _Read:
    words, of, rest = read_words(path)
    review, problems = read_review(path, rest)
    problems += head_flaws(path, rest, questionnaire.language)
    problems += _flaws(path, questionnaire, words, of)
    problems += number_flaws(path, in_order(words_of(questionnaire), words), words)
    if problems:
        raise TranslationError(path, sorted(set(problems)))
    return _Read(words, review)


def _flaws(
    path: Path,
    questionnaire: Questionnaire,
    words: Mapping[Place, str],
    of: Mapping[Place, str],
) -> Iterator[Problem]:
    """Yield what is empty, unknown, fixed or out of date."""
    original = words_of(questionnaire)
    for place, written in words.items():
        if place not in original:
            what = "The original has no such words."
            mend = "remove it, or fix its name."
            yield Problem(path.name, place_words(place), what, mend)
        elif why := _fixed(questionnaire, place):
            yield Problem(path.name, place_words(place), why, "remove it.")
        elif not written:
            what, mend = "It has no words.", f"write them for: {original[place]}"
            yield Problem(path.name, place_words(place), what, mend)
    replaced = digests(in_order(original, words))
    yield from _stale(path, replaced, of, "The original")


def _translation_flaws(
    path: Path,
    source: Mapping[Place, str],
    words: Mapping[Place, str],
    of: Mapping[Place, str],
) -> Iterator[Problem]:
    """Yield what is missing, unknown or out of date in a translation."""
    yield from missing_words(path, source, words)
    for place in words.keys() - source.keys():
        what = f"{FILE} has no such words."
        mend = "remove it, or write it there too."
        yield Problem(path.name, place_words(place), what, mend)
    yield from _stale(path, digests(source), of, FILE)


def _stale(
    path: Path, present: Mapping[Place, str], of: Mapping[Place, str], source: str
) -> Iterator[Problem]:
    for entry, digest in present.items():
        if of.get(entry) != digest:
            what = f"{source} has changed since, or more of it is replaced."
            mend = f'read its words again, then write of = "{digest}".'
            yield Problem(path.name, place_words(entry), what, mend)
    for entry in of.keys() - present.keys():
        what = "It replaces no words."
        yield Problem(path.name, place_words(entry), what, "remove it.")


def _fixed(questionnaire: Questionnaire, place: Place) -> str | None:
    """Return why the words at a place may not differ, or `None`."""
    if place[-1] == "first_person":
        return "These are the words of the person themselves."
    published = "These are the words of a published instrument."
    if place[0] == "instrument":
        return published
    item = questionnaire.items.get(place[1]) if place[0] == "item" else None
    is_published = item is not None and item.instrument is not None
    return published if is_published and place[-1] in _PUBLISHED else None


def _overlaid(
    questionnaire: Questionnaire, words: Mapping[Place, str]
) -> Questionnaire:
    return retold(questionnaire, lambda place, own: words.get(place, own))


def _status(original: Questionnaire, words: Mapping[Place, str]) -> SupporterWords:
    return SupporterWords(hash=_hash(words), replaces=original.content_hash)


def _hash(words: Mapping[Place, str]) -> str:
    return hash_of(sorted(words.items()))


def _both(translation: Translation | None, read: _Read) -> Translation | None:
    """Return what both translations say together: reviewed if each of them is."""
    if translation is None:
        return None
    hash = _hash(read.words)
    review = read.review if read.review and read.review.hash == hash else None
    reviews = [one for one in (translation.reviewed, review) if one]
    last = max(reviews, key=lambda one: one.date, default=None)
    return Translation(
        original=translation.original,
        hash=hash_of([translation.hash, hash]),
        reviewed=last if len(reviews) == 2 else None,
    )
