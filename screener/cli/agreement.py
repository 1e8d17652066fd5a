"""`screener agreement`: placements beside what an expert, or a counselor, says."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from screener.agreement import (
    FORMATS,
    Cases,
    Holds,
    LadderReport,
    Missing,
    Views,
    case_files,
    check_can_draw,
    compare,
    draw,
    hidden,
    ladder_reports,
    what_is_in,
)
from screener.caseload import (
    Client,
    clients_of,
    name_of,
    read_caseload,
    read_one,
    reason_of,
)
from screener.catalog import Selection
from screener.cli.agreement_table import reports_table, resampling_table
from screener.cli.agreement_text import footer, report_lines
from screener.cli.line_source import blocks_of, numbered, open_lines
from screener.cli.output import complain
from screener.cli.paths import STANDARD, check_new
from screener.cli.reading_progress import ReadingProgress
from screener.clock import local_now
from screener.distribution import install_command
from screener.errors import AgreementError, CasesError, SaveError, SummaryFileError
from screener.language import _, ngettext
from screener.model import Questionnaire
from screener.population import TOO_FEW
from screener.summary import Summary, write_new

_AT_ONCE = 1 << 16
"""Bytes that are read at once."""


def compare_with_others(
    selection: Selection,
    source: Path,
    plot: Path | None,
    least: int,
    *,
    as_json: bool,
) -> int:
    """Compare placements with what is expected, and print how far they agree.

    Args:
        selection: What is asked.
        source: Cases in JSON lines, a folder of cases in TOML, or a caseload.
        plot: The picture to write; nothing is written over.
        least: The smallest count of clients that is told.
        as_json: Whether to print one JSON object instead of text.

    Returns:
        The exit code: 1 if any case could not be used.

    Raises:
        ScreenerError: If the source cannot be read, or the picture not be made.
    """
    if plot:
        check_can_draw()
        check_new(plot)
    loaded = selection.load()
    is_folder = source != STANDARD and source.is_dir()
    if is_folder and what_is_in(source) is Holds.SUMMARIES:
        return _compare_views(loaded, source, plot, least, as_json=as_json)
    cases = Cases(loaded)
    _read(cases, source, is_folder=is_folder)
    compared = [one for case in cases.all for one in compare(loaded, case)]
    found = ladder_reports(loaded.ladder, compared)
    if as_json:
        head = {"cases": len(cases.all), "bad": cases.bad}
        ladders = reports_table(found)
        _print_json(loaded, {**head, **resampling_table(), "ladders": ladders})
    else:
        version = f"{loaded.id} {loaded.version}"
        print(_("{title} ({version})").format(title=loaded.title, version=version))
        print(_("Cases: {n}").format(n=f"{len(cases.all):,}"))
        _print_reports(found)
        _print_footer(found)
    _complain_of_libraries(found)
    _save_plot(plot, found, loaded.title)
    return _complain_of(cases, source)


def _read(cases: Cases, source: Path, *, is_folder: bool) -> None:
    if is_folder:
        for file in case_files(source):
            cases.add_file(file)
        return
    with open_lines(source) as stream:
        for block in blocks_of(stream.read, _AT_ONCE, source):
            for number, line in numbered(block):
                place = _("{file}, line {n}")
                cases.add_line(line, place.format(file=source.name, n=number))


def _complain_of(cases: Cases, source: Path) -> int:
    if not cases.bad:
        return 0
    complain(str(CasesError(source, cases.problems)))
    words = ngettext(
        "{n} case could not be used, and is not counted.",
        "{n} cases could not be used, and are not counted.",
        cases.bad,
    )
    complain(words.format(n=f"{cases.bad:,}"))
    return 1


def _compare_views(
    loaded: Questionnaire,
    folder: Path,
    plot: Path | None,
    least: int,
    *,
    as_json: bool,
) -> int:
    """Compare clients' answers with their counselors' view, in a caseload."""
    views = Views(loaded.ladders)
    with ReadingProgress() as progress:
        clients = clients_of(read_caseload(folder, progress))
    for client in clients:
        any(views.add(summary) for summary in _visits(folder, client))
    counselor, agreed = (
        tuple(hidden(one, least) for one in found)
        for found in (views.counselor, views.agreed)
    )
    count = None if 0 < views.visits < least else views.visits
    if as_json:
        tables = {
            "clients": count,
            "least": least,
            **resampling_table(),
            "counselor": reports_table(counselor),
            "agreed": reports_table(agreed),
        }
        _print_json(loaded, tables)
    else:
        shown = _(TOO_FEW) if count is None else f"{count:,}"
        print(_("Clients with a counselor's view: {n}").format(n=shown))
        print("\n" + _("By the client's answers, beside the counselor's view"))
        _print_reports(counselor)
        print("\n" + _("By the client's answers, beside the level that was agreed"))
        _print_reports(agreed)
        _print_footer((*counselor, *agreed))
    _complain_of_libraries(counselor)
    _save_plot(
        plot, counselor, _("By the client's answers, beside the counselor's view")
    )
    return 0


def _visits(folder: Path, client: Client) -> Iterator[Summary]:
    """Yield the visits of a client, the last one first, and name what is none."""
    for entry in client.aside:
        complain(f"{name_of(entry.file)}: {reason_of(entry, local_now())}")
    for entry in client.visits:
        try:
            yield read_one(folder / entry.file)
        except SummaryFileError as error:
            complain(str(error))


def _print_json(loaded: Questionnaire, tables: dict[str, Any]) -> None:
    head = {
        "questionnaire": loaded.id,
        "version": loaded.version,
        "hash": loaded.content_hash,
    }
    print(json.dumps({**head, **tables}, indent=2))


def _print_reports(found: Sequence[LadderReport]) -> None:
    for one in found:
        print()
        print("\n".join(report_lines(one)))


def _print_footer(found: Sequence[LadderReport]) -> None:
    print()
    print("\n".join(footer(found)))


def _complain_of_libraries(found: Sequence[LadderReport]) -> None:
    if any(one.kappa.missing is Missing.NOT_INSTALLED for one in found):
        words = _("Kappa takes a part that is not installed. To get it: {command}")
        complain(words.format(command=install_command("agreement")))


def _save_plot(plot: Path | None, found: Sequence[LadderReport], title: str) -> None:
    shown = [one for one in found if one.tally.cases != 0]
    if plot is None:
        return
    if not shown:
        raise AgreementError(_("There is nothing to draw: no case could be compared."))
    try:
        write_new(plot, draw(shown, title, FORMATS[plot.suffix.lower()]))
    except SaveError as error:
        raise AgreementError(f"{plot}: {error.problem}") from error
