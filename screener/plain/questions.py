"""Small questions that the visit itself puts: a number, or one of a few letters."""

from collections.abc import Iterable, Sequence

from screener.language import _
from screener.plain.talk import Talk


def ask_number(
    talk: Talk, prompt: str, most: int, *, may_be_empty: bool = False
) -> int:
    """Ask for a number from 1.

    Args:
        talk: Whom to ask.
        prompt: What stands before what is typed.
        most: The highest number.
        may_be_empty: Whether an empty line will do.

    Returns:
        The number; 0 for an empty line.

    Raises:
        Gone: If the person leaves.
    """
    while True:
        heard = talk.ask(prompt).strip(".")
        if not heard and may_be_empty:
            return 0
        if are_places([heard], most):
            return int(heard)
        talk.say(_("Please type a number from 1 to {most}.").format(most=most))


def ask_letter(talk: Talk, prompt: str, letters: str) -> str:
    """Ask for one of a few letters.

    Args:
        talk: Whom to ask.
        prompt: What stands before what is typed; it says what each one does.
        letters: The letters.

    Raises:
        Gone: If the person leaves.
    """
    while True:
        heard = talk.ask(prompt).lower()
        if heard[:1] and heard[0] in letters and len(heard.split()) == 1:
            return heard[0]
        told = _("Please type one of: {letters}.")
        talk.say(told.format(letters=", ".join(letters)))


def numbered(lines: Iterable[str]) -> list[str]:
    """Lines with their numbers before them."""
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]


def are_places(heard: Sequence[str], most: int) -> bool:
    """Whether all that was typed are numbers from 1 to the highest one."""
    return all(
        one.isascii() and one.isdecimal() and 1 <= int(one[:6]) <= most for one in heard
    )
