"""Whatever bytes come, what a person types after them is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, MouseDown, Paste, Resize

from screener.tui.terminal.typed_input import FLOOD, RESTS, TypedInput

EVIL = [
    b"\xff",
    b"caf\xe9",
    b"\xc3",
    b"\x1b[99999999;1u",
    b"\x1b[97;1;99999999u",
    b"\x1b[:;u",
    b"\x1b[48:;1;1;1t",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[200~never closed",
    b"\x1b[200~\x1b[200~",
    b"\x1b[201~",
    b"\x1b[?2048;1$y",
    b"\x1b[",
    b"\x1bP",
    b"\x1b]0;title\x07",
    b"\x00",
    b"\x1b[<0;1;1M",
]
PIECES = st.lists(
    st.sampled_from(EVIL) | st.binary(max_size=40) | st.text(max_size=8).map(str.encode)
)


def rested(typed: TypedInput) -> list[object]:
    return [one for _ in range(RESTS + 1) for one in typed.rest()]


def keys(messages: list[object]) -> list[str]:
    return [one.key for one in messages if isinstance(one, Key)]


@pytest.mark.parametrize("guarded", [True, False])
@pytest.mark.parametrize("evil", EVIL)
def test_a_key_after_any_of_these_is_understood(evil: bytes, guarded: bool) -> None:
    typed = TypedInput(guarded=guarded)
    list(typed.take(evil))
    rested(typed)
    assert keys(list(typed.take(b"a"))) == ["a"]


@given(PIECES, st.booleans())
def test_a_key_after_anything_is_understood(pieces: list[bytes], guarded: bool) -> None:
    typed = TypedInput(guarded=guarded)
    for piece in pieces:
        list(typed.take(piece))
    rested(typed)
    assert keys(list(typed.take(b"a"))) == ["a"]


@given(PIECES)
def test_nobody_can_type_a_size(pieces: list[bytes]) -> None:
    typed = TypedInput(guarded=False)
    messages = [one for piece in pieces for one in typed.take(piece)]
    assert not any(isinstance(one, Resize) for one in messages)


def test_letters_arrows_and_clicks_arrive() -> None:
    typed = TypedInput(guarded=True)
    first, second, third = typed.take("é\x1b[A\x1b[<0;3;2M".encode())
    assert isinstance(first, Key)
    assert first.character == "é"
    assert isinstance(second, Key)
    assert second.key == "up"
    assert isinstance(third, MouseDown)
    assert (third.x, third.y) == (2, 1)


def test_a_letter_in_two_pieces_is_one_letter() -> None:
    typed = TypedInput(guarded=False)
    assert list(typed.take(b"\xc3")) == []
    (key,) = typed.take(b"\xa9")
    assert isinstance(key, Key)
    assert key.character == "é"


def test_at_home_a_paste_arrives() -> None:
    typed = TypedInput(guarded=False)
    told = list(typed.take(b"\x1b[200~" + b"words " * 100 + b"\x1b[201~"))
    assert [one.text for one in told if isinstance(one, Paste)] == ["words " * 100]


@pytest.mark.parametrize(
    "pieces",
    [
        [b"\x1b[200~1\r\x1b[201~"],
        [b"\x1b[2", b"00~1\r", b"\x1b[201~1"],
        [b"\x1b[200~", b"1", b"\r", b"1"],
        [b"1\r" * FLOOD],
        [b"1" * (FLOOD + 1), b"1\r"],
    ],
)
def test_where_strangers_type_a_paste_answers_nothing(pieces: list[bytes]) -> None:
    typed = TypedInput(guarded=True)
    assert [one for piece in pieces for one in typed.take(piece)] == []
    rested(typed)
    assert keys(list(typed.take(b"2"))) == ["2"]
