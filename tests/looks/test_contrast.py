"""Every pair of colors that is drawn on a screen can be told apart."""

from pathlib import Path

import pytest
from rich.style import Style

from screener.tui.themes import DARK, HIGH_CONTRAST
from tests.looks.cells import KINDS, Pair
from tests.looks.contrast import REPORT, Drawn, measure
from tests.looks.walks import WALKS, Size, Stops, Walk, stops
from tests.thorough import THOROUGH
from tests.tui.buttons import said
from tests.tui.reading import text_of

SHOW = {kind.name: kind.show for kind in KINDS}


LOOKS = (False, (80, 24)), (True, (40, 16))
"""All colors, or sixteen, and the size."""

WALKED = [
    (walk, *look)
    for walk in WALKS
    for look in (LOOKS if THOROUGH or walk is WALKS[0] else LOOKS[1:])
]
"""The visit either way, and all others where there is least room."""


@pytest.mark.slow
@pytest.mark.parametrize(("walk", "sixteen", "size"), WALKED)
async def test_whatever_is_drawn_can_be_read_and_nothing_is_cut(
    walk: Walk, sixteen: bool, size: Size, tmp_path: Path
) -> None:
    """In Spanish, whose words are long; both are looked at on one walk."""
    walked = stops(walk, tmp_path, sixteen=sixteen, size=size, language="es")
    cut: set[str] = set()
    seen = await measure(_noting(cut, walked), sixteen=sixteen)
    assert cut == set()
    assert {one: at for one, at in seen.items() if one.pair.contrast < one.least} == {}
    told = REPORT.read_text(encoding="utf-8")
    new = [one for one in seen if one.row not in told]
    assert new == [], "make contrast"


async def _noting(cut: set[str], walked: Stops) -> Stops:
    """Note on the way which buttons, or numbers to call, are not all there."""
    async for name, app in walked:
        foot = " ".join(text_of(app).splitlines()[-2:])
        if not ("988" in foot and "911" in foot):
            cut.add(f"{name}: {foot}")
        for words, place in said(app).values():
            inside = place.right <= app.size.width and place.bottom < app.size.height
            if len(words) > place.width or not inside:
                cut.add(f"{name}: {words}")
        yield name, app


def test_the_measure_is_that_of_wcag() -> None:
    assert Pair((0, 0, 0), (255, 255, 255)).contrast == pytest.approx(21)
    grey = Pair((119, 119, 119), (255, 255, 255)).contrast
    assert grey == pytest.approx(4.48, abs=0.01)


def test_words_need_more_than_shapes_and_most_in_high_contrast() -> None:
    pair = Pair((0, 0, 0), (0, 0, 0))
    assert Drawn("", DARK.name, False, pair).least == 4.5
    assert Drawn("", HIGH_CONTRAST.name, False, pair).least == 7.0
    assert Drawn("", HIGH_CONTRAST.name, True, pair).least == 3.0


@pytest.mark.parametrize(
    ("kind", "style", "front", "ground"),
    [
        ("true color", "#123456 on #ffffff", (18, 52, 86), (255, 255, 255)),
        ("true color", "reverse #123456 on #ffffff", (255, 255, 255), (18, 52, 86)),
        ("256 colors", "#00005e on #ffffff", (0, 0, 95), (255, 255, 255)),
        ("NO_COLOR", "#ff0000 on #000000", (54, 54, 54), (0, 0, 0)),
        ("Linux console", "#000000 on #ffffff", (0, 0, 0), (170, 170, 170)),
        ("Linux console", "bold #000000 on #00aaaa", (85, 85, 85), (0, 170, 170)),
        ("xterm, 16 colors", "bold #000000 on #ffffff", (127, 127, 127), (255,) * 3),
    ],
)
def test_a_kind_of_terminal_shows_the_colors_it_has(
    kind: str, style: str, front: tuple[int, ...], ground: tuple[int, ...]
) -> None:
    shown = SHOW[kind](Style.parse(style))
    assert (shown.front, shown.back) == (front, ground)
