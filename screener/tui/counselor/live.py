"""Where the answers point now: both views, what holds, what would change it."""

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from screener.language import _
from screener.model import HelpLines
from screener.summary import Summary
from screener.summary.counselor_words import HEADING, counselor_words
from screener.summary.said import place_words
from screener.summary.what_could_change import all_change_words
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.hanging import Hanging, Row


def live_lines(summary: Summary) -> Iterator[tuple[str, list[str]]]:
    """Headings and their lines.

    Args:
        summary: The visit as it stands.
    """
    yield (
        _("Where the answers point now"),
        [
            f"{ladder.name}: {place_words(summary, ladder)}"
            for ladder in summary.ladders
        ],
    )
    if summary.counselor:
        yield _(HEADING), list(counselor_words(summary.counselor))
    titles = {one.id: one.title for one in summary.sources}
    yield (
        _("What holds, and its sources"),
        [
            f"{one.text} ({'; '.join(titles.get(cite, cite) for cite in one.cite)})"
            for ladder in summary.ladders
            for one in ladder.reasons
        ],
    )
    opens = [line.short for line in summary.open]
    yield (
        _("Open questions that could raise a level"),
        ["; ".join(opens)] if opens else [],
    )
    yield _("What would change it"), list(all_change_words(summary))


def live_widgets(summary: Summary) -> Iterable[Widget]:
    """The lines as widgets.

    Args:
        summary: The visit as it stands.
    """
    for heading, lines in live_lines(summary):
        if lines:
            yield words(heading, classes="live-heading")
            yield Hanging(*(Row("- ", line) for line in lines))


_HEADING_CSS = """
.live-heading {
    text-style: bold;
    color: $primary;
    margin: 1 0 0 0;
}
"""


class LivePanel(VerticalScroll, can_focus=False):
    """Beside the question, where there is room."""

    DEFAULT_CSS = _HEADING_CSS

    async def show(self, summary: Summary) -> None:
        """Show a visit as it stands now."""
        await self.remove_children()
        await self.mount_all(live_widgets(summary))


class LiveScreen(Page[None]):
    """The same on a screen of its own."""

    DEFAULT_CSS = _HEADING_CSS

    def __init__(self, help_lines: HelpLines, summary: Summary) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            summary: The visit as it stands.
        """
        super().__init__(help_lines)
        self._summary = summary

    def compose_body(self) -> ComposeResult:
        """All of it."""
        yield from live_widgets(self._summary)

    def actions(self) -> Iterable[Action]:
        """Back, and on."""
        also = "escape,left,backspace"
        yield Action(_("Back"), "go_back", key="Enter", also=also, main=True)
        yield Action(_("Read on"), "scroll_pages(1)", key="Space", short=_("More"))
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def action_go_back(self) -> None:
        """Back to the question."""
        self.decide(None)
