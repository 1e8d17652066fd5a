"""Reads and checks a kiosk's settings."""

import getpass
import os
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path

from screener.catalog import read_record, regions
from screener.errors import KioskSettingsError, Problem
from screener.kiosk.pin import is_pin_hash
from screener.kiosk.settings import KioskSettings
from screener.language import _

_KEYS_IN = "docs/kiosk.md"


def load_kiosk_settings(path: Path | None) -> KioskSettings:
    """Read a kiosk's settings, and see whether it could work with them.

    Args:
        path: A TOML file; without one, every setting is the usual one.

    Raises:
        KioskSettingsError: If a setting is wrong; it says all that is.
    """
    if path is None:
        return KioskSettings()
    settings, problems = read_record(KioskSettings, path, _KEYS_IN)
    if settings is None:
        raise KioskSettingsError(path, problems or [])
    if misfits := [*_misfits(settings, path.name)]:
        raise KioskSettingsError(path, misfits)
    return settings


def exposure_of(path: Path | None) -> str:
    """Say that other accounts can open a file of settings, and how to end that.

    Args:
        path: The file, which has been read.

    Returns:
        Two sentences, or nothing where only its owner can open it.
    """
    if path is None or not hasattr(os, "geteuid") or _is_credential(path):
        return ""
    found = path.stat()
    if not found.st_mode & 0o077:
        return ""
    file = shlex.quote(str(path.absolute()))
    command = f"chmod 600 {file}"
    if found.st_uid != os.geteuid():
        user = shlex.quote(getpass.getuser())
        command = f"sudo chown {user} {file} && sudo chmod 400 {file}"
    return _(
        "Other accounts on this computer can open {file}, and with it guess at the PIN "
        "as often as they like. To end that, type: {command}"
    ).format(file=path, command=command)


def _is_credential(path: Path) -> bool:
    """Whether systemd handed it over: for this user alone, by ways a mode hides."""
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    return folder is not None and path.absolute().is_relative_to(folder)


def _misfits(settings: KioskSettings, file: str) -> Iterator[Problem]:
    """What is wrong with well-formed settings on this machine."""
    if settings.region not in regions():
        what = _("There are no help lines of `{region}`.")
        fix = _("use one of: {known}.").format(known=", ".join(regions()))
        yield Problem(file, "region", what.format(region=settings.region), fix)
    if settings.pin and not is_pin_hash(settings.pin):
        fix = _("paste the line that `screener kiosk-pin` prints.")
        yield Problem(file, "pin", _("It is not the hash of a PIN."), fix)
    ways = settings.hand_off
    if ways.printer and not ways.print:
        what = _("A printer is named, but nobody may print.")
        fix = _("write `print = true` above it.")
        yield Problem(file, "hand_off.printer", what, fix)
    if ways.file and not _takes_files(ways.file.folder):
        what = _("Nothing can be written into {folder}.")
        fix = _("name a folder that this user may write into.")
        folder = ways.file.folder
        yield Problem(file, "hand_off.file.folder", what.format(folder=folder), fix)
    for key, written in (("counts", settings.counts), ("errors", settings.errors)):
        if written and not _takes_files(written.parent):
            what = _("Nothing can be written into {folder}.")
            fix = _("name a file in a folder that this user may write into.")
            yield Problem(file, key, what.format(folder=written.parent), fix)
        elif written and not _takes_lines(written):
            what = _("No line can be added to {path}.")
            fix = _("name a file that this user may write to, or a new one.")
            yield Problem(file, key, what.format(path=written), fix)


def _takes_files(folder: Path) -> bool:
    try:
        return folder.is_absolute() and folder.is_dir() and os.access(folder, os.W_OK)
    except OSError:  # such as a name that is too long
        return False


def _takes_lines(file: Path) -> bool:
    """Return whether this is a file that can be added to, or a name for a new one."""
    try:
        mode = file.stat().st_mode
    except FileNotFoundError:
        return _takes_files(file.resolve().parent)  # a link may lead elsewhere
    except OSError:
        return False
    return stat.S_ISREG(mode) and os.access(file, os.W_OK)
