"""Clients, as the files of a caseload tell them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from screener.caseload.entry import Entry
from screener.language import later


class Order(StrEnum):
    """By what clients are sorted."""

    LAST_VISIT = later("last visit")
    CODE = later("code")
    LEVEL = later("level")
    SOON = later("how soon")


@dataclass(frozen=True, slots=True)
class Client:
    """One client, or one file that belongs to none."""

    code: str
    """Empty where the file has none."""
    visits: tuple[Entry, ...]
    """At least one; the last visit first."""

    @property
    def last(self) -> Entry:
        """The last visit."""
        return self.visits[0]

    @property
    def name(self) -> str:
        """The code, or the file's name."""
        return self.code or self.last.file

    def fits(self, words: str) -> bool:
        """Whether every word is somewhere in what the list shows.

        Args:
            words: What somebody looks for.
        """
        shown = f"{self.name} {self.last.day} {self.last.level} {self.last.soon} "
        shown = f"{shown}{' '.join(self.last.flags)} {self.last.problem}".lower()
        return all(word in shown for word in words.lower().split())


def clients_of(
    entries: Iterable[Entry], order: Order = Order.LAST_VISIT
) -> tuple[Client, ...]:
    """Put the files of a client together.

    Args:
        entries: What is in the folder.
        order: By what to sort; the gravest or the latest first.
    """
    by_code: dict[str, list[Entry]] = {}
    for entry in entries:
        by_code.setdefault(entry.client or f"/{entry.file}", []).append(entry)
    clients = [
        Client("" if code.startswith("/") else code, tuple(sorted(visits, key=_latest)))
        for code, visits in by_code.items()
    ]
    clients.sort(key=lambda one: one.name.lower())
    match order:
        case Order.LAST_VISIT:
            clients.sort(key=lambda one: _latest(one.last))
        case Order.LEVEL:
            clients.sort(key=lambda one: -one.last.level_place)
        case Order.SOON:
            clients.sort(key=lambda one: -one.last.soon_place)
    return tuple(clients)


def _latest(entry: Entry) -> float:
    return -entry.created.timestamp() if entry.created else 0.0
