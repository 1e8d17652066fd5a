"""Brings free words into one plain spelling, so that phrases can be found in them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from screener.scoring.lookalikes import LATIN

SENTENCE_END = "."
"""The token between two sentences, and before the first and after the last."""

_TOKEN = re.compile(r"[\w@$]+|[.!?;:](?=\s|$|\W)|[\n\r\u00a1\u00bf]")
_INSIDE = re.compile(r"(?<=[^\W\d_])!(?=[^\W\d_])")
"""Stands for the letter that it looks like."""
_CAPITAL_I = re.compile(r"(?<=[a-z])I+")
"""A capital that looks like a small `l`, as in `kiII`."""
_PAUSE = re.compile(r"\.\.+|…")
"""Between words that belong together more often than between sentences."""
_APOSTROPHES = dict.fromkeys(map(ord, "'\u2019\u2018\u02bc`\u00b4\u2032\uff07"))
_LOOKALIKES = str.maketrans("01345@$", "oieasas")
_LETTER = re.compile(r"[^\W\d]")
_SPACED_OUT = re.compile(r"(?<= )(?:[^\W\d] ){3,}")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")
_BARE = re.compile(r"(?:([a-z])(?!\1\1))+")
_SHORTEST_CORRECTED = 6
"""Shorter words are too often one letter away from another right one."""
_SHORTEST_EXCHANGED = 4
"""In words from this length on, two swapped letters are corrected (`wnat`)."""


def plain(words: str) -> str:
    """Return words in lower case without accents, apostrophes or drawn-out letters.

    Args:
        words: Any words.

    Returns:
        The words and sentence ends, each followed by a blank; it begins and ends with a
        sentence end and its blank.
    """
    words = _INSIDE.sub("i", _PAUSE.sub(" ", words.translate(_APOSTROPHES)))
    words = _CAPITAL_I.sub(lambda found: "l" * len(found[0]), words)
    decomposed = unicodedata.normalize("NFKD", words).translate(LATIN).casefold()
    kept = (one for one in decomposed if unicodedata.category(one) not in ("Mn", "Cf"))
    tokens = map(_plain_token, _TOKEN.findall("".join(kept)))
    text = f"{SENTENCE_END} {''.join(f'{one} ' for one in tokens)}{SENTENCE_END} "
    text = _SPACED_OUT.sub(lambda run: run[0].replace(" ", "") + " ", text)
    return _DRAWN_OUT.sub(r"\1", text)


def _plain_token(token: str) -> str:
    if not re.match(r"[\w@$]", token):
        return SENTENCE_END
    # As in `k1ll` and `$uicide`; a number stays a number.
    return token.translate(_LOOKALIKES) if _LETTER.search(token) else token


def respelled(spelling: Mapping[str, str]) -> Callable[[str], str]:
    """Return what brings plain words into the spelling of the phrases.

    Args:
        spelling: How people write it, and how the phrases do.
    """
    table = {bare(key): bare(value) for key, value in spelling.items()}
    longest_first = sorted(map(re.escape, table), key=len, reverse=True)
    pattern = re.compile(rf"(?<= )(?:{'|'.join(longest_first)})(?= )")
    return lambda text: pattern.sub(lambda found: table[found[0]], text)


@cache
def bare(words: str) -> str:
    """Return plain words without the sentence ends around them."""
    if _BARE.fullmatch(words):  # nearly all words of phrases; `plain` is slow for them
        return words
    return plain(words).strip(f"{SENTENCE_END} ")


def corrected(
    known: Iterable[str], right_as_written: Iterable[str]
) -> Callable[[str], str]:
    """Return a function that corrects words with one typing mistake.

    Args:
        known: The words of all phrases.
        right_as_written: Words that are no mistakes.
    """
    by_start: dict[tuple[str, int], list[str]] = {}
    words = {bare(word) for word in known}
    for word in sorted(words):
        if len(word) >= _SHORTEST_EXCHANGED:
            for length in range(len(word) - 1, len(word) + 2):
                by_start.setdefault((word[0], length), []).append(word)
    right = words | {bare(word) for word in right_as_written}

    def correct(token: str) -> str:
        if len(token) < _SHORTEST_EXCHANGED or token in right:
            return token
        if token[-1] == token[-2] and token[:-1] in words:
            return token[:-1]  # as in `diee`
        alike = by_start.get((token[0], len(token)), ())
        close = (word for word in alike if _is_meant(token, word))
        return next(close, token)

    def correct_all(text: str) -> str:
        tokens = text.split(" ")
        corrections = {token: correct(token) for token in set(tokens)}
        return " ".join(corrections[token] for token in tokens)

    return correct_all


def _is_meant(typed: str, meant: str) -> bool:
    if len(meant) >= _SHORTEST_CORRECTED:
        return _is_close(typed, meant)
    return len(typed) == len(meant) and _is_exchanged(typed, meant)


def _is_close(typed: str, meant: str) -> bool:
    """Return whether one letter is wrong, missing or extra, or two are swapped.

    The lengths of both words may differ by at most one.
    """
    at = _first_difference(typed, meant)
    return typed[at + (len(typed) >= len(meant)) :] == meant[
        at + (len(meant) >= len(typed)) :
    ] or _is_exchanged(typed, meant)


def _is_exchanged(typed: str, meant: str) -> bool:
    """Return whether the only mistake is that two adjacent letters are swapped."""
    at = _first_difference(typed, meant)
    return (
        typed[at : at + 2] == meant[at : at + 2][::-1]
        and typed[at + 2 :] == meant[at + 2 :]
    )


def _first_difference(typed: str, meant: str) -> int:
    shorter = min(len(typed), len(meant))
    return next((n for n in range(shorter) if typed[n] != meant[n]), shorter)
