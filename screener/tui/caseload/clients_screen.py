"""The list of clients: filtered, sorted, opened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Input, Static

from screener.caseload import Client, Entry, clients_of, read_caseload
from screener.caseload.clients import Order
from screener.language import _
from screener.model import HelpLines
from screener.summary import safe
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.busy_line import BusyLine
from screener.tui.widgets.one_line import one_line

NEW = "new"
"""The result where a new client is there."""

_ORDERS = tuple(Order)


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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("s", "sort", show=False),
        Binding("slash", "look_for", show=False),
        Binding("x", "leave", show=False),
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
            retold: Tells what an entry names in the language that is spoken.
        """
        super().__init__(help_lines)
        self._folder = folder
        self.view = view or View()
        self._retold = retold
        self._entries: tuple[Entry, ...] = ()
        self._shown: tuple[Client, ...] = ()
        self._read = (0, 0)

    def compose_body(self) -> ComposeResult:
        """The table, and a field to look for somebody."""
        yield words(_("Your clients"), classes="title")
        yield words("", id="where", classes="muted")
        yield one_line(60, self.view.looked_for)
        yield DataTable(cursor_type="row", zebra_stripes=False)
        yield BusyLine()

    def actions(self) -> Iterable[Action]:
        """Open, new, find, sort, leave."""
        yield Action(_("Open"), "open", key="Enter", main=True)
        yield Action(_("New client"), "new", key="n", short=_("New"))
        yield Action(_("Find"), "look_for", key="/")
        yield Action(_("Sort"), "sort", key="s")
        yield Action(_("Leave"), "leave", key="x")
        yield Action(_("Help"), "app.show_help", key="h")

    def on_mount(self) -> None:
        """Read the folder beside the screen."""
        self._table.add_columns(
            _("Client"), _("Last visit"), _("Look at"), _("How soon"), _("Level")
        )
        self.query_one(Input).placeholder = _("Find: a code, a level, urgent ...")
        work = partial(read_caseload, self._folder, self._note)
        self.query_one(BusyLine).start(_("Reading the folder."), work, self._fill)
        self.set_interval(0.2, self._tell)

    def _note(self, done: int, files: int) -> None:
        self._read = (done, files)

    def _tell(self) -> None:
        line, (done, files) = self.query_one(BusyLine), self._read
        if line.is_busy and files > 50:
            line.update(
                _("Reading {done:,} of {files:,} new or changed files.").format(
                    done=done, files=files
                )
            )

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        self._entries = tuple(map(self._retold, entries))
        self.query_one(BusyLine).say("")
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
    def _table(self) -> "DataTable[Text]":
        return self.query_one(DataTable)

    @property
    def _words(self) -> str:
        return self.query_one(Input).value

    def _show(self, row: int = 0) -> None:
        every = clients_of(self._entries, self.view.order)
        self._shown = tuple(one for one in every if one.fits(self._words))
        table = self._table
        table.clear()
        table.add_rows(_cells(one) for one in self._shown)
        if self._shown:
            table.move_cursor(row=min(row, len(self._shown) - 1))
        told = _("{shown:,} of {all:,}, by {order}").format(
            shown=len(self._shown), all=len(every), order=_(self.view.order)
        )
        where = _("In {folder}: {told}").format(
            folder=safe(str(self._folder)), told=told
        )
        self.query_one("#where", Static).update(where)


def _cells(client: Client) -> tuple[Text, ...]:
    last = client.last
    day = last.day.isoformat() if last.day else _("cannot be read")
    visits = f" ({len(client.visits)})" if len(client.visits) > 1 else ""
    name = client.name if client.code else _("no code: {name}").format(name=client.name)
    told = (name, day + visits, ", ".join(map(_, last.flags)), last.soon, last.level)
    return tuple(Text(safe(one)) for one in told)
