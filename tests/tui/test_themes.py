"""Every pair of colors that meets on a screen can be told apart."""

import pytest
from textual.color import Color
from textual.theme import Theme

from screener.tui.themes import DARK, HIGH_CONTRAST, LIGHT, THEMES

PAIRS = [
    ("foreground", "background"),
    ("foreground", "panel"),
    ("text-muted", "background"),
    ("text-muted", "panel"),
    ("primary", "background"),
    ("primary", "panel"),
    ("background", "primary"),
    ("warning", "background"),
    ("error", "background"),
]
LEAST = {DARK.name: 4.5, LIGHT.name: 4.5, HIGH_CONTRAST.name: 7.0}


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""

    def luminance(color: str) -> float:
        parts = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
            for part in Color.parse(color).normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_contrast_is_high_enough(theme: Theme, front: str, back: str) -> None:
    colors = theme.to_color_system().generate()
    assert contrast(colors[front], colors[back]) >= LEAST[theme.name]


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
