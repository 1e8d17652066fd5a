"""Says once that the questions left can change nothing, and offers to finish."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.interview import Interview
from screener.language import _, ngettext
from screener.model import HelpLines
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class SettledScreen(Page[bool]):
    """Offer an early end; the result is whether to go on with the questions."""

    MUST_BE_READ = True

    def __init__(self, help_lines: HelpLines, interview: Interview) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            interview: The visit so far; it may end.
        """
        super().__init__(help_lines)
        self._interview = interview

    def compose_body(self) -> ComposeResult:
        """What is settled, and what the rest is good for."""
        yield words(_("You can finish now"), classes="title")
        yield words(self._left(), classes="lead")
        yield words(self._rest(), classes="text")

    def _left(self) -> str:
        """Return how many questions are left; some may not come to be asked."""
        progress = self._interview.progress
        if progress.fewest_left < progress.most_left:
            return _(
                "The questions left, {n} at most, can't change where your answers "
                "point, whatever you say."
            ).format(n=progress.most_left)
        return ngettext(
            "The one question left can't change where your answers point, whatever "
            "you say.",
            "The {n} questions left can't change where your answers point, "
            "whatever you say.",
            progress.most_left,
        ).format(n=progress.most_left)

    def _rest(self) -> str:
        """Return what the remaining questions add to the summary."""
        visit = self._interview
        items = visit.questionnaire.items
        left = (items[id] for id in visit.asked if id not in visit.answers)
        if all(item.instrument for item in left):
            return _(
                "Go on for a fuller result, or finish now. You can still change any "
                "answer before the result."
            )
        return _(
            "Go on for a fuller result: what matters, what could stand in "
            "the way, and what care should fit. Or finish now. You can still change "
            "any answer before the result."
        )

    def actions(self) -> Iterable[Action]:
        """Both ways; Enter goes on, as it does elsewhere."""
        yield Action(_("Go on"), "go_on", key="Enter", main=True)
        yield Action(_("Finish now"), "finish", key=keys.OTHERWISE)
        yield Action(_("Help lines"), "app.show_help", key="h")

    def action_go_on(self) -> None:
        """Go on with the questions."""
        self.decide(True)

    def action_finish(self) -> None:
        """Go to the answers, and on to the result."""
        self.decide(False)
