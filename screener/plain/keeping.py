"""Keeps a summary, asked line by line: what is left out, where it goes."""

from collections.abc import Callable
from pathlib import Path

from screener.errors import SaveError
from screener.language import _
from screener.model import PrivateTopic
from screener.plain.questions import are_places, numbered
from screener.plain.talk import Talk
from screener.summary import Saved, Summary, save


def leave_out(talk: Talk, topics: list[PrivateTopic]) -> frozenset[str]:
    """Ask which topics are to be left out of the files.

    Args:
        talk: Whom to ask.
        topics: The private topics that anything was said about.

    Returns:
        The ids of those to leave out.

    Raises:
        Gone: If the person leaves.
    """
    if not topics:
        return frozenset()
    names = numbered([topic.name for topic in topics])
    talk.say(_("Will someone else see it? You can leave out:"), *names)
    while True:
        heard = talk.ask(_("Numbers to leave out, or an empty line for none:"))
        places = heard.replace(",", " ").split()
        if are_places(places, len(topics)):
            return frozenset(topics[int(one) - 1].id for one in places)
        talk.misunderstood(
            heard, _("Please type numbers from 1 to {n}.").format(n=len(topics))
        )


def keep(talk: Talk, usual: Path, summarize: Callable[[], Summary]) -> Saved:
    """Ask for a folder until the files are there.

    Args:
        talk: Whom to ask.
        usual: The folder that is offered.
        summarize: Makes what is written.

    Returns:
        What was written.

    Raises:
        Gone: If the person leaves.
    """
    talk.say(
        _(
            "Files with your answers and your result will be written. Only your "
            "user account on this computer can read them."
        ),
        _("The folder is:"),
    )
    talk.say_whole(str(usual))
    while True:
        typed = talk.ask(_("An empty line to save there, or another folder:"))
        if typed and talk.answers_cry(typed):
            continue
        try:
            saved = save(summarize(), Path(typed).expanduser() if typed else usual)
        except SaveError as error:
            talk.say(str(error))
            continue
        except RuntimeError:
            talk.say(_("That home (~) is not known. Type another folder."))
            continue
        talk.say(_("Saved to:"))
        for file in saved.files:
            talk.say_whole(str(file))
        if saved.problem:
            talk.say(saved.problem)
        return saved
