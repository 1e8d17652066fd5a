"""Where journals are: in a folder of the person's own, under names that tell little."""

import zlib
from pathlib import Path
from typing import NamedTuple

from screener import disk
from screener.leftovers import sweep

_SUFFIX = ".visit"


def journal_file(questionnaire: str) -> Path | None:
    """Where the visit is saved as it goes: one for each questionnaire.

    Args:
        questionnaire: Its id.

    Returns:
        The file; `None` where nobody's home is known.
    """
    folder = disk.state_folder()
    return folder and folder / f"{zlib.crc32(questionnaire.encode()):08x}{_SUFFIX}"


class Forgotten(NamedTuple):
    """What was erased and removed, and what could not be."""

    visits: int
    leftovers: int
    """Files that a crash had left, here or where summaries are usually saved."""
    problems: tuple[str, ...] = ()
    """What is still there, and why, in sentences."""


def forget_all() -> Forgotten:
    """Erase and remove every journal, those that were set aside too."""
    from screener.errors import JournalError

    visits, problems = 0, []
    folder = disk.state_folder()
    for path in sorted(folder.glob(f"*{_SUFFIX}*")) if folder else ():
        try:
            visits += _forget(path)
        except JournalError as error:
            problems.append(f"{path}: {error.problem}")
    folders = filter(None, {folder, disk.default_folder()})
    leftovers = sum(map(sweep, folders))
    return Forgotten(visits, leftovers, tuple(problems))


def _forget(path: Path) -> bool:
    """Erase and remove a file; tell whether there was anything in it."""
    from screener.errors import JournalError
    from screener.journal.own_file import OwnFile

    try:
        file = OwnFile.open(path, whoever_reads=True)
        held = bool(file.read().strip(b"\0"))
        file.erase_and_remove()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise JournalError(disk.reason_of(error)) from error
    return held
