"""The first screen: what this is, what it is not, and how to leave."""

from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult

from screener.interview.length import length_of, span_in_words
from screener.language import _
from screener.model import HelpLines, Length, Questionnaire
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.screens.seen_by import seen_by_words
from screener.tui.widgets import Action

if TYPE_CHECKING:
    from screener.tui.safe_app import SafeApp


class Start(Enum):
    """What the person wants first."""

    FULL = "full"
    QUICK = "quick"
    SAVE_AS_I_GO = "save-as-i-go"
    """To have answers saved as they go."""


class WelcomeScreen(Page[Start | None]):
    """Invite; the result is what to start with, or `None` to leave."""

    def __init__(
        self,
        help_lines: HelpLines,
        questionnaire: Questionnaire,
        reviewed: str,
        *,
        quick: bool | None,
        saves: bool | None = None,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            questionnaire: What will be asked.
            reviewed: Whether a clinician has reviewed it, in a sentence.
            quick: Whether Enter starts the quick version; `None` where there is none.
            saves: Whether answers are saved as they go; `None` where they cannot be.
        """
        super().__init__(help_lines)
        self._questionnaire = questionnaire
        self._reviewed = reviewed
        self._quick = quick
        self._saves = saves

    def compose_body(self) -> ComposeResult:
        """Say what a person wants to know before they start."""
        asked = self._questionnaire
        length = length_of(asked)
        yield words(asked.title, classes="title")
        yield words(asked.about, classes="text")
        leave = (
            _("To leave fast, press Ctrl+X or touch those words below. {what_stays}")
            if self.takes_touch
            else _("To leave fast, press Ctrl+X. {what_stays}")
        )
        yield words(leave.format(what_stays=self._what_stays()), classes="lead")
        yield words(f"{asked.limits} {self._reviewed}", classes="text")
        how = _(
            "{span}; you can skip any.{fewer} A number or the arrows choose, Enter "
            "goes on."
        ).format(span=span_in_words(length), fewer=self._fewer(length))
        touch = _(" Mouse and touch work too.") if self.takes_touch else ""
        yield words(f"{how}{touch}", classes="text")
        yield words(seen_by_words(asked, keeps=self.keeps), classes="text")

    def _fewer(self, length: Length) -> str:
        if self._quick is None:
            return ""
        return _(
            " The quick version asks only what can change the result: {fewer} at most."
        ).format(fewer=length.most_quick)

    def _what_stays(self) -> str:
        if self._saves:
            return _(
                "The screen clears at once. Your answers are saved as you go, to pick "
                "up there next time."
            )
        if not self.keeps:
            return _("The screen clears and your answers are gone.")
        return _(
            "The screen clears and your answers are gone. Nothing is saved unless you "
            "save it."
        )

    def actions(self) -> Iterable[Action]:
        """Start either version, leave, help."""
        full, quick = ("2", "Enter") if self._quick else ("Enter", "2")
        start = Action(_("Start"), "start", key=full, main=not self._quick)
        start_quick = Action(
            _("Quick version"),
            "start_quick",
            key=quick,
            short=_("Quick"),
            main=bool(self._quick),
        )
        yield from (start_quick, start) if self._quick else (start,)
        if self._quick is False:
            yield start_quick
        if self._saves is False:
            yield Action(_("Save as I go"), "save_as_i_go", key="3", short=_("Save"))
        yield Action(_("Leave"), "leave", key=keys.LEAVE)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_start(self) -> None:
        """Go on to all questions."""
        self.decide(Start.FULL)

    def action_start_quick(self) -> None:
        """Go on to as few questions as will do."""
        self.decide(Start.QUICK)

    def action_save_as_i_go(self) -> None:
        """Hear what that means, and switch it on."""
        self.decide(Start.SAVE_AS_I_GO)

    def action_leave(self) -> None:
        """Leave; ask first if there are answers."""
        cast("SafeApp", self.app).action_ask_to_leave()
