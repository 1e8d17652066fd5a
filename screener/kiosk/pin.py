"""The PIN with which staff leave a kiosk."""

import base64
import hashlib
import hmac
import os
import re
import time
from dataclasses import dataclass

_COST, _R, _P = 17, 8, 1
"""2**17, 8 and 1: 128 MiB and some tenths of a second a try (scrypt is RFC 7914; the
numbers are the first that OWASP's Password Storage Cheat Sheet names for it)."""

_HASH = re.compile(r"scrypt\$1[0-9]\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=")
"""Name, cost, salt and hash."""

_FREE_TRIES = 2
_LONGEST_WAIT = 300.0


def hash_pin(pin: str) -> str:
    """Make what a kiosk's settings hold instead of a PIN.

    Args:
        pin: The PIN, any text.
    """
    salt = os.urandom(16)
    return f"scrypt${_COST}${_text(salt)}${_text(_scrypt(pin, salt, _COST))}"


def is_pin_hash(text: str) -> bool:
    """Whether this is what `hash_pin` makes.

    Args:
        text: Any text.
    """
    return _HASH.fullmatch(text) is not None


def is_pin(pin: str, hashed: str) -> bool:
    """Whether a PIN is the one that was hashed.

    Args:
        pin: What was typed.
        hashed: What the settings hold.
    """
    _, cost, salt, expected = hashed.split("$")
    known = base64.b64decode(expected)
    return hmac.compare_digest(_scrypt(pin, base64.b64decode(salt), int(cost)), known)


@dataclass(frozen=True, slots=True)
class WrongPins:
    """Wrong tries, and when the last one was: each makes the next wait longer."""

    tries: int = 0
    last: float = 0.0
    """On the clock that never goes back."""

    def one_more(self) -> "WrongPins":
        """Count a wrong try, now."""
        return WrongPins(self.tries + 1, time.monotonic())

    def wait(self) -> float:
        """Seconds until the next try counts."""
        if self.tries <= _FREE_TRIES:
            return 0.0
        pause = min(2.0 ** (self.tries - _FREE_TRIES), _LONGEST_WAIT)
        return max(0.0, self.last + pause - time.monotonic())


def _scrypt(pin: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=2**cost, r=_R, p=_P, maxmem=2**28, dklen=32
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
