"""What of a page's words reaches a visit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.drivers._byte_stream import ByteStream

from screener.web.packets import LONGEST, packet_of


@pytest.mark.parametrize(
    ("said", "kind", "payload"),
    [
        ('["stdin", "é\\r"]', "D", "é\r".encode()),
        ('["stdin", ""]', "D", b""),
        ('["resize", {"width": 80, "height": 24}]', "M", b'"width": 80, "height": 24'),
        (
            '["resize", {"width": 0, "height": 9999}]',
            "M",
            b'"width": 20, "height": 200',
        ),
        ('["focus"]', "M", b'"focus"'),
        ('["blur", null]', "M", b'"blur"'),
    ],
)
def test_keys_sizes_and_focus_are_passed_on(
    said: str, kind: str, payload: bytes
) -> None:
    ((its_kind, its_payload),) = ByteStream().feed(packet_of(said))
    assert its_kind == kind
    assert payload in its_payload


@pytest.mark.parametrize(
    "said",
    [
        '["quit"]',
        '["exit"]',
        '["deliver_chunk_request", {"key": "a", "size": 1}]',
        '["ping", "1"]',
        '["resize", {"width": "80", "height": 24}]',
        '["resize", {"width": 80}]',
        '["stdin", "' + "x" * (LONGEST + 1) + '"]',
        '{"stdin": "a"}',
        "[" * 100_000,
        "not JSON",
    ],
)
def test_all_else_goes_nowhere(said: str) -> None:
    assert packet_of(said) == b""


@given(st.text() | st.from_regex(r'\["(stdin|resize|focus)", .*\]'))
def test_whatever_is_said_is_one_packet_or_none(said: str) -> None:
    packet = packet_of(said)
    if packet:
        assert len(packet) == 5 + int.from_bytes(packet[1:5], "big")
