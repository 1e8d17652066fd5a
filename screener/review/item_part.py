"""The questions of a review sheet, each with its answers and what they weigh."""

from collections.abc import Iterator

from screener.model import (
    Band,
    ChoiceItem,
    ChoicesItem,
    Item,
    NumberItem,
    Option,
    Questionnaire,
    Scale,
    ScaleBand,
    TextItem,
    is_ordered,
    rated_answers,
)
from screener.review.condition_words import band_words, condition_words
from screener.review.marks import MARKDOWN, literal
from screener.review.rule_words import rates_words


def items_part(questionnaire: Questionnaire) -> Iterator[str]:
    """All questions in asking order, section by section.

    Args:
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    numbers = {link_id: place for place, link_id in enumerate(questionnaire.items, 1)}
    for section in questionnaire.section:
        yield from (f"### {literal(section.title)}", "")
        for item in questionnaire.item:
            if item.section == section.id:
                number = numbers[item.link_id]
                heading = f"{number}. {literal(item.short)} (`{item.link_id}`)"
                yield from (f"#### {heading}", "")
                yield from _item(item, questionnaire)


def scales_part(questionnaire: Questionnaire) -> Iterator[str]:
    """All scales.

    Args:
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    for scale in questionnaire.scale:
        yield from (f"### {literal(scale.name)} (`{scale.id}`)", "")
        yield from _scale(scale, questionnaire)


def cites_line(cite: tuple[str, ...]) -> str:
    """The sources of a thing, by the ids under which the last chapter lists them.

    Args:
        cite: Ids of sources.
    """
    return f"- Sources: {', '.join(literal(one) for one in cite)}"


def _item(item: Item, questionnaire: Questionnaire) -> Iterator[str]:
    yield f"> **{literal(item.question)}**"
    if item.hint:
        yield from (">", f"> {literal(item.hint)}")
    yield from ("", _way_to_answer(item), "")
    if steps := rated_answers(item):
        yield from _steps(item, steps, questionnaire)
    if item.enable_when is None:
        yield "- Asked of everyone."
    else:
        clause = condition_words(item.enable_when, questionnaire, MARKDOWN)
        yield f"- Asked when {clause}."
    if item.instrument:
        yield f"- Word for word from the instrument `{item.instrument}`."
    if item.at_once:
        yield "- Asked right after the answer that opens it."
    yield f'- Why we ask: "{literal(item.why)}"'
    seen_by = f'"{literal(item.seen_by)}"' if item.seen_by else "as told in part 1."
    yield f"- Who sees it: {seen_by}"
    yield from _manners(item, questionnaire)
    yield from (cites_line(item.cite), "")


def _manners(item: Item, questionnaire: Questionnaire) -> Iterator[str]:
    """How the question may be passed by, and what becomes of its answer."""
    if item.ask_again:
        again = literal(item.ask_again)
        yield f'- A safety question. If it is skipped, it is put once more: "{again}"'
    if not item.unsure:
        yield '- The answers do without a "Not sure".'
    if item.fixed:
        yield "- A fact that the person cannot change."
    if item.private:
        topics = {topic.id: topic.name for topic in questionnaire.private}
        topic = MARKDOWN.quoted(topics[item.private])
        yield f"- The person may leave it out of a saved file, under {topic}."


def _way_to_answer(item: Item) -> str:
    weighs = is_ordered(item)
    match item:
        case ChoiceItem():
            way = "One answer"
            how = ", listed from mildest to gravest." if weighs else ", in no order."
        case ChoicesItem():
            way = "Any number of ticks"
            how = "; each can only make it graver." if weighs else ", in no order."
        case NumberItem():
            unit = f" {literal(item.unit)}" if item.unit else ""
            way = f"A number from {item.minimum} to {item.maximum}{unit}"
            how = ", in ranges from mildest to gravest." if weighs else "."
        case TextItem():
            return (
                f"Free words, at most {item.max_length} characters. They weigh nothing."
            )
    return f"{way}{how}" if weighs else f"{way}{how} Its answers weigh nothing."


def _steps(
    item: Item, steps: tuple[Option | Band, ...], questionnaire: Questionnaire
) -> Iterator[str]:
    if not any(step.rates or step.says or step.first_person for step in steps):
        yield from ("| Answer |", "| --- |")
        yield from (f"| {_step(item, step)}{_extra(step)} |" for step in steps)
        yield ""
        return
    columns = ["Answer", "Weighs", "Told back as"]
    has_first_person = any(step.first_person for step in steps)
    if has_first_person:
        columns.append("To say on the phone")
    yield from (f"| {' | '.join(columns)} |", f"|{' --- |' * len(columns)}")
    for step in steps:
        rates = rates_words(step.rates, questionnaire, MARKDOWN) or "nothing"
        cells = [f"{_step(item, step)}{_extra(step)}", rates, _quoted(step.says)]
        if has_first_person:
            cells.append(_quoted(step.first_person))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _quoted(words: str | None) -> str:
    return f'"{literal(words)}"' if words else ""


def _step(item: Item, step: Option | Band) -> str:
    if isinstance(step, Band):
        unit = item.unit if isinstance(item, NumberItem) else None
        return literal(band_words([step], unit))
    return literal(step.text)


def _extra(step: Option | Band) -> str:
    if isinstance(step, Band):
        return ""
    alone = " (stands alone)" if step.exclusive else ""
    return alone if step.score is None else f"{alone} (score {step.score})"


def _scale(scale: Scale, questionnaire: Questionnaire) -> Iterator[str]:
    names = ", ".join(
        MARKDOWN.soft(questionnaire.items[link_id].short) for link_id in scale.items
    )
    items = (questionnaire.items[link_id] for link_id in scale.items)
    has_ticks = any(isinstance(item, ChoicesItem) for item in items)
    ticks = " Each tick adds its score." if has_ticks else ""
    alone = " There is a total only if all are asked." if scale.whole else ""
    yield from (f"The sum of the scores of {names}.{ticks}{alone}", "")
    yield from (
        "| From | Called | Weighs | Told back as |",
        "| --- | --- | --- | --- |",
    )
    yield from (_band(band, questionnaire) for band in scale.band)
    yield from ("", cites_line(scale.cite), "")


def _band(band: ScaleBand, questionnaire: Questionnaire) -> str:
    rates = rates_words(band.rates, questionnaire, MARKDOWN) or "nothing"
    name = literal(band.name)
    return f"| {band.from_} | {name} | {rates} | {_quoted(band.says)} |"
