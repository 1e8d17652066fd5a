"""Parse numbers as people type them: as words, ordinals, decimals, or within text.

Words of all languages are understood, whatever the current language.
"""

import re

from screener.plain.words import bare_words


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _counted(first: int, *lines: str) -> dict[str, int]:
    return {word: n for line in lines for n, word in enumerate(line.split(), first)}


# "Once" is missing: it is eleven in Spanish, and a single time in English.
_CARDINALS = _counted(
    0,
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty",
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez - doce trece "
    "catorce quince dieciseis diecisiete dieciocho diecinueve veinte",
    "- un",
    "- una",
)
_PLACES = _CARDINALS | _counted(
    1,
    "first second third fourth fifth sixth seventh eighth ninth tenth",
    "primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo",
    "primera segunda tercera cuarta quinta sexta septima octava novena decima",
    "primer - tercer",
)
_EITHER = _words("or o u maybe quizas")
_BESIDE_PLACES = _EITHER | _words(
    "the la el los las number numero option opcion answer respuesta one and y e both",
    "only just solo solamente nomas",
)
_BESIDE_AMOUNTS = _words(
    "about around like maybe almost only just times time days day drinks drink a of",
    "como unos unas casi solo quizas veces vez dias dia copas copa tragos trago de",
)
_NEGATIVE_OR_RANGE = re.compile(r"[-\u2212\u2013]\s*\d")
_ORDINAL_SIGN = re.compile(
    r"\b(\d{1,3})(?:st|nd|rd|th|ro|ra|do|da|er|to|ta|[ºª°])(?!\w)"
)
_WHOLE = re.compile(r"\s*(\d{1,9})[.,]0{1,2}\s*")
_THOUSANDS = re.compile(r"\s*\d{1,3}(?:([ .,\u00a0\u202f])\d{3})(?:\1\d{3})*\s*")


def places_in(typed: str) -> tuple[tuple[int, ...], bool]:
    """Return the numbers of answers, and whether only one of them is meant.

    Args:
        typed: Such as "the second", "#2", "uno y tres" or "2 or 3".

    Returns:
        No numbers if anything else was typed.
    """
    tokens = _tokens(typed)
    places = [_place(word) for word in tokens]
    if len(tokens) > 1 and tokens[-1] == "one" and any(places[:-1]):
        places[-1] = None  # as in "the second one"
    others = {word for word, place in zip(tokens, places, strict=True) if place is None}
    if not others <= _BESIDE_PLACES:
        return (), False
    found = tuple(place for place in places if place is not None)
    return found, bool(others & _EITHER)


def amount_in(typed: str) -> int | None:
    """Return the only number that was typed, as a word or decimal; else `None`.

    Args:
        typed: Such as "three", "about five", "3,0" or "1 000".
    """
    if found := _WHOLE.fullmatch(typed):
        return int(found[1])
    if _THOUSANDS.fullmatch(typed):
        return int(re.sub(r"\D", "", typed))
    tokens = _tokens(typed)
    numbers = [_CARDINALS[word] for word in tokens if word in _CARDINALS]
    others = {word for word in tokens if word not in _CARDINALS}
    return numbers[0] if len(numbers) == 1 and others <= _BESIDE_AMOUNTS else None


def is_amount(typed: str) -> bool:
    """Return whether digits stand alone, or beside words that only go with an amount.

    Args:
        typed: Such as "3", "3 times" or "about 3"; "I took 3" is no amount alone.
    """
    return {word for word in _tokens(typed) if not word.isdecimal()} <= _BESIDE_AMOUNTS


def number_within(typed: str) -> tuple[int, ...]:
    """Return the one number in digits that stands in a sentence, or nothing.

    Args:
        typed: Such as "I took 3".
    """
    found = tuple(
        int(word) for word in _tokens(typed) if word.isdecimal() and len(word) < 4
    )
    return found if len(found) == 1 else ()


def _tokens(typed: str) -> list[str]:
    if _NEGATIVE_OR_RANGE.search(typed):
        return []
    return bare_words(_ORDINAL_SIGN.sub(r"\1", typed.lower())).split()


def _place(word: str) -> int | None:
    if word.isdecimal() and len(word) < 4:
        return int(word)
    return _PLACES.get(word)
