"""A summary in a few sentences, to take along on a phone: as many as there is room for.

Each length says what to do first, the level and crisis help; a longer one says more.
"""

from collections.abc import Iterable, Iterator

from screener.model import HelpKind
from screener.summary.layout import safe
from screener.summary.model import LEVEL, LadderLine, Step, Summary

_STANDING = "A starting point to discuss, not a diagnosis."


def short_texts(summary: Summary) -> tuple[str, ...]:
    """Tell a summary at several lengths.

    Args:
        summary: The summary, already without what the person leaves out.

    Returns:
        Plain texts, the longest first.
    """
    told = dict.fromkeys(" ".join(one) for one in _lengths(summary))
    return tuple(sorted((safe(one) for one in told), key=len, reverse=True))


def _lengths(summary: Summary) -> Iterator[list[str]]:
    level, *others = sorted(summary.ladders, key=lambda one: one.id != LEVEL)
    raised = [_place(one) for one in others if one.place_of(one.high)]
    why = [reason.text for reason in level.reasons_enough_first]
    supports = [f"To ask for: {one.text}" for one in summary.supports]
    made = f"{summary.questionnaire.title} {summary.date.isoformat()}."
    origin = f"({summary.questionnaire.id} {summary.questionnaire.version})"
    last = [_STANDING, *_left_out(summary), origin]
    steps, now = list(summary.steps), _numbers(summary.steps)
    for parts in (
        [made, *_first(steps), _place(level), *why, *raised, *supports, *last],
        [made, *_first(steps), _place(level), *why, *raised, *last],
        [made, *_first(steps[:3]), _place(level), *why[:1], *raised, _STANDING],
        [made, *_first(steps[:1]), _place(level), *raised, _STANDING],
        [made, *now, _place(level), *raised],
        [made, *now, _place(level)],
        [*now, _place(level)],
        [*now, _bare(level)],
    ):
        yield [*parts, _crisis(summary)]


def _first(steps: Iterable[Step]) -> list[str]:
    """What to do first, each with whom to call."""
    told = []
    for step in steps:
        reach = "; ".join(one.reach for one in step.help)
        told.append(f"{step.text} ({reach})" if reach else step.text)
    return told


def _numbers(steps: Iterable[Step]) -> list[str]:
    """Whom to call in an emergency that the answers tell of."""
    urgent = [one.reach for step in steps if step.urgent for one in step.help]
    return [f"Now: {urgent[0]}."] if urgent else []


def _place(ladder: LadderLine) -> str:
    told = f"{ladder.name}: {ladder.rung_name}"
    if not ladder.settled:
        told += f", perhaps up to {ladder.name_of(ladder.high)}"
    return f"{told}."


def _bare(ladder: LadderLine) -> str:
    """Where a ladder stands, without what its names say in brackets."""
    names = [
        ladder.rung_name,
        *([] if ladder.settled else [ladder.name_of(ladder.high)]),
    ]
    return f"{', perhaps up to '.join(name.partition(' (')[0] for name in names)}."


def _left_out(summary: Summary) -> list[str]:
    return ["Some questions are not counted here."] if summary.left_out else []


def _crisis(summary: Summary) -> str:
    """The shortest way to crisis help."""
    lines = [one.reach for one in summary.help if HelpKind.CRISIS in one.kinds]
    return f"In crisis: {min(lines, key=len).partition(',')[0]}."
