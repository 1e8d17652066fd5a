"""The PIN with which staff leave a kiosk."""

import base64
import hashlib
import hmac
import os
import re
import time
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

_COST, _R, _P = 17, 8, 1
"""2**17, 8 and 1: 128 MiB and some tenths of a second a try (scrypt is RFC 7914; the
numbers are the first that OWASP's Password Storage Cheat Sheet names for it)."""

_HASH = re.compile(r"scrypt\$1[0-7]\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=")
"""Name, cost, salt and hash. A higher cost takes more memory than `_MOST_MEMORY`."""

_MOST_MEMORY = 2**28

_FREE_TRIES = 2
_LONGEST_WAIT = 300.0
_FADES = 900.0
"""Seconds without a wrong try, after which one less counts: longer than any wait, so
whoever guesses as fast as they may gets no faster."""

SHORTEST = 6
"""Characters of a PIN at least: a million of digits, at twelve tries an hour."""


def hash_pin(pin: str) -> str:
    """Make what a kiosk's settings hold instead of a PIN.

    Args:
        pin: The PIN, any text.
    """
    salt = os.urandom(16)
    hashed = _scrypt(_composed(pin), salt, _COST)
    return f"scrypt${_COST}${_text(salt)}${_text(hashed)}"


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
    # Earlier versions hashed what was typed: on a Mac, that may be decomposed.
    spellings = {_composed(pin), pin, unicodedata.normalize("NFD", pin)}
    return any(
        hmac.compare_digest(_scrypt(spelling, base64.b64decode(salt), int(cost)), known)
        for spelling in sorted(spellings)
    )


@dataclass(frozen=True, slots=True)
class WrongPins:
    """Wrong tries, and when the last one was: each makes the next wait longer."""

    tries: int = 0
    """Those that count; with time they fade."""
    last: float = 0.0
    """On the clock that never goes back."""
    guesses: int = 0
    """All since the kiosk was started, for staff to know."""

    def one_more(self) -> "WrongPins":
        """Count a wrong try, now."""
        return WrongPins(self._counting() + 1, time.monotonic(), self.guesses + 1)

    def wait(self) -> float:
        """Return the seconds until the next try counts."""
        tries = self._counting()
        if tries <= _FREE_TRIES:
            return 0.0
        pause = min(2.0 ** (tries - _FREE_TRIES), _LONGEST_WAIT)
        return max(0.0, self.last + pause - time.monotonic())

    def since_last(self) -> float:
        """Return the seconds since the last wrong try."""
        return max(0.0, time.monotonic() - self.last)

    def _counting(self) -> int:
        return max(0, self.tries - int(self.since_last() // _FADES))


class PinTry(Enum):
    """What came of a PIN that was typed."""

    RIGHT = auto()
    WRONG = auto()
    TOO_SOON = auto()
    """It was not looked at, because of wrong ones before."""


def _composed(pin: str) -> str:
    """Return one spelling of letters with accents, however they were typed."""
    return unicodedata.normalize("NFC", pin)


def _scrypt(pin: str, salt: bytes, cost: int) -> bytes:
    return hashlib.scrypt(
        pin.encode("utf-8", "surrogatepass"),
        salt=salt,
        n=2**cost,
        r=_R,
        p=_P,
        maxmem=_MOST_MEMORY,
        dklen=32,
    )


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()
