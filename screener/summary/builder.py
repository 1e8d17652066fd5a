"""Makes the summary of a visit: what the answers lead to, told in full."""

import datetime
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

import screener
from screener.catalog.review_status import reviewed_words
from screener.counselor import Marks, counselor_answers
from screener.model import (
    Answers,
    Fact,
    HelpLines,
    Line,
    Questionnaire,
    Respondent,
    Review,
)
from screener.scoring import (
    Alarm,
    FitFinding,
    HoldingRule,
    Recommendation,
    alarms_of,
    evaluate,
    explain,
)
from screener.summary.answer_lines import answer_lines
from screener.summary.counselor_part import counselor_part
from screener.summary.explanation_lines import (
    change_lines,
    change_set_lines,
    open_lines,
)
from screener.summary.first_steps import first_steps, help_entry
from screener.summary.ladder_lines import gravest_soon, ladder_lines, level_first
from screener.summary.model import (
    AnswerLine,
    AnswerState,
    FitLine,
    Origin,
    RatingLine,
    ScaleLine,
    SourceLine,
    Summary,
    Told,
)
from screener.summary.redaction import LeftOut


@dataclass(frozen=True, slots=True)
class CounselorView:
    """Who walked the client through, and what they set down."""

    by: str
    """Initials."""
    marks: Marks


def summarize(
    questionnaire: Questionnaire,
    answers: Answers,
    help_lines: HelpLines,
    *,
    facts: Set[Fact] = frozenset(),
    respondent: Respondent,
    created: datetime.datetime,
    left_out: Set[str] = frozenset(),
    reviews: Sequence[Review] = (),
    counselor: CounselorView | None = None,
    client: str | None = None,
) -> Summary:
    """Tell all that a person takes along from a visit.

    Args:
        questionnaire: What was asked.
        answers: What was said.
        help_lines: The help lines of the region.
        facts: What is known of the person beside these answers. It is not used where
            something is left out: it may come from there.
        respondent: Who answered.
        created: When; aware of its time zone.
        left_out: Private topics that the person wants nothing told of.
        reviews: Who has reviewed the questionnaire, in any state of it.
        counselor: What a counselor set down, if one was there.
        client: The client's code, in a caseload.
    """
    out = LeftOut.of(questionnaire, left_out)
    known = out.known(answers)
    marks = _marks(questionnaire, counselor, out)
    found = evaluate(questionnaire, known, frozenset() if left_out else facts)
    own_answers = counselor_answers(known, marks)
    own_view = evaluate(questionnaire, own_answers, found.facts) if marks else found
    views = (found, own_view)
    alarm = max(alarms_of(view).least for view in views)
    sees_more = alarm > alarms_of(found).least
    explained = explain(questionnaire, known)
    ladders = ladder_lines(questionnaire, found, explained, help_lines)
    if marks:
        why = explain(questionnaire, own_answers)
        own_ladders = ladder_lines(questionnaire, own_view, why, help_lines)
        ladders = gravest_soon(ladders, own_ladders)
    lines = out.help_lines(help_lines)
    asked = answer_lines(questionnaire, known, found)
    summary = Summary(
        program=f"screener {screener.__version__}",
        created=created.replace(microsecond=0),
        respondent=respondent,
        client=client,
        region=help_lines.region,
        questionnaire=_origin(questionnaire),
        reviewed=reviewed_words(questionnaire, reviews),
        left_out=bool(left_out),
        left_out_is_unknown=bool(left_out),
        steps=first_steps(
            questionnaire,
            _all_that_hold(*views),
            replace(help_lines, line=lines),
            found.facts,
        ),
        ladders=ladders,
        ratings=tuple(_ratings(out, found)),
        scales=tuple(_scales(questionnaire, found, asked)),
        alternatives=_told(
            _fitting(found.alternatives, own_view.alternatives, sees_more), help_lines
        ),
        supports=_told(
            _fitting(found.supports, own_view.supports, sees_more), help_lines
        ),
        benefits=() if alarm else _told(found.benefits, help_lines),
        fit=() if alarm else tuple(_fit(out, *(view.fit for view in views))),
        asks=() if alarm is Alarm.RED_FLAG else _told(found.asks, help_lines),
        brings=_told(found.brings, help_lines),
        answers=tuple(line for line in asked if line.link_id not in out.items),
        help=tuple(help_entry(line) for line in lines),
        sources=(),
        credits=tuple(_credits(questionnaire)),
        open=tuple(
            line
            for line in open_lines(questionnaire, explained.open)
            if line.link_id not in out.items
        ),
        changes=tuple(change_lines(questionnaire, explained)),
        change_sets=tuple(
            line
            for line in change_set_lines(questionnaire, explained.sets)
            if not any(one.link_id in out.items for one in line.instead)
        ),
        counselor=counselor_part(
            questionnaire,
            known,
            marks,
            counselor.by,
            level_first(questionnaire),
            views,
            left_out=bool(left_out),
        )
        if counselor
        else None,
    )
    return replace(summary, sources=_sources(questionnaire, summary))


def _marks(
    questionnaire: Questionnaire, view: CounselorView | None, out: LeftOut
) -> Marks:
    """Return a counselor's notes and ratings on questions that are not left out."""
    link_ids = frozenset(questionnaire.items) - out.items
    return view.marks.about(link_ids).without(out.is_told_in) if view else Marks()


def _all_that_hold(
    client: Recommendation, counselor: Recommendation
) -> tuple[HoldingRule, ...]:
    """The rules of both views: a danger that one of them sees is told."""
    held = {one.rule.id for one in client.rules}
    return (
        *client.rules,
        *(one for one in counselor.rules if one.rule.id not in held),
    )


def _ratings(out: LeftOut, recommendation: Recommendation) -> Iterator[RatingLine]:
    for one in out.dimensions():
        rating = recommendation.ratings[one.id]
        yield RatingLine(
            dimension=one.id,
            name=one.name,
            low=rating.low,
            high=rating.high,
            severity=None if one.severity else False,
        )


def _scales(
    questionnaire: Questionnaire,
    recommendation: Recommendation,
    asked: Iterable[AnswerLine],
) -> Iterator[ScaleLine]:
    """The scales of which a question applies: no total of what nobody was asked."""
    applies = {line.link_id for line in asked if line.state is not AnswerState.UNUSED}
    scales = {scale.id: scale for scale in questionnaire.scale}
    for one in recommendation.scales:
        scale = scales[one.scale]
        if not applies.isdisjoint(scale.items):
            yield ScaleLine(
                scale=scale.id, name=scale.name, score=one.score, band=one.band
            )


def _credits(questionnaire: Questionnaire) -> Iterator[str]:
    used = {item.instrument for item in questionnaire.item}
    for one in questionnaire.instrument:
        if one.id in used:
            yield f"{one.name}: {one.credit} {one.terms}"


def _fit(
    out: LeftOut, client: Iterable[FitFinding], counselor: Iterable[FitFinding]
) -> Iterator[FitLine]:
    """The signs that stand the same in both views."""
    agreed = set(counselor)
    for finding in client:
        sign = finding.sign
        if out.is_named_in(sign) or finding not in agreed:
            continue
        yield FitLine(
            id=sign.id,
            sign=sign.sign,
            fit=finding.fit,
            build=sign.build,
            cite=sign.cite,
        )


def _origin(questionnaire: Questionnaire) -> Origin:
    return Origin(
        id=questionnaire.id,
        version=questionnaire.version,
        title=questionnaire.title,
        language=questionnaire.language,
        hash=questionnaire.content_hash,
        limits=questionnaire.limits,
    )


def _fitting(
    client: tuple[Line, ...],
    counselor: tuple[Line, ...],
    sees_more: bool,
) -> tuple[Line, ...]:
    """Return the client's lines, or those of both views if the counselor sees more.

    For example, a person who is hurt at home must not read the advice to bring the
    family along.
    """
    if not sees_more:
        return client
    ids = {line.id for line in counselor}
    return tuple(line for line in client if line.id in ids)


def _told(lines: tuple[Line, ...], help_lines: HelpLines) -> tuple[Told, ...]:
    return tuple(
        Told(id=one.id, text=one.text, cite=one.cite)
        for one in lines
        if help_lines.is_in(one.region)
    )


def _sources(questionnaire: Questionnaire, summary: Summary) -> tuple[SourceLine, ...]:
    """The sources that the summary cites, as the questionnaire lists them."""
    told = (
        *summary.alternatives,
        *summary.supports,
        *summary.benefits,
        *summary.asks,
        *summary.brings,
    )
    reasons = [reason for ladder in summary.ladders for reason in ladder.reasons]
    cites = (
        *(line.cite for line in told),
        *(line.cite for line in summary.fit),
        *(reason.cite for reason in reasons),
    )
    cited = {cite for group in cites for cite in group}
    return tuple(
        SourceLine(id=one.id, title=one.title, locator=one.locator)
        for one in questionnaire.source
        if one.id in cited
    )
