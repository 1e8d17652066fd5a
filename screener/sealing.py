"""Locks what is written with a passphrase, as files that any age program opens.

The format is that of <https://age-encryption.org/v1>; a passphrase costs about a second
each time, by design, so that it cannot be guessed fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from screener.errors import PassphraseError, TooSlowError

if TYPE_CHECKING:
    import pyrage

LEAST_LENGTH = 8
"""Characters of a passphrase at least."""

_HEADER = b"age-encryption.org/"

_TAKES_LONG = "Excessive work parameter"
"""How the library refuses what would take more than 16 seconds, by its estimate."""

_TRIES = 20
"""It estimates by a moment's work, which a busy computer makes look long."""


def is_locked(content: bytes) -> bool:
    """Whether this is an age file.

    Args:
        content: Its first bytes, at least.
    """
    return content.startswith(_HEADER)


def lock(content: bytes, passphrase: str) -> bytes:
    """Lock something.

    Args:
        content: What.
        passphrase: What opens it again; nothing else does.
    """
    import pyrage

    return bytes(pyrage.passphrase.encrypt(content, passphrase))


def unlock(content: bytes, passphrase: str) -> bytes:
    """Open what was locked.

    Args:
        content: A whole age file.
        passphrase: What it was locked with.

    Raises:
        PassphraseError: If it does not open with that, or is not whole.
        TooSlowError: If it would take this computer many seconds.
    """
    import pyrage

    for _ in range(_TRIES):
        try:
            return bytes(pyrage.passphrase.decrypt(content, passphrase))
        except pyrage.DecryptError as error:
            if _TAKES_LONG not in str(error):
                raise PassphraseError from error
    raise TooSlowError


class Seal:
    """A key for many small things: fast to use, once the passphrase was given."""

    def __init__(self, identity: pyrage.x25519.Identity) -> None:
        """Use a key pair."""
        self._identity = identity

    @classmethod
    def new(cls) -> Seal:
        """Make a key."""
        import pyrage

        return cls(pyrage.x25519.Identity.generate())

    @classmethod
    def unlocked(cls, locked: bytes, passphrase: str) -> Seal:
        """Take a key out of what `locked` gave.

        Raises:
            PassphraseError: If it does not open with that.
            TooSlowError: If it would take this computer many seconds.
        """
        import pyrage

        told = unlock(locked, passphrase).decode("ascii")
        return cls(pyrage.x25519.Identity.from_str(told))

    def locked(self, passphrase: str) -> bytes:
        """The key itself, locked."""
        return lock(str(self._identity).encode("ascii"), passphrase)

    def close(self, content: bytes) -> bytes:
        """Lock something with the key."""
        import pyrage

        return bytes(pyrage.encrypt(content, [self._identity.to_public()]))

    def open(self, content: bytes) -> bytes:
        """Open something that the key locked.

        Raises:
            PassphraseError: If another key did, or it is not whole.
        """
        import pyrage

        try:
            return bytes(pyrage.decrypt(content, [self._identity]))
        except pyrage.DecryptError as error:
            raise PassphraseError from error
