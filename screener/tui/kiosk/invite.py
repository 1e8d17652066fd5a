"""The start screen of a kiosk: it invites, and holds nothing of anyone."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from screener.language import _
from screener.model import HelpLines, Questionnaire
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class Invited(Enum):
    """What somebody wants at the start screen."""

    BEGIN = auto()
    STAFF = auto()


class InviteScreen(Page[Invited]):
    """Invite; the result is what somebody wants."""

    READING = False
    IN_VISIT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "begin", show=False),
    ]

    def __init__(
        self,
        help_lines: HelpLines,
        questionnaire: Questionnaire,
        clinic: str | None,
        notice: str | None,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            questionnaire: What will be asked.
            clinic: The clinic's name, if it is to be shown.
            notice: What else the clinic says.
        """
        super().__init__(help_lines)
        self._questionnaire = questionnaire
        self._clinic = clinic
        self._notice = notice

    def compose_body(self) -> ComposeResult:
        """What this is, in few words."""
        if self._clinic:
            yield words(self._clinic, classes="muted")
        yield words(_("Welcome"), classes="title")
        yield words(self._questionnaire.about, classes="text")
        yield words(
            _(
                "You do not give your name. When you finish or walk away, this screen "
                "clears and your answers are gone."
            ),
            classes="text",
        )
        yield words(_("Press Enter, or touch Begin."), classes="lead")
        if self._notice:
            yield words(self._notice, classes="text")

    def actions(self) -> Iterable[Action]:
        """Begin; help."""
        yield Action(_("Begin"), "begin", key="Enter", main=True)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    async def on_click(self, event: events.Click) -> None:
        """A touch anywhere begins."""
        if event.widget in (self, *self.query("#body, #body *")):
            self.action_begin()

    def action_begin(self) -> None:
        """Go on to the welcome."""
        self.decide(Invited.BEGIN)

    def action_staff(self) -> None:
        """Go on to the PIN."""
        self.decide(Invited.STAFF)
