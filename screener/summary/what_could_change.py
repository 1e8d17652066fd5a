"""What could change a ladder, in a few sentences; a saved TOML file has all of it."""

from collections.abc import Iterator

from screener.language import _
from screener.scoring import Alarm, Certainty, Direction, certainty_of
from screener.summary.change_lines import ChangeLine, Move, Statement
from screener.summary.explanation_lines import NOT_SO
from screener.summary.model import LadderLine, Summary
from screener.summary.said import alarm, alarms, certainty

_MOST = 3
"""How many changes each way are told."""


def change_words(summary: Summary, ladder: LadderLine) -> Iterator[str]:
    """Yield what could change a ladder: open questions first, then other answers.

    Args:
        summary: The summary.
        ladder: One of its ladders.
    """
    names = [] if ladder.settled else _open(summary, ladder)
    if names:
        yield _("Open questions could raise it: {names}.").format(
            names="; ".join(names)
        )
    if summary.left_out and not ladder.settled:
        yield _("What is left out of this file could raise it.")
    for direction in _ways(summary, ladder):
        changes = list(_nearest(summary, ladder, direction))
        for change, move in changes[:_MOST]:
            yield _would_be(ladder, move, _this(change.instead))
        if not changes:
            yield from _together(summary, ladder, direction)


def _ways(summary: Summary, ladder: LadderLine) -> tuple[Direction, ...]:
    """Which ways are told: none in an emergency, when help has to come first."""
    waits = certainty(summary, ladder) is Certainty.WAITING
    if waits or alarm(summary) is Alarm.RED_FLAG:
        return ()
    return tuple(Direction) if ladder.settled else (Direction.LOWER,)


def all_change_words(summary: Summary) -> Iterator[str]:
    """Yield every other answer to one question that would move a ladder.

    For counselors, who see all of it: answers on safety too.

    Args:
        summary: The summary.
    """
    ladders = {ladder.id: ladder for ladder in summary.ladders}
    for change in summary.changes:
        moves = "; ".join(
            f"{ladders[move.ladder].name}: "
            f"{_place(ladders[move.ladder], move).removesuffix(',')}"
            for move in change.moves
        )
        yield _("If {this} {moves}.").format(this=_this(change.instead), moves=moves)


def _open(summary: Summary, ladder: LadderLine) -> list[str]:
    told = [
        _("{short} (up to: {rung})").format(
            short=line.short, rung=ladder.name_of(reach.rung)
        )
        for line in summary.open
        for reach in line.could_reach
        if reach.ladder == ladder.id
    ]
    return told or [line.short for line in summary.unknown if line.can_move]


def _nearest(
    summary: Summary, ladder: LadderLine, direction: Direction
) -> Iterator[tuple[ChangeLine, Move]]:
    """Of each question, the answer next to the one given that leads that way.

    Answers about safety are not suggested: they are no way to another level, and a
    sign of danger must not sound like a goal. The mildest rung is not suggested either
    if it could not be reported as established.
    """
    safety = _safety(summary)
    by_item: dict[str, list[tuple[ChangeLine, Move]]] = {}
    for change in summary.changes:
        link_id = change.instead.link_id
        if link_id in safety:
            continue
        for move in change.moves:
            leads = move.ladder == ladder.id and _direction(ladder, move) is direction
            if leads and _may_name(summary, ladder, move.low):
                by_item.setdefault(link_id, []).append((change, move))
    for changes in by_item.values():
        # Answers are listed from mild to grave: next to the one given is at an end.
        yield changes[-1] if direction is Direction.LOWER else changes[0]


def _safety(summary: Summary) -> frozenset[str]:
    """Return the questions for which no other answer is suggested."""
    return frozenset(line.link_id for line in summary.answers if line.safety)


def _may_name(summary: Summary, ladder: LadderLine, rung: str) -> bool:
    """Return whether a rung could be reported as established with these alarms."""
    place = ladder.place_of(rung)
    return certainty_of(place, place, alarms(summary)).is_known


def _direction(ladder: LadderLine, move: Move) -> Direction | None:
    before = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
    after = ladder.place_of(move.low), ladder.place_of(move.high)
    if after[0] <= before[0] and after[1] <= before[1]:
        return Direction.LOWER
    return Direction.HIGHER


def _would_be(ladder: LadderLine, move: Move, this: str) -> str:
    """Return where a move leads; only its high end if the low end stays the same."""
    if move.low == ladder.low and move.low != move.high:
        text = _('It could go up to "{high}" if {this}')
        return text.format(high=ladder.name_of(move.high), this=this)
    text = _("It would be {place} if {this}")
    return text.format(place=_place(ladder, move), this=this)


def _place(ladder: LadderLine, move: Move) -> str:
    low, high = ladder.name_of(move.low), ladder.name_of(move.high)
    if low == high:
        return f'"{low}"'
    if move.low == ladder.low:
        return _('up to "{high}"').format(high=high)
    if not ladder.place_of(move.low):
        return _('not known yet, maybe "{high}",').format(high=high)
    return _('"{low}", maybe "{high}",').format(low=low, high=high)


def _this(statement: Statement) -> str:
    if statement.ticked:
        return _("this were so: {text}").format(text=statement.text)
    return _("this were not so: {text}").format(
        text=statement.text.removeprefix(NOT_SO)
    )


def _together(
    summary: Summary, ladder: LadderLine, direction: Direction
) -> Iterator[str]:
    safety = _safety(summary)
    for changes in summary.change_sets:
        leads = changes.ladder == ladder.id and changes.direction is direction
        is_safe = safety.isdisjoint(other.link_id for other in changes.instead)
        if leads and is_safe and _may_name(summary, ladder, changes.rung):
            condition = _(" And ").join(_this(other) for other in changes.instead)
            yield _('It would be "{rung}" only if {told}').format(
                rung=ladder.name_of(changes.rung), told=condition
            )
