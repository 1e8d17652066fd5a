"""Several files of one visit: sync programs and downloads make such copies."""

from collections.abc import Iterable
from dataclasses import replace

from screener.caseload.entry import COPIES_DIFFER, URGENT, Entry


def mark_copies(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Let one file stand for each visit, and name it in its copies.

    Where they differ, the gravest and the most complete stands for the visit, and says
    that they differ.

    Args:
        entries: What is in a folder.
    """
    entries = tuple(entries)
    files: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.created is not None:
            files.setdefault(entry.visit, []).append(entry)
    chosen = {visit: _chosen(copies) for visit, copies in files.items()}
    return tuple(_marked(entry, chosen) for entry in entries)


def _chosen(copies: list[Entry]) -> Entry:
    best = max(copies, key=_rank)
    bare = {replace(entry, file="") for entry in copies}
    if len(bare) == 1:
        return best
    return replace(best, flags=(*best.flags, COPIES_DIFFER))


def _marked(entry: Entry, chosen: dict[str, Entry]) -> Entry:
    stands = chosen.get(entry.visit)
    if stands is None or entry.created is None:
        return entry
    return stands if entry.file == stands.file else replace(entry, copy_of=stands.file)


def _rank(entry: Entry) -> tuple[object, ...]:
    """Return by what the file that stands for a visit is chosen.

    The shortest name is most likely the first one: copies add to it.
    """
    names = [-ord(letter) for letter in entry.file]
    return (
        URGENT in entry.flags,
        not entry.left_out,
        entry.level_place,
        entry.soon_place,
        entry.given,
        entry.file.isprintable(),
        -len(entry.file),
        names,
    )
