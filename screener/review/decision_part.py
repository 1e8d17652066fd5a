"""The decisions that a clinician must make, on the first page of a review sheet."""

from collections.abc import Iterator, Sequence

from screener.model import Decision, Questionnaire
from screener.review.marks import literal
from screener.review.source_part import source_words

_WHY = (
    "No source settles these. Until they are decided, the rules do what is said under "
    '"Today". Please answer each one by its number, with your signature.'
)


def decisions_part(
    decisions: Sequence[Decision], questionnaire: Questionnaire
) -> Iterator[str]:
    """Every decision as a numbered question, with the sources for each answer.

    Args:
        decisions: The decisions; their rules and sources exist.
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    if decisions:
        yield from (_WHY, "")
    for number, decision in enumerate(decisions, 1):
        yield f"{number}. **{literal(decision.question)}** (`{decision.id}`)"
        rules = ", ".join(f"`{rule}`" for rule in decision.rules)
        named = f" Rules: {rules}." if rules else ""
        yield f"   - Today: {literal(decision.today)}{named}"
        for side in decision.side:
            yield f"   - {literal(side.says)}"
            for cite in side.cite:
                yield f"     - {source_words(questionnaire.sources[cite])}"
        yield "   - Decided: ________________"
    yield ""
