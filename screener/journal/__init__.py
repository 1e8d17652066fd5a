"""Save as I go: a visit on the disk after every step, so that nothing can lose it."""

from typing import TYPE_CHECKING

from screener.lazy import attach

if TYPE_CHECKING:
    from screener.journal.journal import Journal
    from screener.journal.keeper import Keeper
    from screener.journal.place import forget_all, journal_file
    from screener.journal.resuming import Resumed, resume
    from screener.journal.step import Step, Visit

__getattr__ = attach(
    __name__,
    {
        "journal": "Journal",
        "keeper": "Keeper",
        "place": "forget_all journal_file",
        "resuming": "Resumed resume",
        "step": "Step Visit",
    },
)

__all__ = [
    "Journal",
    "Keeper",
    "Resumed",
    "Step",
    "Visit",
    "forget_all",
    "journal_file",
    "resume",
]
