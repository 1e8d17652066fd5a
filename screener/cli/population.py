"""`screener population`: many people's answers, placed in several processes."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from screener.catalog import Selection
from screener.cli.output import complain
from screener.cli.paths import check_place_for_folder
from screener.disk import system_words
from screener.errors import PopulationError
from screener.language import N_, _, ngettext
from screener.model import Questionnaire
from screener.model.record import tables_of, to_json
from screener.population import (
    TOO_FEW,
    Counts,
    Outcome,
    Piece,
    added,
    blocks_of,
    place_all,
    told,
)

AS_BEFORE = N_("as before")


def place_population(
    versions: Sequence[Selection],
    files: Sequence[Path],
    to: Path | None,
    *,
    workers: int,
    least: int,
    as_json: bool,
) -> int:
    """Place everybody, and print counts.

    With one version they tell where people stand; with two, whom the new one places
    differently.

    Args:
        versions: What is asked; or the old and the new version of it.
        files: JSON lines or Parquet.
        to: The folder for the replies, one file for each piece; none unless named.
        workers: How many processes work at once.
        least: The smallest count that is told.
        as_json: Whether to print one JSON object instead of text.

    Returns:
        The exit code: 1 if any line could not be placed.

    Raises:
        ScreenerError: If a file cannot be used, or the work is not done.
    """
    loaded = [one.load() for one in versions]
    content = tuple(to_json(tables_of(one)) for one in loaded)
    blocks = blocks_of([*files])
    if to is not None:
        _claim(to)
    pieces = [
        Piece(number, block, str(to.resolve()) if to else "")
        for number, block in enumerate(blocks)
    ]
    outcomes = list(place_all(content, pieces, workers))
    _report(loaded, outcomes, least, as_json=as_json)
    bad = sum(one.bad for one in outcomes)
    if bad:
        words = (
            ngettext(
                "{n} line could not be placed: see `error` in the replies.",
                "{n} lines could not be placed: see `error` in the replies.",
                bad,
            )
            if to
            else ngettext(
                "{n} line could not be placed. To see why, name a folder with --to.",
                "{n} lines could not be placed. To see why, name a folder with --to.",
                bad,
            )
        )
        complain(words.format(n=f"{bad:,}"))
    return 1 if bad else 0


def _claim(folder: Path) -> None:
    """Create the folder, or check that it is empty and no other run uses it."""
    check_place_for_folder(folder)
    try:
        folder.mkdir(exist_ok=True)
        if _is_locked(folder) or any(folder.iterdir()):
            raise PopulationError(
                _("{folder} is not empty. Name a new folder.").format(folder=folder)
            )
    except OSError as error:
        raise PopulationError(f"{folder}: {system_words(error)}.") from error


def _is_locked(folder: Path) -> bool:
    """Return whether another run has locked a folder; else lock it for this run."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(os.open(folder, os.O_RDONLY), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # not every file system has locks
        return False
    return False


def _report(
    loaded: Sequence[Questionnaire],
    outcomes: Sequence[Outcome],
    least: int,
    *,
    as_json: bool,
) -> None:
    counts = added(one.counts for one in outcomes)
    people = sum(one.people - one.bad for one in outcomes)
    tables = {
        ladder.id: told(_of(counts, ladder.id), least) for ladder in loaded[-1].ladder
    }
    shown = TOO_FEW if 0 < people < least else f"{people:,}"
    if as_json:
        report: dict[str, Any] = {"people": shown, "ladders": tables}
        print(json.dumps(report))
        return
    print(_("People: {n}").format(n=_(shown)))
    for ladder, table in tables.items():
        if table:
            print(f"\n{ladder}")
        for where, count in sorted(table.items()):
            print(f"  {_(where):<56}{_(count):>18}")
    sys.stdout.flush()


def _of(counts: Counts, ladder: str) -> dict[str, int]:
    of_ladder: dict[str, int] = {}
    for (name, *where), count in counts.items():
        if name == ladder:
            same = len(where) > 1 and len({*where}) == 1
            place = AS_BEFORE if same else " -> ".join(where)
            of_ladder[place] = of_ladder.get(place, 0) + count
    return of_ladder
