"""A translation as a file to fill in: what is there, and every place still empty."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from screener.catalog.translatable_text import Place, words_of
from screener.catalog.translating import OF, digests, entry_of, read_words
from screener.model import HelpLines, Questionnaire


def translation_sheet(
    record: Questionnaire | HelpLines, path: Path, language: str
) -> str:
    """The file of a translation: words that are there stay, missing ones are empty.

    An entry that is new says what it is to be translated from. One that is out of date
    keeps what it says, so that it is told as out of date until somebody looks at it.

    Args:
        record: What is translated.
        path: The file of the translation, which need not be there yet.
        language: The code of the language.

    Returns:
        The file in TOML.

    Raises:
        TranslationError: If the file is there and cannot be read.
    """
    there, of, rest = read_words(path) if path.exists() else ({}, {}, {})
    original = words_of(record)
    fresh = digests(original)
    sheet: dict[str, Any] = {**rest, "language": language}
    for place in original:
        entry = entry_of(place)
        put(sheet, (*entry, OF), of.get(entry, fresh[entry]))
        put(sheet, place, there.get(place, ""))
    return written(sheet)


def written(sheet: Mapping[str, Any]) -> str:
    """Return a file to fill in as TOML.

    Args:
        sheet: Its tables, and lists as tables whose keys are their numbers.
    """
    return tomli_w.dumps(_with_lists(sheet))


def put(table: dict[str, Any], place: Place, words: str) -> None:
    """Write words into the tables of a file.

    Args:
        table: The tables, which are changed.
        place: Where the words stand.
        words: The words.
    """
    *above, last = place
    for key in above:
        table = table.setdefault(key, {})
    table[last] = words


def _with_lists(value: Any) -> Any:
    """Tables whose keys are 0, 1, 2 … as the lists that they were."""
    if not isinstance(value, Mapping):
        return value
    within = {key: _with_lists(one) for key, one in value.items()}
    if list(within) == [str(number) for number in range(len(within))]:
        return list(within.values())
    return within
