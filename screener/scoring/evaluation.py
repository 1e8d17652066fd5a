"""The one entry: answers in, recommendation out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from screener.model import Answers, Fact, Given, Questionnaire, Rates, Rule, TextItem
from screener.scoring.answered import given_answers
from screener.scoring.circuit import Circuit, Facts, at_gravest, at_mildest
from screener.scoring.compiler import circuit_of
from screener.scoring.enablement import enable
from screener.scoring.facts import facts_in
from screener.scoring.lines import LineReader
from screener.scoring.rating import band_of, chosen
from screener.scoring.recommendation import (
    Evidence,
    HoldingRule,
    Placement,
    RatingRange,
    Recommendation,
    ScaleScore,
)
from screener.scoring.response_bounds import ResponseBounds


def evaluate(
    questionnaire: Questionnaire, answers: Answers, facts: Set[Fact] = frozenset()
) -> Recommendation:
    """Place a person on every ladder, exactly, whatever is still unknown.

    Every true answer lies between the mildest and the gravest, and placement is
    monotone: so placing the unknown ones at both ends gives the exact range.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: Answers by `link_id`; each fits its item (`screener.catalog` and the
            interview see to it). What is absent or unknown stays open.
        facts: What is known of the person beside what these answers tell.

    Returns:
        The placements with their exact range, the rules that hold, and the lines
        for this person.
    """
    circuit = circuit_of(questionnaire)
    known = given_answers(questionnaire, answers)
    low = circuit.facts(circuit.marks(known, at_mildest))
    high = circuit.facts(circuit.marks(known, at_gravest))
    may_apply = circuit.enabled(high)
    counted = enable(questionnaire, known).counted
    own = {key: known[key] for key in circuit.enabled(low) if key in known}
    placements = placements_at(questionnaire, circuit.rungs(low), circuit.rungs(high))
    holding = circuit.holding(low)
    held = {rule.id for rule in holding}
    said = _said(questionnaire, own)
    by_dimension = _by_dimension(said)
    bands = _bands(questionnaire, circuit, low)
    # Behind an unknown gate, a given answer is as open as one that was not given.
    applicable = frozenset(may_apply)
    open_ = applicable - counted.keys()
    ends = {id: (placed.low, placed.high) for id, placed in placements.items()}
    facts = facts | facts_in(questionnaire, answers)
    totals = _ends_of_totals(questionnaire, circuit, low, high)
    reader = LineReader(questionnaire, counted, ends, totals, open_, facts)
    guidance = questionnaire.guidance
    unknown = tuple(_unknown(questionnaire, known, may_apply))
    return Recommendation(
        placements=placements,
        rules=tuple(
            HoldingRule(
                reader.in_fitting_words(rule),
                (*_evidence(rule, said, by_dimension), *_totals(rule, bands)),
            )
            for rule in holding
        ),
        possible_rules=tuple(
            rule for rule in circuit.holding(high) if rule.id not in held
        ),
        ratings=_ratings(circuit, low, high),
        scales=tuple(
            scale_scores(
                questionnaire, circuit, low, high, circuit.enabled(low), unknown
            )
        ),
        unknown=unknown,
        unused=_unused(known, applicable),
        alternatives=reader.shown(guidance.alternative),
        supports=reader.shown(guidance.support),
        benefits=reader.shown(guidance.benefit),
        asks=reader.shown(guidance.ask),
        brings=reader.shown(guidance.bring),
        fit=reader.fit(guidance.fit),
        facts=frozenset(facts),
    )


def place(questionnaire: Questionnaire, answers: Answers) -> dict[str, Placement]:
    """Return only where answers place a person on each ladder.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: Answers by `link_id`, as for `evaluate`.
    """
    standing = ResponseBounds.of(questionnaire, answers)
    low, high = map(standing.circuit.place, (standing.low, standing.high))
    return placements_at(questionnaire, low, high)


def unused_answers(questionnaire: Questionnaire, answers: Answers) -> tuple[str, ...]:
    """Return the items whose answers do not count, as they cannot be asked.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: Answers by `link_id`, as for `evaluate`.
    """
    bounds = ResponseBounds.of(questionnaire, answers)
    circuit = bounds.circuit
    applicable = frozenset(circuit.enabled(circuit.facts(bounds.high)))
    return _unused(bounds.known, applicable)


def _unused(known: Mapping[str, Given], applicable: Set[str]) -> tuple[str, ...]:
    return tuple(link_id for link_id in known if link_id not in applicable)


def totals(
    questionnaire: Questionnaire, answers: Answers
) -> dict[str, tuple[int, int]]:
    """Return the total of each scale at both ends, as its bands rate it.

    Args:
        questionnaire: The questionnaire that was asked.
        answers: Answers by `link_id`, as for `evaluate`.
    """
    standing = ResponseBounds.of(questionnaire, answers)
    ends = map(standing.circuit.facts, (standing.low, standing.high))
    return _ends_of_totals(questionnaire, standing.circuit, *ends)


def _ends_of_totals(
    questionnaire: Questionnaire, circuit: Circuit, low: Facts, high: Facts
) -> dict[str, tuple[int, int]]:
    return {
        scale.id: (wire.total(low), wire.total(high))
        for scale, wire in zip(questionnaire.scale, circuit.scales, strict=True)
    }


def placements_at(
    questionnaire: Questionnaire, low: Iterable[int], high: Iterable[int]
) -> dict[str, Placement]:
    """The placements, from the place reached on each ladder at both ends."""
    placements: dict[str, Placement] = {}
    for ladder, lowest, highest in zip(questionnaire.ladder, low, high, strict=True):
        rung = ladder.rung[lowest].id
        placements[ladder.id] = Placement(
            ladder.id, rung, rung, ladder.rung[highest].id
        )
    return placements


def _ratings(circuit: Circuit, low: Facts, high: Facts) -> dict[str, RatingRange]:
    highest = circuit.ratings(high)
    return {
        dimension: RatingRange(rating, highest[dimension])
        for dimension, rating in circuit.ratings(low).items()
    }


def _unknown(
    questionnaire: Questionnaire, known: Mapping[str, Given], may_apply: Iterable[str]
) -> Iterator[str]:
    for link_id in may_apply:
        is_text = isinstance(questionnaire.items[link_id], TextItem)
        if link_id not in known and not is_text:
            yield link_id


def _said(
    questionnaire: Questionnaire, counted: Mapping[str, Given]
) -> list[tuple[Evidence, Rates]]:
    """The person's answers, as they are told, with what they rate."""
    return [
        (Evidence(link_id, option.says or option.code), option.rates)
        for link_id, answer in counted.items()
        for option in chosen(questionnaire.items[link_id], answer)
        if option.rates
    ]


def _by_dimension(
    said: Sequence[tuple[Evidence, Rates]],
) -> dict[str, list[tuple[int, int]]]:
    """Return for each dimension the places in `said` that rate it, and how high."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, (_evidence, rates) in enumerate(said):
        for on, level in rates.items():
            found.setdefault(on, []).append((place, level))
    return found


def _evidence(
    rule: Rule,
    said: Sequence[tuple[Evidence, Rates]],
    by_dimension: Mapping[str, Sequence[tuple[int, int]]],
) -> Iterator[Evidence]:
    """The person's answers that reach one of the rule's thresholds."""
    reaching = {
        place
        for on, least in rule.at_least.items()
        for place, level in by_dimension.get(on, ())
        if level >= least
    }
    for place in sorted(reaching):
        yield said[place][0]


def _bands(
    questionnaire: Questionnaire, circuit: Circuit, low: Facts
) -> list[tuple[Evidence, Rates]]:
    """The bands that the person's totals reach, as they are told, with their rates."""
    scales = zip(questionnaire.scale, circuit.scales, strict=True)
    reached = [(scale.id, band_of(scale, wire.total(low))) for scale, wire in scales]
    return [(Evidence(id, band.says or band.name), band.rates) for id, band in reached]


def _totals(rule: Rule, bands: Iterable[tuple[Evidence, Rates]]) -> Iterator[Evidence]:
    """The bands that the person's answers reach, and that reach a threshold."""
    for evidence, rates in bands:
        if any(rates.get(on, 0) >= least for on, least in rule.at_least.items()):
            yield evidence


def scale_scores(
    questionnaire: Questionnaire,
    circuit: Circuit,
    low: Facts,
    high: Facts,
    asked: Iterable[str],
    unknown: Iterable[str],
) -> Iterator[ScaleScore]:
    """The total and the band of every scale; none where an answer is missing.

    Args:
        questionnaire: The questionnaire that was asked.
        circuit: Its circuit.
        low: The facts with every unknown item at its mildest.
        high: The facts with every unknown item at its gravest.
        asked: The items that are asked at the mildest.
        unknown: The items that may apply and have no answer.
    """
    asked, unknown = frozenset(asked), frozenset(unknown)
    for scale, wire in zip(questionnaire.scale, circuit.scales, strict=True):
        score = wire.total(low)
        is_open = score != wire.total(high) or not unknown.isdisjoint(scale.items)
        if is_open or (scale.whole and not asked.issuperset(scale.items)):
            yield ScaleScore(scale.id, None, None)
        else:
            yield ScaleScore(scale.id, score, band_of(scale, score).name)
