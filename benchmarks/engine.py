"""The engine alone: placing, explaining, checking."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from benchmarks.table import MICROSECONDS, SECONDS, Row, seconds
from screener.catalog import load_questionnaire, questionnaire_folder, read_answers
from screener.checking import check
from screener.model import Answer, ChoiceItem, ChoicesItem, Given, Questionnaire
from screener.scoring import Batch, evaluate, explain, gravest, mildest


def rows(runs: int) -> Iterator[Row]:
    """Measure.

    Args:
        runs: How many times each.
    """
    folder = questionnaire_folder()
    core = load_questionnaire(folder)
    people = ends(core)
    place, most = placing(core), 5e-6 * len(core.item) / 20
    for who, answers in people.items():
        spent = _many(partial(place, answers), 1000, runs)
        peers = {_LOOKED_UP: _many(_looked_up(answers), 1000, runs)}
        what = f"one placement, answers {who}"
        row = Row(what, spent, MICROSECONDS, peers, floor=_LOOKED_UP)
        yield row.at_most(most)
    for who, answers in people.items():
        spent = _many(partial(evaluate, core, answers), 100, runs)
        peers = {_PLACED: _many(partial(place, answers), 100, runs)}
        what = f"all that a result says but why, answers {who}"
        yield Row(what, spent, peers=peers, floor=_PLACED)
    for who, answers in people.items():
        spent = _many(partial(explain, core, answers), 5, runs)
        others = [partial(place, one) for one in _others(core, answers)]
        peers = {_EACH_PLACED: _many(lambda o=others: [one() for one in o], 5, runs)}
        what = f"one full explanation, answers {who}"
        yield Row(what, spent, peers=peers, floor=_EACH_PLACED).at_most(0.01)
    proofs = _many(lambda: list(check(core, folder)), 1, min(runs, 5))
    read = _many(lambda: list(check(core, folder, only={"reading"})), 1, min(runs, 5))
    row = Row("one check", proofs, SECONDS, {_READ: read}, floor=_READ)
    yield row.at_most(2)


_LOOKED_UP = "each answer looked up and added"
_PLACED = "one placement"
_EACH_PLACED = "each other answer placed"
_READ = "every word graded"


def _looked_up(answers: Mapping[str, Given]) -> Callable[[], int]:
    """The least that Python can do for a placement: its answers' facts, added up."""
    facts = {key: {answer: 1 << n} for n, (key, answer) in enumerate(answers.items())}

    def add() -> int:
        found = 0
        for link_id, answer in answers.items():
            found |= facts[link_id][answer]
        return found

    return add


def _others(
    questionnaire: Questionnaire, answers: Mapping[str, Given]
) -> Iterator[dict[str, Given]]:
    """The same person, with one other answer in each way that there is."""
    for item in questionnaire.item:
        if isinstance(item, ChoiceItem | ChoicesItem) and item.link_id in answers:
            for option in item.option:
                code = option.code
                other = (code,) if isinstance(item, ChoicesItem) else code
                yield {**answers, item.link_id: other}


def ends(questionnaire: Questionnaire) -> dict[str, dict[str, Given]]:
    """Those who answer all at its mildest, all at its gravest, and nothing.

    Args:
        questionnaire: What they are asked.
    """
    found: dict[str, dict[str, Given]] = {}
    for who, pick in (("at their mildest", mildest), ("at their gravest", gravest)):
        picked = ((item.link_id, pick(item)) for item in questionnaire.item)
        found[who] = {key: answer for key, answer in picked if answer is not None}
    return {**found, "all missing": {}}


def placing(questionnaire: Questionnaire) -> Callable[[Mapping[str, object]], object]:
    """Where answers lead on every ladder, at both ends of its range.

    Args:
        questionnaire: What was asked; it is made ready here, once.
    """

    def read(link_id: str, raw: object) -> Answer | None:
        return read_answers(questionnaire, {link_id: raw}, "").get(link_id)

    return Batch(questionnaire, read).place


def _many(work: Callable[[], object], times: int, runs: int) -> list[float]:
    work()
    return [seconds(work, times) for _ in range(runs)]
