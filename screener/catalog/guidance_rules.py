"""What ladders, scales, rules and lines must be."""

from collections.abc import Mapping
from itertools import pairwise

from screener.catalog.condition_rules import check_line
from screener.catalog.folders import HEAD
from screener.catalog.item_rules import check_chain, check_rates
from screener.catalog.validation_context import GUIDANCE, SOURCES, Draft
from screener.model import MAX_SCORE, ChoiceItem, ChoicesItem, Item, Rule, Scale


def check_head(draft: Draft) -> None:
    """Check dimensions, ladders, sections and scales."""
    head = draft.head
    draft.require_unique(HEAD, "dimension", (one.id for one in head.dimension))
    draft.require_unique(HEAD, "ladder", (one.id for one in head.ladder))
    draft.require_unique(HEAD, "section", (one.id for one in head.section))
    draft.require_unique(HEAD, "private topic", (one.id for one in head.private))
    draft.require_unique(HEAD, "scale", (one.id for one in head.scale))
    draft.require_unique(SOURCES, "source", (one.id for one in draft.sources))
    for ladder in head.ladder:
        place = f"ladder {ladder.id}"
        draft.require_unique(HEAD, f"{place}, rung", (one.id for one in ladder.rung))
        for rung in ladder.rung:
            where = f"{place}, rung {rung.id}, local"
            draft.require_unique(HEAD, where, (one.id for one in rung.local))
        for rung in ladder.rung:
            draft.require_sources(HEAD, f"{place}, rung {rung.id}", rung.cite)
    asked = {item.section for item in draft.items}
    sections = {section.id for section in head.section}
    for section in head.section:
        # A misspelt section leaves the right one empty: that is told there.
        is_empty = section.id not in asked and not draft.unread.has_any("item")
        if is_empty and asked <= sections:
            place, mend = f"section {section.id}", "add items to it, or remove it."
            draft.report(HEAD, place, "It has no items.", mend)
    for scale in head.scale:
        _check_scale(draft, scale)
    draft.require_unique(HEAD, "instrument", (one.id for one in head.instrument))
    for instrument in head.instrument:
        draft.require_sources(HEAD, f"instrument {instrument.id}", instrument.cite)
    draft.require_unique(HEAD, "join", (one.to for one in head.join))


def check_guidance(draft: Draft) -> None:
    """Check rules, lines and signs of fit."""
    guidance = draft.guidance
    lines = {
        "alternative": guidance.alternative,
        "support": guidance.support,
        "benefit": guidance.benefit,
        "ask": guidance.ask,
        "bring": guidance.bring,
    }
    draft.require_unique(GUIDANCE, "rule", (rule.id for rule in guidance.rule))
    draft.require_unique(GUIDANCE, "fit", (sign.id for sign in guidance.fit))
    for rule in guidance.rule:
        _check_rule(draft, rule)
    for kind, told in lines.items():
        draft.require_unique(GUIDANCE, kind, (line.id for line in told))
        for line in told:
            place = f"{kind} {line.id}"
            draft.require_sources(GUIDANCE, place, line.cite)
            check_line(draft, place, line.show_when)
    for sign in guidance.fit:
        place = f"fit {sign.id}"
        draft.require_sources(GUIDANCE, place, sign.cite)
        check_line(draft, place, sign.fits_when)
        check_line(draft, place, sign.applies_when)


def _check_rule(draft: Draft, rule: Rule) -> None:
    place = f"rule {rule.id}"
    draft.require_sources(GUIDANCE, place, rule.cite)
    draft.require_unique(GUIDANCE, f"{place}, wording", (w.id for w in rule.wording))
    for words in rule.wording:
        check_line(draft, f"{place}, wording {words.id}", words.show_when)
    dimensions = [one.id for one in draft.head.dimension]
    for on in rule.at_least:
        draft.require_known(GUIDANCE, place, "dimension", on, dimensions)
    ladders = {ladder.id: ladder for ladder in draft.head.ladder}
    if not draft.require_known(GUIDANCE, place, "ladder", rule.ladder, ladders):
        return
    rungs = ladders[rule.ladder].index
    kind = f"rung of {rule.ladder}"
    if (
        draft.require_known(GUIDANCE, place, kind, rule.rung, rungs)
        and not rungs[rule.rung]
    ):
        what = f"`{rule.rung}` is the lowest rung: the rule says nothing."
        draft.report(GUIDANCE, place, what, "name a higher rung, or remove the rule.")


def _check_scale(draft: Draft, scale: Scale) -> None:
    place = f"scale {scale.id}"
    draft.require_sources(HEAD, place, scale.cite)
    draft.require_unique(HEAD, f"{place}, item", scale.items)
    items = {item.link_id: item for item in draft.items}
    members = [
        draft.require_known(HEAD, place, "item", link_id, items)
        and _check_scores(draft, place, items[link_id])
        for link_id in scale.items
    ]
    for band in scale.band:
        check_rates(draft, HEAD, place, band)
    check_chain(draft, HEAD, place, scale.band)
    if all(members):
        _check_bands(draft, scale, _lowest_total(scale, items))


def _check_bands(draft: Draft, scale: Scale, lowest: int) -> None:
    first, *others = (band.from_ for band in scale.band)
    if first > lowest or any(low >= high for low, high in pairwise((lowest, *others))):
        what = f"Its bands do not rise from the lowest possible total, {lowest}."
        fix = f"list them by rising `from`, the first {lowest}."
        draft.report(HEAD, f"scale {scale.id}", what, fix)


def _lowest_total(scale: Scale, items: Mapping[str, Item]) -> int:
    """Return the lowest possible total.

    A gated question may not be asked, and ticks are optional: neither adds anything.
    """
    members = (items.get(link_id) for link_id in scale.items)
    return sum(
        item.option[0].score or 0
        for item in members
        if isinstance(item, ChoiceItem) and item.enable_when is None
    )


def _check_scores(draft: Draft, place: str, item: Item) -> bool:
    """Check that a member is ordered, and that its scores rise or are for ticks."""
    if isinstance(item, ChoicesItem) and item.ordered:
        return _check_ticks(draft, place, item)
    if isinstance(item, ChoiceItem) and item.ordered:
        scores = [option.score for option in item.option]
        known = [score for score in scores if score is not None]
        if len(known) == len(scores) and known == sorted(known):
            return True
    what = f"The options of `{item.link_id}` do not all have a score, or do not rise."
    fix = (
        "use an ordered choice; no score is lower than the one before. "
        "Or use ordered ticks, with a score on each."
    )
    draft.report(HEAD, place, what, fix)
    return False


def _check_ticks(draft: Draft, place: str, item: ChoicesItem) -> bool:
    ticks = [option for option in item.option if not option.exclusive]
    without = [f"`{option.code}`" for option in ticks if option.score is None]
    if without:
        what = f"Of the ticks of `{item.link_id}`, {', '.join(without)} have no score."
        fix = "give each a `score`, and 0 to one that adds nothing."
        draft.report(HEAD, place, what, fix)
        return False
    total = sum(option.score or 0 for option in ticks)
    if total > MAX_SCORE:
        what = f"All ticks of `{item.link_id}` together score {total}."
        draft.report(HEAD, place, what, f"let them score {MAX_SCORE} at most.")
    return total <= MAX_SCORE
