"""Lists of ids as JSON, put together from texts that are kept."""

from collections.abc import Sequence

from screener.placing.reply import one_line

_AT_ONCE = 12
"""So many ids have a text for every choice among them: 4,096 texts at most."""

_CHOICE = (1 << _AT_ONCE) - 1


class IdList:
    """The ids that some bits stand for, as JSON."""

    def __init__(self, ids: Sequence[str]) -> None:
        """Begin without texts.

        Args:
            ids: What each bit stands for, from the lowest on.
        """
        starts = range(0, len(ids), _AT_ONCE)
        self._texts = [_Texts(ids[start : start + _AT_ONCE]) for start in starts]

    def text(self, bits: int) -> str:
        """The ids of those bits that are set, in the bits' order."""
        if not bits:
            return "[]"
        listed = ""
        for texts in self._texts:
            listed += texts[bits & _CHOICE]
            bits >>= _AT_ONCE
        return f"[{listed[1:]}]"


class _Texts(dict[int, str]):
    """For each choice among a few ids, the text of each, with a comma before it."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__()
        self._ids = [f",{one_line(one)}" for one in ids]

    def __missing__(self, bits: int) -> str:
        chosen = [one for n, one in enumerate(self._ids) if bits >> n & 1]
        text = self[bits] = "".join(chosen)
        return text
