"""Texts about the files that are written when a summary is saved."""

from screener.language import N_, _
from screener.summary import can_make_pdf

_WITH_PDF = N_(
    "Three files with your answers and your result will be written: a page to print "
    "and hand over (PDF), the same in plain text, and one that this program can open "
    "again."
)
_WITHOUT_PDF = N_(
    "Two files with your answers and your result will be written: one to read or "
    "print, one that this program can open again."
)
_OWN = N_(
    "Only your user account on this computer can read them. Their names do not tell "
    "what they are."
)
_LOCKED = N_(
    "One file will be written, locked with your passphrase. Without that, nobody can "
    "read it. Its name does not tell what it is."
)


def what_is_written(*, locked: bool) -> str:
    """Return a text on which files will be written, and who can read them.

    Args:
        locked: Whether a passphrase locks them.
    """
    if locked:
        return _(_LOCKED)
    return f"{_(_WITH_PDF if can_make_pdf() else _WITHOUT_PDF)} {_(_OWN)}"
