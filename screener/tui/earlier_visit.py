"""Takes up a visit that was saved as it went and not finished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

from screener.errors import EarlierVisitError, JournalError, ScreenerError
from screener.journal import Journal, Resumed, Step, Visit, resume
from screener.language import N_, _, date_words, ngettext

if TYPE_CHECKING:
    from screener.model import Questionnaire
    from screener.tui.app import ScreenerApp

_LOCKED = N_("Answers that you saved as you went are here, locked with a passphrase.")
_DAMAGED = N_(
    "A part of the file is damaged. Your newest answers may be missing: please check "
    "your answers before you finish."
)
_NOT_OPENED = N_(
    "Answers that were saved as you went cannot be opened here. {problem} You can "
    "begin a new visit, which is not saved as you go."
)


async def pick_up(app: ScreenerApp) -> Visit | None:
    """Offer to go on with an earlier visit.

    Args:
        app: The app; on what it keeps, the visit is saved on.

    Returns:
        The visit as it stood; `None` to begin anew.
    """
    try:
        journal = app.keeper.find()
        resumed = await _offer(app, journal) if journal else None
    except EarlierVisitError as error:
        await app.say(str(error))
        return None
    except JournalError as error:
        await app.say(_(_NOT_OPENED).format(problem=error.problem))
        return None
    if resumed is None:
        return None
    await app.say(lambda: _changes(app, resumed))
    return resumed.visit


async def _offer(app: ScreenerApp, journal: Journal) -> Resumed | None:
    from screener.tui.screens.pick_up import PickUp, PickUpScreen

    with ExitStack() as otherwise:
        otherwise.callback(journal.close)
        unlock = journal.unlock if journal.needs_passphrase else None
        step = None if unlock else journal.last()
        if step is None and not unlock:
            raise journal.set_aside()
        is_damaged = journal.is_damaged
        if step is not None and not step.is_begun:
            if is_damaged:
                raise journal.set_aside()
            journal.forget()  # it was left before the first answer
            return None
        choice = await app.show(
            lambda: PickUpScreen(app.help_lines, _told(step, is_damaged), unlock)
        )
        if choice is PickUp.FORGET:
            journal.forget()
        elif choice is PickUp.GO_ON:
            if (step := journal.last()) is None:
                raise journal.set_aside()
            app.keeper.go_on_with(journal)
            otherwise.pop_all()
            return resume(app.questionnaire, step, _editions(app))
    return None


def _editions(app: ScreenerApp) -> Iterator[Questionnaire]:
    """Yield the questionnaire in each language in which it can be loaded."""
    for language in app.languages:
        with suppress(ScreenerError):
            if app.editions is not None:
                yield app.editions.edition(language).questionnaire


def _told(step: Step | None, is_damaged: bool) -> str:
    words = [_(_LOCKED) if step is None else _answered(step)]
    return " ".join([*words, _(_DAMAGED)] if is_damaged else words)


def _answered(step: Step) -> str:
    answered = len(step.answers)
    return ngettext(
        "On {day} at {time} you had been through {n} question and saved as you went.",
        "On {day} at {time} you had been through {n} questions and saved as you went.",
        answered,
    ).format(day=date_words(step.saved.date()), time=f"{step.saved:%H:%M}", n=answered)


def _changes(app: ScreenerApp, resumed: Resumed) -> str:
    """What a new version of the questions means for what was answered."""
    told = []
    if resumed.changed:
        items = app.questionnaire.items
        names = ", ".join(items[link_id].short for link_id in resumed.changed)
        told.append(
            _("These questions have changed and are asked again: {names}.").format(
                names=names
            )
        )
    if resumed.gone:
        told.append(
            _("Questions that are not asked any more: {gone}.").format(
                gone=resumed.gone
            )
        )
    if told:
        told.insert(0, _kept_words(resumed))
    return " ".join(told)


def _kept_words(resumed: Resumed) -> str:
    if resumed.visit.interview.answers:
        return _(
            "The questions are not quite those you answered. Your other answers are "
            "still here."
        )
    return _(
        "The questions have been rewritten since you answered them, so they start "
        "from the beginning. We are sorry that you have to answer again."
    )
