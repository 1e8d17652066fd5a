"""Clients, as the files of a caseload tell them."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from screener.caseload.entry import CHECK_DATE, URGENT, Entry
from screener.language import N_, _


class Order(StrEnum):
    """By what clients are sorted."""

    LAST_VISIT = N_("last visit")
    CODE = N_("code")
    LEVEL = N_("level")
    SOON = N_("how soon")


@dataclass(frozen=True, slots=True)
class Client:
    """One client, or one file that belongs to none."""

    code: str
    """Empty where the file has none."""
    visits: tuple[Entry, ...]
    """The last visit first; those whose day cannot be right at the end."""
    aside: tuple[Entry, ...] = ()
    """Files that do not count: copies of a visit, and what cannot be read."""
    flags: tuple[str, ...] = ()
    """What to look at."""

    @property
    def last(self) -> Entry:
        """The last visit, or the one file."""
        return (*self.visits, *self.aside)[0]

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
        shown += f"{' '.join(map(_, self.flags))} {_(self.last.problem)}"
        shown += f" {' '.join(self.flags)} {self.last.copy_of}"
        return all(word in shown.lower() for word in words.lower().split())


def clients_of(
    entries: Iterable[Entry],
    order: Order = Order.LAST_VISIT,
    now: datetime.datetime | None = None,
) -> tuple[Client, ...]:
    """Put the files of a client together; what is no visit comes last, file by file.

    Args:
        entries: What is in the folder.
        order: By what to sort; the gravest or the latest first.
        now: The time now; that of the clock unless given.
    """
    now = now or datetime.datetime.now(datetime.UTC)
    by_code: dict[str, list[Entry]] = {}
    odd: list[Client] = []
    for entry in entries:
        if not entry.is_visit:
            odd.append(Client("", (), (entry,)))
        if entry.created is not None and (entry.client or entry.is_visit):
            by_code.setdefault(entry.client or f"/{entry.file}", []).append(entry)
    clients = [
        _client("" if code.startswith("/") else code, files, now)
        for code, files in by_code.items()
    ]
    clients.sort(key=lambda client: client.name.lower())
    match order:
        case Order.LAST_VISIT:
            clients.sort(key=lambda client: _latest(client.last))
        case Order.LEVEL:
            clients.sort(key=lambda client: -client.last.level_place)
        case Order.SOON:
            clients.sort(key=lambda client: -client.last.soon_place)
    return (*clients, *odd)


class Ordered(NamedTuple):
    """Files of one client, or of a whole folder, in the order to show them in."""

    dated: tuple[Entry, ...]
    """Visits, the last one first."""
    misdated: tuple[Entry, ...]
    """Visits whose day cannot be right."""
    aside: tuple[Entry, ...]
    """What does not count as a visit."""


def in_order(entries: Iterable[Entry], now: datetime.datetime | None = None) -> Ordered:
    """Put files in order: the last visit first, what is odd at the end.

    Args:
        entries: The files.
        now: The time now; that of the clock unless given.
    """
    now = now or datetime.datetime.now(datetime.UTC)
    entries = tuple(entries)
    visits = sorted((one for one in entries if one.is_visit), key=_latest)
    return Ordered(
        tuple(visit for visit in visits if not visit.is_misdated(now)),
        tuple(visit for visit in visits if visit.is_misdated(now)),
        tuple(entry for entry in entries if not entry.is_visit),
    )


def _client(code: str, files: list[Entry], now: datetime.datetime) -> Client:
    dated, misdated, copies = in_order(files, now)
    flags = list((dated or misdated)[0].flags)
    if misdated:
        # It may well be the last one, so that what is urgent in it counts.
        is_urgent = any(URGENT in visit.flags for visit in misdated)
        flags = [*([URGENT] if is_urgent else []), *flags, CHECK_DATE]
    return Client(code, dated + misdated, copies, tuple(dict.fromkeys(flags)))


def _latest(entry: Entry) -> float:
    return -entry.created.timestamp() if entry.created else 0.0
