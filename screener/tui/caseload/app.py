"""The app that shows a caseload, and hands over to a visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import work

from screener.caseload import Client, history_csv
from screener.catalog import Editions
from screener.clock import local_now
from screener.errors import SaveError, ScreenerError
from screener.language import _, spoken
from screener.model import HelpLines, Questionnaire
from screener.summary import Lost, Summary, reopen, reopen_marks, write_new
from screener.tui.caseload.client_shelf import ClientShelf, Then
from screener.tui.caseload.clients_screen import NEW, ClientsScreen
from screener.tui.caseload.code import CodeScreen
from screener.tui.history import HistoryApp
from screener.tui.screens.shelf import Pick


@dataclass(frozen=True, slots=True)
class NextVisit:
    """A visit that a counselor wants to hold now."""

    client: str
    """The client's code."""
    earlier: Summary | None = None
    """The visit before, where there is one."""
    continues: bool = False
    """Whether that visit is gone on with; else its answers are only shown."""
    editions: Editions | None = None
    """The questions of that visit, where it is gone on with."""


class CaseloadApp(HistoryApp):
    """Look at clients until the counselor leaves or holds a visit."""

    def __init__(
        self,
        folder: Path,
        help_lines: HelpLines,
        theme: str,
        editions: Editions | None = None,
    ) -> None:
        """Prepare the app.

        Args:
            folder: The caseload.
            help_lines: The help lines of the region.
            theme: The name of one of the themes.
            editions: Help lines in other languages too.
        """
        super().__init__(folder, help_lines, theme, editions)
        self._clients: ClientsScreen | None = None
        self.next_visit: NextVisit | None = None

    @work(exclusive=True)
    async def look(self) -> None:
        """Go from the list to a client and back."""
        while (picked := await self.show(self._clients_screen)) is not None:
            if picked == NEW:
                code = await self.show(lambda: CodeScreen(self.help_lines))
                self.next_visit = NextVisit(code) if code else None
            elif isinstance(picked, Client):
                await self._look_at(picked)
            if self.next_visit:
                break
        self.exit()

    def _clients_screen(self) -> ClientsScreen:
        view = self._clients.view if self._clients else None
        self._clients = ClientsScreen(
            self.help_lines, self._folder, view, self.entry_retold
        )
        return self._clients

    async def _look_at(self, client: Client) -> None:
        picked: Pick | None = None
        while picked := await self.show(partial(self._client_shelf, client, picked)):
            if picked.then == Then.EXPORT:
                await self._export(client, picked.summaries)
            elif picked.then:
                (summary,) = picked.summaries
                if picked.then == Then.FOLLOW_UP:
                    await self._say_what_is_not_shown(summary)
                    self.next_visit = NextVisit(client.code, summary)
                else:
                    await self._go_on_with(client.code, summary)
                if self.next_visit:
                    return
            else:
                await self.show_picked(picked)

    def _client_shelf(self, client: Client, picked: Pick | None) -> ClientShelf:
        return ClientShelf(
            self.help_lines, self._folder, client, picked, self.entry_retold
        )

    async def _say_what_is_not_shown(self, summary: Summary) -> None:
        """Name the answers that a follow-up does not show beside their questions."""
        if self.editions is not None:
            asked = self.editions.preferred(spoken()).questionnaire
            await self.say(lambda: _changed(asked, self.retold(summary)))

    async def _go_on_with(self, code: str, summary: Summary) -> None:
        """Go on with a visit with its own questions, added instruments among them."""
        editions = self.editions
        if editions is not None:
            try:
                editions = editions.of(summary.questionnaire.id)
                asked = editions.preferred(spoken()).questionnaire
            except ScreenerError:
                await self.say(
                    _(
                        "This visit was held with {questions}. Not all of that is "
                        "here, so it cannot be gone on with. Its file stays as it "
                        "is. Start again with `--questions FOLDER`, the folder that "
                        "holds what is missing."
                    ).format(questions=summary.questionnaire.id)
                )
                return
            await self.say(lambda: _lost(asked, self.retold(summary)))
        self.next_visit = NextVisit(code, summary, True, editions)

    async def _export(self, client: Client, summaries: tuple[Summary, ...]) -> None:
        """Write a client's history beside the summaries, and say where."""
        now = local_now()
        file = self._folder / f"history-{client.code}-{now:%Y-%m-%d-%H%M%S}.csv"
        try:
            write_new(file, history_csv(summaries).encode("utf-8-sig"))
            told = _(
                "The history is in {file}. For FHIR: screener export FILE."
            ).format(file=file)
        except SaveError as error:
            told = _(
                "The history was not written. {problem} `screener export FOLDER "
                "--client CODE --format csv` prints it."
            ).format(problem=error.problem)
        await self.say(told)


def _lost(questionnaire: Questionnaire, summary: Summary) -> str:
    """Say what of a visit does not count any more when it is continued."""
    reopened = reopen(questionnaire, summary)
    marks = reopen_marks(questionnaire, summary, reopened.answers)
    return _lost_words([*reopened.lost, *marks.lost])


def _changed(questionnaire: Questionnaire, summary: Summary) -> str:
    """Say which questions of today had another meaning when they were answered."""
    lost = reopen(questionnaire, summary).lost
    return _lost_words([one for one in lost if one.link_id in questionnaire.items])


def _lost_words(lost: Sequence[Lost]) -> str:
    if not lost:
        return ""
    intro = _(
        "The questions have changed since this visit. These answers do not count "
        "any more. Its file stays as it is."
    )
    return "\n".join([intro, "", *(f"- {one.line}" for one in lost)])
