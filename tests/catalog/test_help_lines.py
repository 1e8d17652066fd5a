"""Help lines: shipped ones are right, wrong ones are told."""

from pathlib import Path

import pytest

from screener.catalog import load_help_lines, regions
from screener.errors import HelpLinesError
from screener.language import speaking
from screener.model import HelpKind
from screener.sanitize import clean

LINE = """
[[line]]
id = "{id}"
name = "{id}"
kinds = [{kinds}]
call = "988"
about = "When it is needed."
hours = "Day and night"
languages = ["en"]
checked = 2026-11-23
source = "example.org"
"""
BOTH = LINE.format(id="both", kinds='"emergency", "crisis"')


def write(folder: Path, region: str, *lines: str, includes: str = "") -> None:
    """Write the help lines of a region."""
    head = f'region = "{region}"\nname = "A region"\n'
    head += f'includes = "{includes}"\n' if includes else ""
    (folder / f"{region}.toml").write_text(head + "".join(lines))


def refusal(folder: Path, region: str = "xx") -> HelpLinesError:
    with pytest.raises(HelpLinesError) as caught:
        load_help_lines(region, folder)
    return caught.value


def told(error: HelpLinesError) -> list[tuple[str, str, str]]:
    return [(one.file, one.place, one.what) for one in error.problems]


@pytest.mark.parametrize("region", regions())
def test_shipped_help_lines_are_right(region: str) -> None:
    lines = load_help_lines(region)
    assert lines.region == region
    assert all(lines.of(kind) for kind in (HelpKind.EMERGENCY, HelpKind.CRISIS))


def test_a_region_comes_before_what_it_includes(tmp_path: Path) -> None:
    write(tmp_path, "xx", LINE.format(id="own", kinds='"crisis"'), includes="yy")
    write(tmp_path, "yy", LINE.format(id="wide", kinds='"youth"'), includes="zz")
    write(tmp_path, "zz", BOTH)
    found = load_help_lines("xx", tmp_path)
    assert [line.id for line in found.line] == ["own", "wide", "both"]
    assert [line.id for line in found.of(HelpKind.CRISIS)] == ["own", "both"]


def test_a_region_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    write(tmp_path, "yy", BOTH)
    write(tmp_path, "zz", BOTH)
    assert str(refusal(tmp_path)) == (
        f"{tmp_path / 'xx.toml'} is not a usable file of help lines:\n"
        "  - xx.toml: file: There is no region `xx`. "
        "To mend it: use one of: yy, zz.\n"
        "Its keys are described in questions/README.md."
    )


@pytest.mark.parametrize("region", ["xx", "", ".", "../xx", "x" * 300, "x\0x", "x/y"])
def test_no_name_of_a_region_does_harm(region: str, tmp_path: Path) -> None:
    (problem,) = refusal(tmp_path, region).problems
    assert problem.what == f"There is no region `{clean(region, 300)}`."
    assert problem.mend == "use one of: none is there."


def test_an_included_region_that_is_not_there_is_told_where_it_is_named(
    tmp_path: Path,
) -> None:
    write(tmp_path, "xx", BOTH, includes="us")
    found = told(refusal(tmp_path))
    assert found == [("xx.toml", "includes", "There is no region `us`.")]


@pytest.mark.parametrize("circle", [["xx"], ["xx", "yy"], ["xx", "yy", "zz"]])
def test_regions_that_include_each_other(circle: list[str], tmp_path: Path) -> None:
    for here, there in zip(circle, circle[1:] + circle[:1], strict=True):
        write(tmp_path, here, BOTH, includes=there)
    what = "Regions include each other in a circle."
    assert told(refusal(tmp_path)) == [(f"{circle[-1]}.toml", "includes", what)]


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ([LINE.format(id="a", kinds='"crisis"')], ["emergency"]),
        ([LINE.format(id="a", kinds='"emergency"')], ["crisis"]),
        ([LINE.format(id="a", kinds='"youth"')], ["emergency", "crisis"]),
        ([BOTH.replace("call =", "web =")], ["emergency", "crisis"]),
    ],
)
def test_there_is_always_someone_to_call_or_text(
    lines: list[str], missing: list[str], tmp_path: Path
) -> None:
    write(tmp_path, "xx", *lines)
    assert told(refusal(tmp_path)) == [
        ("xx.toml", "line", f"There is no `{kind}` line to call or text.")
        for kind in missing
    ]


@pytest.mark.parametrize(
    ("was", "becomes", "place", "what"),
    [
        ('region = "xx"', 'region = "yy"', "region", "not the name of its file"),
        ('region = "xx"', 'region = "X X"', "region", "is not an id"),
        ('region = "xx"\n', "", "file", "The key `region` is missing."),
        ("name =", "nmae =", "file", "The key `nmae` is not known."),
        ('call = "988"\n', "", "line both", "Nobody can reach it."),
        ('call = "988"', "call = 988", "line both, call", "valid string"),
        ('call = "988"', 'cal = "988"', "line both", "The key `cal` is not known."),
        ("hours =", "hour =", "line both", "The key `hour` is not known."),
        ('"crisis"', '"crysis"', "line both, kinds 2", "'crisis'"),
        ('["en"]', '"en"', "line both, languages", "valid array"),
        ('["en"]', "[]", "line both, languages", "at least 1"),
        ("2026-11-23", '"yesterday"', "line both, checked", "valid date"),
        ("2026-11-23", "20261123", "line both, checked", "date"),
        ("2026-11-23", "2026-13-23", "file", "It is not TOML"),
        ("[[line]]", "[line]", "line", "valid array"),
        (BOTH, "", "file", "The key `line` is missing."),
        (BOTH, "line = []", "line", "It needs at least 1."),
        (BOTH, BOTH + BOTH, "line both", "Another line has the same id."),
    ],
)
def test_a_file_that_is_wrong(
    was: str, becomes: str, place: str, what: str, tmp_path: Path
) -> None:
    write(tmp_path, "xx", BOTH)
    path = tmp_path / "xx.toml"
    text = path.read_text()
    assert was in text
    path.write_text(text.replace(was, becomes, 1))
    (problem,) = refusal(tmp_path).problems
    assert (problem.file, problem.place) == ("xx.toml", place)
    assert what in problem.what
    assert problem.mend


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"\xff", "It is not UTF-8 text."), (b"x", "It is not TOML")],
)
def test_a_file_that_is_not_toml(content: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_bytes(content)
    (problem,) = refusal(tmp_path).problems
    assert what in problem.what


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    no_way = LINE.format(id="none", kinds='"youth"').replace('call = "988"\n', "")
    write(tmp_path, "xx", no_way, no_way)
    path = tmp_path / "xx.toml"
    path.write_text(path.read_text().replace('"xx"', '"yy"'))
    assert [one.place for one in refusal(tmp_path).problems] == [
        "region",
        "line none",
        "line none",
        "line none",
    ]


def test_in_spanish_the_way_to_988_is_said_in_full() -> None:
    with speaking("es"):
        (line,) = load_help_lines("us", language="es").of(HelpKind.YOUTH)
        assert line.first_way == "llame al 988 y oprima 2"
        assert "988 con la palabra AYUDA" in line.numbers
