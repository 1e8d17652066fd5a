"""Makes the summary of a visit: what the answers lead to, told in full."""

import datetime
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

import screener
from screener.catalog.reviewed import reviewed_words
from screener.counselor import Marks, counselor_answers
from screener.model import (
    Answers,
    HelpKind,
    HelpLine,
    HelpLines,
    Line,
    Questionnaire,
    Respondent,
    Review,
)
from screener.scoring import FitFinding, HoldingRule, Recommendation, evaluate, explain
from screener.summary.answer_lines import answer_lines
from screener.summary.counselor_part import CounselorPart, counselor_part
from screener.summary.explanation_lines import (
    change_lines,
    change_set_lines,
    open_lines,
)
from screener.summary.first_steps import first_steps, help_entry
from screener.summary.ladder_lines import ladder_lines, told_ladders
from screener.summary.leave_out import leave_out
from screener.summary.model import (
    FitLine,
    Origin,
    RatingLine,
    ScaleLine,
    SourceLine,
    Summary,
    Told,
)


@dataclass(frozen=True, slots=True)
class CounselorView:
    """Who walked the client through, and what they set down."""

    by: str
    """Initials."""
    marks: Marks


_FOR_EVERYONE = {HelpKind.EMERGENCY, HelpKind.CRISIS}


def summarize(
    questionnaire: Questionnaire,
    answers: Answers,
    help_lines: HelpLines,
    *,
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
        respondent: Who answered.
        created: When; aware of its time zone.
        left_out: Private topics that the person wants nothing told of.
        reviews: Who has reviewed the questionnaire, in any state of it.
        counselor: What a counselor set down, if one was there.
        client: The client's code, in a caseload.
    """
    asked, told = leave_out(questionnaire, answers, left_out)
    found = evaluate(asked, told)
    explained = explain(asked, told)
    lines = _help_lines(questionnaire, asked, help_lines)
    known_help = replace(help_lines, line=lines)
    summary = Summary(
        program=f"screener {screener.__version__}",
        created=created.replace(microsecond=0),
        respondent=respondent,
        client=client,
        region=help_lines.region,
        questionnaire=_origin(questionnaire),
        reviewed=reviewed_words(questionnaire, reviews),
        left_out=bool(left_out),
        steps=first_steps(asked, _all_that_hold(asked, told, counselor), known_help),
        ladders=ladder_lines(asked, found, explained, left_out=bool(left_out)),
        ratings=tuple(_ratings(asked, found)),
        scales=tuple(_scales(asked, found)),
        alternatives=_told(found.alternatives),
        supports=_told(found.supports),
        benefits=_told(found.benefits),
        fit=tuple(_fit(found.fit)),
        asks=_told(found.asks),
        brings=_told(found.brings),
        answers=answer_lines(asked, told, found),
        help=tuple(help_entry(line) for line in lines),
        sources=(),
        credits=tuple(_credits(asked)),
        open=tuple(open_lines(asked, explained.open)),
        changes=tuple(change_lines(asked, explained)),
        change_sets=tuple(change_set_lines(asked, explained.sets)),
        counselor=_counselor(asked, told, counselor, left_out=bool(left_out)),
    )
    return replace(summary, sources=_sources(questionnaire, summary))


def _all_that_hold(
    asked: Questionnaire, told: Answers, view: CounselorView | None
) -> tuple[HoldingRule, ...]:
    """The rules of both views: a danger that one of them sees is told."""
    theirs = evaluate(asked, told).rules
    if view is None:
        return theirs
    known = {one.rule.id for one in theirs}
    ours = evaluate(
        asked, counselor_answers(told, view.marks.about(frozenset(asked.items)))
    ).rules
    return (*theirs, *(one for one in ours if one.rule.id not in known))


def _counselor(
    asked: Questionnaire,
    told: Answers,
    view: CounselorView | None,
    *,
    left_out: bool,
) -> CounselorPart | None:
    if view is None:
        return None
    ladders = told_ladders(asked, left_out=left_out)
    return counselor_part(asked, told, view.marks, view.by, ladders, left_out=left_out)


def _ratings(
    questionnaire: Questionnaire, recommendation: Recommendation
) -> Iterator[RatingLine]:
    for one in questionnaire.dimension:
        rating = recommendation.ratings[one.id]
        yield RatingLine(
            dimension=one.id, name=one.name, low=rating.low, high=rating.high
        )


def _scales(
    questionnaire: Questionnaire, recommendation: Recommendation
) -> Iterator[ScaleLine]:
    names = {scale.id: scale.name for scale in questionnaire.scale}
    for one in recommendation.scales:
        yield ScaleLine(
            scale=one.scale, name=names[one.scale], score=one.score, band=one.band
        )


def _credits(questionnaire: Questionnaire) -> Iterator[str]:
    used = {item.instrument for item in questionnaire.item}
    for one in questionnaire.instrument:
        if one.id in used:
            yield f"{one.name}: {one.credit} {one.terms}"


def _fit(findings: Iterable[FitFinding]) -> Iterator[FitLine]:
    for finding in findings:
        sign = finding.sign
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


def _told(lines: tuple[Line, ...]) -> tuple[Told, ...]:
    return tuple(Told(id=one.id, text=one.text, cite=one.cite) for one in lines)


def _help_lines(
    whole: Questionnaire, asked: Questionnaire, help_lines: HelpLines
) -> tuple[HelpLine, ...]:
    """All lines but those for nothing else than what was left out."""
    silent = _helped(whole) - _helped(asked) - _FOR_EVERYONE
    return tuple(line for line in help_lines.line if not silent.issuperset(line.kinds))


def _helped(questionnaire: Questionnaire) -> set[HelpKind]:
    return {kind for rule in questionnaire.guidance.rule for kind in rule.help}


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
