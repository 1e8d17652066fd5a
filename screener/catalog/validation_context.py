"""A questionnaire while it is being checked: its records, and the file of each."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from screener.errors import Problem
from screener.model import Guidance, Item, QuestionnaireHead, Source

GUIDANCE = "guidance.toml"
SOURCES = "sources.toml"


@dataclass
class Unread:
    """The parts of the files that could not be read because of an error in them.

    A reference to such a part is not reported as a second error.
    """

    kinds: set[str] = field(default_factory=set)
    """Keys, such as `item`, with unreadable tables whose id is unknown."""
    ids: set[tuple[str, str]] = field(default_factory=set)
    """Key and id of each unreadable table whose id is known."""

    def may_hold(self, kind: str, id: str) -> bool:
        """Return whether a table with this id may be one of the unreadable ones."""
        return kind in self.kinds or (kind, id) in self.ids

    def has_any(self, kind: str) -> bool:
        """Return whether any table of a kind is unreadable."""
        return kind in self.kinds or any(key == kind for key, _ in self.ids)


@dataclass
class Draft:
    """The parts of a questionnaire, and all that was found wrong with them."""

    head: QuestionnaireHead
    items: tuple[Item, ...]
    guidance: Guidance
    sources: tuple[Source, ...]
    files: dict[str, str]
    """The file each item is written in, by `link_id`."""
    unread: Unread = field(default_factory=Unread)
    """The parts that could not be read."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, file: str, place: str, what: str, mend: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(file, place, what, mend))

    def report_item(self, item: Item, what: str, mend: str) -> None:
        """Note one problem with an item."""
        self.report(self.files[item.link_id], f"item {item.link_id}", what, mend)

    def is_placed(self, link_id: str) -> bool:
        """Whether it is known where in the order an item stands, if there is one."""
        sections = {section.id for section in self.head.section}
        return all(
            item.section in sections for item in self.items if item.link_id == link_id
        )

    def require_known(
        self, file: str, place: str, kind: str, id: str, known: Iterable[str]
    ) -> bool:
        """Note a problem unless an id is known; tell whether it is."""
        names = list(known)
        if id in names:
            return True
        # The key of a private topic is `private`.
        if self.unread.may_hold(kind.partition(" ")[0], id):
            return False
        mend = f"use one of: {', '.join(names) or 'none is defined'}."
        self.report(file, place, f"There is no {kind} `{id}`.", mend)
        return False

    def require_unique(self, file: str, kind: str, ids: Iterable[str]) -> None:
        """Note every id that is there twice."""
        seen: set[str] = set()
        for id in ids:
            if id in seen:
                what = "Another one before it has the same id."
                self.report(file, f"{kind} {id}", what, "give each its own.")
            seen.add(id)

    def require_sources(self, file: str, place: str, cites: Iterable[str]) -> None:
        """Note every citation without a source."""
        known = {source.id for source in self.sources}
        for cite in cites:
            if cite not in known and not self.unread.may_hold("source", cite):
                what = f"It cites `{cite}`, and there is no such source."
                self.report(file, place, what, f"add it to {SOURCES}.")
