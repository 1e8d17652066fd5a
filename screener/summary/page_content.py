"""All that the typeset page says, in the order in which it says it.

The template draws and has no words of its own; the words are here.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from screener.language import date_words
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
from screener.summary.what_could_change import change_words
from screener.summary.wording import (
    ENOUGH,
    FIT_WORDS,
    LEFT_OUT,
    RATING_WORDS,
    STANDING,
    answered_words,
    because,
    open_safety_words,
    range_words,
)

_EVERYWHERE = (HelpKind.CRISIS, HelpKind.EMERGENCY)
_HERE, _MAYBE, _NOT = "here", "maybe", "not"


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
        others=_others(others),
        weights=_weights(summary),
        alternatives=_lines("If this level is out of reach", summary.alternatives),
        supports=_lines("Support to ask for", summary.supports),
        benefits=_lines("What this kind of care offers", summary.benefits),
        fit=_signs(summary.fit),
        matters=_matters(summary.answers),
        asks=_lines("Questions to ask a program", summary.asks),
        brings=_lines("What to bring", summary.brings),
        counselor=_counselor(summary),
        notes="Notes of the counselor",
        answers=_answers(summary.answers),
        help=_help(summary),
        standing=_standing(summary),
        everywhere=tuple(_number(one) for one in _for_everyone(summary)),
        pages="of",
    )


def _counselor(summary: Summary) -> Lines:
    told = counselor_words(summary.counselor) if summary.counselor else ()
    return Lines(heading=HEADING, lines=tuple(told))


def _under_title(summary: Summary) -> Iterator[str]:
    yield f"{answered_words(summary)} {summary.reviewed}"
    if summary.left_out:
        yield LEFT_OUT


def _first(summary: Summary) -> First:
    calm = "" if summary.steps else "No answer here calls for help right away."
    crisis = (one for one in summary.help if HelpKind.CRISIS in one.kinds)
    return First(
        heading="What to do first" if summary.steps else "Safety first",
        calm=calm and f"{calm} If that changes:",
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
    why = [reason.text for reason in level.reasons_enough_first]
    return Level(
        ladder=_ladder(level),
        here="The answers point here",
        maybe="Possible: some questions are open",
        about=Lines(heading=level.rung_name, lines=(level.about, *level.facts)),
        why=Lines(
            heading="Why this much",
            lines=tuple(why or ["Nothing in the answers points to more."]),
        ),
        said=said and f"You said: {said} {ENOUGH}",
        no_more=Lines(heading="Why not more", lines=(range_words(level),)),
        changes=Lines(
            heading="What could change it", lines=tuple(change_words(summary, level))
        ),
    )


def _ladder(ladder: LadderLine) -> Ladder:
    low, high = ladder.place_of(ladder.low), ladder.place_of(ladder.high)
    told = ladder.rung_name
    if not ladder.settled:
        told += f" (could be as high as: {ladder.name_of(ladder.high)})"
    states = [
        _HERE if place == low else _MAYBE if low < place <= high else _NOT
        for place in range(len(ladder.rungs))
    ]
    return Ladder(
        name=ladder.name,
        alt=_picture_words(ladder, low, high),
        rungs=tuple(
            Rung(name=rung.name, state=state)
            for rung, state in zip(ladder.rungs, states, strict=True)
        ),
        told=told,
        why=" ".join(reason.text for reason in ladder.reasons),
    )


def _picture_words(ladder: LadderLine, low: int, high: int) -> str:
    steps = "; ".join(rung.name for rung in ladder.rungs)
    told = (
        f"{ladder.name}, a ladder of {len(ladder.rungs)} steps from mild to grave: "
        f"{steps}. The answers point to step {low + 1}, {ladder.rung_name}."
    )
    if ladder.settled:
        return told
    name = ladder.name_of(ladder.high)
    return f"{told} It could be as high as step {high + 1}, {name}."


def _others(ladders: Iterable[LadderLine]) -> Ladders:
    return Ladders(
        heading="Beside the level of care",
        ladders=tuple(_ladder(ladder) for ladder in ladders),
    )


def _weights(summary: Summary) -> Weights:
    ratings = sorted(summary.ratings, key=lambda one: (-one.low, -one.high))
    bars = tuple(_bar(one) for one in ratings if one.high)
    scales = tuple(
        f"{one.name}: {one.score} points, {one.band}"
        for one in summary.scales
        if one.score is not None
    )
    told = "; ".join(f"{bar.name}: {bar.words}" for bar in bars)
    return Weights(
        heading="How heavy each thing weighs",
        alt=f"Bars from none (0) to severe (4). {told}.",
        bars=bars,
        scales=scales,
    )


def _bar(rating: RatingLine) -> Bar:
    words = RATING_WORDS[rating.low]
    if rating.high > rating.low:
        words += f" to {RATING_WORDS[rating.high]}"
    return Bar(name=rating.name, low=rating.low, high=rating.high, words=words)


def _lines(heading: str, told: Iterable[Told]) -> Lines:
    return Lines(heading=heading, lines=tuple(one.text for one in told))


def _signs(fit: Iterable[FitLine]) -> Signs:
    return Signs(
        heading="Signs that intensive outpatient care fits",
        signs=tuple(
            FitSignLine(
                fit=line.fit.value,
                word=FIT_WORDS[line.fit],
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
    return _by_section("What matters to the person", told)


def _answers(answers: Iterable[AnswerLine]) -> Answers:
    return _by_section("Every answer", answers)


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
        heading="Help lines",
        numbers=tuple(_number(one) for one in summary.help if one not in above),
    )


def _standing(summary: Summary) -> Lines:
    origin = summary.questionnaire
    made = (
        f"Made by {summary.program} with {origin.id} {origin.version}, "
        f"{origin.hash[:12]}, on {date_words(summary.date)}."
    )
    return Lines(
        heading="What this is, and what it is not",
        lines=(
            f"{STANDING} {summary.reviewed} {origin.limits}",
            made,
            *summary.credits,
        ),
    )
