"""What a questionnaire is wired to stays with it, and with no other."""

import pickle
from dataclasses import replace

from screener.model import Questionnaire
from screener.scoring.compiler import circuit_of


def test_it_is_wired_once(core: Questionnaire) -> None:
    assert circuit_of(core) is circuit_of(core)


def test_another_one_is_wired_by_itself(core: Questionnaire) -> None:
    circuit = circuit_of(core)
    shorter = replace(core, item=core.item[:-1])
    assert len(circuit_of(shorter).gates) == len(circuit.gates) - 1
    assert circuit_of(core) is circuit


def test_a_wired_one_can_be_sent_to_another_process(core: Questionnaire) -> None:
    circuit = circuit_of(core)
    sent = pickle.loads(pickle.dumps(core))
    assert sent == core
    assert circuit_of(sent) is not circuit
    assert circuit_of(sent).gates.keys() == circuit.gates.keys()
