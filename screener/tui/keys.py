"""The one list of keys that do more than move, choose or go on.

No letter is among them but `h`, which shows help lines: people type words where nothing
takes them, and a word must not answer, skip, print, leave or change the language. F5
and F11 are left to browsers, F10 to the menus of terminals, Ctrl+S to the terminal.
`docs/keys.md` explains all of them; a test holds both together.
"""

HELP, HELP_WHILE_TYPING = "h", "F1"
WHY = "?"
GO_ON, BACK = "Enter", "Esc"
LANGUAGE = "F2"
EASIER = "F3"
SKIP = "F4"
UNSURE = "F6"
ALOUD = "F7"
OTHERWISE = "F8"
"""The other way that a screen offers: to finish now, to leave, the other version."""
COLORS = "F9"
LEAVE = "^Q"

OPEN, MARK = "Enter", "Space"
FIND = "/"
NEW_CLIENT = "^N"
SORT = "^T"
COMPARE = "^K"
PLOT = "^P"
FOLLOW_UP = "^F"
CONTINUE = "^G"
EXPORT = "^E"

NOTE = "^N"
FLAG = "^F"
OWN_VIEW = "^O"
JUMP = "^G"
WHERE = "^W"
SAME = "^Y"
AGREE = "^G"

_NAMED = {
    "Esc": "escape,left,backspace",
    "?": "question_mark",
    "/": "slash",
}


def textual_names(key: str) -> list[str]:
    """Return the names that Textual has for a printed key.

    Args:
        key: As it is printed on a button, such as `^N`.
    """
    if key.startswith("^"):
        return [f"ctrl+{key[1:].lower()}"]
    return [name for name in _NAMED.get(key, key.lower()).split(",") if name]
