"""Reads PDFs with libraries that did not write them."""

import io
from collections.abc import Iterator

import pikepdf
import pypdf


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page in reading order, its lines joined."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def text_of(pdf: bytes) -> str:
    """All that can be selected and read aloud."""
    return " ".join(pages_of(pdf))


def everything_in(pdf: bytes) -> str:
    """The text, and every string and unpacked stream of every object."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return "\n".join([text_of(pdf), *map(_told, opened.objects)])


def _told(thing: pikepdf.Object) -> str:
    words = ""
    if isinstance(thing, pikepdf.Stream):
        words = thing.read_bytes().decode("latin-1")
    return "\n".join([words, *map(_told, _inside(thing)), *_string(thing)])


def _inside(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """What is in an object, less other objects, which have their own turn."""
    values: list[object] = []
    if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        values += [value for _, value in thing.items()]
    elif isinstance(thing, pikepdf.Array):
        values += thing.as_list()
    for value in values:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield value


def _string(thing: pikepdf.Object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)


def tags_of(opened: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Every tag of the structure tree in reading order, with its alternative text."""
    yield from _tags(opened.Root.StructTreeRoot.K)


def _tags(thing: object) -> Iterator[tuple[str, str]]:
    if isinstance(thing, pikepdf.Array):
        for one in thing.as_list():
            yield from _tags(one)
    elif isinstance(thing, pikepdf.Dictionary):
        if "/S" in thing:
            yield str(thing["/S"]), str(thing.get("/Alt", ""))
        if "/K" in thing:
            yield from _tags(thing["/K"])
