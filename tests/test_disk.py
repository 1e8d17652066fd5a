"""Files as disks have them: read, or refused without waiting."""

import errno
import io
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from screener import disk
from screener.disk import NotAFileError, read_any, read_regular


def test_a_regular_file_and_a_link_to_it_are_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    link = tmp_path / "link"
    link.symlink_to(file)
    assert read_regular(file, 5) == read_regular(link, 5) == b"12345"


@pytest.mark.parametrize("read", [read_regular, read_any])
def test_more_than_the_limit_is_refused(tmp_path: Path, read: object) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"123456")
    assert callable(read)
    with pytest.raises(OSError) as refused:  # noqa: PT011 - the number is asserted
        read(file, 5)
    assert refused.value.errno == errno.EFBIG


@pytest.mark.parametrize("read", [read_regular, read_any])
def test_a_pipe_without_a_writer_is_refused_at_once(
    read: Callable[[Path, int], bytes], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFileError):
        read(tmp_path / "pipe", 5)


def test_a_pipe_that_is_open_here_is_read_to_its_end_or_the_limit() -> None:
    for content in (b"", b"12345", b"123456"):
        ours, theirs = os.pipe()
        os.write(theirs, content)
        os.close(theirs)
        try:
            if len(content) > 5:
                with pytest.raises(OSError, match=os.strerror(errno.EFBIG)):
                    read_any(Path(f"/dev/fd/{ours}"), 5)
            else:
                assert read_any(Path(f"/dev/fd/{ours}"), 5) == content
        finally:
            os.close(ours)


def test_a_socket_is_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "s"))
        with pytest.raises(NotAFileError):
            read_regular(tmp_path / "s", 5)


@pytest.mark.parametrize("read", [read_regular, read_any])
def test_an_endless_device_is_refused(read: Callable[[Path, int], bytes]) -> None:
    with pytest.raises(NotAFileError):
        read(Path("/dev/zero"), 5)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_regular(tmp_path, 5)


def test_a_file_that_would_make_a_reader_wait_is_refused(
    tmp_path: Path,
) -> None:
    """`/proc/kmsg` calls itself a regular file, and has nothing until later."""

    class Waits(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return None  # type: ignore[return-value]

    file = tmp_path / "file"
    file.touch()
    with Waits() as stream, pytest.raises(NotAFileError):
        disk._read_at_most(stream, file, 5)
