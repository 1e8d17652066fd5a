"""Answers changed one at a time lead where the same answers lead all at once."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from screener.scoring.circuit import Circuit, Facts, is_open
from screener.scoring.compiler import circuit_of
from screener.scoring.incremental import IncrementalFacts
from tests.scoring.random_questionnaires import questionnaires

ASKED = st.data()


class Answered(NamedTuple):
    """A circuit, with an answer on every axis, or none."""

    circuit: Circuit
    marks: list[Facts]


@st.composite
def answered(draw: st.DrawFn) -> Answered:
    circuit = circuit_of(draw(questionnaires()))
    marks = [draw(st.sampled_from([0, *axis.marks])) for axis in circuit.axes]
    return Answered(circuit, marks)


def some_changes(circuit: Circuit, draw: st.DataObject) -> dict[int, Facts]:
    """Other answers on a few axes, or none."""
    members = st.lists(st.integers(0, len(circuit.axes) - 1), max_size=3, unique=True)
    return {
        n: draw.draw(st.sampled_from([0, *circuit.axes[n].marks]))
        for n in (draw.draw(members) if circuit.axes else ())
    }


@given(answered(), ASKED)
def test_it_leads_where_all_answers_lead_whatever_was_changed(
    person: Answered, draw: st.DataObject
) -> None:
    circuit, marks = person
    board = IncrementalFacts(circuit, marks)
    assert board.rungs() == circuit.place(marks)
    for _ in range(draw.draw(st.integers(1, 6))):
        changes = some_changes(circuit, draw)
        for n, mark in changes.items():
            marks[n] = mark
        board.change(changes)
        assert board.marks == marks
        assert board.rungs() == circuit.place(marks)


@given(answered(), ASKED)
def test_what_is_only_tried_leaves_nothing_behind(
    person: Answered, draw: st.DataObject
) -> None:
    circuit, marks = person
    board = IncrementalFacts(circuit, marks)
    changes = some_changes(circuit, draw)
    tried = [changes.get(n, mark) for n, mark in enumerate(marks)]
    assert board.rungs_with(changes) == circuit.place(tried)
    assert board.marks == marks
    assert board.rungs() == circuit.place(marks)


@given(answered(), ASKED)
def test_it_tells_what_was_opened(person: Answered, draw: st.DataObject) -> None:
    circuit = person.circuit
    board = IncrementalFacts(*person)

    def opened() -> set[int]:
        facts = circuit.facts(board.marks)
        return {n for n, axis in enumerate(circuit.axes) if is_open(axis.ways, facts)}

    before = opened()
    told = board.change(some_changes(circuit, draw))
    assert opened() - before <= set(told)
