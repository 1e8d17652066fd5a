"""Keeps a summary, asked line by line: what is left out, where it goes."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from screener.disk import is_new, typed_folder
from screener.errors import SaveError
from screener.interview.cry_reply import reply_to_folder
from screener.language import _
from screener.model import PrivateTopic
from screener.plain.numbers import places_in
from screener.plain.questions import ask_letter, numbered
from screener.plain.talk import Talk
from screener.plain.words import KEEP, YES, bare_words, is_no, match
from screener.summary import Saved, Summary, save

_NO_FOLDER = {"no", "n", "back", "atras", "skip", "saltar", "stop", "parar", "done"}
_NO_FOLDER |= {"listo", "lista", "cancel", "cancelar", "none", "ninguno", "ninguna"}
"""Words that are not taken for a folder; `./no` is."""
_SAVE_THERE = YES | KEEP | {"y", "ok", "okay", "here", "there", "save there", "save it"}
_SAVE_THERE |= {"aqui", "ahi", "alli", "guardar ahi", "guardar alli", "guardelo"}
"""Words that accept the folder that was said; `./y` is taken for a folder."""
_PATH = re.compile(r"[./\\~$]|\w:")
"""How a path begins that is not just a word."""
_NOTHING = {"n", "none", "none of these", "nothing", "ninguno", "ninguna", "nada"}
"""Words for leaving nothing out."""
_SLIP = re.compile(r"\w|\d{1,3}")
"""A letter or a number alone."""


def leave_out(talk: Talk, topics: list[PrivateTopic]) -> frozenset[str]:
    """Ask which topics are to be left out of the files.

    Args:
        talk: Whom to ask.
        topics: The private topics that anything was said about.

    Returns:
        The ids of those to leave out.

    Raises:
        Gone: If the person leaves.
    """
    if not topics:
        return frozenset()
    names = [topic.name for topic in topics]
    talk.say(_("Will someone else see it? You can leave out:"), *numbered(names))
    while True:
        heard = talk.ask(_("Numbers to leave out, or an empty line for none:"))
        places = _places(heard, names)
        if places is not None:
            return frozenset(topics[place - 1].id for place in places)
        talk.misunderstood(
            heard, _("Please type numbers from 1 to {n}.").format(n=len(topics))
        )


def _places(heard: str, names: Sequence[str]) -> tuple[int, ...] | None:
    """Return the numbers that were meant; `None` if that is uncertain."""
    if not heard.strip() or is_no(heard) or bare_words(heard) in _NOTHING:
        return ()
    found = match(heard, names)
    if found.is_certain:
        return tuple(place + 1 for place in found.places)
    places, is_either = places_in(heard)
    are_all = bool(places) and all(1 <= place <= len(names) for place in places)
    return places if are_all and not is_either else None


def keep(talk: Talk, usual: Path, summarize: Callable[[], Summary]) -> Saved:
    """Ask for a folder until the files are there.

    Before anything is written to a typed folder, its full path is shown, and a folder
    that does not exist is created only after a yes.

    Args:
        talk: Whom to ask.
        usual: The folder that is offered.
        summarize: Makes what is written.

    Returns:
        What was written.

    Raises:
        Gone: If the person leaves.
    """
    talk.say(
        _(
            "Files with your answers and your result will be written. Only your "
            "user account on this computer can read them."
        )
    )
    folder = usual.absolute()
    while True:
        folder = _chosen(talk, folder)
        saved = _save(talk, folder, summarize)
        if saved is not None:
            return saved


def _chosen(talk: Talk, folder: Path) -> Path:
    """Show the full path of a folder until the person accepts it."""
    while True:
        talk.say(_("The folder is:"))
        talk.say_whole(str(folder))
        typed = talk.ask(_("An empty line to save there, or another folder:"))
        said = "" if _PATH.match(typed) else bare_words(typed)
        if said in _SAVE_THERE:
            typed = ""
        if said in _NO_FOLDER:
            talk.say(_("To end without saving, type: exit."))
            continue
        if _SLIP.fullmatch(typed):
            # Probably meant as the answer to another question.
            talk.say(_("To name a folder so short, type ./ before it."))
            continue
        if not typed and (not is_new(folder) or _is_made(talk)):
            return folder
        if typed and not (reply_to_folder(typed) and talk.answers_cry(typed)):
            try:
                folder = typed_folder(typed)
            except ValueError as error:
                talk.say(str(error))


def _is_made(talk: Talk) -> bool:
    """Ask whether to create a folder."""
    prompt = _("This folder does not exist yet. Type y to make it, or n for another:")
    return ask_letter(talk, prompt, {"y": {"yes", "s", "si"}, "n": {"no"}}) == "y"


def _save(talk: Talk, folder: Path, summarize: Callable[[], Summary]) -> Saved | None:
    """Write the files and report each at once; report an error and return `None`."""
    named: list[Path] = []

    def name(file: Path) -> None:
        if not named:
            talk.say(_("Saved to:"))
        named.append(file)
        talk.say_whole(str(file))

    try:
        saved = save(summarize(), folder, there=name)
    except SaveError as error:
        talk.say(str(error))
        return None
    if saved.problem:
        talk.say(saved.problem)
    return saved
