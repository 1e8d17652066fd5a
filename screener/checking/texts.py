"""All that a person reads, each text with the place where it is written."""

from collections.abc import Iterator
from typing import NamedTuple

from screener.model import Item, Questionnaire, rated_answers


class Passage(NamedTuple):
    """Words that are read in one go."""

    place: str
    text: str


def asked(questionnaire: Questionnaire) -> Iterator[Passage]:
    """Yield each question with all that stands on its screen, and why it is asked."""
    for item in questionnaire.item:
        yield Passage(f"item {item.link_id}", " ".join(_sentences(_on_screen(item))))
        yield Passage(f"item {item.link_id}, why", item.why)
        if item.ask_again:
            yield Passage(f"item {item.link_id}, ask_again", item.ask_again)
        if item.seen_by:
            yield Passage(f"item {item.link_id}, seen_by", item.seen_by)


def told(questionnaire: Questionnaire) -> Iterator[Passage]:
    """Yield all that a welcome, a result or a summary can say."""
    for key in ("title", "about", "limits", "seen_by"):
        yield Passage(key, getattr(questionnaire, key))
    for ladder in questionnaire.ladder:
        for rung in ladder.rung:
            facts = " ".join(_sentences((rung.about, *rung.facts)))
            yield Passage(f"ladder {ladder.id}, rung {rung.id}", facts)
    for item in questionnaire.item:
        for step in rated_answers(item):
            if step.says:
                yield Passage(f"item {item.link_id}, {step.code}, says", step.says)
    yield from _guidance(questionnaire)


def _guidance(questionnaire: Questionnaire) -> Iterator[Passage]:
    guidance = questionnaire.guidance
    for rule in guidance.rule:
        yield Passage(f"rule {rule.id}", rule.text)
        if rule.first:
            yield Passage(f"rule {rule.id}, first", rule.first)
    lines = (*guidance.alternative, *guidance.support, *guidance.benefit)
    for line in (*lines, *guidance.ask, *guidance.bring):
        yield Passage(f"line {line.id}", line.text)
    for sign in guidance.fit:
        yield Passage(f"fit {sign.id}", f"{sign.sign} {sign.build}")


def _on_screen(item: Item) -> Iterator[str]:
    yield item.text
    if item.hint:
        yield item.hint
    for step in rated_answers(item):
        text = getattr(step, "text", None)
        if text:
            yield text


def _sentences(texts: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    """Texts that stand alone end like sentences."""
    for text in texts:
        yield text if text[-1] in ".?!" else f"{text}."
