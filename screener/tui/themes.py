"""Three themes of our own, in all colors and in sixteen."""

from textual.theme import Theme


def _theme(
    name: str,
    *,
    text: str,
    muted: str,
    faint: str,
    bar: str,
    ground: str,
    panel: str,
    accent: str,
    warning: str,
    error: str,
    selected: str,
) -> Theme:
    """One accent on one ground.

    Args:
        name: Its name.
        text: The color of words.
        muted: That of words that stand back.
        faint: That of what a field asks for.
        bar: That of bars to scroll by, and of what is empty in others.
        ground: What all stands on.
        panel: What buttons, fields and the row under the cursor stand on.
        accent: The color of titles and of what is chosen; what has the focus stands on
            it.
        warning: The color of words about something to mend.
        error: That of urgent words.
        selected: What selected words in a field stand on.
    """
    return Theme(
        name=name,
        dark=name != "light",
        primary=accent,
        secondary=accent,
        accent=accent,
        warning=warning,
        error=error,
        success=accent,
        foreground=text,
        background=ground,
        surface=ground,
        panel=panel,
        variables={
            "text-muted": muted,
            "text-disabled": faint,
            "scrollbar": bar,
            "scrollbar-hover": accent,
            "scrollbar-active": accent,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
            "bar": bar,
            "input-selection-background": selected,
        },
    )


DARK = _theme(
    "dark",
    text="#e8edf0",
    muted="#a8b6c0",
    faint="#94a2ac",
    bar="#66747e",
    ground="#10171d",
    panel="#1f2b35",
    accent="#7fcabd",
    warning="#f0c674",
    error="#ff9d94",
    selected="#2f5560",
)

LIGHT = _theme(
    "light",
    text="#1c2328",
    muted="#4d5961",
    faint="#525e66",
    bar="#7d888f",
    ground="#fbf9f5",
    panel="#e9e4d9",
    accent="#0b5f58",
    warning="#7a4d00",
    error="#a4161a",
    selected="#c3dcd8",
)

HIGH_CONTRAST = _theme(
    "high-contrast",
    text="#ffffff",
    muted="#ffffff",
    faint="#d0d0d0",
    bar="#8c8c8c",
    ground="#000000",
    panel="#2b2b2b",
    accent="#ffe600",
    warning="#ffe600",
    error="#ffb3ad",
    selected="#000087",
)

THEMES = (DARK, LIGHT, HIGH_CONTRAST)
"""In the order in which the colors key goes through them."""

# Of sixteen colors only eight can be a ground on a Linux console, and what is meant to
# be told apart must not land on the same one.
SIXTEEN = (
    _theme(
        "dark",
        text="#aaaaaa",
        muted="#aaaaaa",
        faint="#aaaaaa",
        bar="#aaaaaa",
        ground="#000000",
        panel="#0000aa",
        accent="#55ffff",
        warning="#ffff55",
        error="#ffff55",
        selected="#000000",
    ),
    _theme(
        "light",
        text="#000000",
        muted="#000000",
        faint="#000000",
        bar="#000000",
        ground="#ffffff",
        panel="#00aaaa",
        accent="#0000aa",
        warning="#0000aa",
        error="#0000aa",
        selected="#ffffff",
    ),
    _theme(
        "high-contrast",
        text="#ffffff",
        muted="#ffffff",
        faint="#ffffff",
        bar="#ffffff",
        ground="#000000",
        panel="#0000aa",
        accent="#55ffff",
        warning="#ffff55",
        error="#ffff55",
        selected="#000000",
    ),
)
"""The same, for terminals that have but sixteen colors."""
