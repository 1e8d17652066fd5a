"""`screener diff`: whom a new version of a questionnaire places differently."""

import json
from collections.abc import Iterator
from typing import Any

from screener.cli.diff_table import diff_table
from screener.cli.output import scientific
from screener.cli.selected import selected
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    NumberItem,
    Questionnaire,
    Rule,
)
from screener.sanitize import clean
from screener.versions import (
    Change,
    Group,
    Kind,
    Move,
    MovedPerson,
    Moves,
    Said,
    compare_content,
    compare_placements,
)

SHOWN = 5
"""How many people of one move are told."""

_WIDEST = 60
"""Characters of a value that is told."""

_HEADINGS = {
    Group.STRUCTURE: "Structure: questions, options, gates, ladders",
    Group.RATINGS: "What answers weigh",
    Group.RULES: "Rules",
    Group.LINES: "Lines told beside a placement",
    Group.WORDS: "Words, sources and the rest",
}


def diff(old: str, new: str, *, as_json: bool) -> int:
    """Compare two versions of a questionnaire and print what differs.

    Args:
        old: The id of a shipped questionnaire, or a folder.
        new: The version to compare it with.
        as_json: Whether to print one JSON object instead of text.

    Returns:
        The exit code: 0 whether or not anything differs.
    """
    versions = _Versions(
        selected(old).load(),
        selected(new).load(),
    )
    moves = compare_placements(versions.old, versions.new)
    changes = tuple(compare_content(versions.old, versions.new))
    if as_json:
        print(
            json.dumps(diff_table(versions.old, versions.new, moves, changes), indent=2)
        )
    else:
        for line in _lines(versions, moves, changes):
            indent = line[: len(line) - len(line.lstrip())]
            print(f"{indent}{clean(line, len(line))}")
    return 0


class _Versions:
    """Names things as the new version does, or else as the old one."""

    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        self.old = old
        self.new = new

    def ladder(self, id: str) -> str:
        return self.new.ladders[id].name

    def question(self, said: Said) -> str:
        return self._of(said).items[said.link_id].short

    def answer(self, said: Said) -> str:
        item = self._of(said).items[said.link_id]
        if isinstance(item, ChoiceItem | ChoicesItem):
            texts = {option.code: option.text for option in item.option}
            return texts[str(said.value)]
        unit = item.unit if isinstance(item, NumberItem) else None
        return f"{said.value} {unit}" if unit else f"{said.value}"

    def _of(self, said: Said) -> Questionnaire:
        return self.new if said.known[1] else self.old


def _lines(
    versions: _Versions, moves: Moves, changes: tuple[Change, ...]
) -> Iterator[str]:
    for word, one in (("old", versions.old), ("new", versions.new)):
        yield f"{word}  {one.id} {one.version}, {one.content_hash[:12]}: {one.title}"
    yield ""
    yield from _verdict(moves)
    for ladder in moves.ladders:
        own = [move for move in moves.moves if move.ladder == ladder]
        if own:
            yield ""
            yield versions.ladder(ladder)
        for move in own:
            yield from _move_lines(versions, move)
    if not changes:
        yield ""
        yield "Both versions say the same."
    for group, heading in _HEADINGS.items():
        told = [_change_line(one) for one in changes if one.group is group]
        if told:
            yield ""
            yield heading
            yield from (f"  {one}" for one in told)


def _verdict(moves: Moves) -> Iterator[str]:
    count = scientific(moves.answer_sets)
    proof = (
        f"{moves.tried:,} of {count} answer sets were placed by both versions; they "
        f"decide it for all. {moves.seconds:.2f} s."
    )
    if not moves.ladders:
        yield "The two versions have no ladder in common."
        return
    if not moves.moves:
        yield "Proved: no one's placement changes."
        yield proof
        return
    kinds = sum(len(move.people) for move in moves.moves)
    yield f"Placements change, for {_kinds(kinds)}. No others do: proved."
    yield proof
    if not any(one.is_asked_by_both for move in moves.moves for one in move.people):
        yield "Proved: it takes an answer that only one of the two versions knows."
    yield "Each is told by its mildest answers: whoever moves so answers as gravely."


def _move_lines(versions: _Versions, move: Move) -> Iterator[str]:
    way = f"{move.way}: from {move.from_} to {move.to}"
    yield f"  {way}, {_kinds(len(move.people))}"
    for person in move.people[:SHOWN]:
        told = [_said_line(versions, one) for one in person.said]
        first, *others = told or ["everything at its mildest"]
        yield f"    - {first}"
        yield from (f"      {one}" for one in others)
        yield f"      {_because(person)}"
    left = len(move.people) - SHOWN
    if left > 0:
        yield f"    … and {left} more; --json lists all"


def _said_line(versions: _Versions, said: Said) -> str:
    where = (
        "" if all(said.known) else f", only in the {'old' if said.known[0] else 'new'}"
    )
    code = f'"{said.value}"' if isinstance(said.value, str) else f"{said.value}"
    value = f"[{code}]" if said.is_tick else code
    also = ", or as many points in another way" if said.is_example else ""
    question, answer = versions.question(said), versions.answer(said)
    return f"{question}: {answer} ({said.link_id} = {value}{where}{also})"


def _because(person: MovedPerson) -> str:
    parts = [
        f"{word}: {', '.join(_rule_words(rule) for rule in rules)}"
        for word, rules in (("old", person.only_old), ("new", person.only_new))
        if rules
    ]
    return f"=> {'; '.join(parts)}" if parts else "=> the order of the rungs"


def _rule_words(rule: Rule) -> str:
    return f"{rule.id} ({rule.rung})"


def _change_line(change: Change) -> str:
    what = f"{change.part} {change.id}".strip()
    if change.kind is Kind.ADDED:
        return f"+ {what}: {_value(change.new)}"
    if change.kind is Kind.REMOVED:
        return f"- {what}: {_value(change.old)}"
    if change.old is None:
        return f"~ {what}, {change.key}: + {_value(change.new)}"
    if change.new is None:
        return f"~ {what}, {change.key}: - {_value(change.old)}"
    return f"~ {what}, {change.key}: {_value(change.old)} -> {_value(change.new)}"


def _value(value: Any) -> str:
    words = value if isinstance(value, str) else json.dumps(value)
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"


def _kinds(count: int) -> str:
    return "one kind of person" if count == 1 else f"{count} kinds of people"
