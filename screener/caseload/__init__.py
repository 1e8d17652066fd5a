"""A caseload that is only a folder of summary files."""

from screener.caseload.client_code import is_client_code
from screener.caseload.clients import Client, clients_of, in_order
from screener.caseload.entry import Entry
from screener.caseload.folder import (
    Progress,
    check_folder,
    read_caseload,
    read_entries,
    read_one,
    read_summaries,
)
from screener.caseload.history_file import history_csv
from screener.caseload.reasons import name_of, reason_of

__all__ = [
    "Client",
    "Entry",
    "Progress",
    "check_folder",
    "clients_of",
    "history_csv",
    "in_order",
    "is_client_code",
    "name_of",
    "read_caseload",
    "read_entries",
    "read_one",
    "read_summaries",
    "reason_of",
]
