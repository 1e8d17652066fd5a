"""`screener show`: a saved summary, printed or typeset."""

from pathlib import Path

from screener.cli.passphrase import ask_passphrase
from screener.summary import Paper, read_summary, to_pdf, to_text, write_new


def show(file: Path, pdf: Path | None = None, paper: Paper = Paper.LETTER) -> int:
    """Print a saved summary as text, or make a PDF of it.

    Args:
        file: A summary in TOML.
        pdf: The PDF to write; nothing is written over.
        paper: The size of its pages.

    Returns:
        The exit code.
    """
    summary = read_summary(file, ask_passphrase)
    if pdf is None:
        print(to_text(summary), end="")
    else:
        write_new(pdf, to_pdf(summary, paper))
    return 0
