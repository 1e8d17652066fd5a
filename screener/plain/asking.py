"""Puts one question in lines, and hears the answer."""

from collections.abc import Iterator

from screener.interview import (
    Interview,
    left_in_a_sentence,
    place_in_words,
    place_of,
)
from screener.language import N_, _
from screener.model import (
    Answer,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    OptionItem,
    TextItem,
    Unknown,
    answer_words,
)
from screener.plain.answering import NotUnderstoodError, answer_in, is_exact
from screener.plain.own_words import own_words
from screener.plain.talk import Talk
from screener.plain.words import Command, command_in, is_no, is_slip, is_yes
from screener.scoring import reply_to

_SLIP = N_(
    "One letter may be a slip. To skip, type skip. If you are not sure, type unsure. "
    "For another language, type language."
)
_NO_UNSURE = N_("Here, please type the number of the answer that is closest, or skip.")
"""Said where a question does not take "not sure", because an answer says it already."""
_UNKNOWN = {Unknown.DECLINED: N_("skipped"), Unknown.UNSURE: N_("not sure")}


def ask(talk: Talk, interview: Interview) -> Interview | None:
    """Put the present question until there is an answer to it.

    Args:
        talk: Whom to ask.
        interview: The visit; it stands at a question.

    Returns:
        The visit after it; `None` to go back before the first question.

    Raises:
        Gone: If the person leaves.
    """
    talk.say("", *_question(interview))
    suggested: Given | None = None
    before: Command | None = None
    while True:
        typed = talk.ask(_prompt(interview.item))
        asked_about, suggested = suggested, None
        command = _command(interview, typed)
        if command is Command.BACK:
            return None if interview.at_first else interview.back()
        reply = _reply(interview, command, typed, is_sure=command is before)
        before = command
        if reply is not None:
            talk.say(*reply)
            continue
        moved = _moved(interview, command)
        if moved is not None:
            return moved
        try:
            return _answered(talk, interview, typed, asked_about)
        except NotUnderstoodError as error:
            suggested = error.suggested
            if command is Command.UNSURE and suggested is None:
                error = NotUnderstoodError(_(_NO_UNSURE))
            _say_misunderstood(talk, typed, error)


def _say_misunderstood(talk: Talk, typed: str, error: NotUnderstoodError) -> None:
    if error.suggested is None:
        talk.misunderstood(typed, _(_SLIP) if is_slip(typed) else str(error))
    else:
        talk.answers_cry(typed)
        talk.say(str(error))


def _command(interview: Interview, typed: str) -> Command | None:
    """The command that was typed, unless it is all the words of an answer."""
    return None if is_exact(interview.shown_item, typed) else command_in(typed)


def _moved(interview: Interview, command: Command | None) -> Interview | None:
    """The visit after a command that moves it; `None` where it does not."""
    if command is Command.SKIP:
        return interview.leave_open(Unknown.DECLINED)
    if command is Command.UNSURE and interview.item.unsure:
        return interview.leave_open(Unknown.UNSURE)
    return interview.in_other_words() if command is Command.REWORD else None


def _reply(
    interview: Interview, command: Command | None, typed: str, *, is_sure: bool
) -> Iterator[str] | None:
    """Return the reply to a command that stays at the question; else `None`."""
    if command in _SAYING:
        return _SAYING[command](interview)
    if command in _LEAVING and not is_sure and _has_answer(interview):
        return _keep_or_take_back(interview, typed)
    return None


def _has_answer(interview: Interview) -> bool:
    answer = interview.answers.get(interview.item.link_id)
    return answer is not None and not isinstance(answer, Unknown)


def _keep_or_take_back(interview: Interview, typed: str) -> Iterator[str]:
    """Ask before an earlier answer is discarded."""
    item = interview.shown_item
    answer = answer_in_words(item, interview.answers[item.link_id])
    yield _(
        "You said: {told}. An empty line keeps it. To take it back, type {typed} once "
        "more."
    ).format(told=answer, typed=typed)


def _answered(
    talk: Talk, interview: Interview, typed: str, asked_about: Given | None
) -> Interview:
    """The visit after an answer; an empty line keeps what was answered before.

    Args:
        talk: Whom to ask.
        interview: The visit; it stands at a question.
        typed: What was typed.
        asked_about: The answer that was asked about, which a yes gives.

    Raises:
        NotUnderstoodError: If it is no answer, or a cry for help in place of one.
    """
    item = interview.shown_item
    before = interview.answers.get(item.link_id)
    if asked_about is not None and is_yes(typed):
        return _given(talk, interview, asked_about)
    if asked_about is not None and is_no(typed):
        # "No" may be an answer too: which of both is meant is not certain.
        raise NotUnderstoodError(_("Please type the number of your answer, or skip."))
    if not typed and before is not None:
        return _kept(interview, before)
    return _given(talk, interview, _heard(talk, item, typed))


def _given(talk: Talk, interview: Interview, answer: Given) -> Interview:
    """Return the visit after an answer; say which ticks of before it drops."""
    item = interview.shown_item
    before = interview.answers.get(item.link_id)
    if isinstance(before, tuple) and isinstance(answer, tuple):
        dropped = tuple(code for code in before if code not in answer)
        if dropped:
            answers = answer_in_words(item, dropped)
            talk.say(_("No longer checked: {answers}").format(answers=answers))
    return interview.give(answer)


def _heard(talk: Talk, item: Item, typed: str) -> Given:
    """Return the answer that was typed; repeat it in words if it was not exact."""
    if isinstance(item, TextItem):
        return own_words(talk, item, typed)
    if is_exact(item, typed):
        return answer_in(item, typed)
    # "I took 40 pills" is a cry for help, not a number of drinks. The text of an
    # option is an answer even if it would be a cry for help elsewhere.
    if isinstance(item, NumberItem) and typed and reply_to(typed):
        raise NotUnderstoodError("")
    answer = answer_in(item, typed)
    talk.say(_("Understood as: {answer}").format(answer=answer_in_words(item, answer)))
    return answer


def _kept(interview: Interview, before: Answer) -> Interview:
    if isinstance(before, Unknown):
        return interview.leave_open(before)
    return interview.give(before)


def answer_in_words(item: Item, answer: Answer) -> str:
    """Return an answer in words, also one that was skipped or not sure.

    Args:
        item: The question.
        answer: What was said to it.
    """
    if isinstance(answer, Unknown):
        return _(_UNKNOWN[answer])
    return "; ".join(answer_words(item, answer)) or _("nothing")


def _question(interview: Interview) -> Iterator[str]:
    item = interview.shown_item
    progress = interview.progress
    place = place_of(interview, progress)
    where = [place.title, place_in_words(place)]
    yield " ".join(f"{words}." for words in where if words)
    yield left_in_a_sentence(progress, quick=interview.quick)
    if interview.asking_again and item.ask_again:
        yield item.ask_again
    yield item.question
    if item.hint:
        yield item.hint
    if isinstance(item, OptionItem):
        for number, option in enumerate(item.option, 1):
            yield f"{number}. {option.text}"
    before = interview.answers.get(item.link_id)
    if before is not None:
        told = answer_in_words(item, before)
        yield _("You said: {told}. An empty line keeps it.").format(told=told)


def _prompt(item: Item) -> str:
    if isinstance(item, NumberItem):
        return _("A number from {minimum} to {maximum}:").format(
            minimum=item.minimum, maximum=item.maximum
        )
    if isinstance(item, ChoicesItem):
        return _("All that fit, such as 1, 3:")
    return (
        _("In your own words, or an empty line:")
        if isinstance(item, TextItem)
        else (_("Your answer:"))
    )


def _why(interview: Interview) -> Iterator[str]:
    item, asked = interview.item, interview.questionnaire
    yield _("Why we ask: {why}").format(why=item.why)
    yield _("Who sees it: {who}").format(who=item.seen_by or asked.seen_by)
    if item.instrument is not None:
        source = asked.instruments[item.instrument]
        yield _("Where it is from: {name}. {credit} {terms}").format(
            name=source.name, credit=source.credit, terms=source.terms
        )


_LEAVING = {Command.SKIP, Command.UNSURE}
"""Commands that leave a question without an answer."""

_SAYING = {Command.WHY: _why, Command.REPEAT: _question}
"""What commands say without moving."""
