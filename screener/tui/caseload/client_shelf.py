"""One client's visits, and what to do next with them."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from screener.caseload import Client, Entry, name_of
from screener.language import _
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import PAGE_CSS, CssPath
from screener.tui.screens.shelf import Pick, ShelfScreen
from screener.tui.widgets import Action


class Then(StrEnum):
    """What to do with a client's visits."""

    FOLLOW_UP = "follow-up"
    CONTINUE = "continue"
    EXPORT = "export"


class ClientShelf(ShelfScreen):
    """The visits as a table; the result may also say what to do next."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, PAGE_CSS.with_name("shelf.tcss")]

    def __init__(
        self,
        help_lines: HelpLines,
        folder: Path,
        client: Client,
        picked: Pick | None = None,
        retold: Callable[[Entry], Entry] = lambda entry: entry,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            folder: The folder.
            client: Who it is.
            picked: What was looked at before.
            retold: Returns an entry with its texts in the current language.
        """
        title = (
            _("Client {code}").format(code=client.code)
            if client.code
            else name_of(client.name)
        )
        files = (*client.visits, *client.aside)
        super().__init__(help_lines, folder, files, picked, title, retold)
        self._client = client

    def actions(self) -> Iterable[Action]:
        """The same as in any folder, and what comes next."""
        yield Action(_("Open"), "open", key="Enter", main=True)
        if self._client.code:
            yield Action(
                _("Follow-up"), "follow_up", key=keys.FOLLOW_UP, short=_("Follow")
            )
            yield Action(_("Go on"), "go_on_with", key=keys.CONTINUE)
            yield Action(_("Export"), "export", key=keys.EXPORT)
        yield Action(_("Mark"), "mark", key="Space")
        yield Action(_("Compare"), "compare", key=keys.COMPARE)
        yield Action(_("Plot"), "plot", key=keys.PLOT)
        yield Action(_("Back"), "leave", key=keys.BACK)
        yield Action(_("Help"), "app.show_help", key="h")

    def action_follow_up(self) -> None:
        """Hold a new visit, with the last answers shown beside."""
        self._then(Then.FOLLOW_UP, self._client.visits[:1])

    def action_go_on_with(self) -> None:
        """Go on with the visit under the cursor where it was left."""
        here = self._here
        if here is not None:
            self._then(Then.CONTINUE, (here,) if here.is_visit else ())

    def action_export(self) -> None:
        """Write the history for other programs."""
        self._then(Then.EXPORT, self._client.visits)

    def _then(self, then: Then, visits: tuple[Entry, ...]) -> None:
        if self._client.code and visits:
            self._decide_on(visits, then=then)
        else:
            self.say(_("This file cannot be read, so nothing can follow from it."))
