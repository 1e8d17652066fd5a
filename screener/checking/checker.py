"""Makes all checks of a questionnaire, one after the other."""

import time
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import NamedTuple

from screener.catalog import load_medical_words, load_words_to_avoid
from screener.checking.coherence import Coherence
from screener.checking.content import (
    check_cases,
    check_decisions,
    check_length,
    check_sources,
)
from screener.checking.easier import check_easier
from screener.checking.first_person import check_first_person
from screener.checking.lines import check_lines
from screener.checking.options import check_options
from screener.checking.proof import Finding, Proof
from screener.checking.rules import (
    check_order,
    check_red_flags,
    check_rules_alive,
    check_rungs_reached,
    check_rungs_single,
)
from screener.checking.sampled import check_early_end, check_reasons
from screener.checking.space import Space
from screener.checking.supporter import check_supporter, supporter_editions
from screener.checking.translations import check_translations, translations_of
from screener.checking.wording import check_reading, check_words
from screener.model import Questionnaire


class _Check(NamedTuple):
    id: str
    claim: str
    make: Callable[[], Finding]


def check(
    questionnaire: Questionnaire,
    folder: Path | None,
    only: Container[str] | None = None,
) -> Iterator[Proof]:
    """Make every check, and yield what each one found as soon as it is done.

    Args:
        questionnaire: What is checked.
        folder: Where it was read from: its worked cases are there. `None` where it
            was put together from several.
        only: The ids of the checks to make; all of them unless named.
    """
    for one in _checks(questionnaire, folder):
        if only is not None and one.id not in only:
            continue
        begin = time.perf_counter()
        finding = one.make()
        yield Proof(one.id, one.claim, finding, time.perf_counter() - begin)


def _checks(questionnaire: Questionnaire, folder: Path | None) -> tuple[_Check, ...]:
    space = Space(questionnaire)
    coherence = Coherence(space)
    translations = translations_of(questionnaire, folder)
    usable = (one for one in translations.values() if isinstance(one, Questionnaire))
    supporter = supporter_editions(questionnaire, folder, translations)
    editions = (questionnaire, *usable, *supporter.usable.values())
    return (
        _Check(
            "total",
            "Everyone gets exactly one rung on every ladder.",
            lambda: check_rungs_single(space),
        ),
        _Check(
            "monotone",
            "A worse answer never lowers a ladder.",
            lambda: check_order(space),
        ),
        _Check(
            "red-flags",
            "A red flag is never talked down, and names help.",
            lambda: check_red_flags(space),
        ),
        _Check(
            "rules",
            "Every rule decides for someone.",
            lambda: check_rules_alive(space),
        ),
        _Check(
            "rungs",
            "Every rung is reached by someone.",
            lambda: check_rungs_reached(space),
        ),
        _Check(
            "options",
            "Every option makes a difference to someone.",
            lambda: check_options(space),
        ),
        _Check("lines", "Every line is told to someone.", lambda: check_lines(space)),
        _Check(
            "coherence",
            "Nothing that is shown contradicts itself.",
            coherence.check_together,
        ),
        _Check(
            "no-level",
            "No level yet is not said to be no need.",
            coherence.check_no_level,
        ),
        _Check(
            "reasons",
            "A reason is enough, and no part of it is.",
            lambda: check_reasons(space),
        ),
        _Check(
            "early-end",
            "An early end leads where the whole way leads.",
            lambda: check_early_end(space),
        ),
        _Check(
            "cases",
            "Every worked case comes out as written.",
            lambda: check_cases(questionnaire, folder),
        ),
        _Check(
            "sources",
            "Every fact of the sources is used.",
            lambda: check_sources(questionnaire),
        ),
        _Check(
            "decisions",
            "Open decisions name rules and sources that exist.",
            lambda: check_decisions(questionnaire, folder),
        ),
        _Check(
            "length",
            "Few screens: mostly up to 18, 25 at most.",
            lambda: check_length(space, is_joined=folder is None),
        ),
        _Check(
            "reading",
            "Plain words: questions grade 6, results grade 7.",
            lambda: check_reading(editions),
        ),
        _Check(
            "words",
            "No word hurts or shames.",
            lambda: check_words(editions, load_words_to_avoid()),
        ),
        _Check(
            "easier",
            "Hard questions have easier words.",
            lambda: check_easier(editions, load_medical_words()),
        ),
        _Check(
            "first-person",
            "Every answer that counts can be said aloud.",
            lambda: check_first_person(questionnaire, is_joined=folder is None),
        ),
        _Check(
            "translations",
            "Every word is told in each language.",
            lambda: check_translations(translations),
        ),
        _Check(
            "supporter",
            "A supporter reads a supporter's words.",
            lambda: check_supporter(questionnaire, folder, supporter),
        ),
    )
