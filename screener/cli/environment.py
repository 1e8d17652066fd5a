"""Settings of libraries', made before they are imported."""

import os

_LOOKS = {
    "TEXTUAL_ANIMATIONS": ("none", "basic", "full"),
    "TEXTUAL_COLOR_SYSTEM": ("auto", "standard", "256", "truecolor", "windows"),
}
"""Textual's variables for looks, and what they may say: another value breaks it."""


def forget_what_spies() -> None:
    """See to it that no library hands on what it is given, before any is imported.

    Of Textual's variables only those for looks are left, where they make sense. Among
    the others are TEXTUAL_DEBUG, which logs every key; TEXTUAL_LOG, which logs what is
    typed; TEXTUAL_SCREENSHOT, TEXTUAL_PRESS and TEXTUAL_DRIVER. Pydantic's plug-ins,
    which any installed package can bring, see every record, answers among them.
    """
    for name in [one for one in os.environ if one.startswith("TEXTUAL")]:
        if os.environ[name] not in _LOOKS.get(name, ()):
            del os.environ[name]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def let_the_terminal_say_its_size() -> None:
    """Remove the exported size of another terminal, if there is a terminal here.

    Textual would use that size even if the window has another one.
    """
    if os.isatty(1):
        for name in ("COLUMNS", "LINES"):
            os.environ.pop(name, None)


def paint_at_once() -> None:
    """Let a screen be painted as soon as it is laid out.

    At Textual's 60 pictures a second, what changes right after another change waits for
    up to 17 ms, and a screen's first change always does. Where nothing changes, nothing
    is painted at any number of them.
    """
    os.environ["TEXTUAL_FPS"] = "1000"
