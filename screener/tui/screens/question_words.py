"""Texts for the screen of a question, for each kind of question."""

from textual.content import Content

from screener.language import N_, _, ngettext
from screener.model import (
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    OptionItem,
    Questionnaire,
    TextItem,
    Unknown,
    answer_words,
)
from screener.tui.screens.seen_by import seen_by_words

_LEFT_OPEN = {
    Unknown.DECLINED: N_(
        "You said you would rather not say. Next leaves it at that. Or answer now."
    ),
    Unknown.UNSURE: N_(
        "You said you are not sure. Next leaves it at that. Or answer now."
    ),
}


def question_words(item: Item, again: str | None) -> Content:
    """Return why it is asked again, the question, and how to answer it.

    All three are one text because one widget is faster to lay out and paint. The lead,
    which several questions share, is muted.
    """
    before = ((again, "$warning"), "\n\n") if again else ()
    lead = ((item.lead, "$text-muted"), " ") if item.lead else ()
    hint = item.hint or how_to_answer(item)
    after = ("\n", (hint, "$text-muted")) if hint else ()
    return Content.assemble(*before, *lead, (item.text, "bold"), *after)


def why_words(questionnaire: Questionnaire, item: Item, *, keeps: bool = True) -> str:
    """Return why it is asked, who sees the answer, and the source of the wording."""
    text = _("Why we ask\n{why}").format(why=item.why)
    text += _("\n\nWho sees it\n{who}").format(
        who=seen_by_words(questionnaire, item, keeps=keeps)
    )
    if item.instrument is None:
        return text
    source = questionnaire.instruments[item.instrument]
    return _("{told}\n\nWhere it is from\n{name}. {credit} {terms}").format(
        told=text, name=source.name, credit=source.credit, terms=source.terms
    )


def how_to_answer(item: Item) -> str:
    """Return how to answer a question of this kind; empty where it is obvious."""
    if isinstance(item, NumberItem):
        return _("Type a number from {minimum} to {maximum}, then Enter.").format(
            minimum=item.minimum, maximum=item.maximum
        )
    if isinstance(item, TextItem):
        return _("Type what you like, or nothing. Enter goes on.")
    return _("Check all that are true.") if isinstance(item, ChoicesItem) else ""


def left_open_words(why: Unknown | None) -> str:
    """Return why a person left a question open; empty if they did not."""
    return _(_LEFT_OPEN[why]) if why else ""


def begun_words(item: Item, draft: Given) -> str:
    """Return a sentence on what was ticked or typed and is not yet an answer.

    Args:
        item: The question.
        draft: What is ticked or typed, valid as an answer or not.
    """
    if isinstance(item, OptionItem):
        ticked = "; ".join(answer_words(item, draft))
        return _("You chose: {answers}.").format(answers=ticked)
    return _("You typed: {words}").format(words=draft)


def keys_words(item: Item) -> str:
    """Return which keys answer, to show after a wrong key; empty for a text field."""
    return answer_keys_words(len(item.option)) if isinstance(item, OptionItem) else ""


def answer_keys_words(count: int) -> str:
    """Return which keys choose an answer.

    Args:
        count: How many answers there are.
    """
    return ngettext(
        "There is one answer here: press 1.",
        "There are {n} answers here: press 1 to {n}.",
        count,
    ).format(n=count)


def easier_words(item: Item, *, easier: bool) -> str:
    """Return whether easier words are on, and whether this question has any."""
    if not easier:
        return _("Easier words are off.")
    if item.easier:
        return _("Easier words are on.")
    return _("Easier words are on. This question has none; others do.")


def easier_label(*, easier: bool) -> tuple[str, str]:
    """Return the label of the button for easier words, and its short label."""
    if easier:
        return _("Usual words"), _("Usual")
    return _("Easier words"), _("Easier")
