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
    """Return the placement on each ladder as a table of ids.

    Args:
        questionnaire: The questionnaire that was asked.
        placements: The placements by ladder.
        alarms: The alarms.
    """
    table = {}
    for placement in placements.values():
        places = questionnaire.ladders[placement.ladder].index
        ends = places[placement.low], places[placement.high]
        table[placement.ladder] = {
            "rung": placement.rung,
            "low": placement.low,
            "high": placement.high,
            "stands": certainty_of(*ends, alarms).value,
        }
    return table


def scales_table(scales: Iterable[ScaleScore]) -> dict[str, Any]:
    """The total of each scale and its band, as a table."""
    return {one.scale: {"score": one.score, "band": one.band} for one in scales}


def one_line(table: object) -> str:
    """A table, or a part of one, as JSON on one line, in plain ASCII."""
    return json.dumps(table, separators=(",", ":"))
