"""Locks what is written with a passphrase, as files that any age program opens.

The format is that of <https://age-encryption.org/v1>. Every lock has the same work
factor, whatever computer makes it: a file from a fast one must open on a small one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from screener import age_format
from screener.errors import LockedFileError, PassphraseError
from screener.language import _
from screener.memory import free_memory

if TYPE_CHECKING:
    import pyrage

LEAST_LENGTH = 8
"""Characters of a passphrase at least."""

FACTOR = 17
"""The work factor of our own locks: 2^17 rounds in 128 MB, which a small computer with
256 MB free still opens. It is the least that OWASP's Password Storage Cheat Sheet
recommends for scrypt (N = 2^17, r = 8, p = 1)."""

HIGHEST_FACTOR = 22
"""No file is opened above it, whatever memory there is: it takes 4 GB."""

_SIGNATURE = b"age-encryption.org/"
_LONGEST_HEADER = 2_000
"""Bytes; a header with one recipient has about 300."""

_OTHER_SPACES = re.compile(r"[^\S\t\n\r\f\v ]")


def is_locked(content: bytes) -> bool:
    """Return whether this is an age file.

    Args:
        content: Its first bytes, at least.
    """
    return content.startswith(_SIGNATURE)


def lock(content: bytes, passphrase: str) -> bytes:
    """Return an age file that a passphrase opens, and nothing else.

    Args:
        content: What is in it.
        passphrase: The passphrase.
    """
    return age_format.encrypt(content, _as_bytes(_prepared(passphrase)), FACTOR)


def check_lock(content: bytes) -> age_format.Header:
    """Check that a locked file can be opened here, before a passphrase is asked for.

    Args:
        content: A whole age file.

    Returns:
        Its header.

    Raises:
        LockedFileError: If no passphrase opens it, or it needs too much memory.
    """
    try:
        header = age_format.read_header(content)
    except age_format.NotLockedByPassphraseError:
        raise LockedFileError(
            _("It is damaged, or was not locked with a passphrase alone."),
            _("use another copy of the file."),
        ) from None
    if header.factor > HIGHEST_FACTOR:
        most = _megabytes(128 * 8 * 2**HIGHEST_FACTOR)
        what = _(
            "To open it would take {need} of memory, and no file is opened that takes "
            "more than {most}."
        ).format(need=_megabytes(header.memory), most=most)
        raise LockedFileError(what, _("use another copy of the file."))
    free = free_memory()
    if header.memory > free // 2:
        raise _too_little_memory(header, free)
    return header


def unlock(content: bytes, passphrase: str) -> bytes:
    """Return what was locked.

    Args:
        content: A whole age file.
        passphrase: What it was locked with.

    Raises:
        PassphraseError: If the passphrase does not open it.
        LockedFileError: If no passphrase opens it, it is damaged, or it needs too much
            memory.
    """
    header = check_lock(content)
    try:
        for candidate in _candidates(passphrase):
            try:
                return age_format.decrypt(content, header, _as_bytes(candidate))
            except age_format.WrongPassphraseError:
                continue
    except age_format.DamagedError:
        raise LockedFileError(
            _("The passphrase is right, but the file is damaged."),
            _("use another copy of the file."),
        ) from None
    except MemoryError:
        raise _too_little_memory(header, free_memory()) from None
    raise PassphraseError


def _prepared(passphrase: str) -> str:
    """Return one spelling for all ways to type the same words.

    As RFC 8265 has it for passwords (`OpaqueString`): composed letters (NFC), and plain
    spaces in place of others, which some keyboards give with another key held.
    """
    return unicodedata.normalize("NFC", _OTHER_SPACES.sub(" ", passphrase))


def _candidates(passphrase: str) -> list[str]:
    """Return what may have been typed when it was locked, the likeliest first.

    Earlier versions of this program, and other programs, lock with what was typed.
    """
    spellings = (
        _prepared(passphrase),
        passphrase,
        unicodedata.normalize("NFC", passphrase),
        unicodedata.normalize("NFD", passphrase),
    )
    return list(dict.fromkeys(spellings))


def _as_bytes(passphrase: str) -> bytes:
    return passphrase.encode("utf-8", "surrogatepass")


def _too_little_memory(header: age_format.Header, free: int) -> LockedFileError:
    what = _(
        "To open it takes {need} of memory, and this computer has {free} free; half of "
        "that may be used."
    )
    return LockedFileError(
        what.format(need=_megabytes(header.memory), free=_megabytes(free)),
        _("close other programs and try again, or use a larger computer."),
    )


def _megabytes(count: int) -> str:
    return f"{count >> 20:,} MB"


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
            LockedFileError: If it is damaged, or needs too much memory.
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

        if b"\n---" not in content[:_LONGEST_HEADER]:
            raise PassphraseError
        try:
            return bytes(pyrage.decrypt(content, [self._identity]))
        except pyrage.DecryptError as error:
            raise PassphraseError from error
