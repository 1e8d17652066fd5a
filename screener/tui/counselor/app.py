"""A visit that a counselor walks a client through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from textual import work

from screener.catalog import Editions
from screener.clock import local_now
from screener.counselor import Marks, Signed, counselor_answers
from screener.interview import Interview
from screener.language import date_words
from screener.model import Answer, HelpLines, Questionnaire, Respondent, Review
from screener.scoring import HoldingRule, evaluate
from screener.summary import CounselorView, Summary, reopen, reopen_marks
from screener.tui.app import ScreenerApp
from screener.tui.counselor.initials import InitialsScreen
from screener.tui.counselor.live import LiveScreen
from screener.tui.counselor.question import CounselorQuestionScreen
from screener.tui.counselor.result import CounselorResultScreen
from screener.tui.counselor.room import ComeBackScreen


class CounselorApp(ScreenerApp):
    """What the client says, and beside it what the counselor sees."""

    OFFERS_QUICK = False

    def __init__(
        self,
        questionnaire: Questionnaire,
        help_lines: HelpLines,
        folder: Path,
        *,
        initials: str = "",
        theme: str = "dark",
        reviews: Sequence[Review] = (),
        client: str | None = None,
        earlier: Summary | None = None,
        continues: bool = False,
        editions: Editions | None = None,
    ) -> None:
        """Prepare a visit.

        Args:
            questionnaire: What is asked.
            help_lines: The help lines of the region.
            folder: The folder offered for the summary.
            initials: The counselor's; asked for unless given.
            theme: The name of one of the themes.
            reviews: Who has reviewed the questionnaire.
            client: The client's code, in a caseload.
            earlier: The visit before; what was said is shown, and never assumed.
            continues: Whether to go on with that visit instead.
            editions: The same questions in other languages too.
        """
        super().__init__(
            questionnaire,
            help_lines,
            folder,
            theme=theme,
            reviews=reviews,
            editions=editions,
        )
        self.reader.is_allowed = False  # the counselor reads
        self.initials = initials
        self.marks = Marks()
        self.topics_cleared: set[str] = set()
        """Private topics before which the room was looked at."""
        self._shown_flags: frozenset[str] = frozenset()
        self.client = client
        self.earlier: Mapping[str, Answer] = {}
        """What the client said the last time."""
        self._earlier_date = earlier.date if earlier else None
        if earlier is not None:
            said = reopen(questionnaire, earlier).answers
            if continues:
                self._go_on_with(earlier, said)
            else:
                self.earlier = said

    def _go_on_with(self, earlier: Summary, said: Mapping[str, Answer]) -> None:
        """Take up the answers and the marks of a visit."""
        visit = Interview(self.questionnaire, answers=said, reviewing=True)
        self.interview = visit.at_first_open()
        self.marks = reopen_marks(self.questionnaire, earlier, said).marks

    @property
    def earlier_day(self) -> str:
        """The day of the visit before; empty where there is none."""
        return date_words(self._earlier_date) if self._earlier_date else ""

    def sign(self) -> Signed:
        """Who sets something down, and when."""
        now = local_now().replace(microsecond=0)
        return Signed(self.initials, now)

    def counselor_view(self) -> CounselorView:
        """What was set down until now."""
        return CounselorView(self.initials, self.marks)

    async def ask_who(self) -> str | None:
        """Ask for the counselor's initials, once."""
        if not self.initials:
            typed = await self.show(lambda: InitialsScreen(self.help_lines))
            self.initials = typed or ""
        return Respondent.WITH_COUNSELOR if self.initials else None

    def new_flags(self) -> tuple[HoldingRule, ...]:
        """Red flags by the counselor's view that were not shown yet; now they are."""
        answers = counselor_answers(self.interview.answers, self.marks)
        flags = tuple(
            one
            for one in evaluate(self.questionnaire, answers).red_flags
            if one.rule.id not in self._shown_flags | self.interview.seen_flags
        )
        self._shown_flags |= {one.rule.id for one in flags}
        return flags

    def in_language(self, flags: Sequence[HoldingRule]) -> list[HoldingRule]:
        """Return red flags in the words of the language that is spoken now.

        Args:
            flags: Red flags that hold, in any language.
        """
        rules = {rule.id: rule for rule in self.questionnaire.guidance.rule}
        return [replace(flag, rule=rules[flag.rule.id]) for flag in flags]

    @work
    async def show_live(self) -> None:
        """Show where the answers point now, and all that would change it."""
        await self.show(
            lambda: LiveScreen(self.help_lines, self.summarize(frozenset()))
        )

    def make_ahead(self) -> None:
        """Nothing: a question may first ask who else is in the room."""

    def question_screen(self) -> CounselorQuestionScreen:
        """The question, with what the counselor sets down beside it."""
        return CounselorQuestionScreen(self, self.interview, self.step)

    def result_screen(self, summary: Summary) -> CounselorResultScreen:
        """The result in both views."""
        return CounselorResultScreen(self, summary)

    async def comes_back(self) -> bool:
        """Offer the questions that were skipped for now, once all are through."""
        left = self._passed_over
        if not left:
            return False
        goes = await self.show(self._come_back_screen)
        if goes:
            self.step(self.interview.at_first_open())
        else:
            self.step(self.interview.finish())
        return goes

    @property
    def _passed_over(self) -> tuple[str, ...]:
        """The questions that were passed over and have no answer yet."""
        done = self.interview.answers.keys() | self.interview.left_open
        return tuple(link_id for link_id in self.interview.asked if link_id not in done)

    def _come_back_screen(self) -> ComeBackScreen:
        items = self.questionnaire.items
        names = "; ".join(items[link_id].short for link_id in self._passed_over)
        return ComeBackScreen(self.help_lines, names)
