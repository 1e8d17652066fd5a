"""`screener show`: a saved summary, printed or typeset."""

import sys
from pathlib import Path

from screener.cli.passphrase import ask_passphrase
from screener.cli.paths import STANDARD, check_new
from screener.cli.streams import write_bytes
from screener.cli.summary_language import in_language
from screener.errors import PdfError, SaveError
from screener.language import _
from screener.summary import Paper, read_summary, to_pdf, to_text, write_new


def show(
    file: Path,
    pdf: Path | None = None,
    paper: Paper = Paper.LETTER,
    language: str | None = None,
) -> int:
    """Print a saved summary as text, or make a PDF of it.

    Args:
        file: A summary in TOML.
        pdf: The PDF to write; nothing is written over. `-` is standard output.
        paper: The size of its pages.
        language: The code of the language that is asked for; its own unless one is.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If the summary cannot be read, or the PDF not be written.
    """
    if pdf == STANDARD and sys.stdout.isatty():
        raise PdfError(
            _(
                "A terminal cannot show it. Name a file, or send it on: "
                "--pdf - > OUT.pdf"
            )
        )
    if pdf and pdf != STANDARD:
        check_new(pdf)
    summary = read_summary(file, ask_passphrase)
    if language:
        summary = in_language(summary, language)
    if pdf is None:
        print(to_text(summary), end="")
    elif pdf == STANDARD:
        write_bytes(to_pdf(summary, paper))
    else:
        _write(pdf, to_pdf(summary, paper))
    return 0


def _write(pdf: Path, content: bytes) -> None:
    try:
        write_new(pdf, content)
    except SaveError as error:
        raise PdfError(f"{pdf}: {error.problem}") from error
