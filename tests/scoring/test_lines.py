"""Lines beside a placement are told to the right people, and to no others."""

import pytest

from screener.model import Questionnaire
from screener.scoring import evaluate

WELL = {
    "substances": ("alcohol",),
    "alcohol-now": "no",
    "mood": "none",
    "daily-life": "fine",
    "limits": ("work",),
}
LEVELS = {
    "outpatient": {"use-severity": "mild"},
    "intensive-outpatient": {"use-severity": "moderate", "plan": "not-clear"},
    "residential": {"use-severity": "severe", "recovery-stage": "unfinished"},
}


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("outpatient", {"trust-those-who-know-you"}),
        ("intensive-outpatient", {"trust-those-who-know-you", "evening-program"}),
        (
            "residential",
            {
                "trust-those-who-know-you",
                "iop-after-live-in",
                "iop-when-live-in-out-of-reach",
            },
        ),
    ],
)
def test_another_way_is_told_on_its_rungs_only(
    core: Questionnaire, level: str, told: set[str]
) -> None:
    found = evaluate(core, {**WELL, **LEVELS[level]})
    assert found.placements["level-of-care"].rung == level
    assert {line.id for line in found.alternatives} == told


def test_a_limit_never_moves_a_ladder(core: Questionnaire) -> None:
    limits = [option.code for option in core.items["limits"].option]  # type: ignore[union-attr]
    for level in LEVELS.values():
        before = evaluate(core, {**WELL, **level}).placements
        for limit in limits:
            after = evaluate(core, {**WELL, **level, "limits": (limit,)})
            assert after.placements == before
