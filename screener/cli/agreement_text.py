"""Agreement, ladder by ladder, as text."""

from collections.abc import Iterator, Mapping, Sequence

from screener.agreement import (
    RESAMPLES,
    SEED,
    SEVERAL,
    Compared,
    Kappa,
    LadderReport,
    Missing,
    Row,
    Tally,
    Verdict,
)
from screener.language import N_, _
from screener.model import Rule
from screener.population import TOO_FEW
from screener.scoring import Certainty

_VERDICTS = {
    Verdict.IN: N_("in range"),
    Verdict.OVER: N_("over"),
    Verdict.UNDER: N_("under"),
    Verdict.OPEN: N_("open"),
}
_WHY_NONE = {
    Missing.NO_CASES: N_("none: no case has one rung expected and one placed"),
    Missing.ONE_RUNG: N_("none: all cases are on one and the same rung"),
    Missing.TOO_FEW: TOO_FEW,
    Missing.NOT_INSTALLED: N_("not measured: see below"),
}
_WIDEST = 30
"""Characters of a rung's name in the table."""
_CELL, _LAST_CELL = 7, 9
"""Characters of a column."""
_FEW = "…"
"""What stands in a table in the place of a count that is too small."""


def report_lines(report: LadderReport) -> Iterator[str]:
    """Yield what is found on one ladder.

    Args:
        report: The report.
    """
    yield f"{report.ladder.name} ({report.ladder.id})"
    if report.tally.cases == 0:
        yield "  " + _("No case says what is expected here.")
        return
    yield from _tally_lines(report)
    yield _figure(_("kappa"), _kappa_words(report.kappa))
    yield ""
    yield from _table(report)
    for heading, tallies in (
        (_("group"), report.groups),
        (_("grade"), report.grades),
    ):
        if tallies:
            yield ""
            yield from _labeled(heading, tallies)
    if report.differ:
        yield ""
        yield "  " + _("Cases that are not in range:")
    for one in report.differ:
        yield from _case_lines(report, one)


def _tally_lines(report: LadderReport) -> Iterator[str]:
    tally = report.tally
    yield _figure(_("cases"), _count(tally.cases))
    for verdict, name in _VERDICTS.items():
        line = _figure(_(name), _count(tally.by[verdict])) + _share(tally, verdict)
        if verdict is Verdict.IN and report.share:
            low, high = (f"{100 * one:.0f}" for one in report.share)
            line += "  " + _("(95 % interval: {low} to {high} %)").format(
                low=low, high=high
            )
        yield line
    yield _figure(_("settled"), _count(tally.settled))


def _figure(name: str, words: str) -> str:
    return f"  {name:<12}{words:>6}"


def _share(tally: Tally, verdict: Verdict) -> str:
    count = tally.by[verdict]
    if count is None or not tally.cases:
        return ""
    return f"{100 * count / tally.cases:>6.0f} %"


def _kappa_words(kappa: Kappa) -> str:
    if kappa.value is None:
        return _(_WHY_NONE[kappa.missing]) if kappa.missing else ""
    told = f"{kappa.value:>6.2f}"
    if kappa.interval:
        words = _("(95 % interval: {low} to {high}; cases: {cases})")
        low, high = (f"{one:.2f}" for one in kappa.interval)
        found = words.format(low=low, high=high, cases=_count(kappa.cases))
    else:
        words = _("(cases: {cases}; too few on other rungs for an interval)")
        found = words.format(cases=_count(kappa.cases))
    return f"{told}  {found}"


def _table(report: LadderReport) -> Iterator[str]:
    """Yield the confusion table; the columns are numbered as the rows are."""
    yield "  " + _("Rows: what is expected. Columns: where the answers lead.")
    rungs = range(len(report.rungs))
    names = [_row_name(report, row) for row in report.rows]
    width = max(map(len, names))
    heads = "".join(f"{place + 1:>{_CELL}}" for place in rungs)
    several = _("several")
    yield f"  {'':<{width}}{heads}{several:>{_LAST_CELL}}"
    for name, row in zip(names, report.rows, strict=True):
        cells = "".join(f"{_cell(row.placed[place]):>{_CELL}}" for place in rungs)
        yield f"  {name:<{width}}{cells}{_cell(row.placed[SEVERAL]):>{_LAST_CELL}}"


def _row_name(report: LadderReport, row: Row) -> str:
    low, high = row.expected
    if low != high:
        return _("{low} to {high}").format(low=low + 1, high=high + 1)
    name = report.rungs[low].name
    short = name if len(name) <= _WIDEST else f"{name[: _WIDEST - 1]}…"
    return f"{low + 1} {short}"


def _cell(count: int | None) -> str:
    if count is None:
        return _FEW
    return f"{count:,}" if count else "·"


def _count(count: int | None) -> str:
    return _(TOO_FEW) if count is None else f"{count:,}"


def _labeled(heading: str, tallies: Mapping[str, Tally]) -> Iterator[str]:
    names = {label: label or _("(none)") for label in tallies}
    heads = [_("cases"), *(_(one) for one in _VERDICTS.values())]
    width = max(map(len, (*names.values(), heading)))
    yield f"  {heading:<{width}}" + "".join(f"  {one:>8}" for one in heads)
    for label, tally in tallies.items():
        counts = [tally.cases, *(tally.by[one] for one in _VERDICTS)]
        cells = "".join(f"  {_count(one):>8}" for one in counts)
        yield f"  {names[label]:<{width}}{cells}"


def _case_lines(report: LadderReport, one: Compared) -> Iterator[str]:
    pair = one.pair
    words = _("{id}: {verdict}. Expected: {expected}. By the answers: {placed}.")
    yield "    " + words.format(
        id=one.case.id,
        verdict=_(_VERDICTS[pair.verdict]),
        expected=_span(report, *pair.expected),
        placed=_placed(report, one),
    )
    yield from (f"      - {_rule_words(rule)}" for rule in one.rules)
    if pair.verdict is Verdict.OPEN:
        for rule in one.possible:
            yield "      - " + _("possible: {rule}").format(rule=_rule_words(rule))
        unknown = ", ".join(one.unknown)
        yield "      " + _("No answer yet to: {questions}").format(questions=unknown)
    elif not one.rules:
        yield "      - " + _("no rule of this ladder holds")


def _placed(report: LadderReport, one: Compared) -> str:
    span = _span(report, *one.pair.placed)
    if one.stands is Certainty.WAITING:
        return _("{span} (help comes first)").format(span=span)
    if one.stands is Certainty.PENDING:
        return _("{span} (answers are missing)").format(span=span)
    return span


def _span(report: LadderReport, low: int, high: int) -> str:
    ends = [report.rungs[place].id for place in (low, high)]
    return ends[0] if low == high else "..".join(ends)


def _rule_words(rule: Rule) -> str:
    return f"{rule.id}: {rule.text}"


def footer(reports: Sequence[LadderReport]) -> Iterator[str]:
    """Yield how the figures were reached.

    Args:
        reports: Those that were printed.
    """
    if any(one.kappa.interval for one in reports):
        words = _(
            "Kappa is weighted by the squared distance in rungs. Its intervals come "
            "from {n} resamples (seed {seed})."
        )
        yield words.format(n=f"{RESAMPLES:,}", seed=SEED)
    yield _("docs/agreement.md says what the figures mean, and what they do not show.")
