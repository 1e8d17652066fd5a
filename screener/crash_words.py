"""What a person reads after a crash: the truth about their answers, and crisis help."""

from collections.abc import Iterable
from pathlib import Path

from screener.language import _


def crash_words(kept: str, crisis: Iterable[str]) -> str:
    """Return all of it, in paragraphs.

    Args:
        kept: What is left of the answers, in sentences; empty where none were given.
        crisis: Whom to call in danger, a line each.
    """
    paragraphs = (
        _("Something went wrong in this program, and it had to stop. We are sorry."),
        kept,
        *crisis,
    )
    return "\n".join(filter(None, paragraphs))


def kept_words(
    files: Iterable[Path],
    *,
    has_answers: bool,
    autosaves: bool = False,
    is_locked: bool = False,
    is_failing: bool = False,
) -> str:
    """Return what is left of the answers.

    Args:
        files: What was saved of a summary.
        has_answers: Whether anything was answered.
        autosaves: Whether answers were saved as they were given.
        is_locked: Whether a passphrase locks those.
        is_failing: Whether the newest of those could not be saved.
    """
    names = [str(file) for file in files]
    words = [_("The summary that you saved is still there:"), *names] if names else []
    if autosaves:
        words.append(_autosaved(is_locked=is_locked, is_failing=is_failing))
    elif has_answers and not names:
        words.append(_("Your answers were not saved."))
    return "\n".join(words)


def _autosaved(*, is_locked: bool, is_failing: bool) -> str:
    if is_failing:
        words = _(
            "Your newest answers could not be saved. Those before them were saved as "
            "you went."
        )
    else:
        words = _("Your answers were saved as you went.")
    if is_locked:
        then = _(
            "Start the program again and type your passphrase to pick up from there."
        )
    else:
        then = _("Start the program again to pick up from there.")
    return f"{words} {then}"
