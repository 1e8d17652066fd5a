"""The command line: arguments, exit codes, and the only place that prints errors."""

from screener.cli.entry import main

__all__ = ["main"]
