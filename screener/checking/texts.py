"""All that a person reads, each text with the place where it is written."""

from collections.abc import Iterator
from typing import NamedTuple

from screener.catalog.earlier_file import EARLIER
from screener.model import Item, Questionnaire, rated_answers


class Passage(NamedTuple):
    """Words that are read in one go."""

    place: str
    text: str


def asked(questionnaire: Questionnaire) -> Iterator[Passage]:
    """Yield each question with all that stands on its screen, and why it is asked.

    The words of a published instrument are not ours to change: they are left out.
    """
    for item in questionnaire.item:
        if on_screen := screen_words(item):
            yield Passage(f"item {item.link_id}", on_screen)
        yield Passage(f"item {item.link_id}, why", item.why)
        if item.ask_again:
            yield Passage(f"item {item.link_id}, ask_again", item.ask_again)
        if item.seen_by:
            yield Passage(f"item {item.link_id}, seen_by", item.seen_by)


def told(questionnaire: Questionnaire) -> Iterator[Passage]:
    """Yield all that a welcome, a result, a summary or a re-score can say."""
    for key in ("title", "about", "limits", "seen_by"):
        yield Passage(key, getattr(questionnaire, key))
    for ladder in questionnaire.ladder:
        for rung in ladder.rung:
            local = (one.text for one in rung.local)
            facts = " ".join(_sentences((rung.about, *rung.facts, *local)))
            yield Passage(f"ladder {ladder.id}, rung {rung.id}", facts)
    yield from _statements(questionnaire)
    yield from _guidance(questionnaire)
    for entry in questionnaire.earlier:
        if entry.why:
            yield Passage(f"{EARLIER}, answer {entry.id}, why", entry.why)


def _statements(questionnaire: Questionnaire) -> Iterator[Passage]:
    """What answers are told back as, and what they add up to."""
    for item in questionnaire.item:
        for step in rated_answers(item):
            if step.says:
                yield Passage(f"item {item.link_id}, {step.code}, says", step.says)
            if step.first_person:
                place = f"item {item.link_id}, {step.code}, first_person"
                yield Passage(place, step.first_person)
    for scale in questionnaire.scale:
        for band in scale.band:
            words = f"{band.name}. {band.says or ''}"
            yield Passage(f"scale {scale.id}, band {band.from_}", words)


def _guidance(questionnaire: Questionnaire) -> Iterator[Passage]:
    guidance = questionnaire.guidance
    for rule in guidance.rule:
        yield Passage(f"rule {rule.id}", rule.text)
        if rule.first:
            yield Passage(f"rule {rule.id}, first", rule.first)
        for words in rule.wording:
            place = f"rule {rule.id}, wording {words.id}"
            yield Passage(place, " ".join(filter(None, (words.text, words.first))))
    lines = (*guidance.alternative, *guidance.support, *guidance.benefit)
    for line in (*lines, *guidance.ask, *guidance.bring):
        yield Passage(f"line {line.id}", line.text)
    for sign in guidance.fit:
        yield Passage(f"fit {sign.id}", f"{sign.sign} {sign.build}")


def screen_words(item: Item) -> str:
    """All that stands on a question's screen, as it is read in one go."""
    return " ".join(_sentences(_on_screen(item)))


def _on_screen(item: Item) -> Iterator[str]:
    is_ours = item.instrument is None
    if is_ours:
        yield item.question
    if item.hint:
        yield item.hint
    for step in rated_answers(item) if is_ours else ():
        text = getattr(step, "text", None)
        if text:
            yield text


def _sentences(texts: Iterator[str] | tuple[str, ...]) -> Iterator[str]:
    """Texts that stand alone end like sentences."""
    for text in texts:
        yield text if text[-1] in ".?!" else f"{text}."
