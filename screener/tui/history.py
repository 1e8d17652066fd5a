"""The app that looks back: a folder of summaries, opened, compared and plotted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from textual import work

from screener.caseload import Entry, Progress, name_of, read_entries
from screener.catalog import Editions
from screener.language import LANGUAGES, _, spoken
from screener.model import HelpLines
from screener.summary import (
    Summary,
    all_told_in,
    compare,
    comparison_text,
    to_text,
    told_in,
)
from screener.tui.safe_app import SafeApp
from screener.tui.screens.reading import ReadingScreen
from screener.tui.screens.shelf import Pick, ShelfScreen, open_entry


class HistoryApp(SafeApp):
    """A look at a folder of summaries."""

    def __init__(
        self,
        folder: Path,
        help_lines: HelpLines,
        theme: str,
        editions: Editions | None = None,
    ) -> None:
        """Prepare the app.

        Args:
            folder: The folder.
            help_lines: The help lines of the region.
            theme: The name of one of the themes.
            editions: Help lines in other languages too.
        """
        super().__init__(help_lines, theme, editions)
        self._folder = folder
        self._entries: tuple[Entry, ...] | None = None

    def on_mount(self) -> None:
        """Show the folder."""
        self.look()

    @work(exclusive=True)
    async def look(self) -> None:
        """Go from the table to what is picked and back, until the person leaves."""
        picked: Pick | None = None
        while picked := await self.show(partial(self._shelf, picked)):
            await self.show_picked(picked)
        self.exit()

    def _shelf(self, picked: Pick | None) -> ShelfScreen:
        return ShelfScreen(
            self.help_lines,
            self._folder,
            self._entries if self._entries is not None else self._read,
            picked,
            retold=self.entry_retold,
        )

    def _read(self, progress: Progress) -> tuple[Entry, ...]:
        """Read the folder once, beside the screen."""
        self._entries = read_entries(self._folder, progress)
        return self._entries

    async def show_picked(self, picked: Pick) -> None:
        """Open one, compare two, or plot all.

        Args:
            picked: What the person wants to see.
        """
        if picked.over_time:
            # The plotting library is slow to import, and few people look at a plot.
            from screener.tui.screens.trend import TrendScreen

            await self.show(
                lambda: TrendScreen(self.help_lines, self.all_retold(picked.summaries))
            )
        elif len(picked.summaries) == 2:
            earlier, later = sorted(picked.summaries, key=lambda one: one.created)
            await self.show(lambda: self._comparison(earlier, later))
        else:
            await self.show(lambda: self._reading(picked))

    def _reading(self, picked: Pick) -> ReadingScreen:
        if picked.language != spoken():  # it has changed while this was read
            picked = open_entry(self._folder, *picked.entries)
        shown = picked

        def text(columns: int) -> str:
            texts = (to_text(summary, columns) for summary in shown.summaries)
            return "\n\n".join(filter(None, (shown.problem, *texts)))

        (entry,) = picked.entries
        note = foreign_words(picked.summaries)
        return ReadingScreen(self.help_lines, name_of(entry.file), text, note)

    def all_retold(self, summaries: Iterable[Summary]) -> list[Summary]:
        """Tell the names in summaries that are compared in the same words.

        Args:
            summaries: Summaries in any language.
        """
        if self.editions is None:
            return list(summaries)
        return all_told_in(spoken(), summaries, self.editions.same)

    def retold(self, summary: Summary) -> Summary:
        """Tell the names in a summary in the language that is spoken, if they can be.

        Args:
            summary: A summary in any language.
        """
        if self.editions is None:
            return summary
        return told_in(spoken(), summary, self.editions.same)

    def entry_retold(self, entry: Entry) -> Entry:
        """Tell what an entry names in the language that is spoken, if it can be.

        Args:
            entry: An entry in any language.
        """
        asked = entry.asked
        if self.editions is None or asked is None or asked.language == spoken():
            return entry
        same = self.editions.same(asked.id, asked.hash, spoken())
        return entry.retold(same) if same else entry

    def _comparison(self, earlier: Summary, later: Summary) -> ReadingScreen:
        both = self.all_retold((earlier, later))
        text = partial(comparison_text, compare(*both))
        note = foreign_words(both)
        return ReadingScreen(self.help_lines, _("What changed"), text, note)


def foreign_words(summaries: Sequence[Summary]) -> str:
    """Return a sentence on summaries in another language than the one spoken now.

    Args:
        summaries: What is shown, in the languages in which it can be shown.
    """
    found = {one.questionnaire.language for one in summaries} - {spoken()}
    if not found:
        return ""
    names = ", ".join(LANGUAGES.get(language, language) for language in sorted(found))
    return _("Saved in another language ({languages}), and shown as saved.").format(
        languages=names
    )
