"""A folder of summaries as a table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.coordinate import Coordinate
from textual.widgets import DataTable, Static

from screener.caseload import (
    Entry,
    Progress,
    in_order,
    name_of,
    read_one,
    read_summaries,
    reason_of,
)
from screener.errors import ScreenerError
from screener.language import N_, _, ngettext, spoken
from screener.model import HelpLines
from screener.summary import Summary
from screener.tui import keys
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.fitted_table import Column, FittedTable, stacked
from screener.tui.widgets.reading_line import ReadingLine

_MARK = "x"
_NARROW = 60
"""Below so many columns of the terminal, a row has its cells under each other."""


@dataclass(frozen=True, slots=True)
class Pick:
    """What the person wants to see."""

    entries: tuple[Entry, ...]
    """One to open, two to compare, or all that are plotted."""
    summaries: tuple[Summary, ...] = ()
    """What is in them; none where the one to open cannot be read."""
    problem: str = ""
    """Why it cannot be read, or does not count."""
    language: str = ""
    """The language that `problem` is in."""
    over_time: bool = False
    then: str = ""
    """What else to do with it, where the screen offers more."""


class ShelfScreen(Page[Pick | None]):
    """Show what is saved; the result is what to look at, or `None` to leave."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "shelf.tcss"]
    AUTO_FOCUS = "DataTable"

    def __init__(
        self,
        help_lines: HelpLines,
        folder: Path,
        files: tuple[Entry, ...] | Callable[[Progress], tuple[Entry, ...]],
        picked: Pick | None = None,
        title: str = N_("Your summaries"),
        retold: Callable[[Entry], Entry] = lambda entry: entry,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            folder: The folder.
            files: What is in it, or what reads that beside the screen.
            picked: What was looked at before.
            title: What is shown, in English.
            retold: Tells what an entry names in the language that is spoken.
        """
        super().__init__(help_lines)
        self._folder = folder
        self._title = title
        self._retold = retold
        self._files = files
        self._entries: tuple[Entry, ...] = ()
        self._marked: list[Entry] = []
        self._before = picked
        self._now = datetime.now(UTC)

    def compose_body(self) -> ComposeResult:
        """The table, and what is said of it."""
        yield words(_(self._title), classes="title")
        where = _("In {folder}").format(folder=name_of(str(self._folder)))
        yield words(where, id="where", classes="muted")
        yield words("", id="empty", classes="text")
        yield FittedTable()
        yield ReadingLine()
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """Open, mark, compare, plot, leave."""
        yield Action(_("Open"), "open", key="Enter", main=True)
        yield Action(_("Mark"), "mark", key="Space")
        yield Action(_("Compare"), "compare", key=keys.COMPARE)
        yield Action(_("Over time"), "plot", key=keys.PLOT, short=_("Plot"))
        yield Action(_("Leave"), "leave", key=keys.LEAVE)
        yield Action(_("Help"), "app.show_help", key="h")

    def on_mount(self) -> None:
        """Show the files, or read them first."""
        if isinstance(self._files, tuple):
            self._fill(self._files)
        else:
            self._busy.read(self._files, self._fill, at_once=True)

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        ordered = in_order(entries, self._now)
        self._entries = ordered.dated + ordered.misdated + ordered.aside
        before = self._before.entries if self._before else ()
        if len(before) == 2:
            self._marked = [one for one in self._entries if one in before]
        first = before[0] if before else None
        row = self._entries.index(first) if first in self._entries else 0
        self._table.show(self._columns, row)
        for name in ("open", "mark", "compare", "plot"):
            self._offered.offer(name, offered=bool(self._entries))
        self._say_what_is_here(len(ordered.aside))

    def _say_what_is_here(self, odd: int) -> None:
        self.query_one("#empty").display = not self._entries
        if not self._entries:
            told = _(
                "There is none here yet. A summary is kept when you save it at the "
                "end of the questions."
            )
            self.query_one("#empty", Static).update(told)
        elif odd:
            folder = name_of(str(self._folder))
            told = _("In {folder}").format(folder=folder)
            self.query_one("#where", Static).update(f"{told}. {odd_files(odd)}")

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Read the one under the cursor."""
        if (here := self._here) is not None:
            self._busy.read(partial(self._opened, here), self.decide)

    def _opened(self, entry: Entry, progress: Progress) -> Pick:
        return open_entry(self._folder, entry)

    def action_mark(self) -> None:
        """Mark the one under the cursor, or take its mark away."""
        here = self._here
        if here is None:
            return
        if not here.is_visit:
            self.say(_("This file does not count. Enter says why."))
            return
        before = self._marked
        if here in self._marked:
            self._marked = [one for one in self._marked if one != here]
        else:
            # Two can be compared: the one marked longest ago gives way.
            self._marked = [*self._marked[-1:], here]
        for entry in {*before, *self._marked}:
            place = Coordinate(self._entries.index(entry), 0)
            self._table.update_cell_at(place, Text(self._mark(entry)))
        self.say("")

    def action_compare(self) -> None:
        """Compare the two that are marked."""
        if len(self._marked) == 2:
            self._decide_on(tuple(self._marked))
        else:
            self.say(_("Mark two first: go to each one and press Space."))

    def action_plot(self) -> None:
        """See all of them over time; one with a false day would be at a false place."""
        visits = in_order(self._entries, self._now).dated
        if len(visits) > 1:
            self._decide_on(visits, over_time=True)
        else:
            self.say(_("To see a change over time, two summaries are needed."))

    def action_leave(self) -> None:
        """Go away."""
        self.decide(None)

    def _decide_on(
        self, entries: tuple[Entry, ...], *, over_time: bool = False, then: str = ""
    ) -> None:
        """Read what is picked beside the screen, and leave with it."""
        self._busy.read(
            partial(read_summaries, self._folder, entries, only_places=over_time),
            lambda summaries: self.decide(
                Pick(entries, summaries, over_time=over_time, then=then)
            ),
        )

    @property
    def _busy(self) -> ReadingLine:
        return self.query_one(ReadingLine)

    @property
    def _table(self) -> FittedTable:
        return self.query_one(FittedTable)

    @property
    def _here(self) -> Entry | None:
        row = self._table.cursor_row
        return self._entries[row] if row < len(self._entries) else None

    def _columns(self, width: int) -> list[Column]:
        marks = Column("", [*map(self._mark, self._entries)])
        rows = [self._cells(entry) for entry in self._entries]
        days, levels, soon = zip(*rows, strict=True) if rows else ((), (), ())
        if width < _NARROW:
            found = [(_("Day"), days), (_("Level of care"), stacked(levels, soon))]
        else:
            found = [
                (_("Day"), days),
                (_("Level of care"), levels),
                (_("How soon"), soon),
            ]
        return [marks, *(Column(*one) for one in found)]

    def _cells(self, entry: Entry) -> tuple[str, str, str]:
        reason = reason_of(entry, self._now)
        if not entry.is_visit:
            return "", name_of(entry.file), reason
        shown = self._retold(entry)
        return f"{shown.day}", f"{shown.level}\n{reason}".strip(), shown.soon

    def _mark(self, entry: Entry) -> str:
        return _MARK if entry in self._marked else " "


def open_entry(folder: Path, entry: Entry) -> Pick:
    """Read one file, or say why it cannot be read, in the language that is spoken.

    Args:
        folder: Where it is.
        entry: The file.
    """
    try:
        summary = read_one(folder / entry.file)
    except ScreenerError as error:
        return Pick((entry,), problem=str(error), language=spoken())
    reason = reason_of(entry, datetime.now(UTC))
    return Pick((entry,), (summary,), reason, language=spoken())


def odd_files(number: int) -> str:
    """Say how many files do not count as visits.

    Args:
        number: How many.
    """
    return ngettext(
        "{n} file does not count and is at the end.",
        "{n} files do not count and are at the end.",
        number,
    ).format(n=f"{number:,}")
