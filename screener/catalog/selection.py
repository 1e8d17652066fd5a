"""What is asked: a questionnaire, and those that are added to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from screener.catalog.composing import compose
from screener.catalog.draft import HEAD
from screener.catalog.folders import CORE, questionnaire_folder, questions_folder
from screener.catalog.loading import load_cases, load_questionnaire
from screener.catalog.reviews import load_reviews
from screener.model import Case, Questionnaire, Review


@dataclass(frozen=True, slots=True)
class Selection:
    """The folders of what is asked."""

    folder: Path
    """The questionnaire that decides."""
    added: tuple[Path, ...] = ()
    """Those that are asked beside it."""

    def load(self) -> Questionnaire:
        """Read and check all of it, and put it together.

        Raises:
            QuestionnaireError: If a part cannot be used as written.
            ComposingError: If the parts cannot be asked together.
        """
        core = load_questionnaire(self.folder)
        if not self.added:
            return core
        return compose(core, [load_questionnaire(folder) for folder in self.added])

    def reviews(self) -> tuple[Review, ...]:
        """Who has reviewed it; a review counts only for the whole that was read."""
        return load_reviews(self.folder)

    def cases(self) -> tuple[Case, ...]:
        """Its worked cases; they say nothing of what is added."""
        has_cases = not self.added and (self.folder / "cases.toml").exists()
        return load_cases(self.folder) if has_cases else ()


def select(
    name: str = CORE, add: Sequence[str] = (), more: Sequence[Path] = ()
) -> Selection:
    """Find what is asked.

    Args:
        name: The id of a questionnaire, or a folder; or ids joined by dots, as a
            saved summary names what was asked together.
        add: Ids or folders of those that are added.
        more: Folders beside the shipped one to look for ids in.
    """
    first, *joined = _names(name, more)
    return Selection(
        questionnaire_folder(first, more),
        tuple(questionnaire_folder(one, more) for one in (*joined, *add)),
    )


def installed(more: Sequence[Path] = ()) -> tuple[Path, ...]:
    """The folders of all questionnaires, the shipped ones first.

    Args:
        more: Folders beside the shipped one to look in.
    """
    return tuple(
        path.parent
        for folder in (questions_folder(), *more)
        for path in sorted(folder.glob(f"*/{HEAD}"))
    )


def _names(name: str, more: Sequence[Path]) -> list[str]:
    """The parts of a name, where each is the id of a questionnaire."""
    parts = name.split(".")
    found = (questionnaire_folder(part, more) for part in parts)
    if questionnaire_folder(name, more).is_dir() or not all(
        part and (folder / HEAD).is_file()
        for part, folder in zip(parts, found, strict=True)
    ):
        return [name]
    return parts
