"""Two raters, one engine: whose answers lead where, and which make the difference."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from screener.caseload.entry import Entry
from screener.counselor import (
    Agreed,
    Marks,
    Note,
    OwnRating,
    Signed,
    counselor_answers,
    differences,
    is_outdated,
)
from screener.model import Answer, Fact, Respondent, Unknown
from screener.scoring import evaluate
from screener.summary import (
    URGENCY,
    CounselorView,
    Summary,
    range_names,
    read_summary,
    summarize,
    to_text,
    to_toml,
)
from tests.small import CALM, CREATED, GRAVE, any_answers, help_lines, small
from tests.summary.faces import faces

AT = Signed("AB", CREATED)
LATER = Signed("CD", CREATED + datetime.timedelta(hours=1))


def own(answers: Mapping[str, Answer], beside: Mapping[str, Answer]) -> Marks:
    marks = Marks()
    for link_id, answer in answers.items():
        if not isinstance(answer, Unknown):
            rating = OwnRating(answer, "I saw it.", beside.get(link_id), AT)
            marks = marks.rate(link_id, rating)
    return marks


@given(client=any_answers(), counselor=any_answers())
def test_the_clients_answers_are_never_lost(
    client: dict[str, Answer], counselor: dict[str, Answer]
) -> None:
    before = dict(client)
    marks = own(counselor, client)
    told = counselor_answers(client, marks)
    assert client == before
    for link_id in {*client, *counselor}:
        rating = marks.rating(link_id)
        expected = rating.answer if rating else client.get(link_id)
        assert told.get(link_id) == expected


@given(client=any_answers(), counselor=any_answers())
def test_what_makes_a_difference_makes_all_of_it_and_no_fewer_do(
    client: dict[str, Answer], counselor: dict[str, Answer]
) -> None:
    marks = own(counselor, client)
    ours = evaluate(small(), counselor_answers(client, marks)).placements
    theirs = evaluate(small(), client).placements
    found = {one.ladder: one for one in differences(small(), client, marks)}
    assert found.keys() == {one for one in ours if ours[one] != theirs[one]}
    for ladder, one in found.items():
        assert one.because
        told = {**client, **{key: counselor[key] for key in one.because}}
        assert evaluate(small(), told).placements[ladder] == ours[ladder]
        for left in one.because:
            fewer = {**client, **{k: counselor[k] for k in one.because if k != left}}
            assert evaluate(small(), fewer).placements[ladder] != ours[ladder]


def test_nothing_that_was_set_down_is_written_over() -> None:
    marks = own({"days": 3}, CALM)
    again = marks.rate("days", OwnRating(9, "More.", CALM["days"], LATER))
    back = again.rate("days", OwnRating(None, "", CALM["days"], LATER))
    assert marks.rating("days") != again.rating("days")
    assert back.rating("days") is None
    assert [one.answer for one in back.ratings["days"]] == [3, 9, None]
    assert counselor_answers(CALM, back) == CALM
    noted = back.note("days", Note("One.", AT)).note("days", Note("Two.", LATER))
    assert noted.note_on("days") == "Two."
    assert len(noted.notes["days"]) == 2


def test_a_rating_beside_words_that_changed_is_told() -> None:
    rating = OwnRating(3, "", CALM["days"], AT)
    assert not is_outdated(CALM, "days", rating)
    assert is_outdated(GRAVE, "days", rating)


def test_a_flag_is_set_and_taken_away() -> None:
    assert Marks().flag("days").ask_again == {"days"}
    assert not Marks().flag("days").flag("days")


# In the summary


def summary_with(
    marks: Marks,
    left_out: frozenset[str] = frozenset(),
    facts: frozenset[Fact] = frozenset(),
) -> Summary:
    return summarize(
        small(),
        CALM,
        help_lines(),
        facts=facts,
        respondent=Respondent.WITH_COUNSELOR,
        created=CREATED,
        left_out=left_out,
        counselor=CounselorView("AB", marks),
    )


def full_marks() -> Marks:
    marks = own({"days": 30, "thoughts": "yes"}, CALM)
    marks = marks.note("home-safe", Note("Looked at the floor.", AT))
    marks = marks.note("days", Note("Partner says more.", AT)).flag("support")
    level = small().ladders["level-of-care"].rung[-1].id
    return marks.agree(Agreed(level, "Both prefer a safe start.", LATER))


def test_the_summary_says_whose_is_whose() -> None:
    summary = summary_with(full_marks())
    part = summary.counselor
    assert part is not None
    apart = {one.ladder: one for one in part.ladders if one.client != one.counselor}
    assert apart
    assert all(one.because for one in apart.values())
    told = " ".join(to_text(summary).split())
    for words in ("The client:", 'AB: "', "I saw it.", "Agreed with the client", "CD"):
        assert words in told
    assert "Partner says more." in told
    assert "To ask again" in told
    # The client's own placement depends on the client's answers alone, except for
    # the urgency, which is the graver of both views.
    calm = summary_with(Marks())
    for line, before in zip(summary.ladders, calm.ladders, strict=True):
        assert line.id == URGENCY or line == before


def test_how_soon_is_the_graver_of_both_views_on_every_face() -> None:
    for client, seen in ((CALM, GRAVE), (GRAVE, CALM)):
        both = {id: seen[id] for id in ("thoughts", "plan") if id in seen}
        summary = summary_seen(client, both)
        soon = summary.ladder(URGENCY)
        assert soon.rung == "now"
        assert range_names(summary)[URGENCY] == soon.rung_name
        assert Entry.of("one.toml", summary).soon == soon.rung_name
        for face, words in faces(small(), summary).items():
            assert f"How soon: {soon.rungs[0].name}" not in words, face


def summary_seen(client: Mapping[str, Answer], seen: Mapping[str, Answer]) -> Summary:
    return summarize(
        small(),
        client,
        help_lines(),
        respondent=Respondent.WITH_COUNSELOR,
        created=CREATED,
        counselor=CounselorView("AB", own(seen, client)),
    )


def test_a_rating_from_before_the_clients_answer_tells_both() -> None:
    first = OwnRating(30, "I saw it.", None, AT)
    text = " ".join(to_text(summary_with(Marks().rate("days", first))).split())
    assert "The client, later:" in text
    assert "no answer" not in text
    other = OwnRating(30, "I saw it.", 12, AT)
    text = " ".join(to_text(summary_with(Marks().rate("days", other))).split())
    assert 'The client: "12' in text
    assert "; later:" in text


def test_a_danger_that_only_the_counselor_sees_comes_first() -> None:
    calm = summary_with(Marks())
    assert not calm.urgent
    marks = own({"thoughts": "yes", "plan": "yes"}, CALM)
    assert summary_with(marks).urgent
    told = to_text(summary_with(marks))
    assert told.index("WHAT TO DO FIRST") < told.index("AT A GLANCE")


def test_a_cry_for_help_counts_in_both_views() -> None:
    marks = own({"days": 30}, CALM)
    part = summary_with(marks, facts=frozenset({Fact.CRY_FOR_HELP})).counselor
    assert part is not None
    apart = [places for places in part.ladders if places.client != places.counselor]
    assert apart
    assert {places.client.words for places in apart} == {
        "Not known yet; help comes first"
    }


def test_it_is_read_back(tmp_path: Path) -> None:
    summary = summary_with(full_marks())
    file = tmp_path / "one.toml"
    file.write_bytes(to_toml(summary))
    assert read_summary(file) == summary


def test_what_is_left_out_takes_its_notes_and_ratings_with_it() -> None:
    marks, topics = full_marks(), frozenset(one.id for one in small().private)
    kept = Marks().rate("days", marks.ratings["days"][0])
    kept = kept.note("days", marks.notes["days"][0]).flag("support")
    kept = kept.agree(marks.agreed[0])
    with_all, without = (summary_with(one, topics) for one in (marks, kept))
    assert to_toml(with_all) == to_toml(without)
    assert to_text(with_all) == to_text(without)
    assert b"floor" not in to_toml(with_all)
    assert b"Both prefer" not in to_toml(with_all)
    told = {one.id for one in with_all.ladders}
    assert with_all.counselor is not None
    assert {one.ladder for one in with_all.counselor.ladders} == told
    assert told == {one.id for one in summary_with(marks).ladders}


@given(st.data())
def test_without_marks_there_is_no_difference(data: st.DataObject) -> None:
    answers = data.draw(any_answers())
    assert differences(small(), answers, Marks()) == ()
