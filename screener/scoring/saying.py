"""When the program says what it says itself, as claims: the proof reads the same ones.

What a rung's own words, "no level yet" and the calming sentences rest on is written
here once. `screener.summary` asks whether they hold of a summary, and
`screener.checking` proves that nothing that contradicts them is shown with them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from screener.model import (
    AllClaims,
    AnyClaim,
    BasicClaim,
    Claim,
    End,
    HasRedFlag,
    HasSteps,
    LineKind,
    OnRung,
    Questionnaire,
    Rated,
    SafetyOpen,
    Sentence,
)
from screener.scoring.certainty import ALARMS, URGENCY

_MODERATE = 2
"""A rating, from 0 (none) to 4 (severe)."""


class Frame(NamedTuple):
    """What a result is about."""

    rungs: Mapping[str, Sequence[str]]
    """The rungs of each ladder, from mild to grave."""
    dimensions: Sequence[str]

    @classmethod
    def of(cls, questionnaire: Questionnaire) -> "Frame":
        """Return the frame of all results of a questionnaire."""
        return cls(
            {one.id: [*one.index] for one in questionnaire.ladder},
            [one.id for one in questionnaire.dimension],
        )


def claim_holds(claim: Claim, is_true: Callable[[BasicClaim], bool]) -> bool:
    """Return whether a claim holds.

    Args:
        claim: The claim.
        is_true: Returns whether a claim without claims inside holds.
    """
    if isinstance(claim, AnyClaim):
        return any(claim_holds(part, is_true) for part in claim.any)
    if isinstance(claim, AllClaims):
        return all(claim_holds(part, is_true) for part in claim.all)
    return is_true(claim)


def rung_is_shown(frame: Frame, ladder: str, rung: str) -> Claim:
    """Return when a rung is shown in its own words.

    Above the mildest, as soon as it is established. The mildest only where nothing is
    left open and no help comes first, nor would if an open answer called for it.
    """
    if rung != frame.rungs[ladder][0]:
        return OnRung(ladder=ladder, from_=rung, to=rung)
    settled = OnRung(ladder=ladder, to=rung, end=End.HIGH)
    return AllClaims(all=(settled, no_help_first(frame, End.HIGH)))


def no_level_is_shown(frame: Frame, ladder: str) -> Claim:
    """Return when a ladder is shown without a level.

    Its low end is its mildest rung, and either its high end is not, or help comes
    first, or would if an open answer called for it.
    """
    mildest, second, *_ = frame.rungs[ladder]
    could_be_more = OnRung(ladder=ladder, from_=second, end=End.HIGH)
    open_ = AnyClaim(any=(could_be_more, help_first(frame, End.HIGH)))
    return AllClaims(all=(OnRung(ladder=ladder, to=mildest), open_))


def sentence_is_said(frame: Frame, sentence: Sentence, ladder: str = "") -> Claim:
    """Return when a sentence of the program is said.

    Args:
        frame: What the result is about.
        sentence: The sentence.
        ladder: The ladder it is said of, where it is about one.
    """
    if sentence is Sentence.NO_HURRY:
        safe = (SafetyOpen(safety_open=False), no_help_first(frame, End.HIGH))
        return AllClaims(all=(*_calm(frame), *safe))
    if sentence is Sentence.NOTHING_HIGHER:
        return _nothing_higher(frame, ladder)
    nothing = rung_is_shown(frame, ladder, frame.rungs[ladder][0])
    if sentence is Sentence.VISIT_SOON:
        return AllClaims(all=(nothing, _hurried(frame)))
    if sentence is Sentence.STILL_MATTERS:
        return AllClaims(all=(nothing, *_calm(frame), _heavy(frame)))
    return AllClaims(all=(nothing, *_calm(frame), *_light(frame)))


def help_first(frame: Frame, end: End) -> Claim:
    """Return when help comes before any word about a level of care.

    Args:
        frame: What the result is about.
        end: By what is established, or by what could be.
    """
    spans = _urgency_spans(frame, end, is_alarm=True)
    return AnyClaim(any=(HasRedFlag(red_flag=True), *spans))


def no_help_first(frame: Frame, end: End) -> Claim:
    """Return when no help comes before a level of care.

    Args:
        frame: What the result is about.
        end: By what is established, or by what could be.
    """
    no_flag = HasRedFlag(red_flag=False)
    if URGENCY not in frame.rungs:
        return no_flag
    spans = tuple(_urgency_spans(frame, end, is_alarm=False))
    # A ladder of nothing but alarms: there is nobody without one.
    nobody = HasRedFlag(red_flag=True)
    return AllClaims(all=(no_flag, AnyClaim(any=spans) if spans else nobody))


def line_may_be_shown(frame: Frame, kind: LineKind) -> Claim | None:
    """Return when lines of a kind are shown; `None` where it is left to each line.

    Args:
        frame: What the result is about.
        kind: The kind of line.
    """
    if kind is LineKind.ASK:
        return HasRedFlag(red_flag=False)
    if kind in (LineKind.BENEFIT, LineKind.FIT, LineKind.BUILD):
        return no_help_first(frame, End.LOW)
    return None


def _nothing_higher(frame: Frame, ladder: str) -> Claim:
    *below, _top = frame.rungs[ladder]
    settled = tuple(
        AllClaims(
            all=(
                OnRung(ladder=ladder, from_=rung),
                OnRung(ladder=ladder, to=rung, end=End.HIGH),
            )
        )
        for rung in below
    )
    return AllClaims(all=(AnyClaim(any=settled), no_help_first(frame, End.HIGH)))


def _calm(frame: Frame) -> Iterator[Claim]:
    """Yield what has to hold for nothing to be established that should happen soon."""
    yield HasSteps(steps=False)
    if URGENCY in frame.rungs:
        yield OnRung(ladder=URGENCY, to=frame.rungs[URGENCY][0])


def _hurried(frame: Frame) -> Claim:
    hurries: list[Claim] = [HasSteps(steps=True)]
    if URGENCY in frame.rungs:
        hurries.append(_is_raised(URGENCY, frame.rungs[URGENCY]))
    return AnyClaim(any=tuple(hurries))


def _light(frame: Frame) -> Iterator[Claim]:
    """Yield what has to hold for no ladder to be raised and no rating moderate."""
    for ladder, rungs in frame.rungs.items():
        yield OnRung(ladder=ladder, to=rungs[0])
    for dimension in frame.dimensions:
        yield Rated(dimension=dimension, to=_MODERATE - 1)


def _heavy(frame: Frame) -> Claim:
    ladders = (_is_raised(id, rungs) for id, rungs in frame.rungs.items())
    ratings = (Rated(dimension=one, from_=_MODERATE) for one in frame.dimensions)
    return AnyClaim(any=(*ladders, *ratings))


def _is_raised(ladder: str, rungs: Sequence[str]) -> Claim:
    """Return when a ladder's low end is above its mildest rung.

    A ladder of a saved file may have no other.
    """
    return AnyClaim(any=tuple(OnRung(ladder=ladder, from_=one) for one in rungs[1:2]))


def _urgency_spans(frame: Frame, end: End, *, is_alarm: bool) -> Iterator[OnRung]:
    """Yield the stretches of rungs that call for help first, or those that do not."""
    for alarms, stretch in groupby(frame.rungs.get(URGENCY, ()), ALARMS.__contains__):
        rungs = [*stretch]
        if alarms is is_alarm:
            yield OnRung(ladder=URGENCY, from_=rungs[0], to=rungs[-1], end=end)
