"""What the command line names to be asked."""

from collections.abc import Sequence
from pathlib import Path

from screener.catalog import Selection, hidden_folder, select
from screener.cli.output import complain
from screener.cli.paths import check_folder
from screener.errors import ScreenerError
from screener.language import N_, _

_HIDDEN = N_(
    "{name}: this is the shipped questionnaire of that name. To use the folder here, "
    "write ./{name}"
)


def selected(
    name: str, add: Sequence[str] = (), more: Sequence[Path] = ()
) -> Selection:
    """Find what is asked, and say so where an id hides a folder of the same name.

    Args:
        name: The id of a questionnaire, or a path to a folder.
        add: Ids or folders of those that are added.
        more: Folders beside the shipped one to look for ids in.

    Raises:
        ScreenerError: If a name is empty, as an unset variable is.
    """
    for folder in more:
        check_folder(folder)
    for one in (name, *add):
        if not one:
            raise ScreenerError(_("A questionnaire was named with an empty name."))
        if hidden_folder(one, more):
            complain(_(_HIDDEN).format(name=one))
    return select(name, add, more)
