"""What must be true of everyone, each as the person for whom it would be false.

z3 looks for that person: none is a proof, and one is a counterexample.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import z3

from tests.second_opinion.answers import (
    AnswerSet,
    completed,
    free_answers,
    maybe_unknown,
)
from tests.second_opinion.encoding import Person
from tests.second_opinion.tables import Table, answerable, is_ordered, named

Facts: TypeAlias = list[z3.BoolRef]
Encoding: TypeAlias = type[Person]


def find(facts: Facts) -> z3.ModelRef | None:
    """Find answers that make all facts true.

    Args:
        facts: What is looked for.

    Returns:
        The answers, or `None` where it is proved that there are none.
    """
    solver = z3.Solver()
    solver.add(*facts)
    outcome = solver.check()
    assert outcome != z3.unknown
    return solver.model() if outcome == z3.sat else None


def anyone(tables: Table, name: str = "a", encoding: Encoding = Person) -> Person:
    """A person with any answers whatever.

    Args:
        tables: The questionnaire.
        name: Tells the person from another one.
        encoding: How the person is placed.
    """
    return encoding(tables, free_answers(tables, name))


def without_one_rung(tables: Table, encoding: Encoding = Person) -> Facts:
    """Someone is on no rung or on two, or in no band or in two."""
    person = anyone(tables, encoding=encoding)
    one_of = [
        person.answers.given[item["link_id"]].values()
        for item in answerable(tables)
        if item["type"] != "choices"
    ]
    bands = [
        [in_band for in_band, _ in person.scale_bands(scale)]
        for scale in tables.get("scale", [])
    ]
    rungs = [person.stands(ladder) for ladder in tables["ladder"]]
    single = [_exactly_one(cases) for cases in (*one_of, *bands, *rungs)]
    return [*person.answers.possible, z3.Not(z3.And(*single))]


def _exactly_one(cases: Iterable[z3.BoolRef]) -> z3.BoolRef:
    return z3.PbEq([(case, 1) for case in cases], 1)


def lower_when_worse(tables: Table, encoding: Encoding = Person) -> Facts:
    """Someone answers no milder than another, and stands lower on a ladder."""
    mild = anyone(tables, "mild", encoding)
    grave = anyone(tables, "grave", encoding)
    return [
        *mild.answers.possible,
        *grave.answers.possible,
        *_no_milder(tables, mild.answers, grave.answers),
        _lower(grave, mild),
    ]


def _no_milder(
    tables: Table, mild: AnswerSet, grave: AnswerSet
) -> Iterator[z3.BoolRef]:
    """Item by item; items without an order may be answered anyhow."""
    for item in answerable(tables):
        if not is_ordered(item):
            continue
        before, after = mild.given[item["link_id"]], grave.given[item["link_id"]]
        if item["type"] == "choices":
            ticks = [o["code"] for o in item["option"] if not o.get("exclusive")]
            yield from (z3.Implies(before[code], after[code]) for code in ticks)
        else:
            codes = list(before)
            for n, code in enumerate(codes):
                graver = z3.Or(*(after[other] for other in codes[n:]))
                yield z3.Implies(before[code], graver)


def _lower(one: Person, other: Person) -> z3.BoolRef:
    ladders = one.tables["ladder"]
    return z3.Or(*(one.rung(ladder) < other.rung(ladder) for ladder in ladders))


def below_its_rung(person: Person, rule: Table) -> Facts:
    """The person reaches a rule's thresholds, and stands below its rung."""
    ladder = named(person.tables["ladder"], "id", rule["ladder"])
    rung = [one["id"] for one in ladder["rung"]].index(rule["rung"])
    reached = [person.reaches(*one) for one in rule["at_least"].items()]
    return [*person.answers.possible, *reached, person.rung(ladder) < rung]


def outside_range(tables: Table, encoding: Encoding = Person) -> Facts:
    """Someone leaves items open, and the truth lies outside the range they are told."""
    truth = anyone(tables, encoding=encoding)
    unknown = maybe_unknown(tables)
    low, high = (
        encoding(tables, completed(tables, truth.answers, unknown, gravest=gravest))
        for gravest in (False, True)
    )
    return [
        *truth.answers.possible,
        z3.Or(_lower(truth, low), _lower(high, truth)),
    ]


def hidden_matters(tables: Table, encoding: Encoding = Person) -> Facts:
    """Two people differ only in what neither is asked, and stand on other rungs."""
    one, other = (anyone(tables, name, encoding) for name in ("one", "other"))
    agree = [
        z3.Or(
            z3.Not(z3.Or(one.asked(link_id), other.asked(link_id))),
            z3.And(*(said == codes[code] for code, said in given.items())),
        )
        for link_id, given in one.answers.given.items()
        for codes in [other.answers.given[link_id]]
    ]
    return [
        *one.answers.possible,
        *other.answers.possible,
        *agree,
        z3.Or(_lower(one, other), _lower(other, one)),
    ]


def on_rung(person: Person, ladder: Table, place: int) -> Facts:
    """The person stands on a rung, counted from the lowest."""
    return [*person.answers.possible, person.stands(ladder)[place]]


def holding(person: Person, rule: Table) -> Facts:
    """A rule holds."""
    return [*person.answers.possible, person.holds(rule)]


def by_this_rule_only(person: Person, rule: Table) -> Facts:
    """A rule holds, and no other gives as high a rung of its ladder."""
    return [*holding(person, rule), *_no_rival_holds(person, rule)]


def just_missed(person: Person, rule: Table, dimension: str, rating: int) -> Facts:
    """A rule misses one threshold and no other, and no other gives as high a rung."""
    thresholds = rule["at_least"] | {dimension: rating}
    return [
        *person.answers.possible,
        *(person.reaches(*one) for one in thresholds.items()),
        z3.Not(person.holds(rule)),
        *_no_rival_holds(person, rule),
    ]


def _no_rival_holds(person: Person, rule: Table) -> Facts:
    """No other rule gives as high a rung of the same ladder."""
    ladder = named(person.tables["ladder"], "id", rule["ladder"])
    rungs = [one["id"] for one in ladder["rung"]]
    as_high = rungs[rungs.index(rule["rung"]) :]
    return [
        z3.Not(person.holds(other))
        for other in person.tables["rule"]
        if other["ladder"] == rule["ladder"]
        and other["id"] != rule["id"]
        and other["rung"] in as_high
    ]
