"""All that a visit needs, loaded once: the process of each visit begins from here."""

import gc

import screener.tui.web  # noqa: F401 - loading it is all
from screener.tui.performance.preload import load_all

load_all()
gc.collect()
gc.freeze()
