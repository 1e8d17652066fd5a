"""A whole population's answers, placed in several processes; only counts are shown."""

from screener.population.blocks import Block, blocks_of
from screener.population.counts import LEAST, TOO_FEW, Counts, added, told
from screener.population.tasks import Outcome, Piece
from screener.population.workers import place_all

__all__ = [
    "LEAST",
    "TOO_FEW",
    "Block",
    "Counts",
    "Outcome",
    "Piece",
    "added",
    "blocks_of",
    "place_all",
    "told",
]
