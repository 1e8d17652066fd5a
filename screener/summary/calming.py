"""Which of its calming sentences the program says beside a summary.

When it says one is written in `screener.scoring.saying`, and proved there never to
stand beside what it would contradict; here it is looked up in a summary.
"""

from collections.abc import Iterator

from screener.model import (
    BasicClaim,
    End,
    HasRedFlag,
    HasSteps,
    OnRung,
    Rated,
    SafetyOpen,
    Sentence,
)
from screener.scoring import URGENCY
from screener.scoring.saying import Frame, claim_holds, sentence_is_said
from screener.summary.model import Summary


def is_said(summary: Summary, sentence: Sentence, ladder: str = "") -> bool:
    """Return whether a sentence is true of a summary.

    Args:
        summary: The summary.
        sentence: The sentence.
        ladder: The ladder it is said of, where it is about one.
    """
    rungs = {line.id: [rung.id for rung in line.rungs] for line in summary.ladders}
    frame = Frame(rungs, [rating.dimension for rating in summary.ratings])
    claim = sentence_is_said(frame, sentence, ladder)
    return claim_holds(claim, lambda basic: _is_true(summary, basic))


def how_soon(summary: Summary) -> Iterator[tuple[str, str]]:
    """Yield both ends of how soon help is needed, by every view in the summary."""
    yield from ((line.low, line.high) for line in summary.ladders if line.id == URGENCY)
    if summary.counselor:
        views = (view for view in summary.counselor.ladders if view.ladder == URGENCY)
        yield from ((view.counselor.low, view.counselor.high) for view in views)


def _is_true(summary: Summary, claim: BasicClaim) -> bool:
    match claim:
        case HasRedFlag():
            return summary.urgent is claim.red_flag
        case HasSteps():
            return bool(summary.steps) is claim.steps
        case SafetyOpen():
            is_open = any(line.safety for line in summary.unknown)
            return is_open is claim.safety_open
        case Rated():
            ratings = (
                one for one in summary.ratings if one.dimension == claim.dimension
            )
            return claim.from_ <= max(one.low for one in ratings) <= claim.to
        case OnRung():
            return _is_on_rung(summary, claim)
    raise AssertionError(claim)  # no sentence claims anything else


def _is_on_rung(summary: Summary, claim: OnRung) -> bool:
    ladder = summary.ladder(claim.ladder)
    ends = [(ladder.low, ladder.high)]
    if claim.ladder == URGENCY:
        ends += how_soon(summary)
    rungs = (high if claim.end is End.HIGH else low for low, high in ends)
    here = max(map(ladder.place_of, rungs))
    low = ladder.place_of(claim.from_) if claim.from_ else 0
    high = ladder.place_of(claim.to) if claim.to else len(ladder.rungs)
    return low <= here <= high
