"""Writes a summary as TOML: complete, and read back by `read_summary`."""

import re
import unicodedata

import tomli_w

from screener.language import _
from screener.model.record import tables_of
from screener.summary.model import Summary
from screener.summary.own_language import in_its_language

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_JOINERS = "\u200c\u200d"
"""They shape emoji and Persian words, and steer nothing."""
_HIDDEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}


@in_its_language
def to_toml(summary: Summary) -> bytes:
    """Tell a summary in TOML.

    Characters that cannot be seen are escaped: they could steer a terminal or
    turn a line around when somebody only looks at the file.

    Args:
        summary: The summary.
    """
    text = tomli_w.dumps(tables_of(summary, without_nones=True))
    return _BEYOND_ASCII.sub(_escaped, f"{_headline(summary)}{text}").encode()


def _headline(summary: Summary) -> str:
    return _("# Written by {program}. To read it: screener show FILE\n\n").format(
        program=summary.program
    )


def _escaped(found: re.Match[str]) -> str:
    one = found[0]
    if one in _JOINERS or unicodedata.category(one) not in _HIDDEN:
        return one
    # Outside ASCII there is nothing but strings, where TOML takes escapes.
    return f"\\u{ord(one):04x}" if ord(one) < 0x10000 else f"\\U{ord(one):08x}"
