"""Proves what a questionnaire promises, over its whole answer space."""

from screener.checking.checker import check
from screener.checking.proof import Finding, Flaw, How, Proof
from screener.checking.space import Space

__all__ = ["Finding", "Flaw", "How", "Proof", "Space", "check"]
