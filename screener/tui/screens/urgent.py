"""The calm full screen that a red flag opens before any further question."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLine, HelpLines
from screener.scoring import HoldingRule
from screener.tui.screens.page import words
from screener.tui.screens.spoken_page import SpokenPage
from screener.tui.widgets import Action


class UrgentScreen(SpokenPage[bool]):
    """Say what to do now; the result is whether to go on with the questions."""

    MUST_BE_READ = True

    def __init__(
        self,
        help_lines: HelpLines,
        flags: Sequence[HoldingRule],
        *,
        keeps: bool = True,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            flags: The red flags that hold, at least one.
            keeps: Whether there is a way to save a summary.
        """
        super().__init__(help_lines)
        self._flags = flags
        self._keeps = keeps

    def compose_body(self) -> ComposeResult:
        """What to do, the numbers, and that nothing is lost."""
        yield words(_("Please read this first"), classes="title")
        for first in self._firsts():
            yield words(first, classes="urgent")
        for line in self._lines():
            reach = line.reach[:1].upper() + line.reach[1:]
            yield words(f"{reach}\n{line.about}", classes="lead")
        ways_on = (
            _(
                "Your answers are still here. You can go on with the questions, or "
                "stop and keep a summary to show to someone."
            )
            if self._keeps
            else _(
                "Your answers are still here. You can go on with the questions, or "
                "stop and see your result."
            )
        )
        yield words(ways_on, classes="text")
        yield words(
            _("If you are in a waiting room, please tell the desk now."), classes="text"
        )

    def actions(self) -> Iterable[Action]:
        """Both ways, by number: initials differ from language to language."""
        yield Action(_("Go on"), "go_on", key="1")
        stop = _("Stop and keep a summary") if self._keeps else _("Stop here")
        yield Action(stop, "stop_here", key="2", short=_("Stop here"))
        yield Action(
            _("All help lines"), "app.show_help", key="h", short=_("Help lines")
        )

    def action_go_on(self) -> None:
        """Go on with the questions."""
        self.decide(True)

    def action_stop_here(self) -> None:
        """Go to the result with what is answered."""
        self.decide(False)

    def sentences(self) -> Iterable[str]:
        """What to do, and whom to call."""
        from screener.speaking import digit_by_digit

        yield from self._firsts()
        for line in self._lines():
            yield digit_by_digit(f"{line.reach}. {line.about}")

    def _firsts(self) -> Iterable[str]:
        return dict.fromkeys(flag.rule.first or flag.rule.text for flag in self._flags)

    def _lines(self) -> tuple[HelpLine, ...]:
        kinds = [kind for flag in self._flags for kind in flag.rule.help]
        return self.help_lines.of(*dict.fromkeys(kinds))
