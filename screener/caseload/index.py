"""A file that saves reading thousands: it can be deleted at any time.

It lies in the folder itself, so that it is as well kept as what it is about. An entry
is found by a digest of the whole content of its file, and the index is signed with a
key that only its owner has: nobody who can write to the folder can make an entry say
anything else than its file does.
"""

import hmac
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

import screener
from screener import __version__
from screener.caseload.entry import Entry
from screener.caseload.index_key import index_key
from screener.disk import read_regular
from screener.files import replace
from screener.model.reading import MisfitError, read_json
from screener.model.record import tables_of, to_json

INDEX = ".screener-index.json"

_LIMIT = 50_000_000
_HASH = "sha256"
_PACKAGES = ("caseload", "model", "scoring", "summary")


@dataclass(frozen=True)
class Index:
    """Entries by the digest of what is in their files; their names are not kept."""

    file: Path | None
    """Where it is; `None` to do without."""
    key: Callable[[], bytes | None] = index_key
    """What it is signed with; without a key there is no index."""

    @classmethod
    def of(cls, folder: Path) -> "Index":
        """The index of a folder."""
        return cls(folder / INDEX)

    def read(self) -> dict[str, Entry]:
        """Return the entries by digest; none unless all of the index can be trusted."""
        key = self.key() if self.file else None
        if self.file is None or key is None or self.file.is_symlink():
            return {}
        try:
            signature, _, content = read_regular(self.file, _LIMIT).partition(b"\n")
            if not hmac.compare_digest(signature, _signature(key, content)):
                return {}
            return dict(read_json(tuple[tuple[str, Entry], ...], content))
        except (OSError, MisfitError):
            return {}

    def write(self, entries: Mapping[str, Entry]) -> None:
        """Write the index, whole or not at all; where it cannot be written, do without.

        Args:
            entries: By digest.
        """
        key = self.key() if self.file else None
        if self.file is None or key is None:
            return
        content = to_json(tables_of(tuple(entries.items()))).encode()
        with suppress(OSError):
            replace(self.file, _signature(key, content) + b"\n" + content)


NO_INDEX = Index(None)
"""Where nothing of what is read may be left in the folder."""


@cache
def _code() -> str:
    """Return a digest of the code that entries depend on."""
    found = blake2b(digest_size=32)
    for package in _PACKAGES:
        for path in sorted((Path(screener.__file__).parent / package).rglob("*.py")):
            found.update(path.read_bytes())
    return found.hexdigest()


def _signature(key: bytes, content: bytes) -> bytes:
    """Sign an index; one that other code has made says things in other words."""
    about = f"{__version__} {_code()}\n".encode()
    return hmac.new(key, about + content, _HASH).hexdigest().encode()
