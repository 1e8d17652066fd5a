"""Placing many people: each answer is one number, and placing adds them up."""

from screener.scoring.batch.batch import Batch

__all__ = ["Batch"]
