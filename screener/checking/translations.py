"""Whether every word is told in each language that it is told in at all."""

from collections.abc import Iterator
from pathlib import Path

from screener.catalog import regions, translation_of_region
from screener.catalog.help_lines import load_help_lines
from screener.catalog.translating import translated
from screener.checking.proof import Finding, Flaw, How
from screener.errors import Problem, ScreenerError, TranslationError
from screener.language import ENGLISH, LANGUAGES
from screener.model import Questionnaire


def editions_of(
    questionnaire: Questionnaire, folder: Path | None
) -> tuple[Questionnaire, ...]:
    """A questionnaire, and its translations as far as they can be used.

    Args:
        questionnaire: What was written first.
        folder: Where it was read from; `None` where it was put together.
    """
    found = [questionnaire]
    for path in _files(questionnaire, folder):
        try:
            found.append(translated(questionnaire, path, path.stem))
        except TranslationError:
            continue  # the check of translations says why
    return tuple(found)


def check_translations(questionnaire: Questionnaire, folder: Path | None) -> Finding:
    """Every translation has all words, none from before the original was changed.

    Args:
        questionnaire: What was written first.
        folder: Where it was read from; `None` where it was put together.
    """
    files = list(_files(questionnaire, folder))
    if not files:
        return Finding(How.SKIPPED, 0, "files", note="none there")
    flaws: list[Flaw] = []
    for path in files:
        try:
            translated(questionnaire, path, path.stem)
        except TranslationError as error:
            flaws.extend(map(_flaw, error.problems))
    helped = [(region, path.stem) for path in files for region in regions()]
    flaws.extend(
        flaw for region, language in helped for flaw in _help(region, language)
    )
    return Finding(How.READ, len(files) + len(helped), "files", tuple(flaws))


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
