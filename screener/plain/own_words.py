"""Takes an answer in own words: nothing that was typed is lost without a word."""

from screener.language import _
from screener.model import TextItem
from screener.plain.talk import Talk
from screener.sanitize import clean

_SHOWN = 40
"""Letters of the end that are read back."""


def own_words(talk: Talk, item: TextItem, typed: str) -> str:
    """Return what is kept of own words, and answer a cry for help in them.

    Args:
        talk: Whom to ask whether they may be cut.
        item: The question.
        typed: What was typed.

    Raises:
        Gone: If the person leaves.
    """
    cried = talk.answers_cry(typed)
    while len(typed) > item.max_length:
        kept = clean(typed, item.max_length)
        talk.say(
            _(
                "You typed {count} letters, and {most} can be kept. Those end with: "
                "“…{end}”"
            ).format(count=len(typed), most=item.max_length, end=kept[-_SHOWN:])
        )
        shorter = talk.ask(_("Type it again, shorter, or an empty line to keep those:"))
        if not shorter:
            break
        typed = shorter
        cried = cried or talk.answers_cry(typed)
    return clean(typed, item.max_length)
