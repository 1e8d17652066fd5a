"""The options of `screener serve`."""

import argparse

from screener.cli.asking_options import add_config
from screener.cli.numbers import add_number
from screener.language import N_, _

_MOST_VISITORS = 500
_LAST_PORT = 65535


def add_serve(command: argparse.ArgumentParser) -> None:
    """Add them.

    Args:
        command: What takes the options.
    """
    command.add_argument(
        "--host",
        type=_host,
        default="127.0.0.1",
        metavar="ADDRESS",
        help=N_("where browsers reach it (default: 127.0.0.1, this computer alone)"),
    )
    add_number(
        command,
        "--port",
        0,
        _LAST_PORT,
        default=8000,
        help=N_("(default: 8000)"),
    )
    add_number(
        command,
        "--visitors",
        1,
        _MOST_VISITORS,
        default=20,
        help=N_("the most visits at once (default: 20)"),
    )
    command.add_argument(
        "--address",
        metavar="URL",
        help=N_("what people's browsers show, where a proxy stands before it"),
    )
    add_config(command)


def _host(written: str) -> str:
    """Return an address to listen at, but not an empty one, which means all."""
    if not written.strip():
        raise argparse.ArgumentTypeError(_("name an address of this computer"))
    return written
