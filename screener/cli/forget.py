"""`screener forget`: removes what was saved as visits went."""

from screener.journal import forget_all


def forget() -> int:
    """Overwrite and remove the answers of visits that were not finished.

    Returns:
        The exit code.

    Raises:
        JournalError: If some cannot be removed.
    """
    visits = forget_all()
    if not visits:
        print("There was nothing to forget.")
    else:
        print("Forgotten: the answers of " + _count(visits) + ".")
    return 0


def _count(visits: int) -> str:
    return "1 visit" if visits == 1 else f"{visits} visits"
