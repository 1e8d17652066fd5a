"""The start screen of a kiosk: it invites, and holds nothing of anyone."""

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult

from screener.language import _, speaking, spoken
from screener.model import HelpLines, Questionnaire
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action

if TYPE_CHECKING:
    from screener.tui.safe_app import SafeApp


class Invited(Enum):
    """What somebody wants at the start screen."""

    BEGIN = auto()
    STAFF = auto()


class InviteScreen(Page[Invited]):
    """Invite; the result is what somebody wants."""

    IN_VISIT = False

    def __init__(
        self,
        help_lines: HelpLines,
        questionnaire: Questionnaire,
        clinic: str | None,
        notice: str | None,
        languages: Sequence[str] = (),
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            questionnaire: What will be asked.
            clinic: The clinic's name, if it is to be shown.
            notice: What else the clinic says.
            languages: The codes of the languages to begin in, where there are
                several; the one that is spoken is the first.
        """
        super().__init__(help_lines)
        self._questionnaire = questionnaire
        self._clinic = clinic
        self._notice = notice
        others = (code for code in languages if code != spoken())
        self._languages = (spoken(), *others)

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
        for number, language in enumerate(self._languages, 1):
            with speaking(language):
                yield words(self._how_to_begin(number), classes="lead")
        if self._notice:
            yield words(self._notice, classes="text")

    def actions(self) -> Iterable[Action]:
        """Begin; help."""
        for number, language in enumerate(self._languages, 1):
            with speaking(language):
                key = "Enter" if number == 1 else str(number)
                act, also = f"begin({number})", "space" * (number == 1)
                yield Action(_("Begin"), act, key=key, also=also, main=number == 1)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    async def on_click(self, event: events.Click) -> None:
        """A touch anywhere begins."""
        if event.widget in (self, *self.query("#body, #body *")):
            self.action_begin()

    def _how_to_begin(self, number: int) -> str:
        """In the language that is spoken here."""
        if number == 1:
            touched = _("Press Enter, or touch Begin.")
            return touched if self.takes_touch else _("Press Enter to begin.")
        touched = _("For English, press {number}, or touch Begin.")
        how = touched if self.takes_touch else _("For English, press {number}.")
        return how.format(number=number)

    def action_begin(self, number: int = 1) -> None:
        """Go on to the welcome, in one of the languages.

        Args:
            number: Which one, from 1.
        """
        if number <= len(self._languages):
            self.decide(Invited.BEGIN)
            cast("SafeApp", self.app).tell_in(self._languages[number - 1])

    def action_staff(self) -> None:
        """Go on to the PIN."""
        self.decide(Invited.STAFF)
