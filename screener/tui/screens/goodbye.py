"""The last screen: how it was kept; then everything is cleared."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpLines
from screener.sanitize import on_one_line
from screener.summary import Summary
from screener.summary.said import next_step_words
from screener.tui.screens.page import Page, words
from screener.tui.screens.ways import Taken
from screener.tui.widgets import Action


class GoodbyeScreen(Page[None]):
    """Say how it was kept, and what comes next."""

    MUST_BE_READ = True

    def __init__(
        self,
        help_lines: HelpLines,
        summary: Summary,
        taken: Taken,
        read_by: str | None = None,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            summary: The visit's summary, for what is urgent in it.
            taken: How it was kept.
            read_by: Who reads what was saved, where that is not the person.
        """
        super().__init__(help_lines)
        self._summary = summary
        self._taken = taken
        self._read_by = read_by

    def compose_body(self) -> ComposeResult:
        """Thanks, what comes next, and where the summary is."""
        yield words(_("Thank you for answering"), classes="title")
        for line in next_step_words(self._summary, brings=self._has_summary):
            yield words(line, classes="lead")
        yield from self._how_it_was_kept()

    def _how_it_was_kept(self) -> ComposeResult:
        taken, saved = self._taken, self._taken.saved
        if saved.files and self._read_by:
            yield words(
                _("It was saved for {read_by}.").format(read_by=self._read_by),
                classes="lead",
            )
        elif saved.files:
            yield words(_("Saved to:"), classes="lead")
            for file in saved.files:
                yield words(on_one_line(file), classes="text")
            yield words(_("To read it again: screener show FILE"), classes="muted")
            if saved.problem:
                yield words(saved.problem, classes="muted")
        if taken.printed:
            yield words(
                _("Your page is at the printer. Please take it."), classes="lead"
            )
        if taken.photographed:
            yield words(_("Your phone has the words, if you scanned."), classes="lead")
        if not taken.anyhow:
            yield words(_("Nothing was saved."), classes="lead")

    @property
    def _has_summary(self) -> bool:
        """Whether the person has a summary; files for staff do not count."""
        taken = self._taken
        has_files = bool(taken.saved.files) and self._read_by is None
        return has_files or taken.printed or taken.photographed

    def actions(self) -> Iterable[Action]:
        """Clear the screen and leave."""
        yield Action(
            _("Clear the screen and leave"),
            "leave",
            key="Enter",
            short=_("Leave"),
            main=True,
        )
        yield Action(_("Help lines"), "app.show_help", key="h")

    def action_leave(self) -> None:
        """Leave."""
        self.decide(None)
