"""`screener serve`: visits in browsers."""

import importlib.util
import ipaddress
import os
import socket
import sys
from dataclasses import replace
from pathlib import Path

from screener.cli.output import complain
from screener.disk import system_words
from screener.distribution import install_command
from screener.errors import ServingError
from screener.language import N_, _

_MISSING = f"It takes a part that is not installed. To get it: {install_command('web')}"

_OPEN = N_(
    "Warning: this is open to the network. Anyone who can reach {host} can begin a "
    "visit: there is no password. What people answer crosses the network in clear "
    "text, for others to read. Put a proxy with TLS before it: docs/browser.md."
)

_HERE = N_(
    "Only this computer can reach it. There is no password, and nothing is encrypted: "
    "docs/browser.md says what tablets need."
)


def start_serving(
    config: Path | None, *, host: str, port: int, visitors: int, address: str | None
) -> int:
    """Serve visits until told to stop.

    Args:
        config: The file of a kiosk's settings; the usual ones unless named.
        host: The address to listen at.
        port: The port; 0 for one that is free.
        visitors: How many visits are held at once.
        address: What browsers show, where a proxy stands before the server.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If a part is missing, a setting is wrong, or nothing can listen
            there.
    """
    if sys.platform == "win32":
        raise ServingError(_("Serving visits needs Linux or macOS: docs/browser.md."))
    if not all(map(importlib.util.find_spec, ("aiohttp", "jinja2", "textual_serve"))):
        missing = _("It takes a part that is not installed. To get it: {command}")
        raise ServingError(missing.format(command=install_command("web")))
    from screener.catalog import Editions, select
    from screener.kiosk import exposure_of, load_kiosk_settings
    from screener.leftovers import sweep
    from screener.web.addresses import Addresses
    from screener.web.plan import Plan
    from screener.web.server import Server, serve

    settings = load_kiosk_settings(config)
    if settings.pin and (exposure := exposure_of(config)):
        complain(exposure)
    settings = replace(settings, pin=None)
    selection = select(settings.questionnaire)
    editions = Editions(selection, settings.region, settings.languages or ())
    editions.load_all()
    if settings.hand_off.file:
        sweep(settings.hand_off.file.folder)
    server = Server(Plan(settings, editions), Addresses.behind(address), visitors)
    _dress_visits()
    with _listen(host, port) as here:
        serve(server, here, lambda: _tell(here, host, address))
    return 0


def _dress_visits() -> None:
    """Give visits the colors of browsers, whatever terminal the server runs in."""
    for name in ("NO_COLOR", "TEXTUAL_THEME", "COLORTERM"):
        os.environ.pop(name, None)
    os.environ.update(TERM="xterm-256color", TEXTUAL_COLOR_SYSTEM="truecolor")


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, *_rest, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[
            0
        ]
        return socket.create_server((place[0], port), family=family)
    except OSError as error:
        reason, *_rest = system_words(error).partition(" (")
        words = _(
            "Nothing can listen at {host}, port {port}: {reason}. Nothing was started. "
            "Name another --port, or an address of this computer."
        )
        raise ServingError(words.format(host=host, port=port, reason=reason)) from error


def _tell(here: socket.socket, host: str, address: str | None) -> None:
    """Say where it is, and who else could read along."""
    name = f"[{host}]" if ":" in host else host
    url = address or f"http://{name}:{here.getsockname()[1]}/"
    is_here = ipaddress.ip_address(here.getsockname()[0]).is_loopback
    print(_("Open {url} in a browser.").format(url=url))
    if is_here:
        print(_(_HERE))
    print(_("Ctrl+C stops it, and ends all visits."))
    sys.stdout.flush()
    if not is_here:
        complain(_(_OPEN).format(host=host))
