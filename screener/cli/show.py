"""`screener show`: a saved summary, printed."""

from pathlib import Path

from screener.summary import read_summary, to_text


def show(file: Path) -> int:
    """Print a saved summary.

    Args:
        file: A summary in TOML.

    Returns:
        The exit code.
    """
    print(to_text(read_summary(file)), end="")
    return 0
