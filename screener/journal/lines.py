"""Lines that show by themselves whether they are whole."""

import re
import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64

_WHOLE = re.compile(rb"([0-9a-f]{8}) ([A-Za-z0-9+/=]*)")


def to_line(content: bytes) -> bytes:
    """Put bytes of any kind on one line, with their checksum.

    Args:
        content: What.
    """
    told = b64encode(content)
    return b"%08x %s\n" % (zlib.crc32(told), told)


def from_line(line: bytes) -> bytes | None:
    """What stands on a line; `None` if it is torn or changed.

    Args:
        line: Without its end.
    """
    whole = _WHOLE.fullmatch(line)
    if whole is None or int(whole[1], 16) != zlib.crc32(whole[2]):
        return None
    try:
        return b64decode(whole[2], validate=True)
    except NotBase64:
        return None
