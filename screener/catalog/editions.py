"""What is asked and who helps, in each language that all of it is there in."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from screener.catalog.folders import is_id
from screener.catalog.help_lines import (
    has_help_lines,
    load_help_lines,
    translation_of_region,
)
from screener.catalog.saved_with import PartsFinder
from screener.catalog.selection import Selection, together
from screener.errors import LanguageError, ScreenerError
from screener.language import _
from screener.model import HelpLines, Questionnaire, Review


class Edition(NamedTuple):
    """A questionnaire and help lines in one language, for one kind of reader."""

    questionnaire: Questionnaire
    help_lines: HelpLines

    @property
    def language(self) -> str:
        """The code of the language."""
        return self.questionnaire.language


class Editions:
    """The same questions in several languages; each is read when it is first wanted."""

    def __init__(
        self,
        selection: Selection,
        region: str,
        only: Sequence[str] = (),
        more: Sequence[Path] = (),
    ) -> None:
        """Name what is asked.

        Args:
            selection: What is asked.
            region: Whose help lines are shown.
            only: The codes of the languages that are wanted, the usual one first; all
                that there are unless named.
            more: Folders beside the shipped one to look for other questionnaires in.
        """
        self._selection = selection
        self._region = region
        self._only = tuple(only)
        self._read: dict[str, Edition] = {}
        self._for_supporter: dict[str, Edition] = {}
        self._more = tuple(more)
        self._others: dict[str, Editions | None] = {}

    @cached_property
    def original(self) -> Edition:
        """The one in the language that the questions were written in.

        Raises:
            QuestionnaireError: If a part cannot be used as written.
            ComposingError: If the parts cannot be asked together.
            HelpLinesError: If the help lines cannot be used as written.
        """
        return Edition(together(self._parts), load_help_lines(self._region))

    @cached_property
    def _parts(self) -> Sequence[Questionnaire]:
        """Each questionnaire by itself: every translation is told from these."""
        return self._selection.load_parts()

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Who has reviewed the questions, in any state of them.

        Raises:
            QuestionnaireError: If the reviews cannot be used as written.
        """
        return self._selection.reviews()

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that are wanted, or else of all there are."""
        return self._only or self._there

    @cached_property
    def _there(self) -> tuple[str, ...]:
        """The codes of all languages, that of the original first."""
        first = self.original.language
        there = (
            language
            for language in self._selection.languages()
            if language != first and has_help_lines(self._region, language)
        )
        return (first, *there)

    def edition(self, language: str, *, for_supporter: bool = False) -> Edition:
        """The questions in a language.

        Args:
            language: Its code.
            for_supporter: Whether in the words for someone who answers for an adult
                they support, where there are any.

        Raises:
            LanguageError: If it is none of `languages`.
            TranslationError: If a translation, or the words for a supporter, cannot
                be used as written.
        """
        own = self._edition(language)
        if not for_supporter or own.questionnaire.supporter is None:
            return own
        if language not in self._for_supporter:
            asked = self._selection.in_supporter_words(own.questionnaire, self._parts)
            self._for_supporter[language] = own._replace(questionnaire=asked)
        return self._for_supporter[language]

    def load_all(self) -> list[Edition]:
        """Load all editions, so that none can fail later.

        Returns:
            Those in the person's own words, the usual language first.

        Raises:
            ScreenerError: If one of them cannot be used as written.
        """
        for language in self.languages:
            self.edition(language, for_supporter=True)
        return [self.edition(language) for language in self.languages]

    def _edition(self, language: str) -> Edition:
        """Return the questions in a language, in the person's own words."""
        if language == self.original.language:
            return self.original
        if language not in self._there:
            missing = [
                *self._selection.untranslated(language),
                translation_of_region(self._region, language),
            ]
            raise LanguageError(language, missing[0], self._there)
        if language not in self._read:
            selection, original = self._selection, self.original.questionnaire
            self._read[language] = Edition(
                selection.translate(original, self._parts, language),
                load_help_lines(self._region, language=language),
            )
        return self._read[language]

    def same(
        self, id: str, hash: str, language: str, *, for_supporter: bool = False
    ) -> Questionnaire | None:
        """The very questions that a saved summary names, in a language.

        Args:
            id: The id of its questionnaire.
            hash: The content hash of its questionnaire.
            language: The code of the language.
            for_supporter: Whether someone answered who supports the person.

        Returns:
            `None` where these questions are not here, not in that language, or
            others by now.
        """
        if not is_id(id):  # a file that somebody changed must not name a path
            return None
        try:
            editions = self.of(id)
            edition = editions.edition(language, for_supporter=for_supporter)
        except ScreenerError:
            return None
        found = edition.questionnaire
        return found if found.content_hash == hash else None

    def of(self, id: str) -> "Editions":
        """The same for another questionnaire, or for several asked together.

        Args:
            id: Its id; that of several joins theirs by dots.

        Raises:
            ScreenerError: If not all of it is here.
        """
        if id == self.original.questionnaire.id:
            return self
        if id not in self._others:
            saved = PartsFinder(self._selection, more=self._more).find(id)
            found = Editions(saved.selection, self._region, more=self._more)
            self._others[id] = None if saved.missing else found
        editions = self._others[id]
        if editions is None:
            raise ScreenerError(_("Not all of {id} is here.").format(id=id))
        return editions

    def following(self, language: str) -> str:
        """The code of the language after one of them; the first after the last.

        Args:
            language: The code of the one that is spoken now.
        """
        languages = self.languages
        place = languages.index(language) + 1 if language in languages else 0
        return languages[place % len(languages)]

    def preferred(self, language: str) -> Edition:
        """The questions in a language, or in their own where it is not there.

        Args:
            language: The code of the language that a person may prefer.

        Raises:
            TranslationError: If a translation cannot be used as written.
        """
        there = language in self.languages
        return self.edition(language) if there else self.original
