"""Writes a summary as a typeset, tagged PDF of two pages.

The layout is the template in `page/`, apart from the code. What the page says reaches
it as data, so that nothing a person wrote is ever read as markup.
"""

from importlib.util import find_spec

from screener.distribution import install_command
from screener.errors import PdfError
from screener.language import _
from screener.memory import room_to_grow
from screener.model.record import tables_of
from screener.summary.model import Summary
from screener.summary.own_language import in_its_language
from screener.summary.paper import Paper

_ROOM = 160_000_000
"""Bytes that the typesetter needs. It works with 120 MB; with 100 MB it aborts the
process, so that no error can be shown."""


def can_make_pdf() -> bool:
    """Whether the typesetter, an optional part, is installed."""
    return find_spec("typst") is not None


@in_its_language
def to_pdf(summary: Summary, paper: Paper = Paper.LETTER) -> bytes:
    """Typeset a summary.

    The same summary gives the same bytes on the same computer.

    Args:
        summary: The summary.
        paper: The size of the pages.

    Returns:
        The file: tagged, PDF/UA-1.

    Raises:
        PdfError: If the typesetter is not installed, has no room, or fails.
    """
    if room_to_grow() < _ROOM:
        raise PdfError(_("There is too little memory for it."))
    try:
        from screener.summary.typesetting import typeset
    except ImportError as error:
        raise PdfError(
            _("It takes a part that is not installed. To get it: {command}").format(
                command=install_command("pdf")
            )
        ) from error
    # Where nobody wants a page, none of what lays it out is loaded.
    from screener.summary.page_content import page_content
    from screener.summary.page_text import each_text, printable

    content = tables_of(page_content(summary))
    return typeset(each_text(content, printable), summary.created, paper)
