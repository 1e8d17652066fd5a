"""No button is cut off, not even where words are long and there is little room."""

from pathlib import Path

import pytest

from screener.tui.widgets import Action
from tests.looks.walks import WALKS, Size, Walk, stops


@pytest.mark.parametrize("size", [(40, 16), (80, 24)], ids=["40x16", "80x24"])
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.name)
async def test_all_words_of_all_buttons_are_there_in_spanish(
    walk: Walk, size: Size, tmp_path: Path
) -> None:
    cut = set()
    async for name, app in stops(walk, tmp_path, size=size, language="es"):
        for button in app.screen.query(Action):
            words, place = button.told(), button.region
            inside = place.right <= size[0] and place.bottom < size[1]
            if button.display and (words.cell_length > place.width or not inside):
                cut.add((name, words.plain))
    assert cut == set()
