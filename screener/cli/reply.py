"""Where answers lead, as text."""

from collections.abc import Iterator

from screener.language import _
from screener.model import Fact, Questionnaire
from screener.scoring import Alarms, Placement, Recommendation, alarms_of
from screener.summary.span_words import placement_words
from screener.summary.wording import total_words


def reply_text(
    questionnaire: Questionnaire, recommendation: Recommendation
) -> Iterator[str]:
    """Tell a recommendation in words.

    Args:
        questionnaire: What was answered.
        recommendation: Where the answers lead.

    Yields:
        Lines of text.
    """
    yield from (f"  !! {words}" for words in _first(recommendation))
    alarms = alarms_of(recommendation)
    for placement in recommendation.placements.values():
        yield f"  {_place(questionnaire, placement, alarms)}"
        for holding in recommendation.rules:
            rule = holding.rule
            if (rule.ladder, rule.rung) == (placement.ladder, placement.rung):
                yield f"    - {rule.text} ({rule.id})"
    yield from _scales(questionnaire, recommendation)
    for words, ids in (
        (_("No answer yet to: {questions}"), recommendation.unknown),
        (_("Kept, but not counted: {questions}"), recommendation.unused),
    ):
        if ids:
            yield f"  {words.format(questions=', '.join(ids))}"
    for line in recommendation.alternatives:
        yield "  " + _("Another way: {way}").format(way=line.text)


def _first(recommendation: Recommendation) -> Iterator[str]:
    """Yield what to do first."""
    for flag in recommendation.red_flags:
        yield flag.rule.first or flag.rule.text
    if Fact.CRY_FOR_HELP in recommendation.facts:
        yield _("The own words hold a cry for help: call or text 988.")


def _scales(
    questionnaire: Questionnaire, recommendation: Recommendation
) -> Iterator[str]:
    names = {scale.id: scale.name for scale in questionnaire.scale}
    for one in recommendation.scales:
        if one.score is not None:
            yield "  " + total_words(names[one.scale], one.score, one.band)


def _place(questionnaire: Questionnaire, placement: Placement, alarms: Alarms) -> str:
    ladder = questionnaire.ladders[placement.ladder]
    names = {rung.id: rung.name for rung in ladder.rung}
    return f"{ladder.name}: {placement_words(placement, names, alarms)}"
