"""What is left out leaves no trace, in any byte."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.fhir import bundle_resource, to_json
from screener.model import (
    Answer,
    ChoiceItem,
    End,
    FitSign,
    OnTotal,
    Respondent,
    Unknown,
)
from screener.plain.result import result_lines
from screener.summary import (
    reopen,
    short_texts,
    summarize,
    to_pdf,
    to_text,
    to_toml,
)
from screener.summary.model import Summary
from screener.summary.page_content import page_content
from screener.summary.redaction import LeftOut
from tests.small import (
    CALM,
    CREATED,
    GRAVE,
    any_answers,
    help_lines,
    small,
    summary_of,
)
from tests.summary.pdf_reading import everything_in

TOPICS = {topic.id for topic in small().private}


def files(answers: Mapping[str, Answer], *topics: str) -> bytes:
    summary = summary_of(answers, *topics)
    told = "\n".join(
        (
            *short_texts(summary),
            to_text(summary),
            *result_lines(summary),
            repr(page_content(summary)),
            in_fhir(summary),
        )
    )
    return to_toml(summary) + told.encode()


def in_fhir(summary: Summary) -> str:
    """What `export` writes of the saved file, without the words of the questions."""
    answers = reopen(small(), summary).answers
    return to_json(bundle_resource(small(), answers, summary))


def without(answers: Mapping[str, Answer], *topics: str) -> dict[str, Answer]:
    items = small().items
    return {k: v for k, v in answers.items() if items[k].private not in topics}


def private_words(topic: str) -> Iterator[str]:
    """Everything that only the topic's questions say."""
    for item in small().item:
        if item.private == topic:
            yield from (item.link_id, item.text, item.short)
            assert isinstance(item, ChoiceItem)
            yield from (option.says for option in item.option if option.says)


@settings(deadline=None)
@given(
    any_answers(), any_answers(), st.sets(st.sampled_from(sorted(TOPICS)), min_size=1)
)
def test_the_files_are_the_same_whatever_was_said_to_what_is_left_out(
    answers: dict[str, Answer], others: dict[str, Answer], topics: set[str]
) -> None:
    private = {k: v for k, v in others.items() if small().items[k].private in topics}
    changed = {**without(answers, *topics), **private}
    assert files(changed, *topics) == files(without(answers, *topics), *topics)


@pytest.mark.slow
@settings(deadline=None, max_examples=5)
@given(any_answers(), any_answers(), st.sampled_from(sorted(TOPICS)))
def test_the_pdf_is_the_same_whatever_was_said_to_what_is_left_out(
    answers: dict[str, Answer], others: dict[str, Answer], topic: str
) -> None:
    private = {k: v for k, v in others.items() if small().items[k].private == topic}
    kept = without(answers, topic)
    changed = summary_of({**kept, **private}, topic)
    assert to_pdf(changed) == to_pdf(summary_of(kept, topic))


def test_with_every_topic_left_out_the_files_are_those_of_other_answers() -> None:
    mild = {**GRAVE, "thoughts": "no", "home-safe": "yes"}
    del mild["plan"]
    assert files(GRAVE, *TOPICS) == files(mild, *TOPICS)
    assert files(GRAVE) != files(mild)


@settings(deadline=None)
@given(any_answers(), st.sets(st.sampled_from(sorted(TOPICS)), min_size=1))
def test_the_range_holds_what_the_whole_answers_establish(
    answers: dict[str, Answer], topics: set[str]
) -> None:
    whole, left = summary_of(answers), summary_of(answers, *topics)
    assert [one.id for one in left.ladders] == [one.id for one in whole.ladders]
    for before, after in zip(whole.ladders, left.ladders, strict=True):
        assert after.place_of(after.low) <= before.place_of(before.low)
        assert before.place_of(before.high) <= after.place_of(after.high)


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_no_word_of_a_topic_is_left(topic: str) -> None:
    told, untold = files(GRAVE).decode(), files(GRAVE, topic).decode()
    for words in private_words(topic):
        assert f'"{words}"' not in untold
    assert any(f'"{words}"' in told for words in private_words(topic))


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_no_word_of_a_topic_is_left_anywhere_in_the_pdf(topic: str) -> None:
    whole, left = summary_of(GRAVE), summary_of(GRAVE, topic)
    told, untold = everything_in(to_pdf(whole)), everything_in(to_pdf(left))
    gone = set(private_sentences(topic)) | (words_of(whole) - words_of(left))
    assert not [words for words in gone if words in untold]
    assert [words for words in gone if words in told]


def words_of(summary: Summary) -> set[str]:
    """Every reason, step, help line, dimension and line that a summary tells."""
    return {
        *(reason.text for ladder in summary.ladders for reason in ladder.reasons),
        *(step.text for step in summary.steps),
        *(f"{one.name}: {one.reach}" for one in summary.help),
        *(rating.name for rating in summary.ratings),
        *(line.text for line in (*summary.supports, *summary.alternatives)),
    }


def private_sentences(topic: str) -> Iterator[str]:
    """What the topic's questions say on the page: short names and answers."""
    for item in small().item:
        if item.private == topic:
            assert isinstance(item, ChoiceItem)
            yield f"{item.short}:"
            yield from (option.says for option in item.option if option.says)


def test_a_rung_that_only_private_answers_gave_becomes_the_high_end() -> None:
    answers = {**CALM, "thoughts": "yes", "plan": "yes", "days": 30}
    assert summary_of(answers).ladder("level-of-care").rung == "residential"
    left = summary_of(answers, "self-harm")
    level, soon = left.ladder("level-of-care"), left.ladder("urgency")
    assert (level.low, level.high) == ("intensive-outpatient", "residential")
    assert (soon.low, soon.high) == ("routine", "now")
    assert not left.steps


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_no_question_of_a_topic_is_told_as_open(topic: str) -> None:
    left = summary_of(CALM, topic)
    told = {
        *(line.link_id for line in left.answers),
        *(line.link_id for line in left.open),
        *(one.link_id for line in left.change_sets for one in line.instead),
    }
    assert not told & {one.link_id for one in small().item if one.private == topic}


def test_help_lines_for_nothing_else_go_and_crisis_lines_stay() -> None:
    names = [one.name for one in summary_of(GRAVE, *TOPICS).help]
    assert "Domestic Violence Hotline" not in names
    assert "Suicide and Crisis Lifeline" in names
    assert "Emergency" in names


def test_a_dimension_that_nothing_rates_any_more_goes() -> None:
    left = {line.dimension for line in summary_of(GRAVE, "self-harm").ratings}
    assert left == {"home", "use", "mood", "unfinished", "alone"}


def test_lines_keep_what_other_answers_can_show() -> None:
    left = summary_of({**GRAVE, "thoughts": "no", "plan": "no"}, "home-safety")
    assert [line.id for line in left.supports] == ["peer", "family"]
    assert [line.id for line in left.fit] == ["backed", "paid"]


def test_the_file_says_that_something_is_left_out_and_not_what() -> None:
    assert "Some questions are not in this file" in to_text(summary_of(CALM, *TOPICS))
    assert "Some questions are not in this file" not in to_text(summary_of(CALM))


def test_the_hash_is_that_of_the_questionnaire_that_was_asked() -> None:
    assert summary_of(GRAVE, *TOPICS).questionnaire.hash == small().content_hash


def test_nothing_left_out_leaves_everything() -> None:
    out = LeftOut.of(small(), frozenset())
    assert out.known(GRAVE) == GRAVE
    assert out.dimensions() == small().dimension
    assert out.help_lines(help_lines()) == help_lines().line


def test_a_scale_that_loses_a_question_has_no_score_and_rates_at_both_ends() -> None:
    items = tuple(
        replace(item, private="self-harm") if item.link_id == "interest" else item
        for item in small().item
    )
    left = summarize(
        replace(small(), item=items),
        CALM,
        help_lines(),
        respondent=Respondent.SELF,
        created=CREATED,
        left_out={"self-harm"},
    )
    (scale,) = left.scales
    (mood,) = [one for one in left.ratings if one.dimension == "mood"]
    assert scale.score is None
    assert mood.low < mood.high


@pytest.mark.parametrize(("private", "is_named"), [("self-harm", True), (None, False)])
def test_a_sign_of_fit_on_a_total_goes_with_a_question_of_its_scale(
    private: str | None, is_named: bool
) -> None:
    items = tuple(
        replace(item, private=private) if item.link_id == "interest" else item
        for item in small().item
    )
    sign = FitSign(
        id="calm",
        sign="Your mood is good.",
        fits_when=OnTotal(scale="mood-scale", to=2, end=End.HIGH),
        build="Ask for help with low mood.",
        cite=("scale",),
    )
    out = LeftOut.of(replace(small(), item=items), frozenset({"self-harm"}))
    assert out.is_named_in(sign) is is_named


def test_declined_private_questions_leave_no_trace_either() -> None:
    declined = {**CALM, "thoughts": Unknown.DECLINED, "home-safe": Unknown.UNSURE}
    assert files(declined, *TOPICS) == files(CALM, *TOPICS)
