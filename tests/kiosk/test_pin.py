"""A PIN is known by its hash alone, and guessing gets slower."""

import pytest

from screener.kiosk import WrongPins, hash_pin, is_pin
from tests.cli.command import screener


@pytest.mark.parametrize("pin", ["2468", "långe ord", "x" * 64])
def test_a_pin_is_known_by_its_hash(pin: str) -> None:
    hashed = hash_pin(pin)
    assert pin not in hashed
    assert is_pin(pin, hashed)
    assert not is_pin(pin + "1", hashed)
    assert not is_pin("", hashed)


def test_the_same_pin_has_another_hash_each_time() -> None:
    assert hash_pin("2468") != hash_pin("2468")


def test_wrong_tries_wait_ever_longer_up_to_five_minutes() -> None:
    tried, waits = WrongPins(), []
    for _ in range(14):
        tried = tried.one_more()
        waits.append(round(tried.wait()))
    assert waits[:2] == [0, 0]
    assert waits[2:6] == [2, 4, 8, 16]
    assert waits[-1] == 300


def test_a_pin_from_a_pipe_gives_a_line_for_the_settings() -> None:
    told = screener("kiosk-pin", stdin=b"2468\n")
    key, _, hashed = told.out.strip().partition(" = ")
    assert key == "pin"
    assert is_pin("2468", hashed.strip('"'))


def test_a_short_pin_is_refused() -> None:
    told = screener("kiosk-pin", stdin=b"12\n")
    assert told.code == 1
    assert "4 characters" in told.err
