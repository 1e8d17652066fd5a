"""A language that nobody speaks: whatever was not made for other languages shows in it.

Every message is put between marks, its letters get accents, and it grows by a third, as
words do in translation. So an English word on a screen was never marked as a message,
and a mark without its twin was cut off.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from screener.catalog import Edition
from screener.catalog.translatable_text import Place, retold
from screener.language import LANGUAGES, speech

CODE = "qps"
BEGIN, END = "«", "»"

_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéíñóúýÁÇÉÍÑÓÚÝ")
_LETTERS = str.maketrans(
    "bdfghjklmpqrstvwxzBDGHJKLMRSTWZ", "ƀđƒğĥĵķľɱþɋŕšťṽŵẋžƁĐĞĤĴĶĽṀŔŠŤŴŽ"
)
_KEPT = re.compile(r"(\{[^}]*\}|\s+)")


def told(message: str) -> str:
    """A message in that language; what surrounds it stays outside the marks."""
    bare = message.strip()
    if not re.search(r"[A-Za-z]", _KEPT.sub("", bare)):
        return message
    lead, _, tail = message.partition(bare)
    pieces = _KEPT.split(bare)
    accented = "".join(
        piece if _KEPT.fullmatch(piece) else piece.translate(_ACCENTS | _LETTERS)
        for piece in pieces
    )
    grown = "~" * (len(bare) // 3)
    return f"{lead}{BEGIN}{accented}{grown}{END}{tail}"


class Pseudo:
    """The catalog of that language."""

    def gettext(self, message: str) -> str:
        return told(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        return told(one if n == 1 else many)


@contextmanager
def spoken_there() -> Iterator[None]:
    """Let the interface know that language."""
    with (
        patch.dict(speech.catalogs, {CODE: Pseudo()}),
        patch.dict(LANGUAGES, {CODE: told("Pseudo")}),
    ):
        yield


def pseudo(edition: Edition) -> Edition:
    """Questions and help lines in that language."""

    def tell(_: Place, words: str) -> str:
        return told(words)

    questionnaire = retold(edition.questionnaire, tell)
    return Edition(
        replace(questionnaire, language=CODE),
        retold(edition.help_lines, tell),
    )
