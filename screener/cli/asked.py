"""What the options say is asked, and in which language.

Nothing is imported before it is needed: `--help` waits for none of it.
"""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from screener.language import ENGLISH, speak, spoken

if TYPE_CHECKING:
    from screener.catalog import Editions, PartsFinder, Selection


def what_is_asked(options: Namespace) -> Selection:
    """What is asked, and where to look for it."""
    from screener.catalog import CORE
    from screener.cli.selected import selected

    name = CORE if options.questionnaire is None else options.questionnaire
    return selected(name, options.add, options.questions)


def parts_finder(options: Namespace) -> PartsFinder:
    """Where to look for what a saved summary was made with."""
    from screener.catalog import PartsFinder

    is_named = options.questionnaire is not None
    return PartsFinder(asked_in_language(options), is_named, tuple(options.questions))


def asked_in_language(options: Namespace) -> Selection:
    """What is asked, in the language that is asked for, or else that is spoken.

    What other programs read is in its own language unless another is asked for, on
    whatever computer it is written. Where all of it is not there in the language that
    is spoken, its own is spoken.
    """
    selection = what_is_asked(options)
    if options.lang:
        return selection._replace(language=options.lang)
    given = options.__dict__
    if given.get("json") or given.get("format") in ("fhir", "csv"):
        return selection
    if spoken() in selection.languages():
        return selection._replace(language=spoken())
    speak(ENGLISH)
    return selection


def editions_of(options: Namespace) -> Editions:
    """What is asked, in all the languages it is there in."""
    from screener.catalog import Editions

    return Editions(what_is_asked(options), options.region, more=options.questions)
