"""The engine alone: placing, explaining, checking."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from benchmarks.table import MICROSECONDS, SECONDS, Row, seconds
from screener.catalog import load_questionnaire, questionnaire_folder, read_answers
from screener.checking import check
from screener.model import Answer, Given, Questionnaire
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
        row = Row(f"one placement, answers {who}", spent, MICROSECONDS)
        yield row.at_most(most)
    for who, answers in people.items():
        spent = _many(partial(evaluate, core, answers), 100, runs)
        yield Row(f"all that a result says but why, answers {who}", spent)
    for who, answers in people.items():
        spent = _many(partial(explain, core, answers), 5, runs)
        yield Row(f"one full explanation, answers {who}", spent).at_most(0.01)
    proofs = _many(lambda: list(check(core, folder)), 1, min(runs, 5))
    yield Row("one check", proofs, SECONDS).at_most(2)


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

    batch = Batch(questionnaire, read)

    def place(answers: Mapping[str, object]) -> object:
        found = batch.parts(answers)
        return batch.rungs(found.low), batch.rungs(found.high)

    return place


def _many(work: Callable[[], object], times: int, runs: int) -> list[float]:
    work()
    return [seconds(work, times) for _ in range(runs)]
