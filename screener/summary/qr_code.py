"""The fullest text that fits a screen as a QR code (ISO/IEC 18004)."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segno import QRCode

QUIET = 4
"""Light modules that the standard asks for around a code."""
LEAST_QUIET = 2
"""What phones' cameras manage with, where there is no room for more."""


@dataclass(frozen=True)
class QrCode:
    """A text, and the square that says it."""

    text: str
    modules: tuple[tuple[bool, ...], ...]
    """Rows of modules, true where dark, with the light ones around them."""

    @property
    def side(self) -> int:
        """Modules in a row, and rows."""
        return len(self.modules)


def largest_that_fits(texts: Iterable[str], columns: int, rows: int) -> QrCode | None:
    """Make the code of the first text that fits.

    Args:
        texts: Texts, the most wanted first.
        columns: Modules that there is room for, side by side.
        rows: The same, one above the other.

    Returns:
        The code, or `None` if none of them fits.
    """
    import segno

    for text in texts:
        with suppress(segno.DataOverflowError):  # no code at all holds that much
            # Any mask tells the size; to find the best one takes four times as long.
            side = int(_code(text, mask=0).symbol_size(border=0)[0])
            quiet = min(QUIET, (min(columns, rows) - side) // 2)
            if quiet >= LEAST_QUIET:
                return QrCode(text, _modules(_code(text), quiet))
    return None


def _code(text: str, mask: int | None = None) -> "QRCode":
    import segno

    encoding = _encoding(text)
    return segno.make(text, error="l", micro=False, encoding=encoding, mask=mask)


def _encoding(text: str) -> str | None:
    """UTF-8 where it makes a difference: without it, codes are smaller."""
    return None if text.isascii() else "utf-8"


def _modules(code: "QRCode", quiet: int) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(map(bool, row)) for row in code.matrix_iter(border=quiet))
