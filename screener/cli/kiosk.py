"""`screener --kiosk`, `screener kiosk-pin` and `screener kiosk-config`."""

import importlib.resources
import sys
from pathlib import Path

from screener.cli.output import complain
from screener.cli.secret import ask_secret
from screener.cli.start import require_terminal
from screener.errors import ScreenerError
from screener.language import _


class PinError(ScreenerError):
    """A PIN cannot be used."""


def start_kiosk(config: Path | None) -> int:
    """Run a kiosk.

    Args:
        config: The file of its settings; the usual ones unless named.

    Returns:
        The exit code.

    Raises:
        ScreenerError: If a setting is wrong, a file cannot be used, or there is no
            terminal that a kiosk can hold.
    """
    if sys.platform == "win32":
        raise ScreenerError(_("A kiosk needs Linux or macOS: docs/kiosk.md."))
    require_terminal()
    from screener.kiosk import exposure_of, load_kiosk_settings
    from screener.tui import run_kiosk

    settings = load_kiosk_settings(config)
    exposure = exposure_of(config) if settings.pin else ""
    if exposure:
        complain(exposure)
    return run_kiosk(settings, for_staff=exposure)


def make_pin() -> int:
    """Ask for a PIN and print what a kiosk's settings hold instead.

    Returns:
        The exit code.

    Raises:
        PinError: If the PIN is too short, or was typed differently the second time.
    """
    from screener.kiosk import hash_pin

    print(f'pin = "{hash_pin(_ask_for_pin())}"')
    if sys.stdout.isatty():
        complain(_("Paste it into a file that only its owner can read: chmod 600 FILE"))
    return 0


def _ask_for_pin() -> str:
    """Ask twice at a terminal; take a line from anything else."""
    from screener.kiosk import SHORTEST

    if sys.stdin is None:
        raise PinError(_("Standard input is closed. Nothing was made."))
    asks = sys.stdin.isatty()
    pin = ask_secret(_("PIN: "))
    if len(pin) < SHORTEST:
        raise PinError(
            _(
                "A PIN has {least} digits or letters, or more. Nothing was made. A "
                "shorter one in a file of settings still works: replace it soon."
            ).format(least=SHORTEST)
        )
    if not pin.isprintable():
        raise PinError(
            _("A PIN has only what a keyboard types into a line. Nothing was made.")
        )
    if asks and pin != ask_secret(_("The same again: ")):
        raise PinError(_("The two were not the same. Nothing was made."))
    return pin


def print_example() -> int:
    """Print an example of the settings.

    Returns:
        The exit code.
    """
    example = importlib.resources.files("screener.kiosk") / "example.toml"
    print(example.read_text(encoding="utf-8"), end="")
    return 0
