"""The first screen, the result and the files say who has reviewed what is asked."""

import datetime
from pathlib import Path

import pytest

from screener.catalog import Editions, Selection
from screener.errors import QuestionnaireError
from screener.model import HelpLines, Questionnaire, Review
from screener.summary import read_summary
from screener.tui import run_interview
from screener.tui.app import ScreenerApp
from tests.catalog.broken import copy
from tests.tui.buttons import click
from tests.tui.reading import text_of

NOT_YET = "not yet reviewed by a clinician."


def review(hash: str) -> Review:
    return Review(
        name="Ada Reyes",
        role="psychiatrist",
        date=datetime.date(2026, 11, 3),
        version="1",
        hash=hash,
    )


def shown(app: ScreenerApp) -> str:
    return " ".join(text_of(app).split())


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("matches", "told"),
    [
        (None, NOT_YET),
        (False, NOT_YET),
        (True, "reviewed by Ada Reyes, psychiatrist, November 3, 2026."),
    ],
)
async def test_a_visit_says_who_has_reviewed_what_is_asked(
    core: Questionnaire,
    help_lines: HelpLines,
    tmp_path: Path,
    matches: bool | None,
    told: str,
) -> None:
    hash = core.review_hash if matches else "0" * 64
    reviews = () if matches is None else (review(hash),)
    app = ScreenerApp(core, help_lines, tmp_path, reviews=reviews)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        assert shown(app).count("reviewed") == 1
        assert told in shown(app)
        app.interview = app.interview.finish()
        await pilot.press("enter", "1", "enter", "enter")
        await pilot.pause()
        assert told in shown(app)
        await pilot.press("enter")
        await pilot.pause()
        await click(pilot, "save")
        await pilot.pause()
    assert read_summary(next(tmp_path.glob("*.toml"))).reviewed.endswith(told)


def test_a_review_that_cannot_be_read_is_told_before_the_visit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ScreenerApp, "run", lambda _: None)
    folder = copy(tmp_path)
    (folder / "review.toml").write_text("[[review]]\n")
    editions = Editions(Selection(folder), "us")
    with pytest.raises(QuestionnaireError, match="`name` is missing"):
        run_interview(editions, editions.original, "dark", None)
