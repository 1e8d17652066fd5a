"""A summary in a few lines, to take along on a phone: as many as there is room for.

Each length says how soon, the level and crisis help; a longer one says more.
"""

import re
from collections.abc import Iterable, Iterator

from screener.language import N_, _
from screener.model import HelpKind
from screener.summary.layout import safe
from screener.summary.model import LEVEL, URGENCY, HelpEntry, LadderLine, Step, Summary
from screener.summary.own_language import in_its_language
from screener.summary.said import place_words

_STANDING = N_("A starting point to discuss, not a diagnosis.")
_NUMBER = re.compile(r"\d[\d-]*")


@in_its_language
def short_texts(summary: Summary) -> tuple[str, ...]:
    """Tell a summary at several lengths.

    Args:
        summary: The summary, already without what the person leaves out.

    Returns:
        Plain texts of a few lines, the longest first. Web addresses are not in them:
        a phone would take them for a link.
    """
    told = dict.fromkeys("\n".join(map(safe, one)) for one in _lengths(summary))
    return tuple(sorted(told, key=len, reverse=True))


def _lengths(summary: Summary) -> Iterator[list[str]]:
    level, *others = sorted(summary.ladders, key=lambda one: one.id != LEVEL)
    raised = [one for one in others if one.place_of(one.high)]
    soon = [one for one in raised if one.id == URGENCY]
    reasons = list(dict.fromkeys(one.text for one in level.reasons_enough_first))
    place, bare = _place(summary, level), _bare(summary, level)
    places = [_place(summary, one) for one in raised]
    gap = [*_left_out(summary), *_open_safety(summary)]
    end = [_(_STANDING), *gap, _origin(summary)]
    steps, now = summary.steps, _numbers(summary.steps)
    how_soon = [_place(summary, one) for one in soon]
    bare_soon = [] if now else [_bare_soon(summary, one) for one in soon]
    bare_others = [_bare(summary, one) for one in others if _is_sure(one)]
    supports = _points(_("To ask for:"), [one.text for one in summary.supports])
    head = [summary.questionnaire.title, *_first(steps), place]
    for parts in (
        [*head, *_points(_("Why:"), reasons), *places, *supports, *end],
        [*head, *_points(_("Why:"), reasons), *places, *end],
        [*_first(steps[:3]), place, *reasons[:2], *places, *end],
        [*_first(steps[:1]), place, *reasons[:1], *places, *end],
        [*_first(steps[:1]), place, *places, *end],
        [*_first(steps[:1]), place, *places, *gap],
        [*_call(now), place, *reasons[:1], *places, *end],
        [*_call(now), place, *places, *end],
        [*_call(now), place, *places, *gap],
        [*_call(now), place, *bare_others[:1], *how_soon, *gap],
        [*_call(now), bare, *bare_others, *bare_soon],
        [*_call(now), bare, *bare_others[:1], *bare_soon],
        [*_call(now[:1]), bare, *bare_others[:1], *bare_soon],
        [*_call(now[:1]), bare, *bare_soon],
    ):
        yield [*parts, *_crisis(summary, told=parts)]


def _first(steps: Iterable[Step]) -> list[str]:
    """What to do first, each with the numbers that its words do not say."""
    told = []
    for step in steps:
        said = set(_NUMBER.findall(step.text))
        numbers = [_reach(one) for one in step.help]
        more = "; ".join(one for one in numbers if not said >= {*_NUMBER.findall(one)})
        told.append(f"{step.text} ({more})" if more else step.text)
    return told


def _numbers(steps: Iterable[Step]) -> list[str]:
    """Whom to call in the gravest emergency, the two shortest, the shortest first."""
    urgent = next((step for step in steps if step.urgent), None)
    reaches = [_reach(one) for one in urgent.help] if urgent else []
    return sorted(dict.fromkeys(reaches), key=len)[:2]


def _call(numbers: list[str]) -> list[str]:
    """No colon in it: `Now: call` begins like an address that a phone would open."""
    if not numbers:
        return []
    first, *others = numbers
    told = _(", or ").join([_("{first} now").format(first=first), *others])
    return [f"{told[0].upper()}{told[1:]}."]


def _place(summary: Summary, ladder: LadderLine) -> str:
    return f"{ladder.name}: {place_words(summary, ladder)}."


def _bare(summary: Summary, ladder: LadderLine) -> str:
    """Where a ladder stands, without its name and what stands in brackets."""
    return re.sub(r" \([^)]*\)", "", f"{place_words(summary, ladder)}.")


def _is_sure(ladder: LadderLine) -> bool:
    """Whether more than the level is surely needed, such as detox first."""
    return ladder.id != URGENCY and bool(ladder.place_of(ladder.low))


def _bare_soon(summary: Summary, ladder: LadderLine) -> str:
    """How soon, without the name of the end that says nothing."""
    if ladder.place_of(ladder.low):
        return _bare(summary, ladder)
    return _("{name}: maybe {highest}.").format(
        name=ladder.name, highest=ladder.name_of(ladder.high)
    )


def _points(heading: str, told: list[str]) -> list[str]:
    return [heading, *(f"- {one}" for one in told)] if told else []


def _left_out(summary: Summary) -> list[str]:
    return [_("Some answers are left out here.")] if summary.left_out else []


def _open_safety(summary: Summary) -> list[str]:
    is_open = any(line.safety for line in summary.unknown)
    return [_("Safety questions are still open.")] if is_open else []


def _origin(summary: Summary) -> str:
    asked = summary.questionnaire
    return f"{summary.date.isoformat()} ({asked.id} {asked.version})"


def _crisis(summary: Summary, told: Iterable[str]) -> list[str]:
    """The number of crisis help that is the shortest, unless it is told already."""
    lines = (_reach(one) for one in summary.help if HelpKind.CRISIS in one.kinds)
    number = min(lines, key=len)
    is_told = any(number in one.lower() for one in told)
    return [] if is_told else [_("Crisis: {number}.").format(number=number)]


def _reach(line: HelpEntry) -> str:
    """How to reach a line, without its web address."""
    return line.reach.partition(",")[0]
