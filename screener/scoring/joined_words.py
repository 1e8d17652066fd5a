"""Splits words that were typed without spaces, such as `iwanttodie`."""

from collections.abc import Callable, Iterable

_SHORTEST_SPLIT = 6
_LONGEST_SPLIT = 60


def split_by(known: Iterable[str]) -> Callable[[str], str]:
    """Return a function that splits tokens made only of known words.

    Args:
        known: Words in their plain spelling.
    """
    words = {word for word in known if word.isalpha() and len(word) > 1}
    longest = max(map(len, words))

    def split(token: str) -> str:
        if token in words or not _SHORTEST_SPLIT <= len(token) <= _LONGEST_SPLIT:
            return token
        # The only single letter allowed is `i`, at the beginning.
        fewest: list[tuple[str, ...] | None] = [()]
        for end in range(1, len(token) + 1):
            ways = [
                (*before, token[start:end])
                for start in range(max(0, end - longest), end)
                if (token[start:end] in words or token[:end] == "i")
                and (before := fewest[start]) is not None
            ]
            fewest.append(min(ways, key=len, default=None))
        return " ".join(fewest[-1] or (token,))

    return lambda text: " ".join(map(split, text.split(" ")))
