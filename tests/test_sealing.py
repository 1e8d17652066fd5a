"""Passphrases: what a lock costs, what is refused, how its words may be typed."""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from screener import age_format, sealing
from screener.errors import LockedFileError, PassphraseError, ScreenerError
from screener.sealing import FACTOR, check_lock, lock, unlock

WORDS = "correct horse"
COMPOSED = unicodedata.normalize("NFC", "corazón añil")
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)
VECTORS = Path("tests/data/age")
CHUNK = 64 * 1024
STANZA = re.compile(rb"(-> scrypt \S+) \d+\n(\S+)\n")


@pytest.fixture(scope="module")
def locked() -> bytes:
    return lock(b"something", WORDS)


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock with little work, for tests of anything else."""
    monkeypatch.setattr(sealing, "FACTOR", 2)


def test_a_lock_takes_128_megabytes_on_every_computer(locked: bytes) -> None:
    assert check_lock(locked).factor == FACTOR == 17
    assert check_lock(locked).memory == 128 << 20


@pytest.mark.parametrize(
    "size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 7]
)
@pytest.mark.usefixtures("cheap")
def test_other_age_programs_open_our_files(size: int) -> None:
    content = bytes(n % 251 for n in range(size))
    locked = lock(content, WORDS)
    assert pyrage.passphrase.decrypt(locked, WORDS) == content
    assert unlock(locked, WORDS) == content


@pytest.mark.slow
@pytest.mark.parametrize("size", [0, CHUNK, 2 * CHUNK + 5])
def test_files_of_other_age_programs_open(size: int) -> None:
    theirs = pyrage.passphrase.encrypt(bytes(size), WORDS)
    assert unlock(theirs, WORDS) == bytes(size)


@pytest.mark.parametrize(
    "vector", sorted(VECTORS.glob("scrypt*")), ids=lambda path: str(path.name)
)
def test_the_test_vectors_of_the_format_are_read_as_they_say(vector: Path) -> None:
    about, _, content = vector.read_bytes().partition(b"\n\n")
    facts = dict(line.split(": ", 1) for line in about.decode().splitlines())
    if facts["expect"] == "success":
        opened = unlock(content, facts["passphrase"])
        assert hashlib.sha256(opened).hexdigest() == facts["payload"]
    else:
        with pytest.raises(ScreenerError):
            unlock(content, facts.get("passphrase", WORDS))


def test_another_passphrase_does_not_open_it(locked: bytes) -> None:
    with pytest.raises(PassphraseError):
        unlock(locked, "wrong horse")


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole[:-1],
        lambda whole: whole[: -CHUNK - 16],
        lambda whole: whole + b"x",
        lambda whole: whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:],
        lambda whole: whole[:200],
    ],
    ids=["last byte gone", "last chunk gone", "a byte more", "a bit flipped", "cut"],
)
def test_damage_is_named_and_not_blamed_on_the_passphrase(
    change: Callable[[bytes], bytes],
) -> None:
    locked = lock(bytes(2 * CHUNK), WORDS)
    with pytest.raises(LockedFileError, match=r"passphrase is right.*damaged"):
        unlock(change(locked), WORDS)


@pytest.mark.parametrize(
    ("factor", "needs"),
    [(23, "8,192 MB"), (24, "16,384 MB"), (63, "9,007,199,254,740,992")],
)
def test_a_work_factor_above_22_is_refused_whatever_memory_there_is(
    locked: bytes, factor: int, needs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "free_memory", lambda: 1 << 60)
    monkeypatch.setattr("screener.age_format.decrypt", _fail)
    heavy = STANZA.sub(rb"\1 %d\n\2\n" % factor, locked)
    with pytest.raises(LockedFileError, match=rf"{needs}.* more than 4,096 MB"):
        unlock(heavy, WORDS)


def test_more_than_half_of_the_free_memory_is_refused_with_both_figures(
    locked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "free_memory", lambda: (256 << 20) - 1)
    with pytest.raises(LockedFileError, match=r"128 MB.* 255 MB free"):
        unlock(locked, WORDS)
    monkeypatch.setattr(sealing, "free_memory", lambda: 256 << 20)
    assert unlock(locked, WORDS) == b"something"


def test_memory_that_is_gone_at_the_last_moment_is_told_too(
    locked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("screener.age_format.decrypt", no_memory)
    with pytest.raises(LockedFileError, match="128 MB"):
        unlock(locked, WORDS)


@pytest.mark.parametrize("stanzas", [2, 20_000])
def test_more_than_one_stanza_is_refused_before_any_key_is_derived(
    locked: bytes, stanzas: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.age_format.decrypt", _fail)
    many = STANZA.sub(lambda found: found[0] * stanzas, locked)
    with pytest.raises(LockedFileError, match="not locked with a passphrase alone"):
        unlock(many, WORDS)


def test_a_line_locked_with_a_key_has_no_long_header() -> None:
    seal = sealing.Seal.new()
    line = seal.close(b"a step")
    assert seal.open(line) == b"a step"
    start = line.index(b"-> X25519")
    end = line.index(b"->", start + 1)
    with pytest.raises(PassphraseError):
        seal.open(line[:start] + line[start:end] * 20_000 + line[end:])


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize(
    ("typed_first", "typed_later"),
    [
        (COMPOSED, DECOMPOSED),
        (DECOMPOSED, COMPOSED),
        ("correct\N{NO-BREAK SPACE}horse", WORDS),
        (WORDS, "correct\N{NO-BREAK SPACE}horse"),
        ("half \ud800 of a pair", "half \ud800 of a pair"),
    ],
)
def test_the_same_words_open_it_however_they_are_typed(
    typed_first: str, typed_later: str
) -> None:
    assert unlock(lock(b"x", typed_first), typed_later) == b"x"


@pytest.mark.parametrize("typed_first", [COMPOSED, DECOMPOSED])
@pytest.mark.parametrize("typed_later", [COMPOSED, DECOMPOSED])
def test_files_that_were_locked_as_typed_open_too(
    typed_first: str, typed_later: str
) -> None:
    old = age_format.encrypt(b"x", typed_first.encode(), 2)
    assert unlock(old, typed_later) == b"x"


@pytest.mark.usefixtures("cheap")
def test_right_words_are_tried_once_and_wrong_ones_not_more_than_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries: list[bytes] = []
    decrypt = age_format.decrypt

    def counted(content: bytes, header: age_format.Header, words: bytes) -> bytes:
        tries.append(words)
        return decrypt(content, header, words)

    monkeypatch.setattr(age_format, "decrypt", counted)
    locked = lock(b"x", COMPOSED)
    unlock(locked, DECOMPOSED)
    assert len(tries) == 1
    tries.clear()
    with pytest.raises(PassphraseError):
        unlock(locked, WORDS)
    assert tries == [WORDS.encode()]


def _fail(*_: object) -> None:
    raise AssertionError("a key would have been derived")
