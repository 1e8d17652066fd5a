"""A folder of summaries as a table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.widgets import DataTable

from screener.language import _, later
from screener.model import HelpLines
from screener.summary import URGENCY, Kept, Summary, range_names, safe
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action

_MARK = "x"


@dataclass(frozen=True, slots=True)
class Pick:
    """What the person wants to see."""

    kept: tuple[Kept, ...]
    """One to open, two to compare, or all that are plotted."""
    over_time: bool = False
    then: str = ""
    """What else to do with it, where the screen offers more."""


class ShelfScreen(Page[Pick | None]):
    """Show what is kept; the result is what to look at, or `None` to leave."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "shelf.tcss"]
    AUTO_FOCUS = "DataTable"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", show=False),
        Binding("m", "compare", show=False),
        Binding("p", "plot", show=False),
        Binding("x", "leave", show=False),
    ]

    def __init__(
        self,
        help_lines: HelpLines,
        folder: Path,
        kept: tuple[Kept, ...],
        picked: Pick | None = None,
        title: str = later("Your summaries"),
        retold: Callable[[Summary], Summary] = lambda summary: summary,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            folder: The folder.
            kept: What is in it.
            picked: What was looked at before.
            title: What is shown, in English.
            retold: Tells the names in a summary in the language that is spoken.
        """
        super().__init__(help_lines)
        self._folder = folder
        self._title = title
        self._retold = retold
        self._kept = kept
        self._marked = list(picked.kept) if picked and len(picked.kept) == 2 else []
        first = picked.kept[0] if picked and picked.kept else None
        self._row = kept.index(first) if first in kept else 0

    def compose_body(self) -> ComposeResult:
        """The table, or that there is nothing yet."""
        yield words(_(self._title), classes="title")
        yield words(
            _("In {folder}").format(folder=safe(str(self._folder))), classes="muted"
        )
        if self._kept:
            yield DataTable(cursor_type="row", zebra_stripes=False)
        else:
            yield words(
                _(
                    "There is none here yet. A summary is kept when you save it at the "
                    "end of the questions."
                ),
                classes="text",
            )
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """Open, mark, compare, plot, leave."""
        yield Action(_("Open"), "open", key="Enter", main=True)
        yield Action(_("Mark"), "mark", key="Space")
        yield Action(_("Compare"), "compare", key="m")
        yield Action(_("Over time"), "plot", key="p", short=_("Plot"))
        yield Action(_("Leave"), "leave", key="x")
        yield Action(_("Help"), "app.show_help", key="h")

    def on_mount(self) -> None:
        """Fill the table."""
        for table in self._tables:
            table.add_columns("", _("Day"), _("Level of care"), _("How soon"))
            for one in self._kept:
                table.add_row(*self._cells(one))
            table.move_cursor(row=self._row)

    @on(DataTable.RowSelected)
    def action_open(self) -> None:
        """Read the one under the cursor."""
        if self._here is not None:
            self.decide(Pick((self._here,)))

    def action_mark(self) -> None:
        """Mark the one under the cursor, or take its mark away."""
        here = self._here
        if here is None:
            return
        if here.summary is None:
            self.say(_("This file cannot be read. Enter says why."))
            return
        if here in self._marked:
            self._marked.remove(here)
        else:
            # Two can be compared: the one marked longest ago gives way.
            self._marked = [*self._marked[-1:], here]
        for table in self._tables:
            for row, one in enumerate(self._kept):
                table.update_cell_at(Coordinate(row, 0), self._mark(one))
        self.say("")

    def action_compare(self) -> None:
        """Compare the two that are marked."""
        if len(self._marked) == 2:
            self.decide(Pick(tuple(self._marked)))
        else:
            self.say(_("Mark two first: go to each one and press Space."))

    def action_plot(self) -> None:
        """See all of them over time."""
        read = tuple(one for one in self._kept if one.summary)
        if len(read) > 1:
            self.decide(Pick(read, over_time=True))
        else:
            self.say(_("To see a change over time, two summaries are needed."))

    def action_leave(self) -> None:
        """Go away."""
        self.decide(None)

    @property
    def _tables(self) -> Iterable["DataTable[Text]"]:
        return self.query(DataTable)

    @property
    def _here(self) -> Kept | None:
        for table in self._tables:
            return self._kept[table.cursor_row]
        return None

    def _cells(self, one: Kept) -> tuple[Text, ...]:
        name = _("{name} (cannot be read)").format(name=one.file.name)
        told = _told(self._retold(one.summary)) if one.summary else ("", name, "")
        return (self._mark(one), *(Text(safe(cell)) for cell in told))

    def _mark(self, one: Kept) -> Text:
        return Text(_MARK if one in self._marked else " ")


def _told(summary: Summary) -> tuple[str, str, str]:
    level, *_others = summary.ladders
    ranges = range_names(summary)
    return summary.date.isoformat(), ranges[level.id], ranges.get(URGENCY, "")
