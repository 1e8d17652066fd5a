"""Writes docs/plain-transcript.txt: a plain visit as a screen reader would say it.

make transcript
"""

import io
import os
import tempfile
from pathlib import Path

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.model import OptionItem, Questionnaire
from screener.plain import PlainVisit, Talk

TYPED: list[str | tuple[str, ...]] = [
    "2",
    "I don't want to die",
    ("danger-now", "none"),
    ("suicide-thoughts", "no"),
    ("suicide-acts", "no"),
    "?",
    ("mind-danger", "none"),
    "often",
    ("home-safety", "safe"),
    "skip",
    ("health", "illness"),
    "skip",
    ("substances", "sedatives", "street-opioids"),
    "help",
    "back",
    "",
    "1, 4",
    ("sedatives-now", "no"),
    ("opioids-now", "no"),
    ("use-risks", "none"),
    ("signs-control", "more", "urges"),
    ("signs-life", "none"),
    ("last-use", "weeks"),
    "s",
    "skip",
    "1.",
    ("care", "visits"),
    ("care-how", "helps-some"),
    "g",
    "10",
    ("limits", "cost", "duties"),
    "I hope to sleep again.",
    "",
    "k",
    "",
    "",
    "exit",
]
"""The lines; an answer is typed as the numbers of its options."""


def typed(asked: Questionnaire) -> list[str]:
    """Return the lines that are typed."""
    return [line if isinstance(line, str) else _numbers(asked, *line) for line in TYPED]


def _numbers(asked: Questionnaire, link_id: str, *codes: str) -> str:
    item = asked.items[link_id]
    assert isinstance(item, OptionItem)
    all_codes = [option.code for option in item.option]
    return " and ".join(str(all_codes.index(code) + 1) for code in codes)


class Keyboard(io.StringIO):
    """Types line by line, so that what is typed stands after its prompt."""

    def __init__(self, lines: list[str], page: io.StringIO) -> None:
        """Type these lines onto this page."""
        super().__init__("".join(f"{line}\n" for line in lines))
        self._page = page
        self._ours, self._theirs = os.openpty()

    def readline(self, size: int | None = -1, /) -> str:
        """Type the next line."""
        line = super().readline(size or -1)
        self._page.write(f"[{line.strip()}]\n" if line else "")
        return line

    def fileno(self) -> int:
        """Return a terminal, whose key for leaving fast can be set."""
        return self._theirs

    def isatty(self) -> bool:
        """As if somebody sat there."""
        return True


def main() -> None:
    """Write it."""
    page, help_lines = io.StringIO(), load_help_lines("us")
    asked = load_questionnaire(questionnaire_folder())
    with tempfile.TemporaryDirectory() as folder:
        talk = Talk(
            Keyboard(typed(asked), page),
            page,
            help_lines,
        )
        PlainVisit(talk, asked, help_lines, Path(folder)).hold()
    said = page.getvalue().replace(folder, "/home/you/Documents/summaries")
    told = "\n".join(line.rstrip() for line in said.splitlines())
    head = "What is typed stands in brackets. Made by: make transcript\n\n"
    file = Path(__file__).with_name("plain-transcript.txt")
    file.write_text(f"{head}{told}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
