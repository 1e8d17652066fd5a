"""What the engine says of people, in the words of the second opinion."""

from collections.abc import Iterable, Iterator

from screener.model import Questionnaire
from screener.scoring import evaluate
from tests.second_opinion.people import Placer, Rungs, Said


def engine_rungs(questionnaire: Questionnaire, said: Said) -> Rungs:
    """Find the range on every ladder.

    Args:
        questionnaire: The questionnaire as the catalog hands it out.
        said: What the person answered.
    """
    placements = evaluate(questionnaire, said).placements
    return {ladder: (at.low, at.high) for ladder, at in placements.items()}


def disagreements(
    placer: Placer, questionnaire: Questionnaire, people: Iterable[Said]
) -> Iterator[tuple[Said, Rungs, Rungs]]:
    """Yield the people whom the two place differently, with both placements.

    Args:
        placer: The second opinion.
        questionnaire: What the engine places by.
        people: Their answers.
    """
    for said in people:
        opinions = placer.place(said), engine_rungs(questionnaire, said)
        if opinions[0] != opinions[1]:
            yield said, *opinions
