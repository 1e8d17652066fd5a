"""The result: what to do first, where the answers point, and why."""

from collections.abc import Iterable
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from screener.language import _
from screener.model import HelpLines
from screener.scoring import Fit
from screener.summary import LEVEL, FitLine, LadderLine, Summary, Told
from screener.summary.counselor_words import HEADING, counselor_words
from screener.summary.said import (
    about_lines,
    ask_lines,
    bring_lines,
    fit_lines,
    more_words,
    name_words,
    place_words,
    weighed_ratings,
    why_words,
)
from screener.summary.what_could_change import change_words
from screener.summary.wording import (
    ENOUGH,
    FIT_WORDS,
    because,
    open_safety_words,
)
from screener.tui import keys
from screener.tui.performance.flat import Stack
from screener.tui.screens.page import PAGE_CSS, CssPath, words
from screener.tui.screens.spoken_page import SpokenPage
from screener.tui.widgets import Action
from screener.tui.widgets.hanging import Hanging, Row
from screener.tui.widgets.pictures import LadderPicture, RatingBars


class Next(Enum):
    """The possible steps after the result."""

    KEEP = "keep"
    CHECK = "check"
    """Look at the answers again."""
    ASK_ON = "ask-on"
    """Go on with the questions that were left."""


class ResultScreen(SpokenPage[Next]):
    """Show a summary; the result is the next step that the person chose."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "result.tcss"]

    MUST_BE_READ = True
    TELLS_RESULT = True

    def __init__(
        self,
        help_lines: HelpLines,
        summary: Summary,
        *,
        keeps: bool = True,
        asks_on: bool = False,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            summary: What is shown.
            keeps: Whether there is a way to save it.
            asks_on: Whether there are questions left to go on with.
        """
        super().__init__(help_lines)
        self._summary = summary
        self._keeps = keeps
        self._asks_on = asks_on

    def compose_body(self) -> ComposeResult:
        """First what to do, then the level, then all that stands behind it."""
        summary = self._summary
        main, *others = _level_first(summary.ladders)
        yield words(_("Where your answers point"), classes="title")
        yield from self._steps()
        yield from _counselor(summary)
        with Stack(classes="columns"):
            with Stack(classes="column"):
                yield words(main.name, classes="heading")
                yield LadderPicture(main, summary)
                yield from _why(main, summary)
                yield from _changes(main, summary)
                yield from _others(others, summary)
                yield from _about(main, summary)
                yield from _weights(summary)
            with Stack(classes="column"):
                yield from _told(_("Other options"), summary.alternatives)
                yield from _told(_("Support to ask for"), summary.supports)
                yield from _told(
                    _("What this kind of care offers you"), summary.benefits
                )
                yield from self._fit()
                yield from _told(_("Questions to ask a program"), ask_lines(summary))
                yield from _told(_("What to bring"), self._brings())
                yield from self._sources()

    def actions(self) -> Iterable[Action]:
        """Keep it, or look at the answers again."""
        label = _("Keep it") if self._keeps else _("Finish")
        yield Action(label, "keep", key="Enter", main=True)
        if self._asks_on:
            label, short = _("Go on with the questions"), _("Go on")
            yield Action(label, "ask_on", key=keys.OTHERWISE, short=short)
        yield Action(_("Check answers"), "go_back", key=keys.BACK, short=_("Answers"))
        yield Action(_("Read on"), "scroll_pages(1)", key="Space", short=_("More"))
        yield Action(_("Sources"), "show_sources")
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def sentences(self) -> Iterable[str]:
        """What to do first, and the level; the reasons are the person's own answers."""
        from screener.speaking import digit_by_digit

        for step in self._summary.steps:
            yield digit_by_digit(step.text)
            for line in step.help:
                yield digit_by_digit(f"{line.name}: {line.reach}")
        main, *_others = _level_first(self._summary.ladders)
        yield _ladder_words(main, self._summary)

    def action_keep(self) -> None:
        """Go on to saving."""
        self.decide(Next.KEEP)

    def action_go_back(self) -> None:
        """Look at the answers again."""
        self.decide(Next.CHECK)

    def action_ask_on(self) -> None:
        """Go on with the questions that were left."""
        self.decide(Next.ASK_ON)

    def action_show_sources(self) -> None:
        """Go to where this comes from."""
        self.query_one("#sources").scroll_visible(top=True, animate=False)

    def _steps(self) -> Iterable[Widget]:
        for step in self._summary.steps:
            yield words(step.text, classes="urgent" if step.urgent else "lead step")
            numbers = "; ".join(f"{one.name}: {one.reach}" for one in step.help)
            if numbers:
                yield words(numbers, classes="muted")
        if open_safety := open_safety_words(self._summary):
            yield words(open_safety, classes="warning")
        yield words(
            _(
                "This is a starting point to discuss, not a diagnosis. {reviewed}"
            ).format(reviewed=self._summary.reviewed),
            classes="text",
        )

    def _brings(self) -> tuple[Told, ...]:
        return bring_lines(self._summary, keeps=self._keeps)

    def _fit(self) -> Iterable[Widget]:
        if fit := fit_lines(self._summary):
            yield _heading(
                _("How well an intensive outpatient program (IOP) would fit")
            )
            yield Hanging(*map(_sign, fit))

    def _sources(self) -> Iterable[Widget]:
        yield words(_("Where this comes from"), id="sources", classes="heading")
        told = [f"{one.title}: {one.locator}" for one in self._summary.sources]
        yield _points([*told, *self._summary.credits])


def _level_first(ladders: tuple[LadderLine, ...]) -> list[LadderLine]:
    return sorted(ladders, key=lambda ladder: ladder.id != LEVEL)


def _heading(text: str) -> Widget:
    return words(text, classes="heading")


def _point(text: str) -> Row:
    return Row("- ", text)


def _points(texts: Iterable[str]) -> Widget:
    return Hanging(*map(_point, texts))


def _said(text: str, *, indent: int = 2) -> Row:
    return Row(" " * indent, text, style="$text-muted")


def _sign(line: FitLine) -> Row:
    told = f"{_(FIT_WORDS[line.fit])}: {line.sign}"
    return _point(f"{told} {line.build}" if line.fit is Fit.BUILD else told)


def _why(ladder: LadderLine, summary: Summary) -> Iterable[Widget]:
    yield words(_("Why this level"), classes="heading first")
    yield Hanging(*_reasons(ladder, summary))
    yield _heading(_("Why not a higher level"))
    yield _points([more_words(summary, ladder)])


def _reasons(ladder: LadderLine, summary: Summary) -> Iterable[Row]:
    for number, told in enumerate(why_words(summary, ladder)):
        yield _point(told)
        if number == 0 and ladder.reasons:
            yield _said(_("You said:"))
            yield from (_said(one, indent=4) for one in because(ladder))
            yield _said(_(ENOUGH))


def _changes(ladder: LadderLine, summary: Summary) -> Iterable[Widget]:
    changes = list(change_words(summary, ladder))
    if changes:
        yield _heading(_("What could change it"))
        yield _points(changes)


def _about(ladder: LadderLine, summary: Summary) -> Iterable[Widget]:
    name = name_words(summary, ladder)
    about, *facts = about_lines(summary, ladder)
    yield _heading(_("What it is: {rung_name}").format(rung_name=name))
    yield words(about, classes="text")
    yield _points(facts)


def _others(ladders: list[LadderLine], summary: Summary) -> Iterable[Widget]:
    raised = [one for one in ladders if one.place_of(one.high)]
    if raised:
        yield _heading(_("Besides the level of care"))
        yield Hanging(*(row for ladder in raised for row in _other(ladder, summary)))


def _other(ladder: LadderLine, summary: Summary) -> Iterable[Row]:
    yield _point(_ladder_words(ladder, summary))
    yield from map(_said, ladder.reason_texts)


def _ladder_words(ladder: LadderLine, summary: Summary) -> str:
    return f"{ladder.name}: {place_words(summary, ladder)}."


def _weights(summary: Summary) -> Iterable[Widget]:
    ratings = weighed_ratings(summary)
    # The words alone: a number says too much, and too little, by itself.
    scales = [f"{one.name}: {one.band}" for one in summary.scales if one.band]
    if ratings or scales:
        yield _heading(_("How heavy each thing weighs"))
    if ratings:
        yield RatingBars(ratings)
    if scales:
        yield _points(scales)


def _counselor(summary: Summary) -> Iterable[Widget]:
    told = list(counselor_words(summary.counselor)) if summary.counselor else []
    if told:
        yield _heading(_(HEADING))
        yield _points(told)


def _told(heading: str, lines: tuple[Told, ...]) -> Iterable[Widget]:
    if lines:
        yield _heading(heading)
        yield _points(line.text for line in lines)
