"""All keys that do more than move, choose or go on.

The only letter among them is `h`, which shows the help lines: people type words on
screens without a text field, and a word must not answer, skip, print, leave or change
the language. Browsers use F5 and F11, the menus of terminals F10, and terminals Ctrl+S.
`docs/keys.md` explains each key; a test compares it with this list.
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
"""The alternative that a screen offers, such as to finish now or to leave."""
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
    """Return the names by which Textual knows a printed key.

    Args:
        key: As it is printed on a button, such as `^N`.
    """
    if key.startswith("^"):
        return [f"ctrl+{key[1:].lower()}"]
    return [name for name in _NAMED.get(key, key.lower()).split(",") if name]
