"""Nothing is read out loud by a slip of a finger, or by a key that is held."""

from dataclasses import dataclass

import pytest

from screener.speaking import Caution, Press


@dataclass
class Clock:
    seconds: float = 100.0

    def __call__(self) -> float:
        return self.seconds


class Presses:
    """Presses with time between them."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.caution = Caution(self.clock)

    def press(self, words: str, after: float = 2.0, *, private: bool = False) -> Press:
        self.clock.seconds += after
        return self.caution.press(words, private=private)


@pytest.fixture
def presses() -> Presses:
    return Presses()


def test_the_first_press_of_a_visit_warns_and_the_next_one_starts(
    presses: Presses,
) -> None:
    assert presses.press("one") is Press.WARN
    assert presses.press("one") is Press.START
    assert presses.press("two") is Press.START


def test_private_words_are_warned_of_each_time(presses: Presses) -> None:
    presses.press("one")
    presses.press("one")
    for _ in range(2):
        assert presses.press("secret", private=True) is Press.WARN
        assert presses.press("secret", private=True) is Press.START


def test_a_warning_counts_for_its_own_words_alone(presses: Presses) -> None:
    assert presses.press("one") is Press.WARN
    assert presses.press("two") is Press.WARN
    presses.caution.forget()
    assert presses.press("two") is Press.WARN


def test_a_key_that_is_held_down_never_starts(presses: Presses) -> None:
    assert presses.press("one") is Press.WARN
    held = [presses.press("one", after=0.3) for _ in range(50)]
    assert set(held) == {Press.NOTHING}
    assert presses.press("one") is Press.START


def test_a_key_that_is_held_after_stopping_does_not_start_again(
    presses: Presses,
) -> None:
    presses.press("one")
    presses.press("one")
    presses.clock.seconds += 5
    presses.caution.stopped()
    assert presses.press("one", after=0.3) is Press.NOTHING
