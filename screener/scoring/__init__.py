"""Pure placement: no files, no clock, no screen.

Two entries: `evaluate` tells where answers lead, `explain` tells why.
"""

from screener.scoring.answered import (
    exclusive_option,
    given,
    given_answers,
    gravest,
    mildest,
)
from screener.scoring.batch import Batch
from screener.scoring.certainty import (
    LEVEL,
    URGENCY,
    Alarm,
    Alarms,
    Certainty,
    alarms_among,
    alarms_at,
    alarms_of,
    certainty_of,
    gravest_alarms,
)
from screener.scoring.conditions import items_tested
from screener.scoring.cries import may_be_about, reply_in, reply_to
from screener.scoring.enablement import Enablement, enable, is_asked
from screener.scoring.evaluation import evaluate, place, unused_answers
from screener.scoring.explaining import explain
from screener.scoring.explanation import (
    Change,
    ChangeSet,
    Direction,
    Explanation,
    OpenAnswer,
    Range,
    Said,
    Why,
)
from screener.scoring.facts import facts_in, flag_items
from screener.scoring.item_selection import narrows_most
from screener.scoring.lines import Fit, FitFinding
from screener.scoring.recommendation import (
    Evidence,
    HoldingRule,
    Placement,
    RatingRange,
    Recommendation,
    ScaleScore,
)
from screener.scoring.stopping import is_settled, may_be_asked, movers

__all__ = [
    "LEVEL",
    "URGENCY",
    "Alarm",
    "Alarms",
    "Batch",
    "Certainty",
    "Change",
    "ChangeSet",
    "Direction",
    "Enablement",
    "Evidence",
    "Explanation",
    "Fit",
    "FitFinding",
    "HoldingRule",
    "OpenAnswer",
    "Placement",
    "Range",
    "RatingRange",
    "Recommendation",
    "Said",
    "ScaleScore",
    "Why",
    "alarms_among",
    "alarms_at",
    "alarms_of",
    "certainty_of",
    "enable",
    "evaluate",
    "exclusive_option",
    "explain",
    "facts_in",
    "flag_items",
    "given",
    "given_answers",
    "gravest",
    "gravest_alarms",
    "is_asked",
    "is_settled",
    "items_tested",
    "may_be_about",
    "may_be_asked",
    "mildest",
    "movers",
    "narrows_most",
    "place",
    "reply_in",
    "reply_to",
    "unused_answers",
]
