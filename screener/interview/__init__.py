"""One visit: the way through the questions and what was said."""

from screener.interview.interview import Interview
from screener.interview.progress import Progress, progress

__all__ = ["Interview", "Progress", "progress"]
