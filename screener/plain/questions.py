"""Small questions that the visit itself puts: a number, or one of a few letters."""

from collections.abc import Iterable, Mapping, Sequence, Set

from screener.language import _
from screener.plain.numbers import places_in
from screener.plain.talk import Talk
from screener.plain.words import bare_words, is_no, match


def ask_number(
    talk: Talk,
    prompt: str,
    most: int,
    *,
    may_be_empty: bool = False,
    answers: Sequence[str] = (),
) -> int:
    """Ask for a number from 1, or the words of an answer.

    Args:
        talk: Whom to ask.
        prompt: What stands before what is typed.
        most: The highest number.
        may_be_empty: Whether an empty line or a no is valid.
        answers: The answers, where they may be typed too.

    Returns:
        The number; 0 for an empty line.

    Raises:
        Gone: If the person leaves.
    """
    while True:
        typed = talk.ask(prompt)
        if may_be_empty and (not typed.strip() or is_no(typed)):
            return 0
        found = match(typed, answers)
        if found.is_certain:
            return found.places[0] + 1
        numbers, _is_either = places_in(typed)
        if len(numbers) == 1 and 1 <= numbers[0] <= most:
            return numbers[0]
        talk.misunderstood(
            typed, _("Please type a number from 1 to {most}.").format(most=most)
        )


def ask_letter(talk: Talk, prompt: str, choices: Mapping[str, Set[str]]) -> str:
    """Ask for one of a few letters; a word that only begins with it is none.

    Args:
        talk: Whom to ask.
        prompt: What stands before what is typed; it says what each one does.
        choices: By letter, the words that stand for it too, in any language.

    Raises:
        Gone: If the person leaves.
    """
    while True:
        typed = talk.ask(prompt)
        said = bare_words(typed)
        for letter, words in choices.items():
            if said == letter or said in words:
                return letter
        # The prompt is repeated, and names the letters in its language.
        talk.misunderstood(typed, _("Please type one of these letters."))


def numbered(lines: Iterable[str]) -> list[str]:
    """Lines with their numbers before them."""
    return [f"{number}. {line}" for number, line in enumerate(lines, 1)]
