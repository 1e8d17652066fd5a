"""Scales whose lowest score is not 0, as many published instruments have."""

from pathlib import Path

import pytest

from screener.catalog import load_questionnaire
from screener.scoring import evaluate
from tests.catalog.broken import HEAD, USE, Edit, assert_refused, copy
from tests.small import CALM

FROM_1: tuple[Edit, ...] = (
    *((USE, f"score = {score}\n", f"score = {score + 1} \n") for score in (0, 0, 3, 3)),
    *((USE, "score = 1\n", "score = 2 \n") for _ in range(2)),
)
"""Each of two questions scores 1, 2 or 4."""
BANDS: tuple[Edit, ...] = (
    (HEAD, "from = 0\n", "from = 2\n"),
    (HEAD, "from = 3\n", "from = 4 \n"),
)


@pytest.mark.parametrize(
    ("interest", "low", "score", "band"),
    [
        ("never", "never", 2, "little"),
        ("never", "some", 3, "little"),
        ("some", "some", 4, "some"),
        ("often", "never", 5, "much"),
        ("often", "often", 8, "much"),
    ],
)
def test_a_scale_is_scored_from_its_lowest_total(
    interest: str, low: str, score: int, band: str, tmp_path: Path
) -> None:
    questionnaire = load_questionnaire(copy(tmp_path, *FROM_1, *BANDS))
    found = evaluate(questionnaire, {**CALM, "interest": interest, "low": low})
    assert [(scale.score, scale.band) for scale in found.scales] == [(score, band)]


@pytest.mark.parametrize(
    "bands",
    [
        # below the lowest total, as in manuals that print a band from 0
        [(HEAD, "from = 3\n", "from = 4\n")],
        BANDS,
    ],
)
def test_the_first_band_starts_at_the_lowest_total_or_below(
    bands: list[Edit], tmp_path: Path
) -> None:
    assert load_questionnaire(copy(tmp_path, *FROM_1, *bands)).scale


@pytest.mark.parametrize(
    "bands",
    [
        [(HEAD, "from = 0\n", "from = 3\n"), (HEAD, "from = 3\n", "from = 4\n")],
        [(HEAD, "from = 3\n", "from = 2\n")],
    ],
)
def test_bands_that_do_not_rise_from_the_lowest_total(
    bands: list[Edit], tmp_path: Path
) -> None:
    what = "do not rise from the lowest possible total, 2."
    folder = copy(tmp_path, *FROM_1, *bands)
    assert_refused(folder, f"{HEAD}: scale mood-scale", what, "the first 2.")


def test_a_question_behind_a_gate_adds_nothing_to_the_lowest_total(
    tmp_path: Path,
) -> None:
    gate = (
        'short = "Feeling low"\nenable_when = { item = "interest", at_least = "some" }'
    )
    folder = copy(tmp_path, *FROM_1, (USE, 'short = "Feeling low"', gate), *BANDS)
    what = "do not rise from the lowest possible total, 1."
    assert_refused(folder, f"{HEAD}: scale mood-scale", what, "the first 1.")
