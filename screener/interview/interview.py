"""One visit: where the person is, and what they said.

An interview is a value. Each step gives a new one and leaves the old one as it was,
so that nothing can be lost on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from screener.interview.navigation import after, asked_so_far, may_end, next_in_quick
from screener.interview.progress import Progress, progress_of
from screener.model import (
    Answer,
    Fact,
    Given,
    Item,
    Questionnaire,
    Reply,
    Unknown,
    in_easier_words,
)
from screener.scoring import HoldingRule, Recommendation, evaluate, reply_in

_CRY = "cry-for-help"
"""With its reply, it stands among the red flags that the person has been told of."""


@dataclass(frozen=True)
class Interview:
    """A visit at one moment."""

    questionnaire: Questionnaire
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """All that was said, to questions that no longer apply too."""
    at: str | None = None
    """The `link_id` of the present question; `None` once all are through."""
    reviewing: bool = False
    """Whether all were through once: then an answer leads back to the review."""
    asked_again: frozenset[str] = frozenset()
    """Safety questions that were skipped once and put again with a reason."""
    seen_flags: frozenset[str] = frozenset()
    """Red flags (rule ids) that the person has been told of."""
    easier: bool = False
    """Whether questions are put in easier words, where they have any."""
    quick: bool = False
    """Whether only what can change a ladder is asked, the most telling first."""
    end_offered: bool = False
    """Whether the person was told that they may end here, and went on."""
    left_open: frozenset[str] = frozenset()
    """Questions that the person left when they ended before the last one."""
    ended_settled: bool = False
    """Whether they ended because those could change no ladder."""
    cried: bool = False
    """Whether a cry for help was typed where it is not kept as an answer."""

    @classmethod
    def start(cls, questionnaire: Questionnaire, *, quick: bool = False) -> Interview:
        """Begin at the first question.

        Args:
            questionnaire: What is asked.
            quick: Whether to ask only what can change a ladder.
        """
        first = next_in_quick(questionnaire, {}) if quick else None
        at = first or questionnaire.item[0].link_id
        return cls(questionnaire, at=at, quick=quick)

    def in_version(self, *, quick: bool) -> Interview:
        """Ask in this version from now on; what is answered stays.

        Args:
            quick: Whether to ask only what can change a ladder.
        """
        if self.answers or self.reviewing:
            return replace(self, quick=quick)
        return Interview.start(self.questionnaire, quick=quick)

    @property
    def item(self) -> Item:
        """The present question.

        Raises:
            LookupError: If all questions are through.
        """
        if self.at is None:
            raise LookupError("all questions are through")
        return self.questionnaire.items[self.at]

    @property
    def asked(self) -> tuple[str, ...]:
        """The questions that apply so far, in asking order."""
        return asked_so_far(self.questionnaire, self.answers)

    @property
    def path(self) -> tuple[str, ...]:
        """The questions in the order in which they are gone through."""
        asked = self.asked
        if not self.quick:
            return asked
        return tuple(link_id for link_id in self.answers if link_id in asked)

    @property
    def progress(self) -> Progress:
        """What is done and what is left."""
        return progress_of(self.questionnaire, self.answers, quick=self.quick)

    @property
    def may_end(self) -> bool:
        """Whether no question that is left can change a ladder, and none is safety."""
        return may_end(self.questionnaire, self.answers)

    @property
    def offers_end(self) -> bool:
        """Whether to say, once, that the questions left can change no ladder."""
        asks_all = not (self.quick or self.reviewing or self.end_offered)
        return asks_all and self.may_end

    @cached_property
    def recommendation(self) -> Recommendation:
        """The outcome of what was said so far."""
        cry = {Fact.CRY_FOR_HELP} if self.cried else frozenset()
        return evaluate(self.questionnaire, self.answers, cry)

    @property
    def told_answers(self) -> dict[str, Answer]:
        """The answers that still apply: those in the review and in a summary.

        An answer whose question is no longer asked counts as taken back. The interview
        keeps it in case the question applies again.
        """
        unused = self.recommendation.unused
        return {id: answer for id, answer in self.answers.items() if id not in unused}

    @property
    def facts(self) -> frozenset[Fact]:
        """What is known of the person from all that they typed."""
        return self.recommendation.facts

    @property
    def new_flags(self) -> tuple[HoldingRule, ...]:
        """Red flags that hold and that the person has not been told of."""
        flags = self.recommendation.red_flags
        return tuple(flag for flag in flags if flag.rule.id not in self.seen_flags)

    @property
    def new_cry(self) -> Reply | None:
        """How to answer a cry for help in own words; `None` once it was answered."""
        reply = self._reply
        return None if f"{_CRY}.{reply}" in self.seen_flags else reply

    @property
    def calls_for_help(self) -> bool:
        """Whether the help lines must be shown before anything else."""
        return bool(self.new_flags or self.new_cry)

    @property
    def calls_for_a_page(self) -> bool:
        """Whether something has to be said before the next question."""
        return self.calls_for_help or self.offers_end

    @property
    def asking_again(self) -> bool:
        """Whether the present question was skipped, and is put once more."""
        return self.at in self.asked_again and self.at not in self.answers

    @property
    def left_open_as(self) -> Unknown | None:
        """Why the present question has no answer, if the person gave a reason."""
        answer = self.answers.get(self.at or "")
        return answer if isinstance(answer, Unknown) else None

    @property
    def at_first(self) -> bool:
        """Whether there is no question to go back to."""
        return self.at in (self.path or (self.at,))[:1]

    def give(self, answer: Given) -> Interview:
        """Answer the present question and go on.

        Args:
            answer: Codes, a number or words that fit the question.
        """
        return self._record(answer)

    def set_down(self, answer: Answer) -> Interview:
        """Answer the present question without going on.

        Args:
            answer: A valid answer, or why there is none.
        """
        return replace(self, answers={**self.answers, self.item.link_id: answer})

    def leave_open(self, why: Unknown, *, is_sure: bool = False) -> Interview:
        """Go on without an answer; a safety question is put once more first.

        Args:
            why: Whether the person would rather not say, or is not sure.
            is_sure: Whether the person has already confirmed it.
        """
        item = self.item
        asks = item.ask_again and item.link_id not in self.asked_again
        if asks and not is_sure:
            answers = {k: v for k, v in self.answers.items() if k != item.link_id}
            again = self.asked_again | {item.link_id}
            return replace(self, answers=answers, asked_again=again)
        return self._record(why)

    @property
    def shown_item(self) -> Item:
        """The present question in the words that the person wants."""
        return in_easier_words(self.item) if self.easier else self.item

    def in_other_words(self) -> Interview:
        """Put questions in easier words from now on, or in the usual ones again."""
        return replace(self, easier=not self.easier)

    def in_language(self, questionnaire: Questionnaire) -> Interview:
        """Go on in another language: the place and every answer stay.

        Args:
            questionnaire: The same questions in that language.
        """
        return replace(self, questionnaire=questionnaire)

    def pass_over(self) -> Interview:
        """Go on and come back to the present question at the end, without an answer."""
        at = None if self.reviewing else after(self.path, self.at or "")
        return replace(self, at=at, reviewing=self.reviewing or at is None)

    def back(self) -> Interview:
        """Go to the question before; stay where there is none."""
        path = self.path
        place = path.index(self.at) if self.at in path else len(path)
        return replace(self, at=path[max(0, place - 1)] if path else self.at)

    def go_to(self, link_id: str) -> Interview:
        """Go to a question that applies.

        Raises:
            LookupError: If it does not apply.
        """
        if link_id not in self.asked:
            raise LookupError(f"{link_id} is not asked")
        return replace(self, at=link_id)

    def at_first_open(self) -> Interview:
        """Go to the first question that is still open; finish where there is none."""
        if self.quick and not self.reviewing:
            at = next_in_quick(self.questionnaire, self.answers)
        else:
            at = self._first_open(self.left_open)
        return replace(self, at=at, reviewing=self.reviewing or at is None)

    def finish(self) -> Interview:
        """Leave the questions; what is open stays unknown."""
        return replace(
            self,
            at=None,
            reviewing=True,
            left_open=frozenset(self.asked) - self.answers.keys(),
            ended_settled=self.may_end,
        )

    @property
    def left_questions(self) -> bool:
        """Whether the person ended early and some questions are open."""
        return bool(self.left_open.intersection(self.asked) - self.answers.keys())

    def take_up_again(self) -> Interview:
        """Go on with the questions that are open after an early end."""
        asking = replace(
            self, left_open=frozenset(), ended_settled=False, reviewing=False
        )
        return asking.at_first_open()

    def go_on(self) -> Interview:
        """Go on though the questions that are left can change no ladder."""
        return replace(self, end_offered=True)

    def tell_flags(self) -> Interview:
        """Note that the person has been told of every red flag that holds."""
        told = {holding.rule.id for holding in self.recommendation.red_flags}
        return replace(self, seen_flags=self.seen_flags | told)

    def note_cry(self) -> Interview:
        """Note that a cry for help was typed; its words are not kept."""
        return replace(self, cried=True)

    def tell_cry(self) -> Interview:
        """Note that a cry for help was answered."""
        return replace(self, seen_flags=self.seen_flags | {f"{_CRY}.{self.new_cry}"})

    @cached_property
    def _reply(self) -> Reply | None:
        """The reply to the first cry for help in an answer, if there is any."""
        return reply_in(self.questionnaire, self.answers)

    def _record(self, answer: Answer) -> Interview:
        moved = self.set_down(answer)
        at = moved._next()
        return replace(moved, at=at, reviewing=self.reviewing or at is None)

    def _next(self) -> str | None:
        """The question after the present one; in a review, what an answer opened."""
        follows = None if self.reviewing else after(self.path, self.at or "")
        if self.quick:  # after going back, later answers are shown again
            return follows or next_in_quick(self.questionnaire, self.answers)
        if not self.reviewing:
            return follows
        # What was left because it could change nothing is asked if now it can.
        matters = self.ended_settled and not self.may_end
        return self._first_open(frozenset() if matters else self.left_open)

    def _first_open(self, left: frozenset[str]) -> str | None:
        """Return the first question without an answer that is not in `left`."""
        done = self.answers.keys() | left
        return next((link_id for link_id in self.asked if link_id not in done), None)
