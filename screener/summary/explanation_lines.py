"""Why, and what could change it, in sentences made from the questionnaire's own."""

from collections.abc import Iterable, Iterator

from screener.language import N_
from screener.model import (
    ChoicesItem,
    Item,
    Option,
    Questionnaire,
    rated_answers,
)
from screener.scoring import (
    Change,
    ChangeSet,
    Explanation,
    OpenAnswer,
    Said,
    Why,
    exclusive_option,
)
from screener.summary.change_lines import (
    ChangeLine,
    ChangeSetLine,
    Move,
    OpenLine,
    Reach,
    Statement,
)

NOT_SO = N_("Not so: ")
"""What stands before a statement that is left without a tick."""


def because(questionnaire: Questionnaire, why: Why) -> tuple[Statement, ...]:
    """The answers that alone guarantee the low end of a ladder."""
    return tuple(
        _statement(questionnaire, said, opens_only=said not in why.told)
        for said in why.at_least
    )


def no_more(questionnaire: Questionnaire, why: Why) -> tuple[Statement, ...]:
    """The answers that alone guarantee the high end; no tick at all is one of them."""
    return tuple(
        _statement(questionnaire, said) for said in _joined(questionnaire, why.no_more)
    )


def open_lines(
    questionnaire: Questionnaire, open_answers: Iterable[OpenAnswer]
) -> Iterator[OpenLine]:
    """Yield the open questions that could raise a ladder, and how far."""
    for one in open_answers:
        yield OpenLine(
            link_id=one.link_id,
            short=questionnaire.items[one.link_id].short,
            could_reach=tuple(
                Reach(ladder=ladder, rung=rung)
                for ladder, rung in one.could_reach.items()
            ),
        )


def change_lines(
    questionnaire: Questionnaire, explanation: Explanation
) -> Iterator[ChangeLine]:
    """Yield every other answer that would move a ladder."""
    for change in explanation.changes:
        yield ChangeLine(
            instead=_statement(questionnaire, change.said),
            moves=tuple(_moves(change)),
        )


def change_set_lines(
    questionnaire: Questionnaire, change_sets: Iterable[ChangeSet]
) -> Iterator[ChangeSetLine]:
    """Yield the other answers that only together would move a ladder."""
    for one in change_sets:
        yield ChangeSetLine(
            ladder=one.ladder,
            direction=one.direction,
            rung=one.rung,
            instead=tuple(_statement(questionnaire, said) for said in one.said),
        )


def _moves(change: Change) -> Iterator[Move]:
    for ladder, range in change.ranges.items():
        yield Move(ladder=ladder, low=range.low, high=range.high)


def _statement(
    questionnaire: Questionnaire, said: Said, *, opens_only: bool = False
) -> Statement:
    return Statement(
        link_id=said.link_id,
        code=said.code,
        ticked=said.ticked,
        text=_text(questionnaire.items[said.link_id], said),
        opens_only=opens_only,
    )


def _text(item: Item, said: Said) -> str:
    step = next(one for one in rated_answers(item) if one.code == said.code)
    named = step.text if isinstance(step, Option) else step.code
    text = step.says or f"{item.short}: {named}"
    return text if said.ticked else f"{NOT_SO}{text}"


def _joined(questionnaire: Questionnaire, all_said: Iterable[Said]) -> Iterator[Said]:
    """Say "none of these" once, instead of every tick that is not there."""
    by_item: dict[str, list[Said]] = {}
    for said in all_said:
        by_item.setdefault(said.link_id, []).append(said)
    for link_id, some in by_item.items():
        item = questionnaire.items[link_id]
        none = exclusive_option(item) if isinstance(item, ChoicesItem) else None
        missing = sum(not said.ticked for said in some)
        if none and missing == len(rated_answers(item)) - 1:
            yield Said(link_id, none.code)
        else:
            yield from some
