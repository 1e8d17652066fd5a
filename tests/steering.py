"""Files that are full of what could steer a terminal."""

import re
import shutil
from pathlib import Path

from screener.catalog import load_questionnaire
from screener.catalog.supporter import in_order
from screener.catalog.translatable_text import words_of
from screener.catalog.translating import digests, read_words
from tests.small import DATA, SMALL

TITLE = "\x1b]0;OWNED\x07"
"""Sets the title of a window."""

BYTES = [TITLE, "\x1b[5m", "\x9b7m", "\x1bPOWNED\x1b\\", "\x08\x08", "\x0e", "\u202e"]
STEERING = "".join(BYTES)
ESCAPED = "".join(f"\\u{ord(one):04x}" for one in STEERING)
"""The same, as it stands in TOML."""

_WORDS = (
    "title|about|limits|seen_by|name|text|short|why|hint|lead|says|first|sign|build"
    "|fact|locator|version|program|level|hours|reviewed|credit|terms|words|clinic"
    "|notice|says_more|unit|answer_text|question|topic|reason|line|low_name|high_name"
)
_VALUE = re.compile(rf'\b({_WORDS}) = "(?=[A-Za-z0-9])')


def steer(text: str) -> str:
    """Put steering characters into all words of a text in TOML."""
    return _VALUE.sub(lambda found: f"{found[0]}{ESCAPED}", text)


def steering_questionnaire(folder: Path) -> Path:
    """Copy the small questionnaire, with steering in its words and its name."""
    copied = folder / f"small{STEERING.replace('/', '')}"
    shutil.copytree(SMALL, copied)
    for path in copied.glob("*.toml"):
        path.write_text(steer(path.read_text()))
    _renew_hashes(copied)
    return copied


def _renew_hashes(folder: Path) -> None:
    """Make a supporter's words replace the steered words, not those of before."""
    path = folder / "supporter.toml"
    words, of, _rest = read_words(path)
    original = words_of(load_questionnaire(folder))
    text = path.read_text()
    for entry, fresh in digests(in_order(original, words)).items():
        text = text.replace(f'of = "{of[entry]}"', f'of = "{fresh}"')
    path.write_text(text)


def steering_summary(folder: Path, kind: str = "6-counselor/moderate") -> Path:
    """Copy a summary, with steering in its words and in its name."""
    file = folder / f"summary{STEERING}.toml"
    file.write_text(steer((DATA / "summaries" / f"{kind}.toml").read_text()))
    return file
