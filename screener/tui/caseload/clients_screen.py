"""The list of clients: filtered, sorted, opened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Input, Static

from screener.caseload import (
    Client,
    Entry,
    clients_of,
    name_of,
    read_caseload,
    reason_of,
)
from screener.caseload.clients import Order
from screener.interview.cry_reply import cry_told
from screener.language import N_, _
from screener.model import HelpLines
from screener.scoring import reply_to
from screener.tui import keys
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.screens.shelf import odd_files
from screener.tui.widgets import Action
from screener.tui.widgets.fitted_table import Column, FittedTable, stacked
from screener.tui.widgets.one_line import one_line
from screener.tui.widgets.reading_line import ReadingLine

NEW = "new"
"""The result where a new client is there."""

_ORDERS = tuple(Order)

_NARROW, _WIDE = 60, 110
"""Below so many columns of the terminal, a row has its cells under each other."""

_EMPTY = N_(
    "There is no visit here yet. Hold Ctrl and press N to hold a first visit with a "
    "new client: its summary is saved in this folder, and the client is in this list "
    "from then on. "
    "Summaries from elsewhere can be copied here too: the files that end in .toml."
)
_NOT_FOUND = N_("Nobody here fits these words. Change them, or delete them.")


@dataclass(frozen=True, slots=True)
class View:
    """How the list is looked at."""

    looked_for: str = ""
    order: Order = Order.LAST_VISIT
    row: int = 0


class ClientsScreen(Page[Client | str | None]):
    """The result is a client to look at, `NEW` for a new one, or `None` to leave."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "clients.tcss"]
    AUTO_FOCUS = "DataTable"
    MOVES = Page.MOVES | {"to_list"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "to_list", show=False),
    ]

    def __init__(
        self,
        help_lines: HelpLines,
        folder: Path,
        view: View | None = None,
        retold: Callable[[Entry], Entry] = lambda entry: entry,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            folder: The caseload.
            view: How it was looked at before.
            retold: Returns an entry with its texts in the current language.
        """
        super().__init__(help_lines)
        self._folder = folder
        self.view = view or View()
        self._retold = retold
        self._entries: tuple[Entry, ...] = ()
        self._is_read = False
        self._shown: tuple[Client, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The table, and a field to look for somebody."""
        yield words(_("Your clients"), classes="title")
        yield words("", id="where", classes="muted")
        yield one_line(60, self.view.looked_for)
        yield words("", id="empty", classes="text")
        yield FittedTable()
        yield ReadingLine()

    def actions(self) -> Iterable[Action]:
        """Open, new, find, sort, leave."""
        yield Action(_("Open"), "open", key="Enter", main=True)
        yield Action(_("New client"), "new", key=keys.NEW_CLIENT, short=_("New"))
        yield Action(_("Find"), "look_for", key=keys.FIND)
        yield Action(_("Sort"), "sort", key=keys.SORT)
        yield Action(_("Leave"), "leave", key=keys.LEAVE)
        yield Action(_("Help"), "app.show_help", key="h")

    def on_mount(self) -> None:
        """Read the folder beside the screen."""
        self.query_one(Input).placeholder = _("Find: a code, a level, urgent ...")
        work = partial(read_caseload, self._folder)
        self.query_one(ReadingLine).read(work, self._fill, at_once=True)

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        self._entries = tuple(map(self._retold, entries))
        self._is_read = True
        self._show(self.view.row)

    # What the counselor does

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Look at the client under the cursor."""
        if self._shown:
            row = self._table.cursor_row
            self.view = View(self._words, self.view.order, row)
            self.decide(self._shown[row])

    def action_new(self) -> None:
        """Hold a first visit."""
        self.decide(NEW)

    def action_sort(self) -> None:
        """Sort by the next thing."""
        place = _ORDERS.index(self.view.order) + 1
        self.view = View(self._words, _ORDERS[place % len(_ORDERS)])
        self._show()

    def action_look_for(self) -> None:
        """Type what to look for."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def action_to_list(self) -> None:
        """Back to the list."""
        self._table.focus()

    @on(Input.Changed)
    def _look_for(self) -> None:
        self._show()

    def action_leave(self) -> None:
        """Go away."""
        self.decide(None)

    # What is shown

    @property
    def _table(self) -> FittedTable:
        return self.query_one(FittedTable)

    @property
    def _words(self) -> str:
        return self.query_one(Input).value

    def _show(self, row: int = 0) -> None:
        if not self._is_read:
            return
        clients = clients_of(self._entries, self.view.order)
        self._shown = tuple(one for one in clients if one.fits(self._words))
        self._table.show(partial(_columns, self._shown), row)
        self._offered.offer("open", offered=bool(self._shown))
        for name in ("look-for", "sort"):
            self._offered.offer(name, offered=bool(self._entries))
        empty = self.query_one("#empty", Static)
        empty.display = not self._shown
        empty.update(self._why_empty())
        self.query_one("#where", Static).update(self._told(clients))

    def _why_empty(self) -> str:
        reply = reply_to(self._words)
        if reply is not None:
            return cry_told(reply, self.help_lines)
        return _(_NOT_FOUND if self._entries else _EMPTY)

    def _told(self, clients: tuple[Client, ...]) -> str:
        """Say where this is, how many are shown, and what does not count."""
        folder = name_of(str(self._folder))
        is_narrow = self.app.size.width < _NARROW
        odd = sum(1 for entry in self._entries if not entry.is_visit)
        if not self._entries:
            return _("In {folder}").format(folder=folder)
        told = _("{shown:,} of {all:,}, by {order}").format(
            shown=_people(self._shown), all=_people(clients), order=_(self.view.order)
        )
        if not is_narrow:
            told = _("In {folder}: {told}").format(folder=folder, told=told)
        return f"{told}. {odd_files(odd)}" if odd else told


def _people(clients: tuple[Client, ...]) -> int:
    return sum(1 for client in clients if client.visits)


def _columns(clients: tuple[Client, ...], width: int) -> list[Column]:
    rows = [_cells(client) for client in clients]
    names, days, flags, soon, levels = zip(*rows, strict=True) if rows else [()] * 5
    client = Column(_("Client"), stacked(names, days), 20)
    if width < _NARROW:
        return [client, Column(_("Look at"), stacked(flags, soon, levels))]
    if width < _WIDE:
        look_at = Column(_("Look at"), stacked(flags, soon), 24)
        return [client, Column(_("Level"), levels), look_at]
    return [
        Column(_("Client"), names, 24),
        Column(_("Last visit"), days),
        Column(_("Look at"), flags, 24),
        Column(_("How soon"), soon, 30),
        Column(_("Level"), levels),
    ]


def _cells(client: Client) -> tuple[str, str, str, str, str]:
    last = client.last
    name = name_of(client.name)
    if not client.visits:
        return name, "", _("does not count"), "", reason_of(last, datetime.now(UTC))
    visits = f" ({len(client.visits)})" if len(client.visits) > 1 else ""
    name = name if client.code else _("no code: {name}").format(name=name)
    flags = ", ".join(map(_, client.flags))
    return name, f"{last.day}{visits}", flags, last.soon, last.level
