"""Settings of libraries' that would hand answers on, or write keys to files."""

import os

_HARMLESS = {"TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME"}


def forget_what_spies() -> None:
    """See to it that no library hands on what it is given, before any is imported.

    Of Textual's variables only those for looks are left. Among the others are
    TEXTUAL_DEBUG, which logs every key; TEXTUAL_LOG, which logs what is typed;
    TEXTUAL_SCREENSHOT, TEXTUAL_PRESS and TEXTUAL_DRIVER. Pydantic's plug-ins, which
    any installed package can bring, see every record, answers among them.
    """
    for name in [one for one in os.environ if one.startswith("TEXTUAL")]:
        if name not in _HARMLESS:
            del os.environ[name]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
