"""The gallery shows the pictures that are there, and draws the same ones again."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.looks.gallery import LOOKS, PAGE, PICTURES, draw, page
from tests.looks.walks import WALKS

KIOSK = next(walk for walk in WALKS if walk.name == "kiosk")
LARGEST = 60_000


def pictures() -> list[Path]:
    return sorted(PICTURES.glob("*.svg"))


def test_the_page_shows_all_pictures_with_words() -> None:
    told = PAGE.read_text(encoding="utf-8")
    assert told == page(), "make gallery"
    shown = re.findall(r"!\[(.{10,})\]\(gallery/(.+)\)", told)
    assert sorted(name for _, name in shown) == [one.name for one in pictures()]


def test_pictures_are_small_and_fetch_nothing() -> None:
    for one in pictures():
        assert one.stat().st_size < LARGEST, one.name
        svg = ElementTree.fromstring(one.read_text(encoding="utf-8"))
        assert not [tag for tag in svg.iter() if "href" in str(tag.attrib)]
        assert "url(" not in one.read_text(encoding="utf-8")


@pytest.mark.slow
async def test_the_same_screen_is_drawn_the_same_way_again() -> None:
    drawn = await draw(KIOSK, LOOKS[0])
    assert set(drawn) == {"kiosk.svg", "kiosk-still-there.svg"}
    assert drawn == await draw(KIOSK, LOOKS[0])
    assert "Are you still there?" in drawn["kiosk-still-there.svg"]
