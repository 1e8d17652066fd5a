"""The worked cases of a review sheet."""

from collections.abc import Iterator, Sequence

from screener.model import (
    Case,
    Item,
    Line,
    NumberItem,
    Questionnaire,
    TextItem,
    answer_words,
    is_ordered,
    rated_answers,
)
from screener.review.marks import MARKDOWN, literal
from screener.scoring import enable, mildest

_WHY = (
    "Made-up people. The rules must place each of them as written here; the program's "
    "own tests see to that."
)


def cases_part(cases: Sequence[Case], questionnaire: Questionnaire) -> Iterator[str]:
    """Every worked case: who, what they answered, what must come out.

    Args:
        cases: The cases; their answers fit the questionnaire.
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    if cases:
        yield from (_WHY, "")
    for number, case in enumerate(cases, 1):
        yield from (f"### Case {number} (`{case.id}`)", "")
        yield from (literal(case.about), "")
        yield from _answers(case, questionnaire)
        yield f"- Expected: {_expected(case, questionnaire)}."
        yield from _also(case, questionnaire)
        yield ""


def _answers(case: Case, questionnaire: Questionnaire) -> Iterator[str]:
    weighing, others, mild = list[str](), list[str](), list[str]()
    for link_id, item in questionnaire.items.items():
        answer = case.answers.get(link_id)
        if answer is None:
            continue
        if is_ordered(item) and answer == mildest(item):
            mild.append(MARKDOWN.soft(item.short))
        else:
            of = weighing if _weighs(item, answer) else others
            of.append(_told(item, answer))
    open_ones = [
        MARKDOWN.soft(questionnaire.items[link_id].short)
        for link_id in enable(questionnaire, case.answers).enabled
        if link_id not in case.answers
        and not isinstance(questionnaire.items[link_id], TextItem)
    ]
    yield f"- Answers that weigh: {'; '.join(weighing) or 'none'}."
    yield f"- Other answers: {'; '.join(others) or 'none'}."
    if mild:
        yield f"- The mildest answer to: {', '.join(mild)}."
    if open_ones:
        yield f"- Left open: {', '.join(open_ones)}."


def _told(item: Item, answer: str | int | tuple[str, ...]) -> str:
    words = answer_words(item, answer)
    told = ", ".join(MARKDOWN.quoted(one) for one in words) or "nothing ticked"
    return f"{MARKDOWN.soft(item.short)}: {told}"


def _weighs(item: Item, answer: str | int | tuple[str, ...]) -> bool:
    if isinstance(item, NumberItem):
        number = answer if isinstance(answer, int) else item.minimum
        return any(one.rates and one.from_ <= number <= one.to for one in item.band)
    codes = answer if isinstance(answer, tuple) else (answer,)
    return any(
        one.rates or getattr(one, "score", 0)
        for one in rated_answers(item)
        if one.code in codes
    )


def _expected(case: Case, questionnaire: Questionnaire) -> str:
    named = [
        f"{MARKDOWN.soft(ladder.name)} {_ends(case, ladder.id, questionnaire)}"
        for ladder in questionnaire.ladder
        if ladder.id in case.expect
    ]
    if not named:
        return "the lowest step of every ladder"
    others = "; every other ladder at its lowest step"
    return "; ".join(named) + (others if len(named) < len(questionnaire.ladder) else "")


def _ends(case: Case, ladder: str, questionnaire: Questionnaire) -> str:
    names = {rung.id: rung.name for rung in questionnaire.ladders[ladder].rung}
    ends = case.expect[ladder]
    if isinstance(ends, str):
        return f"at {MARKDOWN.strong(names.get(ends, ends))}"
    low, high = (MARKDOWN.strong(names.get(end, end)) for end in ends)
    return f"from {low} to {high}"


def _also(case: Case, questionnaire: Questionnaire) -> Iterator[str]:
    """What must be among the things shown."""
    guidance = questionnaire.guidance
    if case.rules:
        yield f"- Rules that must hold: {', '.join(f'`{id}`' for id in case.rules)}."
    for name, ids, lines in (
        ("Alternatives", case.alternatives, guidance.alternative),
        ("Supports", case.supports, guidance.support),
    ):
        if ids:
            yield f"- {name} that must be shown: {_texts(ids, lines)}"
    if case.unused:
        shorts = (questionnaire.items[link_id].short for link_id in case.unused)
        names = ", ".join(MARKDOWN.soft(short) for short in shorts)
        yield f"- Answered, but must not count: {names}."


def _texts(ids: Sequence[str], lines: Sequence[Line]) -> str:
    texts = {line.id: line.text for line in lines}
    return "; ".join(MARKDOWN.quoted(texts.get(id, id)) for id in ids)
