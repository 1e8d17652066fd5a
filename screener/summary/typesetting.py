"""Typesets a page with typst: the only module that imports it."""

import datetime
import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import typst

from screener.errors import PdfError
from screener.language import _
from screener.summary.page_text import MISSING, each_text, without
from screener.summary.paper import Paper

_TEMPLATE = Path(__file__).with_name("page")
_CANNOT_SHOW = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_BEYOND_LATIN = "^ -\u017e\u2010-\u2026"
_MISSING_TOLD = (
    f"{MISSING} stands for letters or pictures that cannot be printed here. The files "
    "that end in .txt and .toml have them."
)

_LATEST = int(datetime.datetime.max.replace(tzinfo=datetime.UTC).timestamp()) - 1
"""The last second of the year 9999 in UTC: the typesetter takes none after it."""


def typeset(content: Any, created: datetime.datetime, paper: Paper) -> bytes:
    """Lay out a page.

    The fonts of the computer are looked at only for words that the fonts at hand
    cannot show: they make it slow, and differ from place to place. What none of them
    can show is told as such, for PDF/UA allows no empty boxes.

    Args:
        content: What the page says, in the keys that `page.typ` reads.
        created: When the file says that it was made.
        paper: The size of the pages.

    Returns:
        The file.

    Raises:
        PdfError: If the typesetter fails.
    """
    compile = partial(_compile, created=created, paper=paper)
    page = compile(content, system_fonts=False)
    if isinstance(page, str):
        page = compile(content, system_fonts=True)
    if isinstance(page, str):
        page = compile(_without(page, content), system_fonts=True)
    if isinstance(page, str):
        page = compile(_without(_BEYOND_LATIN, content), system_fonts=False)
    if isinstance(page, str):
        raise PdfError(_("No font has all of its letters."))
    return page


def _compile(
    content: Any, *, created: datetime.datetime, paper: Paper, system_fonts: bool
) -> bytes | str:
    """The file, or the characters that no font can show, escaped for a class."""
    made = {
        "paper": paper.value,
        "date": {"year": created.year, "month": created.month, "day": created.day},
    }
    fonts = typst.Fonts(
        include_system_fonts=system_fonts, font_paths=[_TEMPLATE / "fonts"]
    )
    try:
        page = typst.compile(
            _TEMPLATE / "page.typ",
            format="pdf",
            font_paths=fonts,
            sys_inputs={"page": json.dumps(content), "made": json.dumps(made)},
            pdf_standards="ua-1",
            timestamp=min(int(created.timestamp()), _LATEST),
        )
    except typst.TypstError as error:
        missing = _not_shown(error)
        if not missing:
            raise PdfError(
                _("The typesetter says: {message}.").format(message=error.message)
            ) from error
        return missing
    except BaseException as error:
        # A broken part of the typesetter comes as an exception that is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise PdfError(_("The typesetter broke.")) from error
    assert isinstance(page, bytes)
    return page


def _not_shown(error: typst.TypstError) -> str:
    texts = "".join(_CANNOT_SHOW.findall(error.diagnostic))
    plain = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), texts)
    return "".join(re.escape(one) for one in sorted(set(plain)))


def _without(characters: str, content: Any) -> Any:
    shown = each_text(content, partial(without, characters))
    standing = {**shown["standing"]}
    standing["lines"] = [*standing["lines"], _MISSING_TOLD]
    return {**shown, "standing": standing}
