"""`screener forget`: removes what was saved as visits went."""

from screener.journal import forget_all
from screener.language import _, ngettext


def forget() -> int:
    """Overwrite and remove the answers of visits that were not finished.

    Returns:
        The exit code.

    Raises:
        JournalError: If some cannot be removed.
    """
    visits = forget_all()
    if not visits:
        print(_("There was nothing to forget."))
    else:
        told = ngettext(
            "Forgotten: the answers of {n} visit.",
            "Forgotten: the answers of {n} visits.",
            visits,
        )
        print(told.format(n=visits))
    return 0
