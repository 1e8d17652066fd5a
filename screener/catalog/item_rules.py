"""What an item must be so that a worse answer can never lower a level."""

from collections.abc import Sequence
from itertools import pairwise

from screener.catalog.validation_context import Draft
from screener.model import (
    Band,
    ChoiceItem,
    ChoicesItem,
    Item,
    NumberItem,
    Option,
    Rates,
    ScaleBand,
    is_ordered,
    rated_answers,
)


def check_items(draft: Draft) -> None:
    """Check every item by itself; what they open is checked elsewhere."""
    _check_links(draft)
    for item in draft.items:
        _check_place(draft, item)
        _check_ratings(draft, item)
        _check_easier(draft, item)
        if isinstance(item, ChoiceItem):
            _check_choice(draft, item)
        elif isinstance(item, ChoicesItem):
            _check_choices(draft, item)
        elif isinstance(item, NumberItem):
            _check_number(draft, item)


def _check_easier(draft: Draft, item: Item) -> None:
    """Easier words are for questions of ours, and for options that there are."""
    if item.easier is None:
        return
    if item.instrument is not None:
        what = "It has easier words, and belongs to a published instrument."
        draft.report_item(
            item, what, "remove them: those words are not ours to change."
        )
    codes = [step.code for step in rated_answers(item)]
    file, place = draft.files[item.link_id], f"item {item.link_id}, easier"
    for option in item.easier.option:
        draft.require_known(file, place, "option", option.code, codes)
    draft.require_unique(file, f"{place}, option", (o.code for o in item.easier.option))


def falls(milder: Rates, graver: Rates) -> list[str]:
    """The dimensions on which the graver of two is rated lower."""
    return [on for on, rating in milder.items() if graver.get(on, 0) < rating]


def check_chain(
    draft: Draft, file: str, place: str, steps: Sequence[Option | Band | ScaleBand]
) -> None:
    """Report a step that rates lower than the one before it."""
    dimensions = {one.id for one in draft.head.dimension}
    for milder, graver in pairwise(steps):
        if not milder.rates.keys() | graver.rates.keys() <= dimensions:
            continue  # a misspelt dimension falls only seemingly
        for on in falls(milder.rates, graver.rates):
            what = f"`{_name(graver)}` rates {on} lower than `{_name(milder)}` before."
            mend = "list from mildest to gravest; a later one rates at least as high."
            draft.report(file, place, what, mend)


def check_rates(
    draft: Draft, file: str, place: str, step: Option | Band | ScaleBand
) -> None:
    """Report unknown dimensions, and ratings without a statement."""
    dimensions = [one.id for one in draft.head.dimension]
    for on in step.rates:
        draft.require_known(file, place, "dimension", on, dimensions)
    if step.rates and step.says is None:
        what = f"`{_name(step)}` rates and has no `says`."
        draft.report(file, place, what, "say it as a statement to the person.")


def _name(step: Option | Band | ScaleBand) -> str:
    return step.name if isinstance(step, ScaleBand) else step.code


def _check_links(draft: Draft) -> None:
    seen: set[str] = set()
    for item in draft.items:
        if item.link_id in seen:
            what = "Another item has the same link_id."
            draft.report_item(item, what, "give each item its own link_id.")
        seen.add(item.link_id)


def _check_place(draft: Draft, item: Item) -> None:
    file, place = draft.files[item.link_id], f"item {item.link_id}"
    sections = [section.id for section in draft.head.section]
    draft.require_known(file, "section", "section", item.section, sections)
    draft.require_sources(file, place, item.cite)
    if item.private is not None:
        topics = [topic.id for topic in draft.head.private]
        draft.require_known(file, place, "private topic", item.private, topics)
    if item.instrument is not None:
        known = [instrument.id for instrument in draft.head.instrument]
        draft.require_known(file, place, "instrument", item.instrument, known)
    if item.at_once and item.enable_when is None:
        what = "It is asked `at_once`, and nothing opens it."
        draft.report_item(item, what, "add `enable_when`, or remove `at_once`.")


def _check_ratings(draft: Draft, item: Item) -> None:
    file, place = draft.files[item.link_id], f"item {item.link_id}"
    steps = rated_answers(item)
    draft.require_unique(file, f"{place}, code", (step.code for step in steps))
    for step in steps:
        check_rates(draft, file, place, step)
        if step.rates and not is_ordered(item):
            what = f"It is not ordered, and `{step.code}` rates."
            draft.report_item(item, what, "order the options, or rate nothing.")


def _check_choice(draft: Draft, item: ChoiceItem) -> None:
    if item.ordered:
        file = draft.files[item.link_id]
        check_chain(draft, file, f"item {item.link_id}", item.option)
    for option in item.option:
        if option.exclusive:
            what = f"`{option.code}` is exclusive, and only one option can be chosen."
            draft.report_item(item, what, "remove `exclusive`.")


def _check_choices(draft: Draft, item: ChoicesItem) -> None:
    exclusive = [option for option in item.option if option.exclusive]
    if len(exclusive) > 1:
        what = "More than one option is exclusive."
        draft.report_item(item, what, "keep one `none of these`.")
    if len(exclusive) == len(item.option):
        draft.report_item(item, "Nothing can be ticked.", "add options to tick.")
    for option in exclusive:
        if option.rates:
            what = f"`{option.code}` is exclusive and rates."
            draft.report_item(item, what, "a `none of these` rates nothing.")
        if option.score:
            what = f"`{option.code}` is exclusive and scores."
            draft.report_item(item, what, "a `none of these` scores nothing.")


def _check_number(draft: Draft, item: NumberItem) -> None:
    if item.minimum > item.maximum:
        what = "Its minimum is above its maximum."
        draft.report_item(item, what, "exchange the two.")
        return
    check_chain(draft, draft.files[item.link_id], f"item {item.link_id}", item.band)
    expected = item.minimum
    for band in sorted(item.band, key=lambda band: band.from_):
        if band.from_ != expected or band.to < band.from_:
            what = f"Band `{band.code}` leaves a gap, overlaps another or is empty."
            mend = "let the bands cover minimum to maximum once."
            draft.report_item(item, what, mend)
            return
        expected = band.to + 1
    if item.band and expected != item.maximum + 1:
        what = f"The bands end at {expected - 1}, not at the maximum."
        draft.report_item(item, what, "let the bands cover minimum to maximum once.")
