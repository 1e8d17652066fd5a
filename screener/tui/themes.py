"""Three themes of our own: dark, light and high contrast."""

from textual.theme import Theme

DARK = Theme(
    name="dark",
    dark=True,
    primary="#7fcabd",
    secondary="#a9c7e8",
    accent="#7fcabd",
    warning="#f0c674",
    error="#ff9d94",
    success="#9bd19b",
    foreground="#e8edf0",
    background="#10171d",
    surface="#10171d",
    panel="#1f2b35",
    variables={"text-muted": "#a8b6c0", "text-disabled": "#8c9aa4"},
)

LIGHT = Theme(
    name="light",
    dark=False,
    primary="#0b5f58",
    secondary="#2a5380",
    accent="#0b5f58",
    warning="#7a4d00",
    error="#a4161a",
    success="#22642b",
    foreground="#1c2328",
    background="#fbf9f5",
    surface="#fbf9f5",
    panel="#e9e4d9",
    variables={"text-muted": "#4d5961", "text-disabled": "#5f6b73"},
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    dark=True,
    primary="#ffe600",
    secondary="#ffffff",
    accent="#ffe600",
    warning="#ffe600",
    error="#ffb3ad",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#2b2b2b",
    variables={"text-muted": "#ffffff", "text-disabled": "#d0d0d0"},
)

THEMES = (DARK, LIGHT, HIGH_CONTRAST)
"""In the order in which the colors key goes through them."""
