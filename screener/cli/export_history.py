"""`screener export FOLDER --client CODE`: all visits of a client."""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from screener.caseload import (
    Entry,
    history_csv,
    in_order,
    name_of,
    read_caseload,
    read_summaries,
    reason_of,
)
from screener.catalog import Selection
from screener.cli.export import answers_of
from screener.cli.output import complain
from screener.errors import ScreenerError
from screener.fhir import history_resource, to_json
from screener.summary import Summary


class NoVisitError(ScreenerError):
    """A folder has no visit of a client."""


def export_history(folder: Path, client: str, format: str, selection: Selection) -> int:
    """Print all visits of a client.

    Args:
        folder: The caseload.
        client: The client's code.
        format: `csv` or `fhir`.
        selection: What was asked; visits that were made with another questionnaire,
            or another version, are left out of FHIR, and that is told.

    Returns:
        The exit code.

    Raises:
        FolderError: If the folder cannot be looked into.
        NoVisitError: If the client has no visit there.
    """
    entries = read_caseload(folder)
    visits = in_order(one for one in entries if one.client == client)
    _name_odd_files(entries, client)
    if not visits.dated + visits.misdated:
        raise NoVisitError(
            f"{folder} has no visit of the client {client}. "
            "`screener caseload FOLDER` lists them."
        )
    summaries = [*read_summaries(folder, visits.dated + visits.misdated)]
    if format == "csv":
        sys.stdout.write(history_csv(summaries))
        return 0
    return _in_fhir(folder, client, summaries, selection)


def _name_odd_files(entries: Iterable[Entry], client: str) -> None:
    """Say what was not counted: a file that cannot be read may be this client's."""
    now = datetime.now(UTC)
    for entry in entries:
        reason = reason_of(entry, now)
        if reason and entry.client in (client, ""):
            complain(f"{name_of(entry.file)}: {reason}")


def _in_fhir(
    folder: Path, client: str, summaries: list[Summary], selection: Selection
) -> int:
    loaded = selection.load()
    same = [one for one in summaries if one.questionnaire.hash == loaded.content_hash]
    if not same:
        raise NoVisitError(
            f"No visit of {client} was made with {loaded.id} {loaded.version}. Name "
            "the folder of the version it was made with: `--questionnaire FOLDER`."
        )
    visits = [(answers_of(folder, loaded, one), one) for one in same]
    print(to_json(history_resource(loaded, visits, selection.reviews())), end="")
    if left := len(summaries) - len(same):
        told = "1 visit was" if left == 1 else f"{left} visits were"
        print(
            f"{told} made with another version and left out; export each FILE with its "
            "own `--questionnaire FOLDER`.",
            file=sys.stderr,
        )
    return 0
