"""One visit line by line, from the welcome to the last word."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from screener.catalog import Editions
from screener.catalog.review_status import reviewed_words
from screener.clock import local_now
from screener.errors import ScreenerError
from screener.interview import Interview, progress_of
from screener.interview.length import minutes_in_words, questions_in_words
from screener.interview.who import UNDER_AGE, WHO_ANSWERS
from screener.language import _, speak, speaking, spoken
from screener.model import (
    Fact,
    HelpKind,
    HelpLines,
    PrivateTopic,
    Questionnaire,
    Respondent,
    Review,
)
from screener.plain.asking import answer_in_words, ask
from screener.plain.keeping import keep, leave_out
from screener.plain.leaving import (
    can_clear,
    clear,
    is_terminal,
    leaving_at_ctrl_x,
)
from screener.plain.questions import ask_letter, ask_number, numbered
from screener.plain.result import result_lines
from screener.plain.talk import Gone, LanguageWanted, LeftFast, Talk
from screener.plain.words import CHECK, DONE, FINISH, GO_ON, KEEP, STOP
from screener.summary import Saved, Summary, summarize, topics_told
from screener.summary.said import next_step_words

T = TypeVar("T")


class PlainVisit:
    """Walks a person through in lines."""

    def __init__(
        self,
        talk: Talk,
        questionnaire: Questionnaire,
        help_lines: HelpLines,
        folder: Path,
        *,
        quick: bool = False,
        reviews: Sequence[Review] = (),
        editions: Editions | None = None,
    ) -> None:
        """Prepare a visit.

        Args:
            talk: Whom to talk with.
            questionnaire: What is asked.
            help_lines: The help lines of the region.
            folder: The folder offered for the summary.
            quick: Whether the quick version is asked.
            reviews: Who has reviewed the questionnaire.
            editions: The same questions in other languages too.
        """
        self._talk = talk
        self._asked = questionnaire
        self._help_lines = help_lines
        self._folder = folder
        self._reviews = reviews
        self._quick = quick
        self._editions = editions
        self.interview = Interview.start(questionnaire, quick=quick)
        self.respondent = Respondent.SELF
        self.saved = Saved()

    def hold(self) -> int:
        """Hold the visit.

        Returns:
            The exit code: 0, also for whoever leaves before the end.
        """
        try:
            with leaving_at_ctrl_x(self._talk.hears):
                self._hold()
        except LeftFast:
            clear(self._talk.says)
        except Gone:
            self._part()
        return 0

    def _hold(self) -> None:
        if self._told(self._welcome):
            while True:
                if not self._ask_all() or self._tell_and_keep():
                    break

    @property
    def facts(self) -> frozenset[Fact]:
        """What is known of the person from all that they typed."""
        return self.interview.facts | self._talk.facts

    def _told(self, step: Callable[[], T]) -> T:
        """Take a step; from its beginning, when the language changes in it."""
        while True:
            try:
                return step()
            except LanguageWanted as wanted:
                self._speak(wanted.language)

    def _speak(self, language: str | None) -> None:
        """Go on in a language, or in the next one: place and answers stay."""
        editions = self._editions
        if editions is None or len(editions.languages) < 2:
            self._talk.say(_("These questions are there in one language only."))
            return
        self._take_up(editions, language or editions.following(spoken()))

    def _take_up(self, editions: Editions, language: str) -> None:
        """Go on in a language, in the words for who answers; or say why not."""
        for_supporter = self.respondent is Respondent.SUPPORTER
        try:
            edition = editions.edition(language, for_supporter=for_supporter)
        except ScreenerError as error:
            self._talk.say(str(error))
            return
        speak(edition.language)
        self._asked = edition.questionnaire
        self._help_lines = self._talk.help_lines = edition.help_lines
        self.interview = self.interview.in_language(edition.questionnaire)

    def _part(self) -> None:
        try:
            self._talk.say(
                _("You have left. Your answers are gone unless you saved them.")
            )
            self._talk.say_crisis()
        except Gone:
            return  # nobody hears it

    # Before the questions

    def _welcome(self) -> bool:
        """Greet; tell whether an adult starts."""
        talk, asked = self._talk, self._asked
        ahead = progress_of(asked, {}, quick=self._quick)
        talk.say(
            asked.title,
            asked.about,
            f"{asked.limits} {reviewed_words(asked, self._reviews)}",
            _("At most {questions}, {minutes}. You can skip any.").format(
                questions=questions_in_words(ahead.most_left),
                minutes=minutes_in_words(ahead.minutes),
            ),
            asked.seen_by,
            "",
            _(
                "Type a number or the words of an answer, then Enter. At any question "
                "you can type: back, why, skip, unsure, repeat, easier (for easier "
                "words), help (for people who can help), or exit (to leave at once)."
            ),
            self._how_to_leave_fast(),
            "",
        )
        self._talk.say_crisis()
        for language in self._editions.languages if self._editions else ():
            if language != spoken():
                with speaking(language):
                    talk.say("", _("For English, type: english"))
        return self._who()

    def _how_to_leave_fast(self) -> str:
        """Return what works here, and no more."""
        how = (
            _("To leave fast, press Ctrl+X, or type: leave fast.")
            if is_terminal(self._talk.hears)
            else _("To leave fast, type: leave fast.")
        )
        then = (
            _("It ends at once and clears this window.")
            if can_clear(self._talk.says)
            else _(
                "It ends at once. What you typed stays in this window: close it when "
                "you leave."
            )
        )
        kept = _("Nothing is saved unless you save it.")
        return f"{how} {then} {kept}"

    def _who(self) -> bool:
        choices = [*map(_, WHO_ANSWERS.values()), _(UNDER_AGE)]
        self._talk.say("", _("Who are the answers about?"), *numbered(choices))
        place = ask_number(self._talk, _("Your answer:"), len(choices), answers=choices)
        if place == len(choices):
            self._talk.say(
                _(
                    "These questions are made for adults. Their result would not be "
                    "right for you. But you deserve help, and there are people for you "
                    "to talk to:"
                )
            )
            for line in self._help_lines.of(HelpKind.YOUTH, HelpKind.EMERGENCY):
                self._talk.say(line.told)
            self._talk.say(
                _(
                    "You can also talk to a parent, a doctor, a school nurse or "
                    "another adult you trust. If you are in a waiting room, please "
                    "tell the desk."
                )
            )
            return False
        self.respondent = list(WHO_ANSWERS)[place - 1]
        if self._editions is not None and self._asked.supporter is not None:
            self._take_up(self._editions, self._asked.language)
        return True

    # The questions

    def _ask_all(self) -> bool:
        """Ask until all answers are checked, or a red flag makes the person stop.

        Returns:
            Whether there is a result: not for somebody who says, back at the first
            question, that the answers are about a person under 18.
        """
        while True:
            if self.interview.new_flags and not self._told(self._go_on_after_flags):
                return True
            if self.interview.offers_end:
                self._told(self._offer_end)
            if self.interview.at is None:
                link_id = self._told(self._check)
                if link_id is None:
                    return True
                self.interview = self.interview.go_to(link_id)
            answered = self._told(lambda: ask(self._talk, self.interview))
            if answered is None:
                if not self._told(self._who):
                    return False
            else:
                self.interview = answered.note_cry() if self._talk.facts else answered

    def _go_on_after_flags(self) -> bool:
        flags = self.interview.new_flags
        firsts = (flag.rule.first or flag.rule.text for flag in flags)
        self._talk.say("", _("Please hear this first."), *dict.fromkeys(firsts))
        kinds = dict.fromkeys(kind for flag in flags for kind in flag.rule.help)
        for line in self._help_lines.of(*kinds):
            self._talk.say(f"{line.reach[:1].upper()}{line.reach[1:]}. {line.about}")
        self._talk.say(
            _(
                "Your answers are still here. If you are in a waiting room, please "
                "tell the desk now."
            )
        )
        goes_on = ask_letter(
            self._talk,
            _("Type g to go on, or s to stop and keep a summary:"),
            {"g": GO_ON, "s": STOP},
        )
        told = self.interview.tell_flags()
        self.interview = told if goes_on == "g" else told.finish()
        return goes_on == "g"

    def _offer_end(self) -> None:
        self._talk.say(
            "",
            _(
                "You can finish now. The questions left can't change where your "
                "answers point. Go on for a fuller result."
            ),
        )
        finishes = (
            ask_letter(
                self._talk,
                _("Type g to go on, or f to finish now:"),
                {"g": GO_ON, "f": FINISH},
            )
            == "f"
        )
        offered = self.interview.go_on()
        self.interview = offered.finish() if finishes else offered

    def _check(self) -> str | None:
        """Say every answer; give the question to change, or `None` to go on."""
        asked = self.interview.asked
        lines = [f"{self._asked.items[one].short}: {self._said(one)}" for one in asked]
        self._talk.say("", _("Check your answers."), *numbered(lines))
        prompt = _("A number to change one, or an empty line for the result:")
        place = ask_number(self._talk, prompt, len(lines), may_be_empty=True)
        return asked[place - 1] if place else None

    def _said(self, link_id: str) -> str:
        answer = self.interview.answers.get(link_id)
        if answer is None:
            return _("not answered")
        return answer_in_words(self._asked.items[link_id], answer)

    # The result

    def _tell_and_keep(self) -> bool:
        """Say the result and offer to keep it; tell whether the visit is over."""
        choice = self._told(self._tell)
        if choice == "k":
            out = self._told(lambda: leave_out(self._talk, self._topics()))
            self.saved = self._told(
                lambda: keep(self._talk, self._folder, lambda: self._summarize(out))
            )
        if choice != "c":
            summary = self._summarize(frozenset())
            self._talk.say(
                _("Thank you for answering."),
                *next_step_words(summary, brings=bool(self.saved.files)),
            )
            self._talk.say_crisis()
        return choice != "c"

    def _tell(self) -> str:
        """Say the result; give the letter of what comes then."""
        self._talk.say("", _("Where your answers point"), "")
        self._talk.say(*result_lines(self._summarize(frozenset())))
        self._talk.say("")
        prompt = _("Type k to keep a summary, c to check your answers, or d when done:")
        return ask_letter(self._talk, prompt, {"k": KEEP, "c": CHECK, "d": DONE})

    def _topics(self) -> list[PrivateTopic]:
        return topics_told(self._asked, self.interview.told_answers)

    def _summarize(self, left_out: frozenset[str]) -> Summary:
        return summarize(
            self._asked,
            self.interview.told_answers,
            self._help_lines,
            facts=self.facts,
            respondent=self.respondent,
            created=local_now(),
            left_out=left_out,
            reviews=self._reviews,
        )
