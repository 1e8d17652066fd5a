"""The same interview line by line, for screen readers, braille lines and pipes."""

from screener.plain.guarded import hold
from screener.plain.talk import Gone, Talk
from screener.plain.visit import PlainVisit

__all__ = ["Gone", "PlainVisit", "Talk", "hold"]
