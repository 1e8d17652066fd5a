"""What differs between two versions of a questionnaire, for machines."""

from collections.abc import Iterable
from typing import Any

from screener.model import Questionnaire
from screener.versions import Change, MovedPerson, Moves


def diff_table(
    old: Questionnaire, new: Questionnaire, moves: Moves, changes: Iterable[Change]
) -> dict[str, Any]:
    """All that differs, as a table for JSON.

    Args:
        old: The old version.
        new: The new version.
        moves: Whom they place differently.
        changes: What they say differently.
    """
    return {
        "old": _head(old),
        "new": _head(new),
        "placements_change": bool(moves.moves),
        "proof": {
            "ladders": list(moves.ladders),
            "answer_sets": moves.answer_sets,
            "tried": moves.tried,
            "seconds": round(moves.seconds, 4),
        },
        "moves": [
            {
                "ladder": move.ladder,
                "way": move.way.value,
                "from": move.from_,
                "to": move.to,
                "people": [_person(one) for one in move.people],
            }
            for move in moves.moves
        ],
        "changes": [
            {
                "group": one.group.value,
                "part": one.part,
                "id": one.id,
                "kind": one.kind.value,
                "key": one.key or None,
                "old": one.old,
                "new": one.new,
            }
            for one in changes
        ],
    }


def _head(questionnaire: Questionnaire) -> dict[str, str]:
    return {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "hash": questionnaire.content_hash,
    }


def _person(person: MovedPerson) -> dict[str, Any]:
    return {
        "answers_that_matter": [
            {
                "link_id": one.link_id,
                "answer": [one.value] if one.is_tick else one.value,
                "is_example": one.is_example,
                "known_to_old": one.known[0],
                "known_to_new": one.known[1],
            }
            for one in person.said
        ],
        "old_answers": person.old_answers,
        "new_answers": person.new_answers,
        "rules_only_old": [rule.id for rule in person.only_old],
        "rules_only_new": [rule.id for rule in person.only_new],
    }
