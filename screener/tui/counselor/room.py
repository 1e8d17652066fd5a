"""Before a sensitive question: who else is in the room?"""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class RoomScreen(Page[bool]):
    """The result is whether to ask now; else the question comes back at the end."""

    MUST_BE_READ = True

    def __init__(self, help_lines: HelpLines, topic: str) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            topic: What the next questions are about.
        """
        super().__init__(help_lines)
        self._topic = topic

    def compose_body(self) -> ComposeResult:
        """What to look at first."""
        yield words(_("Who else is in the room?"), classes="title")
        yield words(
            _("The next questions are about: {topic}.").format(topic=self._topic),
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
            "ask_now",
            key="Enter",
            main=True,
            short=_("Ask now"),
        )
        yield Action(_("Skip for now"), "later", key=keys.SKIP, short=_("Skip"))
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_ask_now(self) -> None:
        """Ask."""
        self.decide(True)

    def action_later(self) -> None:
        """Come back to it."""
        self.decide(False)


class ComeBackScreen(Page[bool]):
    """The result is whether to ask now what was skipped for now."""

    MUST_BE_READ = True

    def __init__(self, help_lines: HelpLines, names: Sequence[str]) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            names: What was skipped, by name.
        """
        super().__init__(help_lines)
        self._names = names

    def compose_body(self) -> ComposeResult:
        """What was skipped."""
        yield words(_("Skipped for now"), classes="title")
        yield words(f"{'; '.join(self._names)}.", classes="lead")
        yield words(
            _(
                "Is this a better moment? What stays open counts as not known: it can "
                "leave the result higher than it would be."
            ),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Now, or not at all."""
        yield Action(_("Ask now"), "ask_now", key="Enter", main=True)
        yield Action(_("Leave open"), "leave_open", key=keys.SKIP)
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_ask_now(self) -> None:
        """Ask."""
        self.decide(True)

    def action_leave_open(self) -> None:
        """Leave them open."""
        self.decide(False)
