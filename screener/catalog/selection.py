"""What is asked: a questionnaire, and those that are added to it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from screener.catalog.cache import ORIGINAL, load_cached
from screener.catalog.folders import (
    CORE,
    HEAD,
    is_id,
    questionnaire_folder,
    questions_folder,
)
from screener.catalog.loading import load_questionnaire
from screener.catalog.reviews import load_decisions, load_reviews
from screener.errors import LanguageError
from screener.fingerprint import fingerprint
from screener.language import LANGUAGES
from screener.model import Case, Decision, Questionnaire, Review, Translation


class Selection(NamedTuple):
    """The folders of what is asked."""

    folder: Path
    """The questionnaire that decides."""
    added: tuple[Path, ...] = ()
    """Those that are asked beside it."""
    language: str | None = None
    """The code of the language that it is loaded in; its own unless named."""

    def load(self) -> Questionnaire:
        """Read and check all of it, and put it together.

        Raises:
            QuestionnaireError: If a part cannot be used as written.
            ComposingError: If the parts cannot be asked together.
            LanguageError: If it is not there in the language that is named.
        """
        parts = self.load_parts()
        original = together(parts)
        language = self.language or original.language
        if language == original.language:
            return original
        if language not in self.languages():
            there = (original.language, *self.languages())
            raise LanguageError(language, self.untranslated(language)[0], there)
        return self.translate(original, parts, language)

    def load_parts(self) -> list[Questionnaire]:
        """Read and check each questionnaire by itself, that which decides first.

        Raises:
            QuestionnaireError: If a part cannot be used as written.
        """
        return [load_questionnaire(folder) for folder in self.folders]

    def translate(
        self, original: Questionnaire, parts: Sequence[Questionnaire], language: str
    ) -> Questionnaire:
        """Tell what was loaded in another language.

        Args:
            original: All of it, put together.
            parts: Each questionnaire, as `load_parts` gave them.
            language: The code of the language.

        Raises:
            TranslationError: If the translation of a part cannot be used as written.
            ComposingError: If the translated parts cannot be asked together.
        """
        told = [
            _told(part, folder, language)
            for part, folder in zip(parts, self.folders, strict=True)
        ]
        whole = together(told)
        return replace(whole, translation=_as_one(original, told))

    def in_supporter_words(
        self, own: Questionnaire, parts: Sequence[Questionnaire]
    ) -> Questionnaire:
        """Return what was loaded in the words for someone who supports the person.

        A part that has no such words keeps its own.

        Args:
            own: All of it in the person's own words, in any of its languages.
            parts: Each questionnaire, as `load_parts` returned them.

        Raises:
            TranslationError: If the words of a part cannot be used as written.
            ComposingError: If the parts cannot be asked together in these words.
        """
        if own.supporter is None:
            return own
        worded = [
            _in_supporter_words(part, folder, own.language)
            for part, folder in zip(parts, self.folders, strict=True)
        ]
        if len(worded) > 1:
            from screener.catalog.supporter import share_questions

            worded = share_questions(worded)
        translation = own.translation and _as_one(own, worded)
        status = replace(own.supporter, replaces=own.content_hash)
        return replace(together(worded), translation=translation, supporter=status)

    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, but the first, that there is a file for."""
        found = (
            {path.stem for path in folder.glob("*.toml")} for folder in self.folders
        )
        shared = set.intersection(*found)
        return tuple(language for language in LANGUAGES if language in shared)

    def untranslated(self, language: str) -> list[Path]:
        """Return the files that are missing for a language.

        Args:
            language: The code of a language other than the first.
        """
        files = (folder / f"{language}.toml" for folder in self.folders)
        return [file for file in files if not file.is_file()]

    @property
    def folders(self) -> tuple[Path, ...]:
        """All folders, that of the questionnaire that decides first."""
        return (self.folder, *self.added)

    def reviews(self) -> tuple[Review, ...]:
        """Who has reviewed it; a review counts only for the whole that was read."""
        return load_reviews(self.folder)

    def decisions(self) -> tuple[Decision, ...]:
        """Return what a clinician must decide; it leaves out what is added."""
        return load_decisions(self.folder)

    def cases(self) -> tuple[Case, ...]:
        """Its worked cases; they say nothing of what is added."""
        from screener.catalog.reading import load_cases

        has_cases = not self.added and (self.folder / "cases.toml").exists()
        return load_cases(self.folder) if has_cases else ()


def select(
    name: str = CORE, add: Sequence[str] = (), more: Sequence[Path] = ()
) -> Selection:
    """Find what is asked.

    Args:
        name: The id of a questionnaire, or a path to a folder; or ids joined by dots,
            as a saved summary names what was asked together.
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


def together(parts: Sequence[Questionnaire]) -> Questionnaire:
    """Put questionnaires together that were read each by itself.

    Args:
        parts: The questionnaires, that which decides first.

    Raises:
        ComposingError: If the parts cannot be asked together.
    """
    core, *added = parts
    if not added:
        return core
    from screener.catalog.composing import compose

    return compose(core, added)


def _told(part: Questionnaire, folder: Path, language: str) -> Questionnaire:
    """A questionnaire in another language: as it is kept, or else translated anew."""
    if kept := load_cached(Questionnaire, folder, language):
        return kept
    from screener.catalog.translating import translated

    return translated(part, folder / f"{language}.toml", language)


def _in_supporter_words(
    part: Questionnaire, folder: Path, language: str
) -> Questionnaire:
    """Return a questionnaire in a supporter's words, or its own where it has none."""
    is_original = language == part.language
    own = part if is_original else _told(part, folder, language)
    if part.supporter is None:
        return own
    if kept := load_cached(
        Questionnaire, folder, supporter_key(language, part.language)
    ):
        return kept
    from screener.catalog.supporter import (
        in_supporter_words,
        in_translated_supporter_words,
        supporter_file,
    )

    if is_original:
        return in_supporter_words(part, supporter_file(folder))
    if not supporter_file(folder, language).is_file():
        return own
    return in_translated_supporter_words(own, part, folder)


def supporter_key(language: str, original: str) -> str:
    """Return the name under which a supporter's words are kept.

    Args:
        language: The code of their language.
        original: The code of the language that the questionnaire was written in.
    """
    return f"{ORIGINAL if language == original else language}.supporter"


def _as_one(original: Questionnaire, parts: Sequence[Questionnaire]) -> Translation:
    """What the translations of all parts say together: reviewed if all of them are."""
    told = [part.translation for part in parts if part.translation]
    if len(told) == 1:
        return told[0]
    joined = "".join(one.hash for one in told)
    reviews = [one.reviewed for one in told]
    last = max((one for one in reviews if one), key=lambda one: one.date, default=None)
    return Translation(
        original=original.content_hash,
        hash=fingerprint(joined),
        reviewed=last if all(reviews) else None,
    )


def _names(name: str, more: Sequence[Path]) -> list[str]:
    """The parts of a name, where each is the id of a questionnaire."""
    if not is_id(name):
        return [name]
    parts = name.split(".")
    found = (questionnaire_folder(part, more) for part in parts)
    if questionnaire_folder(name, more).is_dir() or not all(
        part and (folder / HEAD).is_file()
        for part, folder in zip(parts, found, strict=True)
    ):
        return [name]
    return parts
