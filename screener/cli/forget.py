"""`screener forget`: removes what was saved as visits went."""

from screener.cli.output import complain
from screener.journal import forget_all
from screener.language import _, ngettext


def forget() -> int:
    """Overwrite and remove the answers of visits that were not finished.

    Returns:
        The exit code: 1 if something is still there.
    """
    forgotten = forget_all()
    if not any(forgotten):
        print(_("There was nothing to forget."))
    if forgotten.visits:
        words = ngettext(
            "Forgotten: the answers of {n} visit.",
            "Forgotten: the answers of {n} visits.",
            forgotten.visits,
        )
        print(words.format(n=forgotten.visits))
    if forgotten.leftovers:
        words = ngettext(
            "Removed: {n} hidden file that a crash had left.",
            "Removed: {n} hidden files that a crash had left.",
            forgotten.leftovers,
        )
        print(words.format(n=forgotten.leftovers))
    for problem in forgotten.problems:
        complain(_("This is still there. {problem}").format(problem=problem))
    return 1 if forgotten.problems else 0
