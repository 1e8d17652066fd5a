"""The questionnaires that the options select, and their language.

Modules are imported when they are needed, so that `--help` stays fast.
"""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from screener.language import ENGLISH, speak, spoken

if TYPE_CHECKING:
    from screener.catalog import Editions, PartsFinder, Selection


def what_is_asked(options: Namespace) -> Selection:
    """Return the selected questionnaires, and where to look for them."""
    from screener.catalog import CORE
    from screener.cli.selected import selected

    name = CORE if options.questionnaire is None else options.questionnaire
    return selected(name, options.add, options.questions)


def parts_finder(options: Namespace) -> PartsFinder:
    """Return where to look for the questionnaires of a saved summary."""
    from screener.catalog import PartsFinder

    is_named = options.questionnaire is not None
    return PartsFinder(asked_in_language(options), is_named, tuple(options.questions))


def asked_in_language(options: Namespace) -> Selection:
    """Return the selected questionnaires in the requested or current language.

    Output for other programs is in the original language unless another one is
    requested, so that it is the same on every computer. If a questionnaire does not
    exist in the current language, the current language becomes the original one.
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
    """Return the selected questionnaires in all languages they exist in."""
    from screener.catalog import Editions

    return Editions(what_is_asked(options), options.region, more=options.questions)
