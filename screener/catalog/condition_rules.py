"""What a condition may name, and what a gate may open.

`enable_when` only opens upward: a graver answer to the gate never hides an item that
a milder one shows. So it knows `at_least` and `ticked`, any and all, and no "not".
"""

from collections.abc import Iterator
from math import prod

from screener.catalog.validation_context import GUIDANCE, Draft
from screener.limits import MAX_WAYS
from screener.model import (
    AllOf,
    AnyOf,
    AtLeast,
    ChoiceItem,
    ChoicesItem,
    Condition,
    HasFact,
    Is,
    Item,
    NumberItem,
    OnRung,
    OnTotal,
    Ticked,
    Unticked,
    answers_tested,
    is_ordered,
    leaves,
    rated_answers,
)
from screener.model.condition import Leaf, OnAnswer


def check_gates(draft: Draft) -> None:
    """Check every `enable_when`."""
    earlier: dict[str, Item] = {}
    for item in draft.items:
        file, place = draft.files[item.link_id], f"item {item.link_id}"
        _check_ways(draft, file, place, item.enable_when)
        for leaf in leaves(item.enable_when):
            _check_gate(draft, item, leaf, earlier)
        earlier[item.link_id] = item
    _check_unordered_gates(draft)


def check_line(draft: Draft, place: str, condition: Condition | None) -> None:
    """Check a condition of guidance: it may name any item, rungs and totals."""
    _check_ways(draft, GUIDANCE, place, condition)
    for leaf in leaves(condition):
        if isinstance(leaf, OnRung):
            _check_rungs(draft, place, leaf)
        elif isinstance(leaf, OnTotal):
            _check_total(draft, place, leaf)
        elif not isinstance(leaf, HasFact):
            _check_answer(draft, GUIDANCE, place, leaf)


def _check_ways(
    draft: Draft, file: str, place: str, condition: Condition | None
) -> None:
    """Check that a condition in disjunctive normal form is short enough."""
    if condition is not None and ways_of(condition) > MAX_WAYS:
        what = f"More than {MAX_WAYS} sets of answers fulfill its condition."
        draft.report(file, place, what, "test fewer `any` within `all`.")


def ways_of(condition: Condition) -> int:
    """Return the number of terms of a condition in disjunctive normal form.

    Args:
        condition: The condition.
    """
    if isinstance(condition, AnyOf):
        return sum(map(ways_of, condition.any))
    if isinstance(condition, AllOf):
        return prod(map(ways_of, condition.all))
    return 1


def _check_gate(draft: Draft, item: Item, leaf: Leaf, earlier: dict[str, Item]) -> None:
    if not isinstance(leaf, AtLeast | Ticked):
        what = "`enable_when` must open upward, and this condition may open downward."
        draft.report_item(item, what, "use `at_least` or `ticked`.")
        return
    if leaf.item not in earlier:
        if not (draft.is_placed(item.link_id) and draft.is_placed(leaf.item)):
            return
        later = any(leaf.item == other.link_id for other in draft.items)
        if not later and draft.unread.may_hold("item", leaf.item):
            return
        where = "is not asked before it" if later else "does not exist"
        what = f"It depends on `{leaf.item}`, which {where}."
        draft.report_item(item, what, "depend on earlier items only.")
        return
    file, place = draft.files[item.link_id], f"item {item.link_id}"
    if not _check_answer(draft, file, place, leaf):
        return
    gate = earlier[leaf.item]
    topics = [topic.id for topic in draft.head.private]
    if gate.private in topics and gate.private != item.private:
        what = f"It depends on `{gate.link_id}`, which is private, and is not itself."
        mend = f'add private = "{gate.private}": being asked would tell the answer.'
        draft.report_item(item, what, mend)
    if isinstance(leaf, Ticked) and _is_exclusive(gate, leaf.ticked):
        what = f"`{leaf.ticked}` is a `none of these`, and would open it."
        draft.report_item(item, what, "an exclusive option opens nothing.")


def _check_answer(draft: Draft, file: str, place: str, leaf: OnAnswer) -> bool:
    """Check that a leaf names an item of its kind, and one of its options."""
    items = {item.link_id: item for item in draft.items}
    if not draft.require_known(file, place, "item", leaf.item, items):
        return False
    item = items[leaf.item]
    kind, code, fits, needs = _demands(leaf, item)
    if not fits:
        what = f"`{kind}` does not fit the item `{item.link_id}`."
        draft.report(file, place, what, f"it needs {needs}.")
        return False
    codes = [step.code for step in rated_answers(item)]
    return draft.require_known(file, place, f"option of {item.link_id}", code, codes)


def _demands(leaf: OnAnswer, item: Item) -> tuple[str, str, bool, str]:
    """A leaf's key, its option, whether the item fits it, and what it needs."""
    match leaf:
        case AtLeast():
            fits = isinstance(item, ChoiceItem | NumberItem) and is_ordered(item)
            return "at_least", leaf.at_least, fits, "an ordered choice or number"
        case Is():
            return "is", leaf.is_, isinstance(item, ChoiceItem), "a choice item"
        case Ticked():
            fits = isinstance(item, ChoicesItem)
            return "ticked", leaf.ticked, fits, "a choices item"
        case Unticked():
            fits = isinstance(item, ChoicesItem)
            return "unticked", leaf.unticked, fits, "a choices item"
    raise AssertionError(leaf)


def _check_rungs(draft: Draft, place: str, leaf: OnRung) -> None:
    ladders = {ladder.id: ladder for ladder in draft.head.ladder}
    if not draft.require_known(GUIDANCE, place, "ladder", leaf.ladder, ladders):
        return
    rungs = ladders[leaf.ladder].index
    ends = [end for end in (leaf.from_, leaf.to) if end is not None]
    known = [
        draft.require_known(GUIDANCE, place, f"rung of {leaf.ladder}", end, rungs)
        for end in ends
    ]
    if len(ends) == 2 and all(known) and rungs[ends[0]] > rungs[ends[1]]:
        what = f"No rung lies from `{ends[0]}` to `{ends[1]}`."
        draft.report(GUIDANCE, place, what, "exchange `from` and `to`.")


def _check_total(draft: Draft, place: str, leaf: OnTotal) -> None:
    scales = {scale.id: scale for scale in draft.head.scale}
    if not draft.require_known(GUIDANCE, place, "scale", leaf.scale, scales):
        return
    if leaf.from_ is None and leaf.to is None:
        what = f"It is true of every total of `{leaf.scale}`."
        draft.report(GUIDANCE, place, what, "say `from`, `to`, or both.")
    elif leaf.to is not None and (leaf.from_ or 0) > leaf.to:
        what = f"No total lies from {leaf.from_} to {leaf.to}."
        draft.report(GUIDANCE, place, what, "exchange `from` and `to`.")


def _is_exclusive(item: Item, code: str) -> bool:
    return isinstance(item, ChoicesItem) and any(
        option.exclusive and option.code == code for option in item.option
    )


def _check_unordered_gates(draft: Draft) -> None:
    """An item without an order may open only items that can move no ladder."""
    # Of items without an order, only these fit a gate at all.
    unordered = {
        item.link_id
        for item in draft.items
        if isinstance(item, ChoicesItem) and not is_ordered(item)
    }
    moving = set(_moving(draft))
    for item in draft.items:
        for leaf in leaves(item.enable_when):
            if not (isinstance(leaf, Ticked) and leaf.item in unordered):
                continue
            if item.link_id in moving:
                gate = leaf.item
                what = f"`{gate}` opens it, is not ordered, and it can move a ladder."
                draft.report_item(item, what, "open it by an ordered item.")


def _gates(item: Item) -> Iterator[str]:
    return (leaf.item for leaf in answers_tested(item.enable_when))


def _moving(draft: Draft) -> Iterator[str]:
    """Items that rate, count in a scale, or open one that does."""
    scored = {link_id for scale in draft.head.scale for link_id in scale.items}
    opening: set[str] = set()
    for item in reversed(draft.items):
        rates = any(step.rates for step in rated_answers(item))
        if rates or item.link_id in scored or item.link_id in opening:
            opening.update(_gates(item))
            yield item.link_id
