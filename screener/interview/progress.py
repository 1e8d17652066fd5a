"""How far a person is, and exactly how few and how many questions are left."""

from collections.abc import Callable
from dataclasses import dataclass

from screener.interview.length import minutes_in_words, questions_in_words
from screener.language import _, ngettext
from screener.model import Answers, ChoicesItem, Given, Item, Questionnaire
from screener.model.length import minutes_of
from screener.scoring import enable, given_answers, gravest, mildest, movers


@dataclass(frozen=True, slots=True)
class Progress:
    """What is done and what is left."""

    done: int
    """Questions answered, declined or not sure."""
    fewest_left: int
    """The shortest way to the end, the present question included if it is open; the
    quick version may end later than this."""
    most_left: int
    """The longest way. An answer never makes it longer; changing one may."""
    surely: frozenset[str] = frozenset()
    """The questions that the shortest way still asks."""
    maybe: frozenset[str] = frozenset()
    """The questions that the longest way still asks."""

    @property
    def share(self) -> float:
        """How much is certainly done, from 0 to 1."""
        whole = self.done + self.most_left
        return self.done / whole if whole else 1.0

    @property
    def minutes(self) -> int:
        """How many minutes are left at most, about; at least 1.

        Of the longest way, as the shortest can become longer with an answer.
        """
        return minutes_of(self.most_left, self.most_left)


def progress_of(
    questionnaire: Questionnaire, answers: Answers, *, quick: bool = False
) -> Progress:
    """Count what is done and what is left.

    Args:
        questionnaire: What is asked.
        answers: What was said so far, "not sure" and "prefer not to say" included.
        quick: Whether only what can change a ladder is asked, and safety questions.
    """
    asked = enable(questionnaire, given_answers(questionnaire, answers)).enabled
    done = sum(link_id in answers for link_id in asked)
    surely = _left(questionnaire, answers, _opening_fewest)
    maybe = _left(questionnaire, answers, gravest)
    if quick:
        safety = {one.link_id for one in questionnaire.item if one.ask_again}
        surely, maybe = surely & safety, maybe & (safety | movers(questionnaire))
    fewest = max(len(surely), bool(maybe)) if quick else len(surely)
    return Progress(done, fewest, len(maybe), surely, maybe)


def _left(
    questionnaire: Questionnaire,
    answers: Answers,
    filling: Callable[[Item], Given | None],
) -> frozenset[str]:
    known = given_answers(questionnaire, answers)
    for link_id, item in questionnaire.items.items():
        filled = filling(item)
        # What was declined stays open: it will not be asked again, and opens nothing.
        if link_id not in answers and filled is not None:
            known[link_id] = filled
    enabled = enable(questionnaire, known).enabled
    return frozenset(enabled) - answers.keys()


def _opening_fewest(item: Item) -> Given | None:
    return () if isinstance(item, ChoicesItem) else mildest(item)


def left_in_words(progress: Progress, *, quick: bool = False) -> str:
    """Return such as `up to 9 left, about 3 min`, which only ever becomes less."""
    left = left_in_short(progress, quick=quick)
    if not progress.most_left:
        return left
    minutes = progress.minutes
    return ngettext(
        "{left}, about {minutes} min", "{left}, about {minutes} min", minutes
    ).format(left=left, minutes=minutes)


def left_in_a_sentence(progress: Progress, *, quick: bool = False) -> str:
    """Return a sentence such as `At most 9 questions left, about 3 minutes.`."""
    few, most = progress.fewest_left, progress.most_left
    if most == 0:
        return _("All questions are answered.")
    sentence = (
        _("{questions} left, {minutes}.")
        if few == most and not quick
        else _("At most {questions} left, {minutes}.")
    )
    return sentence.format(
        questions=questions_in_words(most), minutes=minutes_in_words(progress.minutes)
    )


def left_in_short(progress: Progress, *, quick: bool = False) -> str:
    """Return such as `up to 9 left`, without how long that takes.

    Only the most is said: an answer that opens questions makes the fewest more.
    """
    few, most = progress.fewest_left, progress.most_left
    if most == 0:
        return _("all answered")
    if few == most and not quick:
        return ngettext("{most} left", "{most} left", most).format(most=most)
    return ngettext("up to {most} left", "up to {most} left", most).format(most=most)
