"""What a browser says, checked, as packets for a visit's process."""

import json

from screener.web.plan import Size

LONGEST = 4096
"""More keys than this in one message were not typed by anyone."""


def packet_of(said: str) -> bytes:
    """Pass on what the page's terminal says.

    Args:
        said: A message of the page; any text, since anyone could send it.

    Returns:
        A packet for Textual's driver; nothing if there is nothing to pass on.
    """
    try:
        message = json.loads(said)
    except (ValueError, RecursionError):
        return b""
    match message:
        case ["stdin", str(keys)] if len(keys) <= LONGEST:
            return _packet(b"D", keys.encode("utf-8", "ignore"))
        case ["resize", {"width": int(columns), "height": int(rows)}]:
            size = Size.within_reason(columns, rows)
            return _meta(type="resize", width=size.columns, height=size.rows)
        case ["focus" | "blur" as kind, *_]:
            return _meta(type=kind)
    return b""


def _meta(**told: str | int) -> bytes:
    return _packet(b"M", json.dumps(told).encode())


def _packet(kind: bytes, payload: bytes) -> bytes:
    return kind + len(payload).to_bytes(4, "big") + payload
