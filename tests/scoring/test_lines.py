"""Lines beside a placement are told to the right people, and to no others."""

import pytest

from screener.model import Answer, ChoicesItem, Questionnaire
from screener.scoring import evaluate

WELL: dict[str, Answer] = {
    "home-safety": "safe",
    "substances": ("alcohol",),
    "alcohol-now": "little",
    "use-risks": ("none",),
    "signs-life": ("none",),
    "mood": "none",
    "daily-life": "fine",
    "limits": ("duties",),
}
LEVELS: dict[str, dict[str, Answer]] = {
    "outpatient": {"signs-control": ("more", "urges"), "last-use": "months"},
    "intensive-outpatient": {
        "signs-control": ("more", "cut-down", "time", "urges"),
        "home": ("no-support",),
        "last-use": "days",
    },
    "residential": {
        "signs-control": ("more", "cut-down", "time", "urges", "tolerance", "sick"),
        "home": ("no-support",),
        "last-use": "days",
    },
}


@pytest.mark.parametrize(
    ("level", "told"),
    [
        ("outpatient", {"trust-those-who-know-you", "evening-program"}),
        ("intensive-outpatient", {"trust-those-who-know-you", "evening-program"}),
        (
            "residential",
            {
                "trust-those-who-know-you",
                "iop-after-live-in",
                "iop-when-live-in-out-of-reach",
                "range-live-in",
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
    item = core.items["limits"]
    assert isinstance(item, ChoicesItem)
    limits = [option.code for option in item.option]
    for level in LEVELS.values():
        before = evaluate(core, {**WELL, **level}).placements
        for limit in limits:
            after = evaluate(core, {**WELL, **level, "limits": (limit,)})
            assert after.placements == before
