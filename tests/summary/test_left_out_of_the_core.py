"""An urgent person never looks calm because a topic was left out of the file.

Measured on the core questionnaire: its worked cases, and people who answer at random.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, combinations
from pathlib import Path

import pytest

from screener.catalog import (
    load_cases,
    load_help_lines,
    questionnaire_folder,
    read_answers,
)
from screener.checking.sampled import random_people
from screener.checking.space import Space
from screener.cli import main
from screener.model import Answer, Answers, Questionnaire, Respondent
from screener.plain.result import result_lines
from screener.scoring import evaluate
from screener.summary import Summary, read_summary, summarize, to_text, to_toml
from tests.small import CREATED
from tests.summary.test_never_together import edition, faults

RANDOM_PEOPLE = 60


def people(core: Questionnaire) -> Iterator[tuple[str, Answers]]:
    for case in load_cases(questionnaire_folder()):
        yield case.id, read_answers(core, case.answers, case.id)
    for number, person in enumerate(random_people(Space(core), RANDOM_PEOPLE)):
        yield f"random person {number}", person


def topics_of(core: Questionnaire) -> Iterator[tuple[str, ...]]:
    ids = [topic.id for topic in core.private]
    return chain.from_iterable(
        combinations(ids, size) for size in range(1, len(ids) + 1)
    )


def summary_of(
    core: Questionnaire, answers: Mapping[str, Answer], *left_out: str
) -> Summary:
    return summarize(
        core,
        answers,
        load_help_lines("us-ct"),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=frozenset(left_out),
    )


@pytest.mark.slow
def test_the_range_holds_the_true_rung_whatever_topic_is_left_out(
    core: Questionnaire,
) -> None:
    urgent, wrong = 0, []
    for name, answers in people(core):
        true = evaluate(core, answers).placements
        for topics in topics_of(core):
            left = summary_of(core, answers, *topics)
            urgent += true["urgency"].rung in ("today", "now")
            for line in left.ladders:
                low, rung, high = map(
                    line.place_of, (line.low, true[line.id].rung, line.high)
                )
                if not low <= rung <= high:
                    wrong.append((name, topics, line.id))
            assert len(left.ladders) == len(core.ladder)
    assert urgent > 100
    assert not wrong


@pytest.fixture(scope="module")
def urgent_files(core: Questionnaire) -> list[tuple[str, Summary]]:
    """Files of people who are told `today` or `now`, each without one topic."""
    return [
        (answered, summary_of(core, answers, topic.id))
        for answered, answers in [*people(core)][::3]
        if not answered.startswith("random")
        and evaluate(core, answers).placements["urgency"].rung in ("today", "now")
        for topic in core.private
    ]


@pytest.mark.slow
def test_nothing_said_to_what_is_left_out_changes_a_byte(core: Questionnaire) -> None:
    """Each person's file, with somebody else's private answers put in their place."""
    everybody = [answers for _, answers in people(core)]
    private = {item.link_id: item.private for item in core.item if item.private}
    for answers, other in zip(everybody, reversed(everybody), strict=True):
        for topics in topics_of(core):
            gone = {one for one, topic in private.items() if topic in topics}
            changed = {key: one for key, one in answers.items() if key not in gone}
            changed |= {key: one for key, one in other.items() if key in gone}
            one, same = (summary_of(core, said, *topics) for said in (answers, changed))
            assert to_toml(one) == to_toml(same)
            assert [*result_lines(one)] == [*result_lines(same)]


def test_no_file_of_an_urgent_person_is_settled_as_routine(
    urgent_files: list[tuple[str, Summary]],
) -> None:
    assert len(urgent_files) > 20
    for name, summary in urgent_files:
        soon = summary.ladder("urgency")
        assert soon.place_of(soon.high) >= soon.place_of("today"), name
        assert "more care may be needed" in " ".join(to_text(summary).split()), name


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_face_of_such_a_file_says_that_little_is_needed(
    core: Questionnaire, language: str
) -> None:
    asked, looked_at = edition(language), 0
    for place, (name, answers) in enumerate(people(core)):
        if evaluate(core, answers).placements["urgency"].rung not in ("today", "now"):
            continue
        every = [*topics_of(core)]
        tried = [every[place % len(every)]] if name.startswith("random") else every
        for topics in tried:
            looked_at += 1
            assert not faults(asked, answers, *topics), (name, topics)
    assert looked_at > 100


def test_it_stays_so_when_the_file_is_opened_and_placed_again(
    urgent_files: list[tuple[str, Summary]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name, summary in urgent_files[:6]:
        file = tmp_path / f"{name}-{len(list(tmp_path.iterdir()))}.toml"
        file.write_bytes(to_toml(summary))
        assert read_summary(file) == summary
        assert main(["rescore", str(file)]) == 0
        how_soon = next(
            line for line in capsys.readouterr().out.splitlines() if "How soon" in line
        )
        assert "as before" in how_soon, name
