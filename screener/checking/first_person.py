"""Check that answers that count have words to say aloud on the phone."""

from collections.abc import Iterator

from screener.checking.proof import Finding, Flaw, How
from screener.model import Band, Item, Option, Questionnaire, rated_answers


def check_first_person(questionnaire: Questionnaire, *, is_joined: bool) -> Finding:
    """Check that all answers that count have `first_person`, where any has it.

    Args:
        questionnaire: The questionnaire.
        is_joined: Whether it was put together from several: each is checked by itself.
    """
    steps = [step for item in questionnaire.item for step in rated_answers(item)]
    if is_joined or not any(step.first_person for step in steps):
        note = "added parts" if is_joined else "none there"
        return Finding(How.SKIPPED, 0, "answers", note=note)
    needed = list(_needed(questionnaire))
    flaws = tuple(
        Flaw(
            f"item {item.link_id}, {step.code} has no `first_person`.",
            "say it as the person would on the phone.",
        )
        for item, step in needed
        if not step.first_person
    )
    return Finding(How.READ, len(needed), "answers", flaws)


def _needed(questionnaire: Questionnaire) -> Iterator[tuple[Item, Option | Band]]:
    """Yield the answers that rate or score something."""
    for item in questionnaire.item:
        if not item.instrument:
            for step in rated_answers(item):
                if step.rates or (isinstance(step, Option) and step.score):
                    yield item, step
