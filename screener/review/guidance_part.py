"""The ladders, rules and lines of a review sheet."""

from collections.abc import Iterator, Sequence

from screener.model import (
    Condition,
    FitSign,
    Ladder,
    Line,
    Questionnaire,
    Rule,
)
from screener.review.condition_words import condition_words
from screener.review.item_part import cites_line
from screener.review.marks import MARKDOWN, literal
from screener.review.rule_words import rule_words, ways_to
from screener.review.source_part import source_words


def ladders_part(questionnaire: Questionnaire) -> Iterator[str]:
    """What is decided: every ladder with its steps.

    Args:
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    for ladder in questionnaire.ladder:
        yield from (f"### {literal(ladder.name)} (`{ladder.id}`)", "")
        yield from ("From mild to grave:", "")
        for place, rung in enumerate(ladder.rung, 1):
            yield f"{place}. **{literal(rung.name)}.** {literal(rung.about)}"
            yield from (f"   - {literal(fact)}" for fact in rung.facts)
            yield from (
                f"   - {literal(one.text)} (only in the region `{one.region}`)"
                for one in rung.local
            )
            yield f"   {cites_line(rung.cite)}"
        yield ""


def rules_part(questionnaire: Questionnaire) -> Iterator[str]:
    """Every rule, by ladder and by what it gives, the gravest first.

    Args:
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    for ladder in questionnaire.ladder:
        yield from _rules_of(ladder, questionnaire)


def lines_part(lines: Sequence[Line], questionnaire: Questionnaire) -> Iterator[str]:
    """Lines that are told beside a placement.

    Args:
        lines: All lines of one kind.
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    for line in lines:
        yield f'- "{literal(line.text)}" (`{line.id}`)'
        shown = _when(line.show_when, questionnaire, "Shown", "Shown to everyone.")
        yield f"  - {shown}"
        if line.region:
            yield f"  - Only in the region `{line.region}`."
        yield f"  {cites_line(line.cite)}"
    yield ""


def fit_part(signs: Sequence[FitSign], questionnaire: Questionnaire) -> Iterator[str]:
    """The signs that a kind of care fits.

    Args:
        signs: The signs.
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    for sign in signs:
        yield f'- "{literal(sign.sign)}" (`{sign.id}`)'
        told = _when(sign.applies_when, questionnaire, "Told", "Told to everyone.")
        yield f"  - {told}"
        yield f"  - {_when(sign.fits_when, questionnaire, 'It fits')}"
        yield f'  - Where it does not fit yet: "{literal(sign.build)}"'
        yield f"  {cites_line(sign.cite)}"
    yield ""


def _when(
    condition: Condition | None,
    questionnaire: Questionnaire,
    verb: str,
    always: str = "",
) -> str:
    if condition is None:
        return always
    return f"{verb} when {condition_words(condition, questionnaire, MARKDOWN)}."


def _rules_of(ladder: Ladder, questionnaire: Questionnaire) -> Iterator[str]:
    for rung in reversed(ladder.rung):
        rules = [
            rule
            for rule in questionnaire.guidance.rule
            if (rule.ladder, rule.rung) == (ladder.id, rung.id)
        ]
        if rules:
            heading = f"{literal(ladder.name)}: at least {literal(rung.name)}"
            yield from (f"### {heading}", "")
        for rule in rules:
            yield from _rule(rule, questionnaire)


def _rule(rule: Rule, questionnaire: Questionnaire) -> Iterator[str]:
    flag = "**Red flag** · " if rule.red_flag else ""
    yield from (f"#### {flag}`{rule.id}`", "")
    yield from (rule_words(rule, questionnaire, MARKDOWN), "")
    yield from _answers(rule, questionnaire)
    yield f'- Reason told: "{literal(rule.text)}"'
    yield from _other_words(rule, questionnaire)
    if rule.red_flag:
        yield "- The questions stop as soon as it holds."
    if rule.first:
        yield f'- What to do first: "{literal(rule.first)}"'
    if rule.concern:
        yield (
            f"- Its concern is `{rule.concern}`: where a graver rule of this concern "
            "holds, only that one says what to do first."
        )
    if rule.help:
        yield f"- Help lines shown with it: {', '.join(rule.help)}."
    yield "- Sources:"
    for cite in rule.cite:
        yield f"  - {source_words(questionnaire.sources[cite])}"
    yield ""


def _other_words(rule: Rule, questionnaire: Questionnaire) -> Iterator[str]:
    """What is told instead; of several that hold, the first."""
    for words in rule.wording:
        when = condition_words(words.show_when, questionnaire, MARKDOWN)
        yield f'- Told instead when {when}: "{literal(words.text)}"'
        if words.first:
            yield f'  - What to do first then: "{literal(words.first)}"'


def _answers(rule: Rule, questionnaire: Questionnaire) -> Iterator[str]:
    """The answers that fulfill a rule, one line a threshold."""
    names = {one.id: one.name for one in questionnaire.dimension}
    for dimension, least in rule.at_least.items():
        ways = _ways(dimension, least, questionnaire)
        if len(rule.at_least) == 1:
            yield f"- That is: {ways}."
        else:
            yield f"- For {MARKDOWN.soft(names[dimension])}: {ways}."


def _ways(dimension: str, least: int, questionnaire: Questionnaire) -> str:
    ways = ways_to(dimension, least, questionnaire, MARKDOWN)
    return "; or ".join(ways) or "no answer gives this, so the rule never holds"
