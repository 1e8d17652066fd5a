"""Save as I go: what it writes, where, who can read it, and how to lock it."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from textual import on
from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.busy_line import BusyLine
from screener.tui.widgets.passphrase_fields import PassphraseFields


class SaveAsIGoScreen(Page[bool]):
    """The result is whether it was switched on."""

    def __init__(
        self, help_lines: HelpLines, file: Path, switch_on: Callable[[str], None]
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            file: Where it would be saved.
            switch_on: Switches it on, with a passphrase or an empty one.
        """
        super().__init__(help_lines)
        self._file = file
        self._switch_on = switch_on

    def compose_body(self) -> ComposeResult:
        """What a person should know before they say yes."""
        yield words(_("Save as I go"), classes="title")
        yield words(
            _(
                "After each answer, your answers so far are written to a file. If the "
                "power fails, or you leave fast, you can pick up there."
            ),
            classes="text",
        )
        yield words(
            _(
                "The file stays until you finish or forget your answers. Then it is "
                "overwritten and removed; a disk may still hold traces of it. Does "
                "someone else use your account on this computer? Then lock it: Tab "
                "goes there."
            ),
            classes="text",
        )
        yield PassphraseFields()
        yield words(_("The file: {file}").format(file=self._file), classes="muted")
        yield BusyLine()

    def actions(self) -> Iterable[Action]:
        """Yes, or back."""
        yield Action(
            _("Save as I go"), "switch_on", key="Enter", main=True, short=_("Save")
        )
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    @on(PassphraseFields.Submitted)
    def action_switch_on(self) -> None:
        """Switch it on, or say what is wrong."""
        line = self.query_one(BusyLine)
        try:
            passphrase = self.query_one(PassphraseFields).value()
        except ValueError as error:
            line.say(str(error))
        else:
            work = partial(self._switch_on, passphrase)
            line.start(_("One moment, please."), work, lambda _: self.decide(True))

    def action_go_back(self) -> None:
        """Leave it as it is."""
        if not self.query_one(BusyLine).is_busy:
            self.decide(False)
