"""Reads and checks the file of a region's help lines, and of those it includes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from screener.catalog.folders import help_lines_folder
from screener.catalog.help_lines import regions, translation_of_region
from screener.catalog.translating import translated_help
from screener.catalog.validation import read_record
from screener.errors import HelpLinesError, Problem
from screener.language import ENGLISH, _
from screener.model import HelpKind, HelpLines


def read_help_lines(region: str, folder: Path, language: str) -> HelpLines:
    """Read a region's help lines, whatever is kept of them.

    Args:
        region: Such as `us-ct`.
        folder: Where the files are.
        language: In which they are told.

    Raises:
        HelpLinesError: If a file is not as it should be, or there is no emergency
            or crisis line among them.
        TranslationError: If they are not told in that language as they should be.
    """
    lines = _load(region, folder, (), language)
    path = folder / f"{region}.toml"
    fix = "add one, or include a region that has it."
    problems = [
        Problem(path.name, "line", f"There is no `{kind}` line to call or text.", fix)
        for kind in (HelpKind.EMERGENCY, HelpKind.CRISIS)
        if not any(line.numbers for line in lines.of(kind))
    ]
    if problems:
        raise HelpLinesError(path, problems)
    return lines


def read_region(
    region: str, folder: Path | None = None, above: tuple[str, ...] = ()
) -> HelpLines:
    """Read a region's own help lines, as they were written.

    Args:
        region: Such as `us-ct`.
        folder: Where the files are; the shipped ones unless named.
        above: The regions that include it, the nearest first.

    Raises:
        HelpLinesError: If the file is not as it should be.
    """
    folder = folder or help_lines_folder()
    path = folder / f"{region}.toml"
    if region not in regions(folder):
        raise HelpLinesError(path, [_no_region(region, folder, above)])
    lines, problems = read_record(HelpLines, path)
    if lines is None:
        raise HelpLinesError(path, problems or [])
    misfits = [*_misfits(lines, path)]
    if lines.includes in (region, *above):
        what, fix = "Regions include each other in a circle.", "remove `includes`."
        misfits.append(Problem(path.name, "includes", what, fix))
    if misfits:
        raise HelpLinesError(path, misfits)
    return lines


def _load(
    region: str, folder: Path, above: tuple[str, ...], language: str
) -> HelpLines:
    lines = read_region(region, folder, above)
    if language != ENGLISH:
        path = translation_of_region(region, language, folder)
        lines = translated_help(lines, path, language)
    if lines.includes is None:
        return lines
    included = _load(lines.includes, folder, (region, *above), language)
    around = (included.region, *included.around)
    return replace(lines, line=lines.line + included.line, around=around)


def _no_region(region: str, folder: Path, above: tuple[str, ...]) -> Problem:
    there = ", ".join(regions(folder)) or _("none is there")
    fix = _("use one of: {ids}.").format(ids=there)
    what = _("There is no region `{region}`.").format(region=region)
    if above:
        return Problem(f"{above[0]}.toml", "includes", what, fix)
    return Problem(f"{region}.toml", "file", what, fix)


def _misfits(lines: HelpLines, path: Path) -> Iterator[Problem]:
    """What is wrong with well-formed help lines, but for what they include."""
    if lines.region != path.stem:
        what = f"`{lines.region}` is not the name of its file."
        yield Problem(path.name, "region", what, f'write region = "{path.stem}".')
    seen: set[str] = set()
    for line in lines.line:
        place = f"line {line.id}"
        if line.id in seen:
            what = "Another line has the same id."
            yield Problem(path.name, place, what, "give each its own id.")
        if not (line.numbers or line.web):
            what = "Nobody can reach it."
            yield Problem(path.name, place, what, "add `call`, `text_to` or `web`.")
        seen.add(line.id)
