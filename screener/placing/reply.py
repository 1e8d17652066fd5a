"""Where answers lead, as a table of ids for JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from screener.scoring import Placement, Recommendation, ScaleScore


def reply(recommendation: Recommendation) -> dict[str, Any]:
    """A recommendation as a table of ids; what is known beside it, if anything is."""
    facts = {"facts": sorted(recommendation.facts)} if recommendation.facts else {}
    return {
        "ladders": ladders_table(recommendation.placements),
        "scales": scales_table(recommendation.scales),
        "rules": [holding.rule.id for holding in recommendation.rules],
        "unknown": recommendation.unknown,
        "unused": recommendation.unused,
        "alternatives": [line.id for line in recommendation.alternatives],
        **facts,
    }


def ladders_table(placements: Mapping[str, Placement]) -> dict[str, Any]:
    """Where a person stands on each ladder, as a table of ids."""
    return {
        one.ladder: {"rung": one.rung, "low": one.low, "high": one.high}
        for one in placements.values()
    }


def scales_table(scales: Iterable[ScaleScore]) -> dict[str, Any]:
    """The total of each scale and its band, as a table."""
    return {one.scale: {"score": one.score, "band": one.band} for one in scales}


def one_line(table: object) -> str:
    """A table, or a part of one, as JSON on one line, in plain ASCII."""
    return json.dumps(table, separators=(",", ":"))
