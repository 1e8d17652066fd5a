"""The words of the interface: found in the code, told in the catalogs, compiled.

`make messages` brings the catalogs up to date: what is new in the code is empty in
them, and the tests fail until it is told.
"""

import datetime
import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import screener
from screener.language.speech import CATALOGS_FOLDER, DOMAIN

_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
_WIDTH = 88
_NO_DAY = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def in_the_code() -> list[str | tuple[str, ...]]:
    """Every message that the code marks, in the order of the files."""
    folder = Path(screener.__file__).parent
    found = extract_from_dir(str(folder), keywords=_KEYWORDS)
    by_file = sorted(found, key=lambda one: (one[0], one[1]))
    return list(dict.fromkeys(message for _, _, message, _, _ in by_file))


def po_file(language: str) -> Path:
    """The file in which a language's words are written."""
    return CATALOGS_FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """The words of a language as they are written."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def compiled(catalog: Catalog) -> bytes:
    """What the program reads, the same whenever it is made."""
    catalog.creation_date = catalog.revision_date = _NO_DAY
    mo = io.BytesIO()
    write_mo(mo, catalog)
    return mo.getvalue()


def messages(catalog: Catalog) -> list[Message]:
    """All messages of a catalog but its head."""
    return [message for message in catalog if message.id]


def _renewed(language: str) -> Catalog:
    """A catalog with just the messages that the code has now."""
    there = read(language)
    fresh = Catalog(language, DOMAIN, header_comment=there.header_comment)
    fresh.mime_headers = there.mime_headers  # its plural forms, not those of a release
    for message in in_the_code():
        known = there.get(message if isinstance(message, str) else message[0])
        told = known.string if known else ("", "")[: not isinstance(message, str)]
        fresh.add(message, told or ("" if isinstance(message, str) else ("", "")))
    return fresh


def _write(catalog: Catalog, path: Path) -> None:
    """Write what matters: no dates and no names of tools."""
    po = io.BytesIO()
    write_po(po, catalog, width=_WIDTH, no_location=True)
    kept = ("Language:", "Plural-Forms:", "MIME-", "Content-")
    head, *rest = po.getvalue().decode().split("\n\n")
    lines = [
        line
        for line in head.splitlines()
        if not line.startswith('"') or line[1:].startswith(kept)
    ]
    path.write_text("\n\n".join(["\n".join(lines), *rest]), encoding="utf-8")
    with path.open("rb") as file:
        whole = read_po(file, locale=catalog.locale, domain=DOMAIN)
    path.with_suffix(".mo").write_bytes(compiled(whole))


if __name__ == "__main__":
    for folder in sorted(CATALOGS_FOLDER.iterdir()):
        catalog = _renewed(folder.name)
        _write(catalog, po_file(folder.name))
        empty = sum(
            "" in (one.string, *(one.string or ())) for one in messages(catalog)
        )
        print(f"{folder.name}: {len(messages(catalog))} messages, {empty} not told")
