"""What counts as an answer, and the mildest and gravest one an item can get.

An unknown item is placed twice: once at its mildest and once at its gravest. Every
true answer lies between, and placement is monotone, so the two ends are exact.
"""

from screener.model import (
    Answer,
    Answers,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Option,
    Questionnaire,
    Unknown,
    is_ordered,
    rated_answers,
)


def given(item: Item, answer: Answer | None) -> Given | None:
    """The answer if there is one, else `None`.

    No tick in an item that has a "none of these" says nothing, and neither do empty
    words.

    Args:
        item: The item that was asked.
        answer: What was said to it.
    """
    if answer is None or isinstance(answer, Unknown) or answer == "":
        return None
    if answer == () and isinstance(item, ChoicesItem) and exclusive_option(item):
        return None
    return answer


def given_answers(questionnaire: Questionnaire, answers: Answers) -> dict[str, Given]:
    """All answers that are known, by `link_id`; enabled or not."""
    return {
        link_id: known
        for link_id, item in questionnaire.items.items()
        if (known := given(item, answers.get(link_id))) is not None
    }


def exclusive_option(item: ChoicesItem) -> Option | None:
    """The item's "none of these", if it has one."""
    return next((option for option in item.option if option.exclusive), None)


def mildest(item: Item) -> Given | None:
    """The mildest answer of an ordered item; `None` for any other."""
    if not is_ordered(item):
        return None
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        return (none.code,) if none else ()
    if isinstance(item, NumberItem):
        return item.band[0].from_
    return rated_answers(item)[0].code


def gravest(item: Item) -> Given | None:
    """The gravest answer of an ordered item; `None` for any other.

    Ticks without an order rate nothing, but may open items: all of them open most.
    """
    if isinstance(item, ChoicesItem):
        return tuple(option.code for option in item.option if not option.exclusive)
    if not is_ordered(item):
        return None
    if isinstance(item, NumberItem):
        return item.band[-1].from_
    return rated_answers(item)[-1].code


def position(item: ChoiceItem | NumberItem, answer: Given) -> int:
    """Where an answer stands among the item's options or bands, from 0 (mildest).

    Raises:
        LookupError: If the answer is none of them.
    """
    if isinstance(item, NumberItem):
        number = int(answer) if isinstance(answer, int) else None
        places = (
            place
            for place, band in enumerate(item.band)
            if number is not None and band.from_ <= number <= band.to
        )
    else:
        places = (
            place for place, option in enumerate(item.option) if option.code == answer
        )
    place = next(places, None)
    if place is None:
        raise LookupError(f"{answer!r} is no answer of {item.link_id}")
    return place
