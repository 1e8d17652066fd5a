"""A yes-or-no question about one subject."""

from screener.model import HelpLines
from screener.tui.screens.page import Page


class ConfirmScreen(Page[bool]):
    """Ask before something is done; the result is whether to do it."""

    MUST_BE_READ = True

    def __init__(self, help_lines: HelpLines, subject: str) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            subject: The text that says what the question is about.
        """
        super().__init__(help_lines)
        self._subject = subject

    def action_confirm(self) -> None:
        """Leave with a yes."""
        self.decide(True)

    def action_decline(self) -> None:
        """Leave with a no."""
        self.decide(False)
