"""`screener export FOLDER --client CODE`: all visits of a client."""

import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from screener.caseload import (
    Entry,
    Progress,
    history_csv,
    in_order,
    name_of,
    read_caseload,
    read_one,
    reason_of,
)
from screener.catalog import PartsFinder
from screener.cli.export import answers_of
from screener.cli.made_with import find_made_with
from screener.cli.output import complain
from screener.cli.reading_progress import ReadingProgress
from screener.errors import OtherVersionError, ScreenerError, SummaryFileError
from screener.fhir import Visit, history_resource, to_json
from screener.language import _, ngettext
from screener.summary import Summary


class NoVisitError(ScreenerError):
    """A folder has no visit of a client."""


def export_history(
    folder: Path, client: str, format: str, finder: PartsFinder, *, excel: bool = False
) -> int:
    """Print all visits of a client.

    Args:
        folder: The caseload.
        client: The client's code.
        format: `csv` or `fhir`.
        finder: Finds the questionnaire that each visit was made with; where that is
            not here, the visit is left out of FHIR, and that is told.
        excel: Whether CSV begins with a byte-order mark, and is UTF-8 everywhere.

    Returns:
        The exit code.

    Raises:
        FolderError: If the folder cannot be looked into.
        NoVisitError: If the client has no visit there.
    """
    with ReadingProgress() as progress:
        entries = read_caseload(folder, progress)
    visits = in_order(one for one in entries if one.client == client)
    _name_odd_files(entries, client)
    if not visits.dated + visits.misdated:
        raise NoVisitError(
            _(
                "{folder} has no visit of the client {client}. `screener caseload "
                "FOLDER` lists them."
            ).format(folder=folder, client=client)
        )
    with ReadingProgress() as progress:
        summaries = _read(folder, visits.dated + visits.misdated, progress)
    if format == "csv":
        _print_csv(history_csv(summaries.values()), excel=excel)
        return 0
    return _in_fhir(client, summaries, finder)


def _read(
    folder: Path, entries: Sequence[Entry], progress: Progress
) -> dict[Path, Summary]:
    """Return the summaries by file, without any that have since been removed."""
    summaries = {}
    for done, entry in enumerate(entries, 1):
        progress(done, len(entries))
        file = folder / entry.file
        try:
            summaries[file] = read_one(file)
        except SummaryFileError as error:
            complain(str(error))
    return summaries


def _name_odd_files(entries: Iterable[Entry], client: str) -> None:
    """Say what was not counted: a file that cannot be read may be this client's."""
    now = datetime.now(UTC)
    for entry in entries:
        reason = reason_of(entry, now)
        if reason and entry.client in (client, ""):
            complain(f"{name_of(entry.file)}: {reason}")


def _print_csv(table: str, *, excel: bool) -> None:
    if excel:
        sys.stdout.flush()
        sys.stdout.buffer.write(table.encode("utf-8-sig"))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(table)


def _in_fhir(client: str, summaries: dict[Path, Summary], finder: PartsFinder) -> int:
    visits = []
    for file, summary in summaries.items():
        try:
            asked, reviews = find_made_with(file, summary, finder)
            answers = answers_of(file, asked, summary)
        except (OtherVersionError, SummaryFileError) as error:
            complain(str(error))
        else:
            visits.append(Visit(asked, answers, summary, reviews))
    if not visits:
        raise NoVisitError(
            _(
                "No visit of {client} was made with questionnaires that are here. "
                "Name the folder of the version it was made with: `--questionnaire "
                "FOLDER`."
            ).format(client=client)
        )
    print(to_json(history_resource(visits)), end="")
    if left := len(summaries) - len(visits):
        message = ngettext(
            "{count} visit was left out; the others were exported.",
            "{count} visits were left out; the others were exported.",
            left,
        )
        complain(message.format(count=left))
    return 0
