"""Pick up where I left off: what an earlier visit saved as it went."""

from collections.abc import Callable, Iterable
from enum import Enum
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from screener.language import _
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.busy_line import BusyLine
from screener.tui.widgets.one_line import one_line
from screener.tui.widgets.passphrase_fields import LONGEST


class PickUp(Enum):
    """What to do with an earlier visit."""

    GO_ON = "go-on"
    FORGET = "forget"
    LATER = "later"


class PickUpScreen(Page[PickUp]):
    """Offer it; the result is what the person chose."""

    def __init__(
        self, help_lines: HelpLines, told: str, unlock: Callable[[str], None] | None
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            told: What is known of the visit, in a sentence.
            unlock: Takes the passphrase, where there is one.
        """
        super().__init__(help_lines)
        self._told = told
        self._unlock = unlock

    def compose_body(self) -> ComposeResult:
        """What there is, and the passphrase if it takes one."""
        yield words(_("Pick up where you left off?"), classes="title")
        yield words(self._told, classes="text")
        if self._unlock:
            yield words(_("Its passphrase:"), classes="lead")
            yield one_line(LONGEST, hidden=True)
        yield BusyLine()
        yield words(
            _(
                "Forget removes those answers for good. Not now leaves them there; a "
                "new visit is then not saved as you go."
            ),
            classes="muted",
        )

    def actions(self) -> Iterable[Action]:
        """Go on with it, forget it, or leave it."""
        yield Action(_("Pick up"), "go_on", key="Enter", main=True)
        yield Action(
            _("Forget my answers"), "forget", key=keys.OTHERWISE, short=_("Forget")
        )
        yield Action(_("Not now"), "later", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def on_mount(self) -> None:
        """Type into the field at once."""
        for field in self.query(Input):
            field.focus()

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Pick it up, once it is unlocked."""
        line = self.query_one(BusyLine)
        if self._unlock is None:
            self.decide(PickUp.GO_ON)
        else:
            field = self.query_one(Input)
            work = partial(self._unlock, field.value)
            field.clear()
            line.start(
                _("One moment, please."),
                work,
                lambda _: self._decide_once(PickUp.GO_ON),
            )

    def action_forget(self) -> None:
        """Remove it."""
        self._decide_once(PickUp.FORGET)

    def action_later(self) -> None:
        """Leave it there."""
        self._decide_once(PickUp.LATER)

    def _decide_once(self, choice: PickUp) -> None:
        if not self.query_one(BusyLine).is_busy:
            self.decide(choice)
