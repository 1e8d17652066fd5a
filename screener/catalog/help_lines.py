"""Hands out the help lines of a region: as they are kept, or else read anew."""

from pathlib import Path

from screener.catalog.cache import load_cached
from screener.catalog.folders import help_lines_folder
from screener.language import ENGLISH
from screener.model import HelpLines


def regions(folder: Path | None = None) -> tuple[str, ...]:
    """The regions that have help lines."""
    folder = folder or help_lines_folder()
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def load_help_lines(
    region: str, folder: Path | None = None, language: str = ENGLISH
) -> HelpLines:
    """Read a region's help lines, its own before those it includes.

    Args:
        region: Such as `us-ct`.
        folder: Where the files are; the shipped ones unless named.
        language: In which they are told; English is what they are written in.

    Raises:
        HelpLinesError: If a file is not as it should be, or there is no emergency
            or crisis line among them.
        TranslationError: If they are not told in that language as they should be.
    """
    folder = folder or help_lines_folder()
    if kept := load_cached(HelpLines, folder, f"{region}.{language}"):
        return kept
    from screener.catalog.region_file import read_help_lines

    return read_help_lines(region, folder, language)


def has_help_lines(region: str, language: str, folder: Path | None = None) -> bool:
    """Whether there is a file for a region's own lines in a language.

    Args:
        region: Such as `us-ct`.
        language: The language's code.
        folder: Where the files are; the shipped ones unless named.
    """
    path = translation_of_region(region, language, folder)
    return language == ENGLISH or path.is_file()


def translation_of_region(
    region: str, language: str, folder: Path | None = None
) -> Path:
    """The file of a region's own lines in another language, there or not.

    Args:
        region: Such as `us-ct`.
        language: The language's code.
        folder: Where the files are; the shipped ones unless named.
    """
    return (folder or help_lines_folder()) / language / f"{region}.toml"
