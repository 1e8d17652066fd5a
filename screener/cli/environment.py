"""Settings of Textual's that would write keys or answers to files."""

import os

_HARMLESS = {"TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME"}


def forget_what_spies() -> None:
    """Remove all of Textual's variables but for looks, before it is imported.

    Among them are TEXTUAL_DEBUG, which logs every key; TEXTUAL_LOG, which logs what is
    typed; TEXTUAL_SCREENSHOT, TEXTUAL_PRESS and TEXTUAL_DRIVER.
    """
    for name in [one for one in os.environ if one.startswith("TEXTUAL")]:
        if name not in _HARMLESS:
            del os.environ[name]
