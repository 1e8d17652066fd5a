"""The app: it decides which screen is next, and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import work

from screener.interview import Interview
from screener.journal import Keeper, Visit
from screener.model import HelpLines, PrivateTopic, Questionnaire, Review
from screener.scoring import given_answers
from screener.summary import (
    CounselorView,
    Respondent,
    Summary,
    can_print,
    reviewed_words,
    summarize,
)
from screener.tui.earlier_visit import pick_up
from screener.tui.safe_app import SafeApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.leaving import Leaving, LeavingScreen
from screener.tui.screens.notice import NoticeScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.respondent import UNDER_AGE, RespondentScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.save_as_i_go import SaveAsIGoScreen
from screener.tui.screens.settled import SettledScreen
from screener.tui.screens.under_age import UnderAgeScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.screens.ways import Taken, Ways
from screener.tui.screens.welcome import Start, WelcomeScreen


class ScreenerApp(SafeApp):
    """One visit, from the welcome to the last screen."""

    OFFERS_QUICK: ClassVar[bool] = True

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
        """
        super().__init__(help_lines, theme)
        self.questionnaire = questionnaire
        self.folder = folder
        self.reviews = reviews
        self.interview = Interview.start(questionnaire, quick=quick)
        self.respondent = Respondent.SELF
        self.keeper = Keeper(journal)
        self.client: str | None = None
        """The client's code, where a counselor keeps a caseload."""
        self._offers_to_save = saves
        self._taken = Taken()

    def on_mount(self) -> None:
        """Begin the visit."""
        self.visit()

    def on_unmount(self) -> None:
        """Let go of what was saved as the visit went."""
        self.keeper.close()

    # The way through

    @work(exclusive=True)
    async def visit(self) -> None:
        """Hold the visit, and leave."""
        self.exit(return_code=await self.walk())

    async def walk(self) -> int:
        """Go from screen to screen until the person leaves; give the exit code."""
        earlier = await pick_up(self)
        if earlier:
            self.interview = earlier.interview
            self.respondent = Respondent(earlier.respondent)
        if earlier or await self._welcome():
            asked = earlier is not None and earlier.at_result
            while (asked or await self._ask()) and not await self._tell():
                asked = False
        return 0

    async def _welcome(self) -> bool:
        """Greet; tell whether an adult starts."""
        if self._offers_to_save:
            await self._save_as_i_go()
        while True:
            welcome = WelcomeScreen(
                self.help_lines,
                self.questionnaire,
                reviewed_words(self.questionnaire, self.reviews),
                quick=self.interview.quick if self.OFFERS_QUICK else None,
                saves=self.keeper.is_on if self.keeper.is_allowed else None,
            )
            start = await self.push_screen_wait(welcome)
            if start is None:
                return False
            if start is Start.SAVE_AS_I_GO:
                await self._save_as_i_go()
                continue
            who = await self.ask_who()
            if who == UNDER_AGE:
                if not await self.push_screen_wait(UnderAgeScreen(self.help_lines)):
                    return False
            elif who is not None:
                self.respondent = Respondent(who)
                self.step(self.interview.in_version(quick=start is Start.QUICK))
                return True

    async def ask_who(self) -> str | None:
        """Who answers: a `Respondent`, `UNDER_AGE`, or `None` to go back."""
        return await self.push_screen_wait(RespondentScreen(self.help_lines))

    async def comes_back(self) -> bool:
        """Whether to go back to questions that were gone over for now."""
        return False

    def question_screen(self) -> QuestionScreen:
        """What asks from here on."""
        return QuestionScreen(self.help_lines, self.interview, self.step)

    def result_screen(self, summary: Summary) -> ResultScreen:
        """What shows a result."""
        return ResultScreen(self.help_lines, summary)

    async def _ask(self) -> bool:
        """Ask until all answers are checked, or a red flag makes the person stop.

        Returns:
            Whether there is a result to tell; not if the person left.
        """
        while True:
            if self.interview.new_flags and not await self._go_on_after_flags():
                return True
            if self.interview.offers_end:
                await self._offer_end()
            if self.interview.at is None and await self.comes_back():
                continue
            if self.interview.at is None:
                review = ReviewScreen(self.help_lines, self.interview)
                link_id = await self.push_screen_wait(review)
                if link_id is None:
                    return True
                self.step(self.interview.go_to(link_id))
            answered = await self.push_screen_wait(self.question_screen())
            if answered is None and not await self._welcome():
                return False

    async def _go_on_after_flags(self) -> bool:
        urgent = UrgentScreen(self.help_lines, self.interview.new_flags)
        goes_on = await self.push_screen_wait(urgent)
        told = self.interview.tell_flags()
        self.step(told if goes_on else told.finish())
        return goes_on

    async def _offer_end(self) -> None:
        settled = SettledScreen(self.help_lines, self.interview)
        goes_on = await self.push_screen_wait(settled)
        offered = self.interview.go_on()
        self.step(offered if goes_on else offered.finish())

    async def _tell(self) -> bool:
        """Show the result and offer to save it; tell whether the visit is over."""
        self._save(at_result=True)
        summary = self.summarize(frozenset())
        while await self.push_screen_wait(self.result_screen(summary)):
            if await self._keep():
                return True
            summary = self.summarize(frozenset())
        return False

    async def _keep(self) -> bool:
        """Offer to keep it; tell whether the visit is over."""
        while True:
            ways = self.ways()
            keep = KeepScreen(
                self.help_lines, ways, self._topics(), self.summarize, self._taken
            )
            taken = await self.push_screen_wait(keep)
            self._taken = replace(taken, is_over=False)
            if not taken.is_over:
                return False
            if not taken.anyhow:
                leaving = await self.push_screen_wait(self._leaving_screen())
                if leaving is Leaving.STAY:
                    continue
                if leaving is Leaving.LEAVE and self.keeper.is_on:
                    return True
            await self.say(self.keeper.forget())
            goodbye = GoodbyeScreen(self.help_lines, taken, ways.read_by)
            await self.push_screen_wait(goodbye)
            return True

    def ways(self) -> Ways:
        """The ways in which a summary can be kept here."""
        return Ways(self.folder, prints=can_print())

    # Saving as it goes

    async def say(self, told: str) -> None:
        """Say something that went wrong, until the person goes on.

        Args:
            told: What; nothing is said if it is empty.
        """
        if told:
            await self.push_screen_wait(NoticeScreen(self.help_lines, told))

    async def _save_as_i_go(self) -> None:
        self._offers_to_save = False
        if not self.keeper.is_on:
            file, switch_on = self.keeper.path, self._switch_on
            screen = SaveAsIGoScreen(self.help_lines, file, switch_on)
            await self.push_screen_wait(screen)

    def _switch_on(self, passphrase: str) -> None:
        self.keeper.switch_on(Visit(self.interview, self.respondent), passphrase)

    def step(self, interview: Interview) -> None:
        """Take a step: it is saved, where that is wanted, before anything is shown.

        Args:
            interview: The visit after the step.
        """
        self.interview = interview
        self._save()

    def _save(self, *, at_result: bool = False) -> None:
        told = self.keeper.note(Visit(self.interview, self.respondent, at_result))
        if told:
            # Later: what called this may be about to leave its own screen.
            self.call_later(self.push_screen, NoticeScreen(self.help_lines, told))

    # The summary

    def summarize(self, left_out: frozenset[str]) -> Summary:
        """The summary of the visit as it stands.

        Args:
            left_out: Private topics to leave out.
        """
        return summarize(
            self.questionnaire,
            self.interview.answers,
            self.help_lines,
            respondent=self.respondent,
            created=datetime.datetime.now().astimezone(),
            left_out=left_out,
            reviews=self.reviews,
            counselor=self.counselor_view(),
            client=self.client,
        )

    def counselor_view(self) -> CounselorView | None:
        """What a counselor set down, if one walks the client through."""
        return None

    def _topics(self) -> list[PrivateTopic]:
        """The private topics that anything was said about."""
        known = given_answers(self.questionnaire, self.interview.answers)
        said = {self.questionnaire.items[link_id].private for link_id in known}
        return [topic for topic in self.questionnaire.private if topic.id in said]

    # Leaving

    def action_ask_to_leave(self) -> None:
        """Ask before answers are lost; where there are none, just leave."""
        if isinstance(self.screen, LeavingScreen):
            return
        if not self.interview.answers or isinstance(self.screen, GoodbyeScreen):
            self.exit()
        else:
            self.push_screen(self._leaving_screen(), self._leave)

    def _leaving_screen(self) -> LeavingScreen:
        return LeavingScreen(self.help_lines, saved=self.keeper.is_on)

    def _leave(self, leaving: Leaving | None) -> None:
        told = self.keeper.forget() if leaving is Leaving.FORGET else ""
        if told:
            notice = NoticeScreen(self.help_lines, told)
            self.push_screen(notice, lambda _: self.exit())
        elif leaving in (Leaving.LEAVE, Leaving.FORGET):
            self.exit()
