"""From ratings to rungs: the highest rung that any holding rule gives.

Rules only ask for ratings of *at least* something, so a graver answer can add
rules that hold and never takes one away: placement is monotone.
"""

from collections.abc import Iterable, Mapping

from screener.model import Questionnaire, Rule


def holding_rules(
    questionnaire: Questionnaire, ratings: Mapping[str, int]
) -> tuple[Rule, ...]:
    """The rules all of whose thresholds are reached, as listed."""
    return tuple(
        rule
        for rule in questionnaire.guidance.rule
        if all(ratings[on] >= least for on, least in rule.at_least.items())
    )


def place(questionnaire: Questionnaire, rules: Iterable[Rule]) -> dict[str, str]:
    """The rung on every ladder: the lowest where no rule holds.

    Args:
        questionnaire: The questionnaire.
        rules: The rules that hold.

    Returns:
        The rung's id by ladder id.
    """
    places = dict.fromkeys(questionnaire.ladders, 0)
    for rule in rules:
        place = questionnaire.ladders[rule.ladder].index[rule.rung]
        places[rule.ladder] = max(places[rule.ladder], place)
    return {
        ladder: questionnaire.ladders[ladder].rung[place].id
        for ladder, place in places.items()
    }
