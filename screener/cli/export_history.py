"""`screener export FOLDER --client CODE`: all visits of a client."""

import sys
from pathlib import Path

from screener.caseload import history_csv, read_caseload
from screener.catalog import Selection
from screener.cli.export import answers_of
from screener.errors import ScreenerError
from screener.fhir import history_resource, to_json
from screener.summary import Summary, read_summary


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
    entries = [one for one in read_caseload(folder) if one.client == client]
    if not entries:
        raise NoVisitError(
            f"{folder} has no visit of the client {client}. "
            "`screener caseload FOLDER` lists them."
        )
    summaries = [read_summary(folder / one.file) for one in entries]
    if format == "csv":
        sys.stdout.write(history_csv(summaries))
        return 0
    return _in_fhir(folder, client, summaries, selection)


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
