"""Beside a cry for help no face says that nothing is needed, and 988 stays on top."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.counselor import Marks, Note, Signed
from screener.interview import Interview
from screener.journal.resuming import resume
from screener.journal.step import Step, Visit, step_of
from screener.model import Answer, Fact, HelpKind, HelpLines, Questionnaire, Respondent
from screener.model.reading import read_json
from screener.model.record import tables_of, to_json
from screener.scoring import may_be_about, mildest
from screener.summary import (
    CounselorView,
    Summary,
    read_summary,
    reopen,
    save,
    summarize,
    to_text,
    to_toml,
    topics_told,
)
from tests.small import CREATED
from tests.summary.contradictions import contradictions, table
from tests.summary.faces import NAMES_NO_HELP, faces

NEVER = ("Nothing in the answers points", "No answer here calls for help right away")
"""Sentences that are for nobody who cried for help."""
CRIED = frozenset({Fact.CRY_FOR_HELP})


@pytest.fixture(scope="module")
def asked() -> Questionnaire:
    return load_questionnaire(questionnaire_folder())


@pytest.fixture(scope="module")
def help_lines() -> HelpLines:
    return load_help_lines("us")


def never(asked: Questionnaire) -> Iterator[str]:
    """Yield all that is not told to somebody who cried for help."""
    yield from NEVER
    level, soon = asked.ladders["level-of-care"], asked.ladders["urgency"]
    yield f"{level.name}: {level.rung[0].name}"
    yield f"{level.rung[0].name} <- the answers point here"
    yield f"{soon.rung[0].name}."


def calm(asked: Questionnaire, **more: Answer) -> dict[str, Answer]:
    """Answers at their mildest to every question that applies."""
    visit = Interview.start(asked)
    while visit.at is not None:
        answer = mildest(visit.item)
        if answer is None:
            answer = visit.item.option[0].code if visit.item.type == "choice" else ""
        visit = visit.give(answer)
    return {**visit.answers, **more}


def told(
    asked: Questionnaire,
    help_lines: HelpLines,
    answers: dict[str, Answer],
    *left_out: str,
    facts: frozenset[Fact] = frozenset(),
) -> Summary:
    return summarize(
        asked,
        answers,
        help_lines,
        facts=facts,
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=frozenset(left_out),
    )


@pytest.mark.parametrize(
    ("words", "facts"), [("I don't want to die", frozenset()), ("", CRIED)]
)
def test_no_face_says_that_nothing_is_needed(
    asked: Questionnaire, help_lines: HelpLines, words: str, facts: frozenset[Fact]
) -> None:
    summary = told(asked, help_lines, calm(asked, note=words), facts=facts)
    assert summary.urgent
    texts = faces(asked, summary)
    assert not list(contradictions(texts, table()))
    for face, shown in texts.items():
        assert not [words for words in never(asked) if words in shown], face
        assert face in NAMES_NO_HELP or "988" in shown[: len(shown) // 2 + 200], face


def test_calm_answers_without_one_still_say_so(
    asked: Questionnaire, help_lines: HelpLines
) -> None:
    texts = faces(asked, told(asked, help_lines, calm(asked, note="All is well.")))
    assert any(words in texts["text"] for words in NEVER)
    assert all(any(words in said for said in texts.values()) for words in never(asked))


def test_it_is_found_again_in_a_saved_file(
    asked: Questionnaire, help_lines: HelpLines, tmp_path: Path
) -> None:
    summary = told(asked, help_lines, calm(asked, note="kms"))
    saved = save(summary, tmp_path)
    (file,) = (one for one in saved.files if one.suffix == ".toml")
    assert read_summary(file).facts == CRIED
    again = told(asked, help_lines, dict(reopen(asked, read_summary(file)).answers))
    assert again.facts == CRIED


def test_a_file_with_something_left_out_does_not_tell_what_was_typed_elsewhere(
    asked: Questionnaire, help_lines: HelpLines
) -> None:
    answers = calm(asked)
    typed = told(asked, help_lines, answers, "self-harm", facts=CRIED)
    assert typed == told(asked, help_lines, answers, "self-harm")


def test_own_words_that_are_left_out_tell_nothing(
    asked: Questionnaire, help_lines: HelpLines
) -> None:
    from dataclasses import replace

    items = tuple(
        replace(one, private="self-harm") if one.link_id == "note" else one
        for one in asked.item
    )
    private = replace(asked, item=items)
    summaries = {
        words: told(private, help_lines, calm(private, note=words), "self-harm")
        for words in ("I want to die", "All is well.", "")
    }
    assert len({repr(one) for one in summaries.values()}) == 1


def test_a_red_flag_comes_before_it(
    asked: Questionnaire, help_lines: HelpLines
) -> None:
    answers = calm(asked, note="help me", **{"danger-now": ("seizure",)})
    steps = told(asked, help_lines, answers).steps
    assert [step.urgent for step in steps[:2]] == [True, True]
    assert steps[1].rule == "cry-for-help"


def bytes_of(asked: Questionnaire, summary: Summary) -> str:
    return repr((to_toml(summary), *faces(asked, summary).values()))


@pytest.mark.parametrize(
    ("topic", "words"),
    [
        ("self-harm", "I'm gonna end it tonite"),
        ("self-harm", "I plan to kill myself"),
        ("self-harm", "My husband hits me and I want to die"),
        ("self-harm", "help me"),
        ("self-harm", "quiero morirme"),
        ("home-safety", "My husband hits me and I want to die"),
        ("home-safety", "I am hiding from him, he has a gun"),
        ("home-safety", "mi esposo me pega"),
        ("home-safety", "help me"),
    ],
)
def test_own_words_about_what_is_left_out_go_with_it(
    asked: Questionnaire, help_lines: HelpLines, topic: str, words: str
) -> None:
    left = told(asked, help_lines, calm(asked, note=words), topic)
    nothing = told(asked, help_lines, calm(asked, note=""), topic)
    assert bytes_of(asked, left) == bytes_of(asked, nothing)
    assert not left.facts
    assert HelpKind.CRISIS in {kind for line in left.help for kind in line.kinds}
    assert told(asked, help_lines, calm(asked, note=words)).facts == CRIED


@pytest.mark.parametrize(
    ("topic", "words"),
    [("home-safety", "I want to die"), ("self-harm", "My husband hits me")],
)
def test_own_words_about_something_else_stay(
    asked: Questionnaire, help_lines: HelpLines, topic: str, words: str
) -> None:
    left = told(asked, help_lines, calm(asked, note=words), topic)
    assert left.facts == CRIED
    assert words in to_text(left)


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("I want to die", ["self-harm"]),
        ("He hits me", ["home-safety"]),
        ("All is well.", []),
    ],
)
def test_what_may_be_left_out_is_named(
    asked: Questionnaire, words: str, topics: list[str]
) -> None:
    named = {topic.id: topic.name for topic in asked.private}
    assert [topic.name for topic in topics_told(asked, {"note": words})] == [
        f"{named[topic]}, and own words about it" for topic in topics
    ]


def test_a_topic_that_no_cry_is_known_to_be_about_takes_all() -> None:
    assert may_be_about("I want to die", "a-topic-of-another-questionnaire")
    assert not may_be_about("All is well.", "a-topic-of-another-questionnaire")


def test_a_counselors_words_about_what_is_left_out_go_with_it(
    asked: Questionnaire, help_lines: HelpLines
) -> None:
    signed = Signed("AB", CREATED)
    marks = Marks().note("note", Note("Said: I want to die", signed))
    marks = marks.note("note", Note("Came by bus", signed))
    left = summarize(
        asked,
        calm(asked),
        help_lines,
        respondent=Respondent.SELF,
        created=CREATED,
        left_out=frozenset({"self-harm"}),
        counselor=CounselorView("AB", marks),
    )
    assert left.counselor is not None
    assert [note.words for note in left.counselor.notes] == ["Came by bus"]


# The journal


def test_a_visit_that_is_taken_up_again_still_knows_it(asked: Questionnaire) -> None:
    visit = Visit(Interview.start(asked).note_cry(), Respondent.SELF)
    step = read_json(Step, to_json(tables_of(step_of(visit, CREATED))))
    assert resume(asked, step).visit.interview.facts == CRIED


def test_a_journal_of_an_earlier_version_still_opens(asked: Questionnaire) -> None:
    tables = tables_of(step_of(Visit(Interview.start(asked), Respondent.SELF), CREATED))
    del tables["cried"]
    step = read_json(Step, to_json(tables))
    assert resume(asked, step).visit.interview.facts == frozenset()


@pytest.mark.parametrize(("words", "shown"), [("kms", True), ("All is well.", False)])
def test_a_line_of_the_shipped_questions_is_told_for_it(
    asked: Questionnaire, help_lines: HelpLines, words: str, shown: bool
) -> None:
    summary = told(asked, help_lines, calm(asked, note=words))
    assert ("crisis-talk" in [line.id for line in summary.supports]) is shown
