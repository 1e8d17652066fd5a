"""Random people: answers to a questionnaire, complete or with gaps."""

import itertools
from functools import lru_cache

from hypothesis import strategies as st

from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Questionnaire,
    Unknown,
)
from screener.scoring import exclusive_option

Person = dict[str, Answer]


def given_to(item: Item) -> st.SearchStrategy[Given]:
    """Any answer that fits an item."""
    if isinstance(item, ChoiceItem):
        return st.sampled_from([option.code for option in item.option])
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        codes = [option.code for option in item.option if not option.exclusive]
        some = st.sets(st.sampled_from(codes), min_size=1 if none else 0).map(
            lambda ticks: tuple(code for code in codes if code in ticks)
        )
        return st.just((none.code,)) | some if none else some
    if isinstance(item, NumberItem):
        return st.integers(item.minimum, item.maximum)
    return st.just("words")


def every_answer(item: Item) -> list[Given]:
    """All answers to an item; one a band to a number, one at all to a text."""
    if isinstance(item, ChoiceItem):
        return [option.code for option in item.option]
    if isinstance(item, NumberItem):
        return [band.from_ for band in item.band] or [item.minimum]
    if isinstance(item, ChoicesItem):
        codes = [option.code for option in item.option if not option.exclusive]
        sets = (
            ticks
            for size in range(len(codes) + 1)
            for ticks in itertools.combinations(codes, size)
        )
        none = exclusive_option(item)
        return [(none.code,) if none and not ticks else ticks for ticks in sets]
    return ["words"]


@lru_cache(maxsize=8)  # to make a strategy takes longer than to draw from it
def people(questionnaire: Questionnaire) -> st.SearchStrategy[Person]:
    """Anyone: each question answered, declined, unsure or not reached."""
    answer = {
        link_id: st.one_of(given_to(item), given_to(item), st.sampled_from(Unknown))
        for link_id, item in questionnaire.items.items()
    }
    return st.fixed_dictionaries({}, optional=answer)


def worse(item: Item, answer: Given) -> list[Given]:
    """Every answer that is graver than this one, by one step or more."""
    if isinstance(item, ChoiceItem):
        codes = [option.code for option in item.option]
        return list(codes[codes.index(str(answer)) + 1 :])
    if isinstance(item, NumberItem):
        places = [
            n for n, b in enumerate(item.band) if b.from_ <= int(str(answer)) <= b.to
        ]
        return [band.from_ for band in item.band[places[0] + 1 :]] if places else []
    if isinstance(item, ChoicesItem):
        none = exclusive_option(item)
        ticks = set(answer if isinstance(answer, tuple) else ()) - {none and none.code}
        codes = [option.code for option in item.option if not option.exclusive]
        return [
            tuple(code for code in codes if code in ticks | {more})
            for more in codes
            if more not in ticks
        ]
    return []
