"""Reads the help lines of a region and of the regions it includes."""

from pathlib import Path

from pydantic import TypeAdapter

from screener.catalog.folders import help_lines_folder
from screener.catalog.toml_file import read_toml
from screener.catalog.validation import validate
from screener.errors import HelpLinesError, Problem
from screener.model import HelpKind, HelpLines


def regions(folder: Path | None = None) -> tuple[str, ...]:
    """The regions that have help lines."""
    folder = folder or help_lines_folder()
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def load_help_lines(region: str, folder: Path | None = None) -> HelpLines:
    """Read a region's help lines, its own before those it includes.

    Args:
        region: Such as `us-ct`.
        folder: Where the files are; the shipped ones unless named.

    Raises:
        HelpLinesError: If a file is not as it should be, or there is no emergency
            or crisis line among them.
    """
    folder = folder or help_lines_folder()
    lines = _load(region, folder, ())
    path = folder / f"{region}.toml"
    for kind in (HelpKind.EMERGENCY, HelpKind.CRISIS):
        if not any(line.numbers for line in lines.of(kind)):
            what = f"There is no line of the kind `{kind}` to call or text."
            mend = "add one, or include a region that has it."
            raise HelpLinesError(path, [Problem(path.name, "line", what, mend)])
    return lines


def _load(region: str, folder: Path, above: tuple[str, ...]) -> HelpLines:
    path = folder / f"{region}.toml"
    data = read_toml(path)
    if isinstance(data, Problem):
        mend = f"the regions here are: {', '.join(regions(folder)) or 'none'}."
        raise HelpLinesError(path, [data, Problem(path.name, "region", "", mend)])
    lines, problems = validate(TypeAdapter(HelpLines), data, path.name)
    if lines is None:
        raise HelpLinesError(path, problems or [])
    if lines.includes is None:
        return lines
    if lines.includes in (region, *above):
        what, mend = "Regions include each other in a circle.", "remove `includes`."
        raise HelpLinesError(path, [Problem(path.name, "includes", what, mend)])
    included = _load(lines.includes, folder, (region, *above))
    return lines.model_copy(update={"line": lines.line + included.line})
