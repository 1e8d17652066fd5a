"""`screener rescore FILE…`: where saved answers lead today."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from screener.caseload import name_of
from screener.catalog import PartsFinder, Selection
from screener.cli.output import complain
from screener.cli.passphrase import ask_passphrase
from screener.errors import ComposingError, SummaryFileError
from screener.language import N_, _
from screener.model import Questionnaire
from screener.placing import ladders_table, one_line
from screener.scoring import Certainty, alarms_of, evaluate
from screener.summary import (
    LadderLine,
    Lost,
    Reopened,
    Summary,
    read_summary,
    reopen,
)
from screener.summary.layout import wrap
from screener.summary.said import certainty
from screener.summary.span_words import span_words

_LEFT_OUT = N_(
    "Some answers were left out of this file: their questions are open here."
)


def rescore_files(finder: PartsFinder, files: Sequence[Path], *, as_json: bool) -> int:
    """Place the answers of saved summaries again, and go on after one that is none.

    Each is placed with the questionnaires that it was made with, as they are today.

    Args:
        finder: Finds them.
        files: Summaries in TOML.
        as_json: Whether to print one JSON object a line instead of text.

    Returns:
        The exit code: 1 if any file could not be read.
    """
    load = cache(Selection.load)
    bad = 0
    for file in files:
        try:
            summary = read_summary(file, ask_passphrase)
            selection, missing = finder.find(summary.questionnaire.id, with_others=True)
            loaded = load(selection)
        except (SummaryFileError, ComposingError) as error:
            complain(str(error))
            bad += 1
            continue
        reopened = reopen(loaded, summary)
        table = {"missing": list(missing), **_rescored(loaded, summary, reopened)}
        if as_json:
            print(one_line({"file": name_of(str(file)), **table}))
        else:
            print(name_of(str(file)))
            print("\n".join(_lines(loaded, summary, reopened.lost, table)))
    return 1 if bad else 0


def _rescored(
    questionnaire: Questionnaire, summary: Summary, reopened: Reopened
) -> dict[str, Any]:
    found = evaluate(questionnaire, reopened.answers, summary.facts)
    then = {ladder.id: _then(summary, ladder) for ladder in summary.ladders}
    now = ladders_table(questionnaire, found.placements, alarms_of(found))
    return {
        "made_with": _version(summary),
        "placed_with": f"{questionnaire.id} {questionnaire.version}",
        "same_questionnaire": summary.questionnaire.hash == questionnaire.content_hash,
        "left_out": summary.left_out,
        "misfits": list(reopened.misfits),
        "lost": [_lost(one) for one in reopened.lost],
        "red_flags": {"then": summary.urgent, "now": bool(found.red_flags)},
        "ladders": {
            ladder: {
                "then": then.get(ladder),
                "now": now.get(ladder),
                "changed": then.get(ladder) != now.get(ladder),
            }
            for ladder in {**then, **now}
        },
    }


def _lost(lost: Lost) -> dict[str, Any]:
    return {
        "item": lost.link_id,
        "name": lost.name,
        "answer": list(lost.answer),
        "codes": list(lost.codes) if isinstance(lost.codes, tuple) else lost.codes,
        "why": lost.why,
    }


def _then(summary: Summary, ladder: LadderLine) -> dict[str, str]:
    """Return the saved placement by the client's answers alone."""
    views = summary.counselor.ladders if summary.counselor else ()
    client = next((view.client for view in views if view.ladder == ladder.id), ladder)
    ladder = replace(ladder, rung=client.rung, low=client.low, high=client.high)
    return {
        "rung": ladder.rung,
        "low": ladder.low,
        "high": ladder.high,
        "stands": certainty(summary, ladder).value,
    }


def _version(summary: Summary) -> str:
    return f"{summary.questionnaire.id} {summary.questionnaire.version}"


def _lines(
    questionnaire: Questionnaire,
    summary: Summary,
    lost: Sequence[Lost],
    table: dict[str, Any],
) -> Iterator[str]:
    placed = (
        _("placed with {version}, the same")
        if table["same_questionnaire"]
        else _("placed with {version}, not the same")
    )
    yield "  " + _("made with {version}").format(version=table["made_with"])
    yield "  " + placed.format(version=table["placed_with"])
    if summary.left_out:
        yield f"  {_(_LEFT_OUT)}"
    if table["missing"]:
        missing = _("Not here, so that its answers do not count: {questionnaires}")
        yield f"  {missing.format(questionnaires=', '.join(table['missing']))}"
        yield "  " + _("Name the folder that holds it: --questions FOLDER")
    if lost:
        yield "  " + _("These answers do not count any more:")
        for one in lost:
            yield from wrap(f"- {one.line}", "    ", "      ")
    names = _names(questionnaire, summary)
    for ladder, ends in table["ladders"].items():
        then, now = (_span(names, ladder, ends[when]) for when in ("then", "now"))
        told = (
            f"{then} -> {now}"
            if ends["changed"]
            else _("{level}, as before").format(level=now)
        )
        yield f"  {names[ladder, None]}: {told}"


def _names(
    questionnaire: Questionnaire, summary: Summary
) -> dict[tuple[str, str | None], str]:
    """The names of ladders, and of their rungs, in both versions."""
    names: dict[tuple[str, str | None], str] = {}
    for line in summary.ladders:
        names[line.id, None] = line.name
        names |= {(line.id, rung.id): rung.name for rung in line.rungs}
    for ladder in questionnaire.ladder:
        names[ladder.id, None] = ladder.name
        names |= {(ladder.id, rung.id): rung.name for rung in ladder.rung}
    return names


def _span(
    names: dict[tuple[str, str | None], str],
    ladder: str,
    ends: dict[str, str] | None,
) -> str:
    if ends is None:
        return _("(not in this file)")
    low, high = (names[ladder, ends[end]] for end in ("low", "high"))
    return span_words(low, high, Certainty(ends["stands"]))
