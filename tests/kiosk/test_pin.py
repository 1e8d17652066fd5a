"""A PIN is known by its hash alone, and guessing gets slower."""

import pytest

from screener.kiosk import WrongPins, hash_pin, is_pin
from screener.kiosk.pin import is_pin_hash
from tests.cli.command import screener


@pytest.mark.slow
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


def test_wrong_tries_fade_with_time_but_are_not_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [10_000.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    tried = WrongPins()
    for _ in range(7):
        tried = tried.one_more()
    waits = []
    for _ in range(6):
        waits.append(round(tried.wait() + now[0] - tried.last))
        now[0] += 901
    assert waits[0] == 32
    assert tried.wait() == 0
    assert tried.one_more().wait() == 0  # as after the first wrong one
    assert tried.one_more().guesses == 8
    now[0] = 0  # a clock that goes back makes nobody wait for ever
    assert WrongPins(7, 1e12).wait() > 0


def test_guessing_as_fast_as_one_may_gets_no_faster(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    tried = WrongPins()
    while now[0] < 24 * 3600:
        tried = tried.one_more()
        now[0] += max(tried.wait(), 0.5)
    assert tried.guesses < 24 * 12 + 15


@pytest.mark.slow
def test_a_pin_from_a_pipe_gives_a_line_for_the_settings() -> None:
    told = screener("kiosk-pin", stdin=b"246810\n")
    key, _, hashed = told.out.strip().partition(" = ")
    assert key == "pin"
    assert is_pin("246810", hashed.strip('"'))


@pytest.mark.parametrize("pin", [b"", b"12", b"12345"])
def test_a_short_pin_is_refused(pin: bytes) -> None:
    said = screener("kiosk-pin", stdin=pin + b"\n")
    assert said.code == 1
    assert said.out == ""
    assert "6 digits" in said.err
    assert "still works" in said.err


@pytest.mark.many_cases
@pytest.mark.parametrize(
    "piped", ["långt ord\r\n", "\ufefflångt ord\n", "la\u030angt ord\n", "långt ord"]
)
def test_a_pin_is_the_same_from_any_system(piped: str) -> None:
    printed = screener("kiosk-pin", stdin=piped.encode()).out
    hashed = printed.partition(" = ")[2].strip().strip('"')
    assert is_pin("långt ord", hashed)
    assert is_pin("la\u030angt ord", hashed)


def test_a_pin_that_was_hashed_decomposed_is_still_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("screener.kiosk.pin._composed", lambda pin: pin)
        hashed = hash_pin("la\u030angt ord")
    assert is_pin("långt ord", hashed)
    assert not is_pin("langt ord", hashed)


@pytest.mark.parametrize("piped", [b"1234\x0056", b"123456\x1b[31m", b"12\t3456"])
def test_a_pin_that_nobody_could_type_is_refused(piped: bytes) -> None:
    run = screener("kiosk-pin", stdin=piped + b"\n")
    assert (run.code, run.out) == (1, "")
    assert "keyboard" in run.err


@pytest.mark.parametrize(
    ("cost", "is_taken"), [(10, True), (17, True), (18, False), (19, False)]
)
def test_a_hash_that_takes_too_much_memory_is_refused(
    cost: int, is_taken: bool
) -> None:
    text = f"scrypt${cost}${'A' * 22}==${'A' * 43}="
    assert is_pin_hash(text) is is_taken
    if is_taken:
        assert not is_pin("246810", text)
