"""What typed words mean: a command, yes or no, or one of a list of answers.

Words of all languages are understood at any time: a person who is lost may try another.
Whether letters have accents or are upper case makes no difference.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from screener.scoring.plain_words import SENTENCE_END, plain


class Command(Enum):
    """What can be said at any question instead of an answer."""

    BACK = "back"
    WHY = "why"
    SKIP = "skip"
    UNSURE = "unsure"
    REPEAT = "repeat"
    REWORD = "reword"


_COMMANDS = {
    Command.BACK: {"b", "back", "go back", "atras", "volver"},
    Command.WHY: {"why", "por que"},
    Command.SKIP: {"skip", "saltar", "omitir"},
    Command.UNSURE: {"unsure", "not sure", "no se", "no estoy seguro"}
    | {
        "no estoy segura",
        "i do not know",
        "i dont know",
        "im not sure",
        "i am not sure",
    }
    | {"idk", "dunno", "dont know", "no idea", "ni idea", "no lo se", "nose"},
    Command.REPEAT: {"r", "repeat", "repetir"},
    Command.REWORD: {"e", "easier", "mas facil"},
}
"""A letter is enough only for what loses nothing and leaves no question open."""

_SLIPS = {"s", "u", "l"}
"""Letters that may be the beginning of `sí`, or a slip of the finger."""
_LEAVE = {"exit", "quit", "leave", "salir"}
_LEAVE_FAST = {
    "leave fast",
    "leave now",
    "salir rapido",
    "salir ya",
    "ctrl x",
    "control x",
}
_HELP = {"h", "help", "help lines", "ayuda", "lineas de ayuda"}
"""A letter is enough, as on the screens."""
YES = {"yes", "yeah", "yep", "yup", "si", "sip", "claro"}
NO = {"no", "nope", "nah"}
GO_ON = YES | {"go", "go on", "continue", "keep going", "next"}
GO_ON |= {"continuar", "continue por favor", "seguir", "sigo", "sigamos", "adelante"}
STOP = NO | {"stop", "stop here", "stop now"}
STOP |= {"parar", "pare", "detener", "terminar", "alto", "ya no"}
FINISH = NO | {"finish", "finish now", "done", "stop"}
FINISH |= {"terminar", "terminar ahora", "acabar", "parar", "listo", "lista"}
KEEP = {"keep", "keep it", "keep a summary", "save", "guardar", "guardar un resumen"}
CHECK = {"check", "check my answers", "change", "revisar", "cambiar"}
CHECK |= {"revisar mis respuestas", "corregir"}
DONE = {"done", "finish", "im done", "listo", "lista", "terminar", "ya termine"}
_NONE = {"none", "nothing", "nada", "ninguno", "ninguna"}
_SHORT = 2
"""Letters that are too few to tell one answer by."""
_LANGUAGE = {
    **dict.fromkeys(("language", "idioma")),
    **dict.fromkeys(("english", "ingles"), "en"),
    **dict.fromkeys(("espanol", "spanish"), "es"),
}


def bare_words(typed: str) -> str:
    """Return typed words in lower case, without accents and punctuation."""
    return " ".join(word for word in plain(typed).split() if word != SENTENCE_END)


def command_in(typed: str) -> Command | None:
    """Return the command that was typed, if it was one."""
    if typed.strip() == "?":
        return Command.WHY
    said = bare_words(typed)
    return next((one for one, words in _COMMANDS.items() if said in words), None)


def is_slip(typed: str) -> bool:
    """Whether it is a letter that is too little to skip or to change the language."""
    return bare_words(typed) in _SLIPS


def leaves(typed: str) -> bool:
    """Whether the person wants to leave at once."""
    return bare_words(typed) in _LEAVE


def leaves_fast(typed: str) -> bool:
    """Whether the person wants to leave fast: by the key's own character, or in words.

    Args:
        typed: The line as it came, control characters included.
    """
    return "\x18" in typed or bare_words(typed) in _LEAVE_FAST


def wants_help(typed: str) -> bool:
    """Whether the help lines are wanted."""
    return bare_words(typed) in _HELP


def language_in(typed: str) -> tuple[str | None] | None:
    """Return the language that is wanted; `(None,)` for whichever comes next."""
    said = bare_words(typed)
    return (_LANGUAGE[said],) if said in _LANGUAGE else None


def is_yes(typed: str) -> bool:
    """Return whether it is a yes in any language."""
    return bare_words(typed) in YES


def is_no(typed: str) -> bool:
    """Return whether it is a no in any language."""
    return bare_words(typed) in NO


@dataclass(frozen=True, slots=True)
class Match:
    """Which of several answers typed words may mean."""

    places: tuple[int, ...] = ()
    """Counted from 0."""
    is_certain: bool = False
    """Whether nothing else can be meant."""


def match(typed: str, texts: Sequence[str], none: int | None = None) -> Match:
    """Find which answers typed words may mean.

    The first words of one answer are certain. Words from its middle are not: "thoughts"
    is a part of "No thoughts of that".

    Args:
        typed: The words.
        texts: The answers.
        none: The place of the answer "none of these", if there is one.
    """
    said, answers = bare_words(typed), [bare_words(text) for text in texts]
    if not said:
        return Match()
    if said in answers:
        return Match((answers.index(said),), is_certain=True)
    if said in YES | NO | _NONE:
        return _yes_or_no(said, answers, none)
    begins = _where(answers, lambda text: f"{text} ".startswith(f"{said} "))
    if begins:
        return Match(begins, is_certain=len(begins) == 1 and len(said) > _SHORT)
    within = f" {said} "
    return Match(
        _where(answers, lambda text: len(said) > _SHORT and within in f" {text} ")
    )


def _yes_or_no(said: str, answers: Sequence[str], none: int | None) -> Match:
    """A yes or a no is certain where exactly one answer begins with it."""
    first_words = YES if said in YES else NO
    found = _where(answers, lambda text: text.split(" ")[0] in first_words)
    if said in _NONE or not (found or said in YES):
        known = none is not None and said in _NONE
        return Match(() if none is None else (none,), is_certain=known)
    return Match(found, is_certain=len(found) == 1)


def _where(answers: Sequence[str], holds: Callable[[str], bool]) -> tuple[int, ...]:
    return tuple(place for place, text in enumerate(answers) if holds(text))
