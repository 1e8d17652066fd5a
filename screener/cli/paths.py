"""Parse and check names of files and folders on the command line."""

import argparse
from pathlib import Path

from screener.disk import typed_folder
from screener.errors import PathError
from screener.language import _
from screener.sanitize import on_one_line

STANDARD = Path("-")
"""Standard input or output, where an option takes it."""


def a_path(written: str) -> Path:
    """Return a path.

    Args:
        written: The argument.

    Raises:
        argparse.ArgumentTypeError: If it is empty or `-`. Here `-` would be the name
            of a file, which is hardly meant.
    """
    if written == "-":
        raise argparse.ArgumentTypeError(
            _(
                "- is standard input or output, which is not taken here. Name a file "
                "or folder (one that is called - is ./-)"
            )
        )
    return a_path_or_standard(written)


def a_path_or_standard(written: str) -> Path:
    """Return a path, or `STANDARD`.

    Args:
        written: The argument.

    Raises:
        argparse.ArgumentTypeError: If it is empty.
    """
    if not written:
        raise argparse.ArgumentTypeError(_("the name is empty"))
    return Path(written)


def a_folder(written: str) -> Path:
    """Return the full path of a folder, as not every shell expands `~` and `$NAME`.

    Args:
        written: The argument.

    Raises:
        argparse.ArgumentTypeError: If it is empty or `-`, or has an unknown `~user`
            or `$NAME`.
    """
    try:
        return typed_folder(str(a_path(written)))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def check_folder(folder: Path) -> None:
    """Check that a folder exists.

    Raises:
        PathError: If it does not exist, or is a file.
    """
    if not folder.is_dir():
        words = (
            _("{path} is a file, not a folder.")
            if folder.exists()
            else _("There is no folder {path}.")
        )
        raise PathError(words.format(path=on_one_line(folder)))


def check_new(file: Path) -> None:
    """Check that a file does not exist but its folder does.

    Raises:
        PathError: If it exists, or the folder does not.
    """
    check_folder(file.parent)
    if file.is_dir():
        raise PathError(
            _("{path} is a folder. Name a file.").format(path=on_one_line(file))
        )
    if file.exists() or file.is_symlink():
        words = _("{path} is there already, and nothing is written over. Name another.")
        raise PathError(words.format(path=on_one_line(file)))


def check_place_for_folder(folder: Path) -> None:
    """Check that a folder or at least its parent exists.

    Raises:
        PathError: If neither does.
    """
    if folder.exists() or folder.is_symlink():
        check_folder(folder)
    else:
        check_folder(folder.parent)
