"""Whether every word is told in each language that it is told in at all."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from screener.catalog import regions, translation_of_region
from screener.catalog.help_lines import load_help_lines
from screener.catalog.translating import translated
from screener.checking.proof import Finding, Flaw, How
from screener.errors import Problem, ScreenerError, TranslationError
from screener.language import ENGLISH, LANGUAGES
from screener.model import Questionnaire

Translations: TypeAlias = Mapping[str, Questionnaire | TranslationError]
"""By the code of their language; or what is wrong with those that cannot be used."""


def translations_of(questionnaire: Questionnaire, folder: Path | None) -> Translations:
    """All translations that stand beside a questionnaire.

    Args:
        questionnaire: What was written first.
        folder: Where it was read from; `None` where it was put together.
    """
    return {
        path.stem: _translation(questionnaire, path)
        for path in _files(questionnaire, folder)
    }


def check_translations(translations: Translations) -> Finding:
    """Every translation has all words, none from before the original was changed.

    Args:
        translations: All that there are.
    """
    if not translations:
        return Finding(How.SKIPPED, 0, "files", note="none there")
    broken = [one for one in translations.values() if isinstance(one, TranslationError)]
    flaws = [_flaw(problem) for error in broken for problem in error.problems]
    helped = [(region, language) for language in translations for region in regions()]
    flaws.extend(
        flaw for region, language in helped for flaw in _help(region, language)
    )
    return Finding(How.READ, len(translations) + len(helped), "files", tuple(flaws))


def _translation(
    questionnaire: Questionnaire, path: Path
) -> Questionnaire | TranslationError:
    try:
        return translated(questionnaire, path, path.stem)
    except TranslationError as error:
        return error


def _files(questionnaire: Questionnaire, folder: Path | None) -> Iterator[Path]:
    for language in LANGUAGES if folder else ():
        assert folder is not None
        path = folder / f"{language}.toml"
        if language != questionnaire.language and path.is_file():
            yield path


def _help(region: str, language: str) -> Iterator[Flaw]:
    """What is wrong with the help lines that stand beside a translation."""
    if language == ENGLISH:
        return
    try:
        load_help_lines(region, language=language)
    except TranslationError as error:
        yield from map(_flaw, error.problems)
    except ScreenerError as error:
        path = translation_of_region(region, language)
        yield Flaw(f"{path.name}: {error}", "mend the file of the help lines first.")


def _flaw(problem: Problem) -> Flaw:
    return Flaw(f"{problem.file}: {problem.place}: {problem.what}", problem.mend)
