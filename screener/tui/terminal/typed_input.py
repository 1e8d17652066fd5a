"""From the bytes that a terminal sends to what the person did.

Textual's own reading ends the app at a byte that is not UTF-8 or at a malformed
sequence, and hears nothing more after a paste that never closes. Here each of them
costs what was sent with it, and no more.
"""

import codecs
from collections.abc import Iterable, Iterator

from textual._xterm_parser import XTermParser
from textual.events import Resize
from textual.message import Message
from textual.messages import InBandWindowResize

PASTE_STARTS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"

FLOOD = 256
"""More bytes than this at once are not typed by anyone."""

RESTS = 8
"""After so many rests in a row, nothing that began is going to be completed."""


class TypedInput:
    """Reads what is sent, whatever it is."""

    def __init__(self, *, guarded: bool) -> None:
        """Begin to read.

        Args:
            guarded: Whether to throw pastes and floods away, as where strangers
                type.
        """
        self._guarded = guarded
        self._dropping = False
        self._rests = 0
        self._start_over()

    def take(self, data: bytes) -> Iterator[Message]:
        """Read what was sent.

        Args:
            data: Any bytes.
        """
        self._rests = 0
        text = self._decode(data).replace("\ufffd", "")
        pasted = self._has_paste(text)
        if self._guarded and (pasted or len(data) > FLOOD):
            self._dropping = True
        if text and not self._dropping:
            yield from self._parsed(self._parser.feed(text))

    def rest(self) -> Iterator[Message]:
        """Nothing was sent for a moment: an Escape alone is now a key."""
        yield from self._parsed(self._parser.tick())
        self._rests += 1
        if self._rests == RESTS:
            self._dropping = False
            self._start_over()

    def _start_over(self) -> None:
        """Forget what is half read."""
        self._parser = XTermParser()
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._end = ""
        self._pasting = False

    def _has_paste(self, text: str) -> bool:
        """Whether a paste begins or is open here; its marks may come in pieces."""
        known = self._end + text
        starts, ends = known.rfind(PASTE_STARTS), known.rfind(PASTE_ENDS)
        if starts != ends:
            self._pasting = starts > ends
        self._end = known[1 - len(PASTE_STARTS) :]
        return self._pasting or starts >= 0

    def _parsed(self, messages: Iterable[Message]) -> Iterator[Message]:
        """Pass on what the parser makes of it, but for sizes: anyone can type one.

        The parser raises many kinds of errors at sequences that are not well formed.
        """
        try:
            for message in messages:
                if not isinstance(message, (Resize, InBandWindowResize)):
                    yield message
        except Exception:
            self._start_over()
