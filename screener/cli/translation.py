"""`screener translation`: a translation as a file to fill in."""

from screener.catalog import (
    Selection,
    load_questionnaire,
    read_region,
    translation_of_region,
)
from screener.catalog.supporter_sheet import (
    supporter_sheet,
    translated_supporter_sheet,
)
from screener.catalog.translation_sheet import translation_sheet


def print_translation(language: str, selection: Selection) -> int:
    """Print the translation of a questionnaire, with every place still empty.

    Args:
        language: The code of the language.
        selection: The questionnaire; what is added to it is translated by itself.

    Returns:
        The exit code.

    Raises:
        QuestionnaireError: If the questionnaire cannot be used as written.
        TranslationError: If the translation is there and cannot be read.
    """
    folder = selection.folder
    path = folder / f"{language}.toml"
    print(translation_sheet(load_questionnaire(folder), path, language), end="")
    return 0


def print_supporter_words(language: str | None, selection: Selection) -> int:
    """Print the words for a supporter, with every place that is still empty.

    Args:
        language: The code of the language of a translation; without it, the words are
            in the language of the questionnaire.
        selection: The questionnaire; what is added to it has words of its own.

    Returns:
        The exit code.

    Raises:
        QuestionnaireError: If the questionnaire cannot be used as written.
        TranslationError: If the words are there and cannot be read.
    """
    folder = selection.folder
    loaded = load_questionnaire(folder)
    if language is None or language == loaded.language:
        print(supporter_sheet(loaded, folder), end="")
    else:
        print(translated_supporter_sheet(loaded, folder, language), end="")
    return 0


def print_help_translation(language: str, region: str) -> int:
    """Print the translation of a region's own help lines.

    Args:
        language: The code of the language.
        region: Such as `us-ct`.

    Returns:
        The exit code.

    Raises:
        HelpLinesError: If the help lines cannot be used as written.
        TranslationError: If the translation is there and cannot be read.
    """
    path = translation_of_region(region, language)
    print(translation_sheet(read_region(region), path, language), end="")
    return 0
