"""What a visit in an app is made of: the answers, how they are kept, and leaving."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from screener.clock import local_now
from screener.errors import ScreenerError
from screener.model import (
    HelpLines,
    PrivateTopic,
    Questionnaire,
    Respondent,
    Review,
)
from screener.tui.safe_app import SafeApp
from screener.tui.screens.page import Page

if TYPE_CHECKING:
    from screener.catalog import Edition, Editions
    from screener.interview import Interview
    from screener.journal import Keeper
    from screener.summary import CounselorView, Summary
    from screener.tui.screens.leaving import Leaving, LeavingScreen
    from screener.tui.screens.ways import Taken, Ways
    from screener.tui.widgets.folder_choice import FolderChoice


class VisitApp(SafeApp):
    """A visit; `ScreenerApp` knows its way."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        help_lines: HelpLines,
        folder: Path,
        *,
        theme: str = "dark",
        quick: bool = False,
        reviews: Sequence[Review] = (),
        journal: Path | None = None,
        saves: bool = False,
        editions: Editions | None = None,
    ) -> None:
        """Prepare a visit.

        Args:
            questionnaire: What is asked.
            help_lines: The help lines of the region.
            folder: The folder offered for the summary.
            theme: The name of one of the themes.
            quick: Whether the quick version is offered first.
            reviews: Who has reviewed the questionnaire, in any state of it.
            journal: Where answers may be saved as they go; nowhere unless named.
            saves: Whether that is offered before anything else.
            editions: The same questions in other languages too.
        """
        super().__init__(help_lines, theme, editions)
        self.questionnaire = questionnaire
        self.folder = folder
        self.reviews = reviews
        self.respondent = Respondent.SELF
        self.client: str | None = None
        """The client's code, where a counselor keeps a caseload."""
        self.offers_to_save = saves
        self._begins_quick = quick
        self._journal = journal
        self._interview: Interview | None = None

    @property
    def interview(self) -> Interview:
        """The visit as it stands; its first step loads what asks and places."""
        if self._interview is None:
            from screener.interview import Interview

            start = Interview.start(self.questionnaire, quick=self._begins_quick)
            self._interview = start
        return self._interview

    @interview.setter
    def interview(self, interview: Interview) -> None:
        """Take a step; whoever took it, it is asked in the language of the app."""
        if interview.questionnaire is not self.questionnaire:
            interview = interview.in_language(self.questionnaire)
        if self.has_cried:  # the screen may not know of the cry
            interview = interview.note_cry()
        self._interview = interview

    @property
    def is_quick(self) -> bool:
        """Whether only what can change the result is asked."""
        return self.interview.quick if self._has_begun else self._begins_quick

    @property
    def has_cried(self) -> bool:
        """Whether a cry for help was typed that is not part of an answer."""
        return self._interview is not None and self._interview.cried

    @property
    def _has_begun(self) -> bool:
        return self._interview is not None

    @cached_property
    def keeper(self) -> Keeper:
        """What saves the visit as it goes, once that is switched on."""
        from screener.journal import Keeper

        original = self.editions.original.questionnaire if self.editions else None
        return Keeper(self._journal, original)

    @property
    def saves(self) -> bool | None:
        """Whether the visit is saved as it goes; `None` where it cannot be.

        An earlier visit that was left where it is keeps the only place for one.
        """
        if "keeper" in vars(self) and self.keeper.is_on:
            return True
        return None if self._journal is None or self.has_earlier_visit else False

    @property
    def has_earlier_visit(self) -> bool:
        """Whether there is a file of a visit that was saved as it went."""
        return self._journal is not None and os.path.lexists(self._journal)

    def retell(self, edition: Edition) -> None:
        """Take up the questions of a language; the place and all answers stay."""
        super().retell(edition)
        self.questionnaire = edition.questionnaire
        if self._interview is not None:
            self.interview = self._interview

    @property
    def for_supporter(self) -> bool:
        """Whether someone answers who supports the person, and reads other words."""
        return self.respondent is Respondent.SUPPORTER

    def answer_as(self, respondent: Respondent) -> str:
        """Note who answers, and ask in the words for them.

        Args:
            respondent: Who answers.

        Returns:
            Why these words cannot be had, or nothing; the others are asked then.
        """
        self.respondent = respondent
        if self.editions is None or self.questionnaire.supporter is None:
            return ""
        try:
            edition = self.editions.edition(
                self.questionnaire.language, for_supporter=self.for_supporter
            )
        except ScreenerError as error:
            return str(error)
        if edition.questionnaire is not self.questionnaire:
            self.retell(edition)
        return ""

    @cached_property
    def taken(self) -> Taken:
        """The ways in which it was kept until now."""
        from screener.tui.screens.ways import Taken

        return Taken()

    def on_unmount(self) -> None:
        """Let go of what was saved as the visit went."""
        if self.saves:
            self.keeper.close()

    def ways(self) -> Ways:
        """The ways in which a summary can be kept here."""
        from screener.summary import can_print
        from screener.tui.screens.ways import Ways

        return Ways(self.folder, prints=can_print())

    # Saving as it goes

    async def save_as_i_go(self) -> None:
        """Say what saving as it goes means, and switch it on if that is wanted."""
        self.offers_to_save = False
        if not self.keeper.is_on:
            from screener.tui.screens.save_as_i_go import SaveAsIGoScreen

            file, switch_on = self.keeper.path, self._switch_on
            await self.show(lambda: SaveAsIGoScreen(self.help_lines, file, switch_on))

    def _switch_on(self, passphrase: str) -> None:
        from screener.journal import Visit

        self.keeper.switch_on(Visit(self.interview, self.respondent), passphrase)

    def step(self, interview: Interview) -> None:
        """Take a step: it is saved, where that is wanted, before anything is shown.

        Args:
            interview: The visit after the step.
        """
        self.interview = interview
        self.save()

    def save(self, *, at_result: bool = False) -> None:
        """Save the visit as it goes, where that is wanted; say if that fails.

        Args:
            at_result: Whether the result has been shown.
        """
        if not self.saves:
            return
        from screener.journal import Visit

        told = self.keeper.note(Visit(self.interview, self.respondent, at_result))
        if told:
            # Later: what called this may be about to leave its own screen.
            self.call_later(self.tell, told)

    def forget(self) -> str:
        """Remove what was saved as it went; tell what went wrong, or nothing."""
        return self.keeper.forget() if self.saves else ""

    def what_is_kept(self) -> str:
        """Return what a person should know of their answers after a crash."""
        from screener.crash_words import kept_words

        saves = bool(self.saves)
        return kept_words(
            self.taken.saved.files,
            has_answers=self._has_begun and bool(self.interview.answers),
            autosaves=saves,
            is_locked=saves and self.keeper.is_locked,
            is_failing=saves and self.keeper.is_failing,
        )

    # The summary

    def summarize(self, left_out: frozenset[str]) -> Summary:
        """The summary of the visit as it stands.

        Args:
            left_out: Private topics to leave out.
        """
        from screener.summary import summarize

        return summarize(
            self.questionnaire,
            self.interview.told_answers,
            self.help_lines,
            facts=self.interview.facts,
            respondent=self.respondent,
            created=local_now(),
            left_out=left_out,
            reviews=self.reviews,
            counselor=self.counselor_view(),
            client=self.client,
        )

    def counselor_view(self) -> CounselorView | None:
        """What a counselor set down, if one walks the client through."""
        return None

    def topics(self) -> list[PrivateTopic]:
        """The private topics that anything was said about."""
        from screener.summary import topics_told

        return topics_told(self.questionnaire, self.interview.told_answers)

    # A cry for help where something else is asked

    def on_folder_choice_cried(self, event: FolderChoice.Cried) -> None:
        """Show whom to call."""
        self.answer_cry(event.reply)

    def note_cry(self) -> None:
        """Record that somebody cried for help, and update a result on screen."""
        self.step(self.interview.note_cry())
        for page in self.screen_stack:
            if isinstance(page, Page):
                page.is_outdated = page.TELLS_RESULT

    # Leaving

    def action_ask_to_leave(self) -> None:
        """Ask before answers are lost; where there are none, just leave."""
        from screener.tui.screens.goodbye import GoodbyeScreen
        from screener.tui.screens.leaving import LeavingScreen

        if isinstance(self.screen, LeavingScreen):
            return
        has_answers = self._has_begun and self.interview.answers
        if not has_answers or isinstance(self.screen, GoodbyeScreen):
            self.exit()
        else:
            self._ask_whether_to_leave()

    @work
    async def _ask_whether_to_leave(self) -> None:
        await self._leave(await self.show(self.leaving_screen))

    def leaving_screen(self) -> LeavingScreen:
        """What asks before answers are given up."""
        from screener.tui.screens.leaving import LeavingScreen

        return LeavingScreen(self.help_lines, saved=bool(self.saves))

    async def _leave(self, leaving: Leaving) -> None:
        from screener.tui.screens.leaving import Leaving

        if leaving is Leaving.FORGET:
            await self.say(self.forget())
        if leaving is not Leaving.STAY:
            self.exit()
