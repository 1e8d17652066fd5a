"""Says who sees the answers."""

from screener.language import _
from screener.model import Item, Questionnaire


def seen_by_words(
    questionnaire: Questionnaire, item: Item | None = None, *, keeps: bool
) -> str:
    """Return who sees the answers, or one of them.

    Args:
        questionnaire: What is asked.
        item: The question; `None` for all of them.
        keeps: Whether there is a way to keep a summary, which the questionnaire's own
            words speak of.
    """
    if not keeps:
        return _(
            "Only you see your answers. Nothing is kept: they are gone at the end."
        )
    return (item.seen_by if item else None) or questionnaire.seen_by
