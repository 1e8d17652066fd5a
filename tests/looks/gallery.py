"""Draws the pictures of docs/gallery.md from the real screens: `make gallery`."""

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from screener.language import ENGLISH
from tests.looks.cells import KINDS
from tests.looks.picture import picture
from tests.looks.walks import WALKS, Size, Walk, stops

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "gallery.md"
PICTURES = DOCS / "gallery"

COMMON, SMALL, LARGE = (80, 24), (40, 16), (200, 60)

SHOWN = {
    "welcome": "The welcome: what this is, what it is not, and how to leave fast",
    "who-answers": "Who the answers are about",
    "question": "A question where several answers may fit, with none chosen yet",
    "several-ticks": "The same question with two answers ticked",
    "one-chosen": "A question with one answer chosen",
    "own-words": "A question to answer in own words, with two letters selected",
    "answered-why": "A question with the reason it is asked below it",
    "red-flag": "A red flag: what to do now, the numbers, and two ways on",
    "settled": "The questions left cannot change the level: go on or finish",
    "review-cursor": "All answers on one page, the cursor on one of them",
    "result": "The result: what to do first, and the ladder with its rung marked",
    "result-more": "Further down the result: reasons, and what could change it",
    "keep": "Keeping the summary: what to leave out, and the folder",
    "phone": "The summary as a QR code, with its words beside it",
    "goodbye": "The last screen: where the files are",
    "help-lines": "All help lines",
    "save-as-i-go": "Saving as I go: what is written, and a passphrase",
    "leaving": "Asking before answers are lost",
    "under-18": "A kind way out for people under 18",
    "counselor": "A counselor's question, with a note and what to say aloud",
    "own-rating": "The counselor's own answer beside the client's words",
    "caseload": "A caseload: clients by code, with what to look at",
    "history": "A folder of summaries, one of them marked",
    "over-time": "A level over time, as a plot and in words",
    "kiosk": "The start screen of a kiosk",
    "kiosk-still-there": "A kiosk asks whether somebody is still there",
}
"""What there is to see where a walk stops, in words for who cannot see it."""


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which screens look, and those that are drawn that way."""

    title: str
    suffix: str
    """Added to the names of its pictures."""
    names: tuple[str, ...]
    size: Size = COMMON
    theme: str = "dark"
    kind: str = "true color"


_ON_EVERY_KIND = ("several-ticks", "red-flag", "review-cursor", "result")

LOOKS = (
    Look("A common terminal, 80 by 24", "", tuple(SHOWN)),
    Look(
        "A small one, 40 by 16",
        "-40x16",
        (
            "welcome",
            "several-ticks",
            "answered-why",
            "red-flag",
            "review-cursor",
            "result",
            "keep",
            "kiosk",
        ),
        size=SMALL,
    ),
    Look(
        "A large one, 200 by 60",
        "-200x60",
        ("answered-why", "result", "phone", "counselor"),
        size=LARGE,
    ),
    Look("Light", "-light", _ON_EVERY_KIND, theme="light"),
    Look("High contrast", "-high-contrast", _ON_EVERY_KIND, theme="high-contrast"),
    Look("NO_COLOR", "-no-color", _ON_EVERY_KIND, kind="NO_COLOR"),
    Look(
        "A Linux console of 16 colors",
        "-linux-console",
        _ON_EVERY_KIND,
        kind="Linux console",
    ),
    Look(
        "A Linux console, light",
        "-linux-console-light",
        _ON_EVERY_KIND,
        theme="light",
        kind="Linux console",
    ),
)

_ABOUT = """\
# Gallery

Real screens, drawn cell by cell as the program paints them: `make gallery` draws them
all anew. What the questions sound like line by line, with `screener --plain`, is in
[plain-transcript.txt](plain-transcript.txt); what the colors are worth, in
[contrast.md](contrast.md). The same screens in Spanish: [gallery/es](gallery/es/).
"""


async def draw(walk: Walk, look: Look, language: str = ENGLISH) -> dict[str, str]:
    """Walk once, and draw what a look wants of it.

    Args:
        walk: The way to go.
        look: How it looks.
        language: What all is told in.

    Returns:
        Pictures by the names of their files.
    """
    kind = next(one for one in KINDS if one.name == look.kind)
    drawn = {}
    with tempfile.TemporaryDirectory() as folder:
        async for name, app in stops(
            walk,
            Path(folder),
            size=look.size,
            theme=look.theme,
            sixteen=kind.sixteen,
            language=language,
        ):
            if name in look.names:
                drawn[file_name(name, look)] = picture(app, kind)
    return drawn


def file_name(name: str, look: Look) -> str:
    """The file of a picture."""
    return f"{name}{look.suffix}.svg"


def page() -> str:
    """The page that shows all pictures."""
    return "\n".join([_ABOUT, *(line for look in LOOKS for line in _section(look))])


def _section(look: Look) -> Iterator[str]:
    yield f"## {look.title}\n"
    for name in look.names:
        yield f"![{SHOWN[name]}](gallery/{file_name(name, look)})\n"


async def _draw_all(language: str) -> dict[str, str]:
    drawn: dict[str, str] = {}
    common, *others = LOOKS
    for walk in WALKS:
        first = await draw(walk, common, language)
        drawn |= first
        for look in others:
            if any(file_name(name, common) in first for name in look.names):
                drawn |= await draw(walk, look, language)
    return drawn


def main() -> None:
    """Draw them all; in another language, into a folder of its own, without a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", default=ENGLISH, help="such as es")
    language = parser.parse_args().lang
    folder = PICTURES if language == ENGLISH else PICTURES / language
    drawn = asyncio.run(_draw_all(language))
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.svg"):
        if old.name not in drawn:
            old.unlink()
    for name, svg in drawn.items():
        (folder / name).write_text(svg, encoding="utf-8")
    if language == ENGLISH:
        PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
