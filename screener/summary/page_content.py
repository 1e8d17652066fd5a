"""All that the typeset page says, in the order in which it says it.

The template draws and has no words of its own; the words are here.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from screener.language import _, date_words
from screener.model import HelpKind
from screener.scoring import Fit
from screener.summary.answer_text import answer_told
from screener.summary.counselor_words import HEADING, counselor_words
from screener.summary.model import (
    AnswerLine,
    AnswerState,
    FitLine,
    HelpEntry,
    LadderLine,
    RatingLine,
    Step,
    Summary,
    Told,
)
from screener.summary.own_language import in_its_language
from screener.summary.page_records import (
    Answers,
    Bar,
    First,
    FirstStep,
    FitSignLine,
    HelpNumbers,
    Ladder,
    Ladders,
    Level,
    Lines,
    Number,
    PageContent,
    Rung,
    Said,
    SectionAnswers,
    Signs,
    Weights,
)
from screener.summary.said import (
    about_lines,
    ask_lines,
    calm_words,
    drawn_rungs,
    fit_lines,
    more_words,
    name_words,
    place_words,
    weighed_ratings,
    why_words,
)
from screener.summary.what_could_change import change_words
from screener.summary.wording import (
    ELSEWHERE,
    ENOUGH,
    FIT_WORDS,
    LEFT_OUT,
    RATING_WORDS,
    STANDING,
    answered_words,
    because,
    open_safety_words,
    total_words,
)

_EVERYWHERE = (HelpKind.CRISIS, HelpKind.EMERGENCY)


@in_its_language
def page_content(summary: Summary) -> PageContent:
    """Put a summary into the words of the page.

    Args:
        summary: The summary.
    """
    level, *others = summary.ladders
    return PageContent(
        language=summary.questionnaire.language,
        title=summary.questionnaire.title,
        date=date_words(summary.date),
        under_title=tuple(_under_title(summary)),
        first=_first(summary),
        level=_level(level, summary),
        others=_others(others, summary),
        weights=_weights(summary),
        alternatives=_lines(_("Other options"), summary.alternatives),
        supports=_lines(_("Support to ask for"), summary.supports),
        benefits=_lines(_("What this kind of care offers"), summary.benefits),
        fit=_signs(fit_lines(summary)),
        matters=_matters(summary.answers),
        asks=_lines(_("Questions to ask a program"), ask_lines(summary)),
        brings=_lines(_("What to bring"), summary.brings),
        counselor=_counselor(summary),
        notes=_("Notes of the counselor"),
        answers=_answers(summary.answers),
        help=_help(summary),
        standing=_standing(summary),
        everywhere=tuple(_number(one) for one in _for_everyone(summary)),
        elsewhere=_(ELSEWHERE),
        pages=_("of"),
    )


def _counselor(summary: Summary) -> Lines:
    told = counselor_words(summary.counselor) if summary.counselor else ()
    return Lines(heading=_(HEADING), lines=tuple(told))


def _under_title(summary: Summary) -> Iterator[str]:
    yield f"{answered_words(summary)} {summary.reviewed}"
    if summary.left_out:
        yield _(LEFT_OUT)


def _first(summary: Summary) -> First:
    calm = calm_words(summary)
    crisis = (one for one in summary.help if HelpKind.CRISIS in one.kinds)
    return First(
        heading=_("What to do first") if summary.steps else _("Safety first"),
        calm=calm,
        steps=tuple(_steps(summary.steps)),
        numbers=tuple(_number(one) for one in crisis) if calm else (),
        open_safety=open_safety_words(summary),
    )


def _steps(steps: Iterable[Step]) -> Iterator[FirstStep]:
    """The steps, each with the numbers that do not stand above it already."""
    told: set[HelpEntry] = set()
    for step in steps:
        numbers = tuple(_number(one) for one in step.help if one not in told)
        yield FirstStep(text=step.text, urgent=step.urgent, numbers=numbers)
        told.update(step.help)


def _number(one: HelpEntry) -> Number:
    return Number(name=one.name, reach=one.reach, hours=one.hours)


def _for_everyone(summary: Summary) -> list[HelpEntry]:
    return [one for one in summary.help if not set(_EVERYWHERE).isdisjoint(one.kinds)]


def _level(level: LadderLine, summary: Summary) -> Level:
    said = " ".join(because(level)) if level.reasons else ""
    return Level(
        ladder=_ladder(level, summary),
        about=Lines(
            heading=name_words(summary, level), lines=about_lines(summary, level)
        ),
        why=Lines(heading=_("Why this level"), lines=tuple(why_words(summary, level))),
        said=said and _("You said: {said}").format(said=f"{said} {_(ENOUGH)}"),
        no_more=Lines(
            heading=_("Why not a higher level"), lines=(more_words(summary, level),)
        ),
        changes=Lines(
            heading=_("What could change it"), lines=tuple(change_words(summary, level))
        ),
    )


def _ladder(ladder: LadderLine, summary: Summary) -> Ladder:
    return Ladder(
        name=ladder.name,
        alt=_picture_words(ladder, summary),
        rungs=tuple(
            Rung(name=rung.name, state=rung.mark.value, words=rung.words)
            for rung in drawn_rungs(summary, ladder)
        ),
        told=place_words(summary, ladder),
        why=ladder.reason_texts,
    )


def _picture_words(ladder: LadderLine, summary: Summary) -> str:
    return _(
        "{name}, a ladder of {n} steps from mild to grave: {steps}. {place}."
    ).format(
        name=ladder.name,
        n=len(ladder.rungs),
        steps="; ".join(rung.name for rung in ladder.rungs),
        place=place_words(summary, ladder),
    )


def _others(ladders: Iterable[LadderLine], summary: Summary) -> Ladders:
    return Ladders(
        heading=_("Besides the level of care"),
        ladders=tuple(_ladder(ladder, summary) for ladder in ladders),
    )


def _weights(summary: Summary) -> Weights:
    bars = tuple(map(_bar, weighed_ratings(summary)))
    scales = tuple(
        total_words(one.name, one.score, one.band)
        for one in summary.scales
        if one.score is not None
    )
    told = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
    return Weights(
        heading=_("How heavy each thing weighs"),
        alt=_("Bars from none (0) to severe (4). {told}.").format(told=told),
        bars=bars,
        scales=scales,
    )


def _bar(rating: RatingLine) -> Bar:
    words = _(RATING_WORDS[rating.low])
    if rating.high > rating.low:
        words += _(" to {high}").format(high=_(RATING_WORDS[rating.high]))
    return Bar(name=rating.name, low=rating.low, high=rating.high, words=words)


def _lines(heading: str, told: Iterable[Told]) -> Lines:
    return Lines(heading=heading, lines=tuple(one.text for one in told))


def _signs(fit: Iterable[FitLine]) -> Signs:
    return Signs(
        heading=_("How well an intensive outpatient program (IOP) would fit"),
        signs=tuple(
            FitSignLine(
                fit=line.fit.value,
                word=_(FIT_WORDS[line.fit]),
                sign=line.sign,
                build=line.build if line.fit is Fit.BUILD else "",
            )
            for line in fit
        ),
    )


def _matters(answers: Iterable[AnswerLine]) -> Answers:
    """What was asked for the talk alone: wishes, hurdles, strengths, own words."""
    told = [
        line
        for line in answers
        if line.state is AnswerState.GIVEN and not line.can_move and line.answer
    ]
    return _by_section(_("What matters to the person"), told)


def _answers(answers: Iterable[AnswerLine]) -> Answers:
    return _by_section(_("Every answer"), answers)


def _by_section(heading: str, answers: Iterable[AnswerLine]) -> Answers:
    return Answers(
        heading=heading,
        sections=tuple(
            SectionAnswers(title=title, answers=tuple(_said(line) for line in lines))
            for title, lines in groupby(answers, key=lambda line: line.section)
        ),
    )


def _said(line: AnswerLine) -> Said:
    given = line.state is AnswerState.GIVEN
    return Said(short=line.short, answer=answer_told(line), open=not given)


def _help(summary: Summary) -> HelpNumbers:
    above = {one for step in summary.steps for one in step.help}
    return HelpNumbers(
        heading=_("Help lines"),
        numbers=tuple(_number(one) for one in summary.help if one not in above),
    )


def _standing(summary: Summary) -> Lines:
    origin = summary.questionnaire
    made = _("Made by {program} with {id} {version}, {hash}, on {date}.").format(
        program=summary.program,
        id=origin.id,
        version=origin.version,
        hash=origin.hash[:12],
        date=date_words(summary.date),
    )
    return Lines(
        heading=_("What this is, and what it is not"),
        lines=(
            f"{_(STANDING)} {summary.reviewed} {origin.limits}",
            made,
            *summary.credits,
        ),
    )
