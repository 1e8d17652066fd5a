"""Where journals are: in a folder of the person's own, under names that tell little."""

import zlib
from pathlib import Path

import platformdirs

_SUFFIX = ".visit"


def journal_file(questionnaire: str) -> Path:
    """Where the visit is saved as it goes: one for each questionnaire.

    Args:
        questionnaire: Its id.
    """
    return _folder() / f"{zlib.crc32(questionnaire.encode()):08x}{_SUFFIX}"


def forget_all() -> int:
    """Overwrite and remove every journal; tell how many there were.

    Raises:
        JournalError: If one is in use, or cannot be removed.
    """
    from screener.journal.journal import Journal

    journals = (Journal.open(path) for path in sorted(_folder().glob(f"*{_SUFFIX}")))
    forgotten = 0
    for journal in journals:
        if journal is not None:
            journal.forget()
            forgotten += 1
    return forgotten


def _folder() -> Path:
    return platformdirs.user_state_path("screener", appauthor=False)
