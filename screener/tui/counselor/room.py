"""Before a sensitive question: who else is in the room?"""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.language import _
from screener.tui import keys
from screener.tui.screens.confirm import ConfirmScreen
from screener.tui.screens.page import words
from screener.tui.widgets import Action


class RoomScreen(ConfirmScreen):
    """Ask whether to ask about a topic now; else its questions come at the end."""

    def compose_body(self) -> ComposeResult:
        """The topic, and how to protect the client's privacy."""
        yield words(_("Who else is in the room?"), classes="title")
        yield words(
            _("The next questions are about: {topic}.").format(topic=self._subject),
            classes="lead",
        )
        yield words(
            _(
                "If someone else can hear or read along, turn the screen, let the "
                "client answer in silence, or skip for now. What you skip comes back "
                "at the end."
            ),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Now, or at the end."""
        yield Action(
            _("We are alone, ask now"),
            "confirm",
            key="Enter",
            main=True,
            short=_("Ask now"),
        )
        yield Action(_("Skip for now"), "decline", key=keys.SKIP, short=_("Skip"))
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))


class ComeBackScreen(ConfirmScreen):
    """Ask whether to ask the skipped questions now; the subject is their names."""

    def compose_body(self) -> ComposeResult:
        """The skipped questions, and what happens if they stay open."""
        yield words(_("Skipped for now"), classes="title")
        yield words(f"{self._subject}.", classes="lead")
        yield words(
            _(
                "Is this a better moment? What stays open counts as not known: it can "
                "leave the result higher than it would be."
            ),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Now, or not at all."""
        yield Action(_("Ask now"), "confirm", key="Enter", main=True)
        yield Action(_("Leave open"), "decline", key=keys.SKIP)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))
