"""The pages around a visit, in words; crisis help stands on each of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from screener.catalog import Editions
from screener.kiosk import KioskSettings
from screener.language import LANGUAGES, N_, _, speaking
from screener.model import HelpKind, HelpLines


@dataclass(frozen=True)
class Told:
    """A page that says one thing."""

    id: str
    title: str
    text: str
    button: str


ENDS = ("over", "full", "broke", "lost")
"""What a visit can come to; the page with the terminal holds the words already."""

_START = N_("Start a new visit")
_CLEARED = N_(
    "Your answers are cleared from here. A summary that you saved or printed is still "
    "where it was put. Please tell the staff."
)

_AROUND = {
    "unseen": N_(
        "A screen reader cannot read the questions on this page. Please ask the staff "
        "to go through them with you."
    ),
    "wait": N_("One moment, please."),
    "no_script": N_(
        "This page needs JavaScript to ask its questions. Please tell the staff."
    ),
    "keyboard": N_("Keyboard"),
    "leave": N_("Leave fast"),
}
"""What stands around the terminal."""

_TOLD = (
    Told(
        "over",
        N_("This visit is over"),
        N_("The screen is cleared. No answers were kept on this device."),
        _START,
    ),
    Told(
        "full",
        N_("All places are taken right now"),
        N_("A place will be free soon. You can also ask the staff for help."),
        N_("Try again"),
    ),
    Told(
        "broke",
        N_("Something went wrong here, and we had to stop. We are sorry."),
        _CLEARED,
        _START,
    ),
    Told(
        "lost",
        N_("This page has lost its connection"),
        _CLEARED,
        N_("Try again"),
    ),
    Told(
        "missing",
        N_("There is nothing at this address"),
        N_("The questions are on the first page."),
        N_("Go to the first page"),
    ),
    Told(
        "refused",
        N_("The questions cannot be opened from here"),
        N_("Please open them at the address that the staff gave you."),
        N_("Try again"),
    ),
)


def render_pages(settings: KioskSettings, editions: Editions) -> Mapping[str, str]:
    """Write all pages.

    Args:
        settings: What the clinic decided.
        editions: What is asked, in all its languages.

    Returns:
        Each page by its name; `start` holds the terminal.

    Raises:
        ScreenerError: If the help lines cannot be used.
    """
    templates = Environment(
        loader=PackageLoader("screener.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    languages = editions.languages
    shared = {
        "clinic": settings.clinic or "",
        "theme": settings.theme,
        "languages": languages,
        "names": LANGUAGES,
        "crisis": {
            language: _crisis(editions.edition(language).help_lines, language)
            for language in languages
        },
        "say": _say,
    }
    start = templates.get_template("start.html")
    told = templates.get_template("told.html")
    pages = {one.id: told.render(shared, told=one) for one in _TOLD}
    ends = [one for one in _TOLD if one.id in ENDS]
    return {**pages, "start": start.render(shared, around=_AROUND, ends=ends)}


def _say(words: str, language: str) -> str:
    with speaking(language):
        return _(words)


def _crisis(help_lines: HelpLines, language: str) -> list[tuple[str, str]]:
    """Whom to reach at once: a name, and how."""
    with speaking(language):
        lines = help_lines.of(HelpKind.EMERGENCY, HelpKind.CRISIS)
        return [(line.name, line.numbers or line.reach) for line in lines]
