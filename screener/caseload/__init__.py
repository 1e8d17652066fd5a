"""A caseload that is only a folder of summary files."""

from screener.caseload.client_code import is_client_code
from screener.caseload.clients import Client, clients_of
from screener.caseload.entry import Entry
from screener.caseload.folder import read_caseload
from screener.caseload.history_file import history_csv

__all__ = [
    "Client",
    "Entry",
    "clients_of",
    "history_csv",
    "is_client_code",
    "read_caseload",
]
