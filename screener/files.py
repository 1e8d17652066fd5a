"""Files that are written whole or not at all, for their owner only.

A new file gets its name only after all of its content is on the disk, and never takes
the name of another file. Where the system can (`O_TMPFILE`), the content has no name
until then, so a process that is killed leaves nothing. Elsewhere it has a hidden name,
and `leftovers` removes what a killed process left.
"""

import errno
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import count
from pathlib import Path

from screener import leftovers
from screener.disk import sync_folder

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_FOLLOW
_NAMELESS = getattr(os, "O_TMPFILE", 0)
_NO_NAMELESS = {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL}
_NO_PROC = {errno.ENOENT, errno.EXDEV}
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL}


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for their owner only; they outlast power loss.

    Args:
        folder: The folder; nothing changes where it exists.

    Raises:
        OSError: If it cannot be made.
    """
    missing = []
    while not folder.is_dir() and folder != folder.parent:
        missing.append(folder)
        folder = folder.parent
    for one in reversed(missing):
        one.mkdir(mode=0o700, exist_ok=True)
        sync_folder(one.parent)


def write_new(file: Path, content: bytes) -> None:
    """Write one new file.

    Args:
        file: Where to; its folder exists.
        content: What is in it.

    Raises:
        FileExistsError: If something of that name is there.
        OSError: If it cannot be written; nothing is left behind then.
    """
    _write_all({file: content}, file.parent)


def write_new_set(
    folder: Path, stem: str, contents: Mapping[str, bytes], reserved: Sequence[str]
) -> tuple[Path, ...]:
    """Write new files of one stem, all or none.

    Args:
        folder: Where to; it exists.
        stem: The stem; a number is added where a name is taken.
        contents: The content of each file by its suffix.
        reserved: More suffixes under which nothing of the stem may exist.

    Returns:
        The files, in the order of `contents`.

    Raises:
        OSError: If they cannot be written; nothing is left behind then.
    """
    for number in count(1):
        name = stem if number == 1 else f"{stem}-{number}"
        suffixes = (*contents, *reserved)
        if any(os.path.lexists(folder / f"{name}{suffix}") for suffix in suffixes):
            continue
        files = {folder / f"{name}{one}": content for one, content in contents.items()}
        try:
            _write_all(files, folder)
        except FileExistsError:
            continue  # another process was faster
        return tuple(files)
    raise AssertionError("numbers do not end")


def replace(file: Path, content: bytes, mode: int = 0o600) -> None:
    """Write a file of the program's own, such as a cache, over its older version.

    Args:
        file: Where to; its folder exists.
        content: What is in it.
        mode: Who may read it, where the umask allows that.

    Raises:
        OSError: If it cannot be written; the older version is still there then.
    """
    with _hidden_file(file.parent, mode) as (descriptor, name):
        _write(descriptor, content)
        os.replace(name, file)
        sync_folder(file.parent)


def move(old: Path, new: Path) -> None:
    """Rename a file, never over another one.

    Args:
        old: Its name.
        new: Its new name, in the same folder.

    Raises:
        FileExistsError: If something has that name.
        OSError: If it cannot be renamed.
    """
    try:
        os.link(old, new, follow_symlinks=False)
    except (NotImplementedError, OSError) as error:
        if getattr(error, "errno", errno.ENOSYS) not in _NO_LINKS:
            raise
        _rename_new(old, new)
    else:
        os.unlink(old)


def _write_all(files: Mapping[Path, bytes], folder: Path) -> None:
    """Write new files of one folder, all or none."""
    with ExitStack() as stack, ExitStack() as undo:
        pending = {
            file: stack.enter_context(_pending(content, folder))
            for file, content in files.items()
        }
        for file, one in pending.items():
            _name(one, file)
            undo.callback(file.unlink, missing_ok=True)
        sync_folder(folder)
        undo.pop_all()


class _Pending:
    """Content that is on the disk, and waits for its name."""

    def __init__(self, content: bytes, descriptor: int, name: Path | None) -> None:
        self.content = content
        self.descriptor = descriptor
        self.name = name
        """The hidden name; `None` where it needs none."""


@contextmanager
def _pending(content: bytes, folder: Path) -> Iterator[_Pending]:
    if (descriptor := _nameless_file(folder)) is not None:
        try:
            _write(descriptor, content)
            yield _Pending(content, descriptor, None)
        finally:
            os.close(descriptor)
        return
    with _hidden_file(folder) as (descriptor, name):
        _write(descriptor, content)
        yield _Pending(content, descriptor, name)


def _nameless_file(folder: Path) -> int | None:
    """Open a file without a name; `None` where the system has none."""
    if not _NAMELESS:
        return None
    try:
        descriptor = os.open(folder, _NAMELESS | os.O_RDWR, 0o600)
    except OSError as error:
        if error.errno in _NO_NAMELESS:
            return None
        raise
    if os.path.exists(_path_of(descriptor)):
        return descriptor
    os.close(descriptor)  # without /proc it could never get a name
    return None


def _path_of(descriptor: int) -> str:
    return f"/proc/self/fd/{descriptor}"


@contextmanager
def _hidden_file(folder: Path, mode: int = 0o600) -> Iterator[tuple[int, Path]]:
    """Open a hidden file, held by this process; in the end its name is gone."""
    name = folder / leftovers.hidden_name()
    descriptor = os.open(name, _NEW, mode)
    try:
        leftovers.lock(descriptor)
        yield descriptor, name
    finally:
        if os.name == "nt":  # where no open file can be removed
            os.close(descriptor)
        with suppress(FileNotFoundError):
            os.unlink(name)
        if os.name != "nt":
            os.close(descriptor)


def _write(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)


def _name(pending: _Pending, file: Path) -> None:
    """Give content its name, if that is free."""
    if pending.name is not None:
        move(pending.name, file)
        return
    try:
        _link_nameless(pending.descriptor, file)
    except OSError as error:
        if error.errno not in _NO_LINKS | _NO_PROC:
            raise
        with _hidden_file(file.parent) as (descriptor, name):
            _write(descriptor, pending.content)
            move(name, file)


def _link_nameless(descriptor: int, file: Path) -> None:
    # Python follows the link in /proc only where a folder is given by descriptor.
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.link(_path_of(descriptor), file.name, dst_dir_fd=folder)
    finally:
        os.close(folder)


def _rename_new(old: Path, new: Path) -> None:
    """Rename where there are no hard links, as on USB sticks."""
    if sys.platform != "win32":  # which never renames over another file
        os.close(os.open(new, _NEW, 0o600))
        try:
            os.replace(old, new)
        except OSError:
            new.unlink(missing_ok=True)
            raise
        return
    os.rename(old, new)
