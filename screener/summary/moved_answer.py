"""Adds answers that were given to another question then."""

from collections.abc import Mapping

from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Questionnaire,
    SameAnswer,
    Unknown,
)


def merged(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], said: SameAnswer
) -> dict[str, Answer] | None:
    """Return answers with one more that was given to another question then.

    A tick is added to those that are there. Of two answers to an ordered question the
    graver one counts.

    Args:
        questionnaire: The questions of today.
        answers: The answers so far.
        said: The answer to add.

    Returns:
        `None` where another answer is there, and neither is the graver one.
    """
    item = questionnaire.items[said.item]
    own = answers.get(said.item)
    if isinstance(item, ChoicesItem):
        ticks = own if isinstance(own, tuple) else ()
        return {**answers, said.item: _with_tick(item, ticks, said.code)}
    if isinstance(own, Unknown) or own is None or own == said.code:
        return {**answers, said.item: said.code}
    if not isinstance(item, ChoiceItem) or not item.ordered:
        return None
    codes = [option.code for option in item.option]
    return {**answers, said.item: max(str(own), said.code, key=codes.index)}


def _with_tick(item: ChoicesItem, ticks: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Return ticks with one more; "none of these" gives way to any other."""
    ticked = {*ticks, code}
    others = {option.code for option in item.option if not option.exclusive}
    counted = ticked & others or ticked
    return tuple(option.code for option in item.option if option.code in counted)
