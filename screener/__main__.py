"""Lets `python -m screener` do what `screener` does."""

import sys

from screener.cli import main

sys.exit(main())
