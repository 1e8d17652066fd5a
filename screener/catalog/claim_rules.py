"""What `[[never]]` may name: lines, rungs, rules and questions that exist."""

from math import prod

from screener.catalog.condition_rules import check_line
from screener.catalog.validation_context import GUIDANCE, Draft
from screener.limits import MAX_WAYS
from screener.model import (
    AllClaims,
    Answered,
    AnyClaim,
    AtLeast,
    BasicClaim,
    Claim,
    Holds,
    Is,
    LineKind,
    NoLevel,
    OnRung,
    OnTotal,
    Rated,
    Says,
    ShownLine,
    ShownRung,
    TextItem,
    Ticked,
    Unticked,
)
from screener.model.claim import OF_A_LADDER, basic_claims


def check_never(draft: Draft) -> None:
    """Check all that must never be shown together."""
    never = draft.guidance.never
    draft.require_unique(GUIDANCE, "never", (one.id for one in never))
    for one in never:
        place = f"never {one.id}"
        if prod(map(_ways_of, one.together)) > MAX_WAYS:
            what = f"It has more than {MAX_WAYS} ways to come true."
            draft.report(GUIDANCE, place, what, "name fewer things, or split it.")
            continue
        for claim in one.together:
            for basic in basic_claims(claim):
                _check(draft, place, basic)


def _ways_of(claim: Claim) -> int:
    if isinstance(claim, AnyClaim):
        return sum(map(_ways_of, claim.any))
    return prod(map(_ways_of, claim.all)) if isinstance(claim, AllClaims) else 1


def _check(draft: Draft, place: str, claim: BasicClaim) -> None:
    match claim:
        case ShownLine():
            known = _ids_of(draft, claim.shown)
            draft.require_known(GUIDANCE, place, claim.shown.value, claim.id, known)
        case ShownRung():
            _check_ladder(draft, place, claim.told, claim.rung)
        case NoLevel():
            _check_ladder(draft, place, claim.no_level)
        case Says():
            _check_sentence(draft, place, claim)
        case Holds():
            rules = (one.id for one in draft.guidance.rule)
            draft.require_known(GUIDANCE, place, "rule", claim.holds, rules)
        case _:
            _check_person(draft, place, claim)


def _check_person(draft: Draft, place: str, claim: BasicClaim) -> None:
    """Check what is claimed of the person, and not of what is shown to them."""
    match claim:
        case Rated():
            _check_rating(draft, place, claim)
        case Answered():
            # Free words are optional: that they are missing says nothing.
            asked = (one for one in draft.items if not isinstance(one, TextItem))
            items = (one.link_id for one in asked)
            draft.require_known(GUIDANCE, place, "item", claim.item, items)
        case AtLeast() | Is() | Ticked() | Unticked() | OnRung() | OnTotal():
            check_line(draft, place, claim)


def _ids_of(draft: Draft, kind: LineKind) -> list[str]:
    guidance = draft.guidance
    if kind in (LineKind.FIT, LineKind.BUILD):
        return [one.id for one in guidance.fit]
    return [line.id for line in guidance.lines()[kind]]


def _check_ladder(
    draft: Draft, place: str, ladder: str, rung: str | None = None
) -> None:
    ladders = {one.id: one for one in draft.head.ladder}
    is_known = draft.require_known(GUIDANCE, place, "ladder", ladder, ladders)
    if is_known and rung is not None:
        kind, rungs = f"rung of {ladder}", ladders[ladder].index
        draft.require_known(GUIDANCE, place, kind, rung, rungs)


def _check_sentence(draft: Draft, place: str, claim: Says) -> None:
    is_of_a_ladder = claim.sentence in OF_A_LADDER
    if claim.ladder is not None and is_of_a_ladder:
        _check_ladder(draft, place, claim.ladder)
    elif is_of_a_ladder:
        what = f"`{claim.sentence}` is said of a ladder, and none is named."
        draft.report(GUIDANCE, place, what, 'add it: ladder = "…".')
    elif claim.ladder is not None:
        what = f"`{claim.sentence}` is not said of a ladder."
        draft.report(GUIDANCE, place, what, "remove `ladder`.")


def _check_rating(draft: Draft, place: str, claim: Rated) -> None:
    dimensions = (one.id for one in draft.head.dimension)
    draft.require_known(GUIDANCE, place, "dimension", claim.dimension, dimensions)
    if claim.from_ > claim.to:
        what = f"No rating lies from {claim.from_} to {claim.to}."
        draft.report(GUIDANCE, place, what, "exchange `from` and `to`.")
