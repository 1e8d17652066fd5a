"""Puts one question in lines, and hears the answer."""

from collections.abc import Iterator

from screener.interview import Interview, left_in_words, place_in_words, place_of
from screener.language import _
from screener.model import (
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    OptionItem,
    TextItem,
    Unknown,
    answer_words,
)
from screener.plain.answering import NotUnderstoodError, answer_in
from screener.plain.talk import Command, Talk, command_in


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
    item = interview.item
    talk.say("", *_question(interview))
    while True:
        heard = talk.ask(_prompt(item))
        command = (
            None if isinstance(item, TextItem) and not heard else command_in(heard)
        )
        moved = _moved(interview, command)
        match command:
            case Command.BACK:
                return None if interview.at_first else interview.back()
            case Command.WHY:
                talk.say(*_why(interview))
            case Command.REPEAT:
                talk.say(*_question(interview))
            case _ if moved is not None:
                return moved
            case _:
                try:
                    return interview.give(_heard(interview, heard))
                except NotUnderstoodError as error:
                    talk.say(str(error))


def _moved(interview: Interview, command: Command | None) -> Interview | None:
    """The visit after a command that moves it; `None` where it does not."""
    if command is Command.SKIP:
        return interview.leave_open(Unknown.DECLINED)
    if command is Command.UNSURE and interview.item.unsure:
        return interview.leave_open(Unknown.UNSURE)
    return interview.in_other_words() if command is Command.REWORD else None


def _heard(interview: Interview, heard: str) -> Given:
    """What was typed; an empty line keeps what was answered before."""
    before = interview.answers.get(interview.item.link_id)
    if not heard and before is not None and not isinstance(before, Unknown):
        return before
    return answer_in(interview.shown_item, heard)


def _question(interview: Interview) -> Iterator[str]:
    item = interview.shown_item
    progress = interview.progress
    place = place_of(interview, progress)
    left = left_in_words(progress, quick=interview.quick)
    where = [place.title, place_in_words(place), left]
    yield " ".join(f"{words}." for words in where if words)
    if interview.asking_again and item.ask_again:
        yield item.ask_again
    yield item.question
    if item.hint:
        yield item.hint
    if isinstance(item, OptionItem):
        for number, option in enumerate(item.option, 1):
            yield f"{number}. {option.text}"
    before = interview.answers.get(item.link_id)
    if before is not None and not isinstance(before, Unknown):
        told = "; ".join(answer_words(item, before)) or _("none")
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
