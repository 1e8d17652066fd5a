"""The picture of the tables is one that others can open."""

import io
import os
import xml.etree.ElementTree as ET
from importlib.util import find_spec

import pytest
from PIL import Image

from screener.agreement import (
    Ends,
    LadderReport,
    Name,
    Pair,
    check_can_draw,
    draw,
    hidden,
    ladder_report,
)
from screener.errors import AgreementError
from screener.language import speaking


def reports() -> tuple[LadderReport, ...]:
    rungs = tuple(Name(one, f"Rung $x_{one}$ of care") for one in "abc")
    pairs = [Pair(Ends(0, 0), Ends(0, 0))] * 7 + [Pair(Ends(1, 2), Ends(0, 1))] * 4
    return tuple(
        ladder_report(Name(id, f"Ladder {id}"), rungs, pairs[:count])
        for id, count in (("one", 11), ("two", 8), ("three", 3))
    )


def words_of(svg: bytes) -> str:
    return " ".join(" ".join(ET.fromstring(svg).itertext()).split())


@pytest.mark.slow
def test_a_png_has_colors_and_room_for_every_table() -> None:
    content = draw(reports(), "All of it", "png")
    picture = Image.open(io.BytesIO(content))
    picture.load()
    assert picture.format == "PNG"
    assert picture.width > 1_000
    assert picture.height > 1_000
    colors = picture.convert("RGB").getcolors(1 << 24)
    assert colors
    assert len(colors) > 50


def test_an_svg_says_what_is_counted() -> None:
    told = words_of(draw(reports(), "All of it", "svg"))
    for words in (
        "All of it",
        "Ladder one",
        "cases: 11 · in range: 64 %",
        "several rungs",
        "placed by the answers",
        "2 to 3",
        "$x_a$",
    ):
        assert words in told


def test_it_speaks_spanish() -> None:
    with speaking("es"):
        told = words_of(draw(reports(), "Todo", "svg"))
    assert "según las respuestas" in told
    assert "expected" not in told


def test_what_is_too_few_to_tell_is_not_drawn() -> None:
    shown = tuple(hidden(one, 11) for one in reports())
    told = words_of(draw(shown, "All of it", "svg"))
    assert "…" in told
    assert "cases: 8" not in told
    assert "in range: 64 %" not in told


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["png", "svg"])
def test_the_same_gives_the_same_bytes_and_leaves_no_cache(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MPLCONFIGDIR", raising=False)
    assert draw(reports(), "x", kind) == draw(reports(), "x", kind)
    assert "MPLCONFIGDIR" not in os.environ


def test_without_its_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "screener.agreement.picture.find_spec",
        lambda name: None if name == "matplotlib" else find_spec(name),
    )
    with pytest.raises(AgreementError) as caught:
        check_can_draw()
    assert "pip install 'level-of-care-screener[agreement]'" in str(caught.value)
