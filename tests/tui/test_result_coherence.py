"""The result screen never contradicts itself, alone or with a counselor's view."""

from collections.abc import Iterator, Mapping

import pytest

from screener.catalog import Edition
from screener.language import ENGLISH, _, speak
from screener.model import Answer, HelpLines, Questionnaire
from screener.scoring import evaluate
from screener.summary import CounselorView, Summary
from screener.tui.app import ScreenerApp
from screener.tui.counselor.live import live_lines
from screener.tui.screens.result import ResultScreen
from tests.summary.contradictions import contradictions, said_to, table
from tests.summary.test_never_together import (
    KINDS,
    MODERATE,
    PLAN,
    edition,
    marks_of,
    summary_of,
    told,
    who,
)
from tests.tui.reading import text_of

ALL_OF_IT = (80, 400)


async def shown(app: ScreenerApp, help_lines: HelpLines, summary: Summary) -> str:
    async with app.run_test(size=ALL_OF_IT) as pilot:
        app.push_screen(ResultScreen(help_lines, summary))
        await pilot.pause()
        words = " ".join(text_of(app).split())
    assert _("Where your answers point") in words
    assert _("Where this comes from") in words
    return words


@pytest.fixture(params=["en", "es"])
def asked(request: pytest.FixtureRequest) -> Iterator[Edition]:
    """Return the questions in a language, and make it current."""
    speak(request.param)
    yield edition(request.param)
    speak(ENGLISH)


@pytest.mark.many_cases
@pytest.mark.parametrize("kind", KINDS)
async def test_no_kind_of_person_is_shown_a_contradiction(
    app: ScreenerApp, asked: Edition, kind: str
) -> None:
    answers = KINDS[kind]
    summary, _faces = told(asked, answers)
    words = await shown(app, asked.help_lines, summary)
    live = "\n".join(line for _heading, lines in live_lines(summary) for line in lines)
    known = table(asked.language)
    people = [*who(evaluate(asked.questionnaire, answers), summary, answers)]
    said = words.partition(_("Where this comes from"))[0]  # not the names of sources
    assert not said_to(people, {"screen": said}, known)
    assert not [*contradictions({"screen": words, "live": live}, known)]


@pytest.mark.parametrize("own", [PLAN, {"danger-now": ("seizure",)}], ids=str)
async def test_what_only_a_counselor_sees_is_not_contradicted(
    app: ScreenerApp,
    core: Questionnaire,
    help_lines: HelpLines,
    own: Mapping[str, Answer],
) -> None:
    view = CounselorView("AB", marks_of(own))
    summary = summary_of(core, MODERATE, counselor=view)
    words = await shown(app, help_lines, summary)
    live = "\n".join(line for _heading, lines in live_lines(summary) for line in lines)
    assert not [*contradictions({"screen": words, "live": live}, table())]


async def test_with_nothing_answered_no_step_of_the_ladder_is_filled(
    app: ScreenerApp, core: Questionnaire, help_lines: HelpLines
) -> None:
    words = await shown(app, help_lines, summary_of(core, {}))
    mildest = core.ladders["level-of-care"].rung[0].name
    assert "██ " not in words
    assert f"░░ {mildest} <- possible" in words
    assert "What it is: Not known yet" in words
