"""A whole population's answers, placed on a cluster; only counts are told of them."""

from screener.population.blocks import Block, blocks_of
from screener.population.cluster import cluster, run
from screener.population.counts import LEAST, Counts, added, told
from screener.population.tasks import Outcome, Piece, place

__all__ = [
    "LEAST",
    "Block",
    "Counts",
    "Outcome",
    "Piece",
    "added",
    "blocks_of",
    "cluster",
    "place",
    "run",
    "told",
]
