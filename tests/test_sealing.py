"""What is locked opens with its passphrase, also where the computer is busy."""

import re

import pyrage
import pytest

from screener.errors import PassphraseError, TooSlowError
from screener.sealing import lock, unlock

WORDS = "correct horse"


@pytest.fixture(scope="module")
def locked() -> bytes:
    return lock(b"something", WORDS)


def test_another_passphrase_does_not_open_it(locked: bytes) -> None:
    with pytest.raises(PassphraseError):
        unlock(locked, "wrong horse")


def test_what_would_take_hours_is_not_called_a_wrong_passphrase(locked: bytes) -> None:
    heavy, count = re.subn(rb"(-> scrypt \S+) \d+", rb"\1 40", locked)
    assert count == 1
    with pytest.raises(TooSlowError, match="The passphrase may be right"):
        unlock(heavy, WORDS)


def test_an_estimate_made_in_a_busy_moment_is_made_again(
    locked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    decrypt, busy = pyrage.passphrase.decrypt, iter(range(5))

    def sometimes(content: bytes, passphrase: str) -> bytes:
        if next(busy, None) is not None:
            raise pyrage.DecryptError("Excessive work parameter for passphrase.")
        return bytes(decrypt(content, passphrase))

    monkeypatch.setattr(pyrage.passphrase, "decrypt", sometimes)
    assert unlock(locked, WORDS) == b"something"
