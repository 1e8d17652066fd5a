"""The age file format, version 1, as far as a passphrase needs it.

The format is specified at <https://c2sp.org/age>. `pyrage`, which does the rest, can
neither be told a work factor nor report one before it derives the key, and it refuses
files by a measurement that a busy computer falsifies.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_CHUNK = 64 * 1024
_TAG = 16
_NONCE = 16
_ZERO = bytes(12)
_LABEL = b"age-encryption.org/v1/scrypt"

_HEADER = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n"
    rb"([A-Za-z0-9+/]{43})\n"
    rb"--- ([A-Za-z0-9+/]{43})\n"
)
"""A passphrase has exactly one stanza, so a header has exactly this form.

The third argument has no limit in the specification; 99 is beyond any computer.
"""


class NotLockedByPassphraseError(ValueError):
    """The header is not that of a file which one passphrase opens."""


class WrongPassphraseError(ValueError):
    """The passphrase does not open the header."""


class DamagedError(ValueError):
    """The passphrase is right, but the file is not what was written."""


class Header(NamedTuple):
    """What stands before the encrypted content."""

    salt: bytes
    factor: int
    """The base-two logarithm of scrypt's cost parameter N."""
    wrapped_key: bytes
    mac: bytes
    text: bytes
    """The bytes that `mac` authenticates."""
    size: int

    @property
    def memory(self) -> int:
        """The bytes that scrypt needs: 128 * r * N, with r = 8 (RFC 7914)."""
        return 128 * 8 << self.factor


def read_header(content: bytes) -> Header:
    """Read the header of a file that is locked with a passphrase.

    Args:
        content: The file, or at least its first 200 bytes.

    Raises:
        NotLockedByPassphraseError: If it has any other form.
    """
    found = _HEADER.match(content)
    if found is None:
        raise NotLockedByPassphraseError
    salt, wrapped, mac = (_from_base64(found[n]) for n in (1, 3, 4))
    text = found[0][: found.start(4) - 1]
    return Header(salt, int(found[2]), wrapped, mac, text, found.end())


def encrypt(content: bytes, passphrase: bytes, factor: int) -> bytes:
    """Return an age file with some content.

    Args:
        content: The content.
        passphrase: The passphrase, in UTF-8.
        factor: The base-two logarithm of scrypt's cost parameter N.
    """
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(_NONCE)
    wrapped = _cipher(_wrap_key(passphrase, salt, factor)).encrypt(
        _ZERO, file_key, None
    )
    text = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (
        _to_base64(salt),
        factor,
        _to_base64(wrapped),
    )
    cipher = _cipher(_derive(file_key, nonce, b"payload"))
    chunks = [
        cipher.encrypt(counter, chunk, None)
        for counter, chunk in _chunks(content, _CHUNK)
    ]
    return b"".join(
        (text, b" ", _to_base64(_mac(file_key, text)), b"\n", nonce, *chunks)
    )


def decrypt(content: bytes, header: Header, passphrase: bytes) -> bytes:
    """Return the content of an age file.

    Args:
        content: The whole file.
        header: Its header.
        passphrase: The passphrase, in UTF-8.

    Raises:
        WrongPassphraseError: If another passphrase locked it.
        DamagedError: If the file was changed or cut off.
        MemoryError: If the key cannot be derived in the memory that is free.
    """
    from cryptography.exceptions import InvalidTag

    wrap_key = _wrap_key(passphrase, header.salt, header.factor)
    try:
        file_key = _cipher(wrap_key).decrypt(_ZERO, header.wrapped_key, None)
    except InvalidTag:
        raise WrongPassphraseError from None
    if not hmac.compare_digest(_mac(file_key, header.text), header.mac):
        raise DamagedError
    nonce = content[header.size : header.size + _NONCE]
    payload = content[header.size + _NONCE :]
    cipher = _cipher(_derive(file_key, nonce, b"payload"))
    try:
        chunks = [
            cipher.decrypt(counter, chunk, None)
            for counter, chunk in _chunks(payload, _CHUNK + _TAG)
        ]
    except InvalidTag:
        raise DamagedError from None
    if len(chunks) > 1 and not chunks[-1]:
        raise DamagedError
    return b"".join(chunks)


def _wrap_key(passphrase: bytes, salt: bytes, factor: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    scrypt = Scrypt(salt=_LABEL + salt, length=32, n=2**factor, r=8, p=1)
    return scrypt.derive(passphrase)


def _cipher(key: bytes) -> ChaCha20Poly1305:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def _chunks(content: bytes, size: int) -> Iterator[tuple[bytes, bytes]]:
    """Yield each chunk with its nonce, which marks the last one; at least one."""
    starts = range(0, max(len(content), 1), size)
    for number, start in enumerate(starts):
        last = start == starts[-1]
        yield number.to_bytes(11, "big") + bytes([last]), content[start : start + size]


def _derive(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes by HKDF-SHA-256 (RFC 5869): one block of the expansion."""
    extracted = hmac.digest(salt or bytes(32), key, hashlib.sha256)
    return hmac.digest(extracted, info + b"\x01", hashlib.sha256)


def _mac(file_key: bytes, text: bytes) -> bytes:
    return hmac.digest(_derive(file_key, b"", b"header"), text, hashlib.sha256)


def _to_base64(content: bytes) -> bytes:
    return b64encode(content).rstrip(b"=")


def _from_base64(content: bytes) -> bytes:
    decoded = b64decode(content + b"=" * (-len(content) % 4))
    if _to_base64(decoded) != content:  # bits beyond the last byte are set
        raise NotLockedByPassphraseError
    return decoded
