"""The app: it decides which screen is next, and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual import on, work

from screener.interview import Interview
from screener.model import HelpLines, PrivateTopic, Questionnaire, Review
from screener.scoring import given_answers
from screener.summary import (
    Respondent,
    Summary,
    can_print,
    reviewed_words,
    summarize,
)
from screener.tui.safe_app import SafeApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.leaving import LeavingScreen
from screener.tui.screens.question import QuestionScreen
from screener.tui.screens.respondent import UNDER_AGE, RespondentScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.review import ReviewScreen
from screener.tui.screens.settled import SettledScreen
from screener.tui.screens.under_age import UnderAgeScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.screens.ways import Taken, Ways
from screener.tui.screens.welcome import Version, WelcomeScreen


class ScreenerApp(SafeApp):
    """One visit, from the welcome to the last screen."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        help_lines: HelpLines,
        folder: Path,
        *,
        theme: str = "dark",
        quick: bool = False,
        reviews: Sequence[Review] = (),
    ) -> None:
        """Prepare a visit.

        Args:
            questionnaire: What is asked.
            help_lines: The help lines of the region.
            folder: The folder offered for the summary.
            theme: The name of one of the themes.
            quick: Whether the quick version is offered first.
            reviews: Who has reviewed the questionnaire, in any state of it.
        """
        super().__init__(help_lines, theme)
        self.questionnaire = questionnaire
        self.folder = folder
        self.reviews = reviews
        self.interview = Interview.start(questionnaire, quick=quick)
        self.respondent = Respondent.SELF
        self._taken = Taken()

    def on_mount(self) -> None:
        """Begin the visit."""
        self.visit()

    @on(QuestionScreen.Moved)
    def _keep_answers(self, event: QuestionScreen.Moved) -> None:
        self.interview = event.interview

    # The way through

    @work(exclusive=True)
    async def visit(self) -> None:
        """Hold the visit, and leave."""
        self.exit(return_code=await self.walk())

    async def walk(self) -> int:
        """Go from screen to screen until the person leaves; give the exit code."""
        if await self._welcome():
            while await self._ask() and not await self._tell():
                pass
        return 0

    async def _welcome(self) -> bool:
        """Greet; tell whether an adult starts."""
        while True:
            welcome = WelcomeScreen(
                self.help_lines,
                self.questionnaire,
                reviewed_words(self.questionnaire, self.reviews),
                quick=self.interview.quick,
            )
            version = await self.push_screen_wait(welcome)
            if version is None:
                return False
            who = await self.push_screen_wait(RespondentScreen(self.help_lines))
            if who == UNDER_AGE:
                if not await self.push_screen_wait(UnderAgeScreen(self.help_lines)):
                    return False
            elif who is not None:
                self.respondent = Respondent(who)
                self.interview = self.interview.in_version(
                    quick=version is Version.QUICK
                )
                return True

    async def _ask(self) -> bool:
        """Ask until all answers are checked, or a red flag makes the person stop.

        Returns:
            Whether there is a result to tell; not if the person left.
        """
        while True:
            if self.interview.at is None:
                review = ReviewScreen(self.help_lines, self.interview)
                link_id = await self.push_screen_wait(review)
                if link_id is None:
                    return True
                self.interview = self.interview.go_to(link_id)
            question = QuestionScreen(self.help_lines, self.interview)
            answered = await self.push_screen_wait(question)
            if answered is None:
                if not await self._welcome():
                    return False
                continue
            self.interview = answered
            if answered.new_flags and not await self._go_on_after_flags():
                return True
            if self.interview.offers_end:
                await self._offer_end()

    async def _go_on_after_flags(self) -> bool:
        urgent = UrgentScreen(self.help_lines, self.interview.new_flags)
        goes_on = await self.push_screen_wait(urgent)
        self.interview = self.interview.tell_flags()
        if not goes_on:
            self.interview = self.interview.finish()
        return goes_on

    async def _offer_end(self) -> None:
        settled = SettledScreen(self.help_lines, self.interview)
        goes_on = await self.push_screen_wait(settled)
        self.interview = self.interview.go_on()
        if not goes_on:
            self.interview = self.interview.finish()

    async def _tell(self) -> bool:
        """Show the result and offer to save it; tell whether the visit is over."""
        summary = self._summarize(frozenset())
        while await self.push_screen_wait(ResultScreen(self.help_lines, summary)):
            if await self._keep():
                return True
        return False

    async def _keep(self) -> bool:
        """Offer to keep it; tell whether the visit is over."""
        while True:
            ways = self.ways()
            keep = KeepScreen(
                self.help_lines, ways, self._topics(), self._summarize, self._taken
            )
            taken = await self.push_screen_wait(keep)
            self._taken = replace(taken, is_over=False)
            if not taken.is_over:
                return False
            if not taken.anyhow:
                leaves = await self.push_screen_wait(LeavingScreen(self.help_lines))
                if not leaves:
                    continue
            goodbye = GoodbyeScreen(self.help_lines, taken, ways.read_by)
            await self.push_screen_wait(goodbye)
            return True

    def ways(self) -> Ways:
        """The ways in which a summary can be kept here."""
        return Ways(self.folder, prints=can_print())

    # The summary

    def _summarize(self, left_out: frozenset[str]) -> Summary:
        return summarize(
            self.questionnaire,
            self.interview.answers,
            self.help_lines,
            respondent=self.respondent,
            created=datetime.datetime.now().astimezone(),
            left_out=left_out,
            reviews=self.reviews,
        )

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
            self.push_screen(LeavingScreen(self.help_lines), self._leave_if)

    def _leave_if(self, leaves: bool | None) -> None:
        if leaves:
            self.exit()
