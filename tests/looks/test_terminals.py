"""One walk in every kind of terminal: nothing is cut off, nothing is sent in vain."""

import os
import re
from pathlib import Path

import pytest

from tests.looks.terminals import SETTINGS, Setting, opened, skip_what_is_missing, walk

SIZES = [(80, 24), (40, 16), (200, 60)]
ALL = os.environ.get("TERMINALS") == "all"
"""Whether every kind is tried at every size: `make terminals`."""

CONSOLE = frozenset(bytes(range(128, 256)).decode("cp437") + "•←↑↓")
"""What the 256 glyphs of a Linux console have beyond ASCII."""

TOO_MANY = {
    "16": re.compile(rb"\x1b\[(?:[0-9;]*;)?[34]8;[25];"),
    "256": re.compile(rb"\x1b\[(?:[0-9;]*;)?[34]8;2;"),
    "all": re.compile(rb"(?!)"),
}
"""Colors that a kind of terminal may not know."""

LAST_BUTTONS = {
    "welcome": "Help",
    "who answers": "Help",
    "question": "F2 Español",
    "red flag": "elp lines",
    "review": "Help",
    "result": "Help",
    "keep": "Help",
    "goodbye": "Help",
}
"""Where the buttons are all there, the last one is."""


def tries() -> list[tuple[Setting, tuple[int, int]]]:
    """All of it, or each kind at one of the sizes."""
    if ALL:
        return [(setting, size) for setting in SETTINGS for size in SIZES]
    return [(one, SIZES[place % 2]) for place, one in enumerate(SETTINGS)]


def name_of(value: object) -> str:
    if isinstance(value, Setting):
        return value.name
    return "x".join(map(str, value)) if isinstance(value, tuple) else ""


@pytest.mark.slow
@pytest.mark.parametrize(("setting", "size"), tries(), ids=name_of)
def test_a_visit_looks_whole(
    setting: Setting, size: tuple[int, int], tmp_path: Path
) -> None:
    skip_what_is_missing(setting)
    with opened(setting, size, tmp_path) as terminal:
        for name, shown in walk(terminal):
            lines = shown.splitlines()
            foot = "\n".join(lines[-2:]) if "tmux" not in setting.through else shown
            asks = "In crisis? " if size[0] >= 80 else ""
            assert f"{asks}Call or text 988" in foot, name
            assert "911" in foot, name
            assert LAST_BUTTONS.get(name, "") in "\n".join(lines[-6:-1]), shown
            strange = {one for one in shown if ord(one) > 127} - CONSOLE
            assert not strange, name
        terminal.wait_for_exit()
        assert not TOO_MANY[setting.colors].search(terminal.bytes)
        assert b"\x1b[?1049l" in terminal.bytes
    assert len(list((tmp_path / "kept").glob("*.toml"))) == 1


def test_a_small_screen_is_never_painted_as_a_larger_one(tmp_path: Path) -> None:
    with opened(SETTINGS[0], (40, 16), tmp_path) as terminal:
        terminal.wait_for("Start")
        terminal.settle()
        assert b"Quick" in terminal.bytes
        assert b"Quick version" not in terminal.bytes
