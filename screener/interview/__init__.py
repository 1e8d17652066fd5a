"""One visit: the way through the questions and what was said."""

from screener.interview.interview import Interview
from screener.interview.progress import Progress, left_in_short, left_in_words, progress

__all__ = ["Interview", "Progress", "left_in_short", "left_in_words", "progress"]
