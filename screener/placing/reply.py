"""Where answers lead, as a table of ids for JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from screener.model import Questionnaire
from screener.scoring import (
    Alarms,
    Placement,
    Recommendation,
    ScaleScore,
    alarms_of,
    certainty_of,
)


def reply(
    questionnaire: Questionnaire, recommendation: Recommendation
) -> dict[str, Any]:
    """A recommendation as a table of ids; what is known beside it, if anything is."""
    alarms = alarms_of(recommendation)
    facts = {"facts": sorted(recommendation.facts)} if recommendation.facts else {}
    return {
        "ladders": ladders_table(questionnaire, recommendation.placements, alarms),
        "scales": scales_table(recommendation.scales),
        "rules": [holding.rule.id for holding in recommendation.rules],
        "unknown": recommendation.unknown,
        "unused": recommendation.unused,
        "alternatives": [line.id for line in recommendation.alternatives],
        **facts,
    }


def ladders_table(
    questionnaire: Questionnaire, placements: Mapping[str, Placement], alarms: Alarms
) -> dict[str, dict[str, str]]:
    """Return where a person stands on each ladder, as a table of ids.

    Args:
        questionnaire: What was asked.
        placements: Both ends of each ladder.
        alarms: What has to come first.
    """
    table = {}
    for one in placements.values():
        places = questionnaire.ladders[one.ladder].index
        ends = places[one.low], places[one.high]
        stands = certainty_of(*ends, alarms)
        table[one.ladder] = {
            "rung": one.rung,
            "low": one.low,
            "high": one.high,
            "stands": stands.value,
        }
    return table


def scales_table(scales: Iterable[ScaleScore]) -> dict[str, Any]:
    """The total of each scale and its band, as a table."""
    return {one.scale: {"score": one.score, "band": one.band} for one in scales}


def one_line(table: object) -> str:
    """A table, or a part of one, as JSON on one line, in plain ASCII."""
    return json.dumps(table, separators=(",", ":"))
