"""Finds the questionnaires that a saved summary names, in the order it has them in."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from screener.catalog.folders import HEAD, is_id, questions_folder
from screener.catalog.selection import Selection


class SavedWith(NamedTuple):
    """The questionnaires that a summary was made with, as far as they are here."""

    selection: Selection
    missing: tuple[str, ...] = ()
    """The ids of those that are not here."""


class PartsFinder(NamedTuple):
    """Finds the parts of what was asked; what was named on the way comes first."""

    named: Selection
    """What the command names."""
    core_is_named: bool = False
    """Whether the one that decides was named, and is not only the usual one."""
    more: tuple[Path, ...] = ()
    """Folders beside the shipped one to look for ids in."""

    def find(self, id: str, *, with_others: bool = False) -> SavedWith:
        """Return what a summary was made with.

        A folder that was named stands for the questionnaire with its id, so that one
        part can be taken from another version.

        Args:
            id: The id of its questionnaire: those of its parts, joined by dots.
            with_others: Whether what was named and is not in it is added to it.

        Raises:
            QuestionnaireError: If one that was named cannot be used as written.
        """
        named = dict(
            zip(
                [part.id for part in self.named.load_parts()],
                self.named.folders,
                strict=True,
            )
        )
        near = (*self.more, self.named.folder.parent)
        is_whole = id in named or _folder(id, near) is not None
        core, *added = (id,) if is_whole else id.split(".")
        found = {part: named.get(part) or _folder(part, near) for part in added}
        missing = [part for part, folder in found.items() if folder is None]
        decides = self.named.folder
        if core not in named and not self.core_is_named:
            here = _folder(core, near)
            missing = missing if here else [core, *missing]
            decides = here or decides
        others = [
            folder
            for part, folder in named.items()
            if with_others and part not in (core, *added)
            if folder in self.named.added
        ]
        folders = [folder for folder in found.values() if folder is not None]
        found_here = Selection(decides, (*folders, *others))
        if self.named.language in found_here.languages():
            found_here = found_here._replace(language=self.named.language)
        return SavedWith(found_here, tuple(missing))


def _folder(id: str, near: Sequence[Path]) -> Path | None:
    """Return the folder of an id, if there is one."""
    if not is_id(id):
        return None
    folders = (folder / id for folder in (questions_folder(), *near))
    return next((folder for folder in folders if (folder / HEAD).is_file()), None)
