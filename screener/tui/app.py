"""The app: it decides which screen is next, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from screener.catalog.review_status import reviewed_words
from screener.model import Respondent
from screener.tui.performance.preload import (
    AFTER,
    load_keep,
    load_later,
    load_questions,
    load_result,
)
from screener.tui.screens.welcome import Start, WelcomeScreen
from screener.tui.visit_app import VisitApp

if TYPE_CHECKING:
    from screener.catalog import Edition
    from screener.journal import Visit
    from screener.summary import Summary
    from screener.tui.performance.prerender import ScreenCache
    from screener.tui.screens.goodbye import GoodbyeScreen
    from screener.tui.screens.keep import KeepScreen
    from screener.tui.screens.question import QuestionScreen
    from screener.tui.screens.respondent import RespondentScreen
    from screener.tui.screens.result import ResultScreen
    from screener.tui.screens.review import ReviewScreen
    from screener.tui.screens.ways import Taken, Ways


class ScreenerApp(VisitApp):
    """One visit, from the welcome to the last screen."""

    OFFERS_QUICK: ClassVar[bool] = True

    def on_mount(self) -> None:
        """Begin the visit."""
        self.visit()

    def on_ready(self) -> None:
        """While the welcome is read, load what follows it."""
        if not self.is_headless:
            self.set_timer(
                AFTER, partial(load_later, self, load_questions, self.make_ahead)
            )
            self.theme_changed_signal.subscribe(
                self, lambda _: self._soon(self.make_ahead)
            )

    # Screens that are made before they are wanted

    @cached_property
    def ahead(self) -> ScreenCache:
        """The screens that are kept whole."""
        from screener.tui.performance.prerender import ScreenCache

        return ScreenCache(self)

    def make_ahead(self) -> None:
        """Make the screens that follow the welcome, unless they are shown already."""
        from screener.tui.screens.question import QuestionScreen
        from screener.tui.screens.respondent import RespondentScreen

        shown = {type(one) for one in self.screen_stack}
        if QuestionScreen not in shown and not self.interview.answers:
            if self.quiet:  # what loading has left behind makes room for them
                self.quiet.keep_what_is()
            if RespondentScreen not in shown:
                self.ahead.make(self._respondent_screen())
            self.ahead.make(self.question_screen())

    def retell(self, edition: Edition) -> None:
        """Make them once more, in the other language."""
        super().retell(edition)
        self._soon(self.make_ahead)

    def make_result_ahead(self) -> None:
        """While the answers are checked, make their result, as they stand."""
        from screener.tui.screens.review import ReviewScreen

        if isinstance(self.screen, ReviewScreen):
            self.ahead.make(self._present_result())

    def _make_ready_to_ask(self) -> None:
        """While the first question is read, make what others need, and make room."""
        from screener.tui.screens.question import QuestionScreen
        from screener.tui.screens.respondent import RespondentScreen

        if isinstance(self.screen, QuestionScreen):
            self.screen.make_ready()
        self.ahead.let_go(WelcomeScreen, RespondentScreen)
        if self.quiet:
            self.quiet.do(self.quiet.look_at_all)

    def _load_result(self) -> None:
        load_later(self, load_result, self.make_result_ahead)

    def _load_keep(self) -> None:
        load_later(self, load_keep)

    def _soon(self, job: Callable[[], None]) -> None:
        if self.quiet:
            self.quiet.do(job)

    # The way through

    @work(exclusive=True)
    async def visit(self) -> None:
        """Hold the visit, and leave."""
        self.exit(return_code=await self.walk())

    async def walk(self) -> int:
        """Go from screen to screen until the person leaves; give the exit code."""
        earlier = await self._pick_up() if self.has_earlier_visit else None
        if earlier:
            self.interview = earlier.interview
            await self.say(self.answer_as(earlier.respondent))
        if earlier or await self._welcome():
            asked = earlier is not None and earlier.at_result
            while (asked or await self._ask()) and not await self._tell():
                asked = False
        return 0

    async def _pick_up(self) -> Visit | None:
        from screener.tui.earlier_visit import pick_up

        return await pick_up(self)

    async def _welcome(self) -> bool:
        """Greet; tell whether an adult starts."""
        if self.offers_to_save and self.saves is False:
            await self.save_as_i_go()
        while True:
            start = await self.show(self._welcome_screen)
            if start is None:
                return False
            if start is Start.SAVE_AS_I_GO:
                await self.save_as_i_go()
                continue
            from screener.interview.who import UNDER_AGE

            who = await self.ask_who()
            if who == UNDER_AGE:
                from screener.tui.screens.under_age import UnderAgeScreen

                if not await self.show(lambda: UnderAgeScreen(self.help_lines)):
                    return False
            elif who is not None:
                await self.say(self.answer_as(Respondent(who)))
                self.step(self.interview.in_version(quick=start is Start.QUICK))
                return True

    async def ask_who(self) -> str | None:
        """Who answers: a `Respondent`, `UNDER_AGE`, or `None` to go back."""
        return await self.show(self._respondent_screen)

    def _respondent_screen(self) -> RespondentScreen:
        from screener.tui.screens.respondent import RespondentScreen

        return self.ahead.screen(
            RespondentScreen, lambda: RespondentScreen(self.help_lines)
        )

    def _welcome_screen(self) -> WelcomeScreen:
        quick = self.is_quick if self.OFFERS_QUICK else None
        return self.ahead.screen(
            WelcomeScreen,
            lambda: WelcomeScreen(
                self.help_lines,
                self.questionnaire,
                reviewed_words(self.questionnaire, self.reviews),
                quick=quick,
                saves=self.saves,
            ),
            of=(quick, self.saves, self.questionnaire),
        )

    async def comes_back(self) -> bool:
        """Whether to go back to questions that were gone over for now."""
        return False

    def question_screen(self) -> QuestionScreen:
        """What asks from here on."""
        from screener.tui.screens.question import QuestionScreen

        asks = self.ahead.screen(
            QuestionScreen,
            lambda: QuestionScreen(self.help_lines, self.interview, self.step),
        )
        asks.take_up(self.interview)
        return asks

    def result_screen(self, summary: Summary) -> ResultScreen:
        """What shows a result."""
        from screener.tui.screens.result import ResultScreen

        return ResultScreen(
            self.help_lines,
            summary,
            keeps=self.ways().any,
            asks_on=self.interview.left_questions,
        )

    async def _ask(self) -> bool:
        """Ask until all answers are checked, or a red flag makes the person stop.

        Returns:
            Whether there is a result to tell; not if the person left.
        """
        self._soon(self._make_ready_to_ask)
        while True:
            if not await self._goes_on_after_pages():
                return True
            if self.interview.at is None and await self.comes_back():
                continue
            if self.interview.at is None:
                self._soon(self._load_result)
                link_id = await self.show(self._review_screen)
                if link_id is None:
                    return True
                self.step(self.interview.go_to(link_id))
            answered = await self.show(self.question_screen)
            if answered is None and not await self._welcome():
                return False

    async def _goes_on_after_pages(self) -> bool:
        """Show what comes before the next question; return whether to ask it."""
        if self.interview.new_flags and not await self._go_on_after_flags():
            return False
        if (reply := self.interview.new_cry) is not None:
            from screener.tui.screens.cry import CryScreen

            await self.show(lambda: CryScreen(self.help_lines, reply))
            self.step(self.interview.tell_cry())
        if self.interview.offers_end:
            await self._offer_end()
        return True

    def _review_screen(self) -> ReviewScreen:
        from screener.tui.screens.review import ReviewScreen

        return self.ahead.screen(
            ReviewScreen,
            lambda: ReviewScreen(self.help_lines, self.interview),
            of=self.interview,
        )

    async def _go_on_after_flags(self) -> bool:
        from screener.tui.screens.urgent import UrgentScreen

        self._soon(self._load_result)
        goes_on = await self.show(
            lambda: UrgentScreen(
                self.help_lines, self.interview.new_flags, keeps=self.ways().any
            )
        )
        told = self.interview.tell_flags()
        self.step(told if goes_on else told.finish())
        return goes_on

    async def _offer_end(self) -> None:
        from screener.tui.screens.settled import SettledScreen

        self._soon(self._load_result)
        goes_on = await self.show(
            lambda: SettledScreen(self.help_lines, self.interview)
        )
        offered = self.interview.go_on()
        self.step(offered if goes_on else offered.finish())

    async def _tell(self) -> bool:
        """Show the result and offer to save it; tell whether the visit is over."""
        self.save(at_result=True)
        self._soon(self._load_keep)
        from screener.tui.screens.result import Next

        while (wants := await self.show(self._present_result)) is Next.KEEP:
            if await self._keep():
                return True
        if wants is Next.ASK_ON:
            self.step(self.interview.take_up_again())
        return False

    def _present_result(self) -> ResultScreen:
        from screener.tui.screens.result import ResultScreen

        return self.ahead.screen(
            ResultScreen,
            lambda: self.result_screen(self.summarize(frozenset())),
            of=(self.interview, self.respondent, self.counselor_view()),
        )

    async def _keep(self) -> bool:
        """Offer to keep it; tell whether the visit is over."""
        from screener.tui.screens.leaving import Leaving

        while True:
            ways = self.ways()
            taken = await self.show(partial(self._keep_screen, ways))
            self.taken = replace(taken, is_over=False)
            if not taken.is_over:
                return False
            if not taken.anyhow:
                leaving = await self.show(self.leaving_screen)
                if leaving is Leaving.STAY:
                    continue
                if leaving is Leaving.LEAVE and self.saves:
                    return True
            summary = self.summarize(frozenset())
            await self.say(self.forget())
            await self.show(partial(self._goodbye_screen, summary, taken, ways.read_by))
            return True

    def _keep_screen(self, ways: Ways) -> KeepScreen:
        from screener.tui.screens.keep import KeepScreen

        return KeepScreen(
            self.help_lines, ways, self.topics(), self.summarize, self.taken
        )

    def _goodbye_screen(
        self, summary: Summary, taken: Taken, read_by: str | None
    ) -> GoodbyeScreen:
        from screener.tui.screens.goodbye import GoodbyeScreen

        return GoodbyeScreen(self.help_lines, summary, taken, read_by)
