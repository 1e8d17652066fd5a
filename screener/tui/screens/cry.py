"""The calm card after own words that are a cry for help."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.interview.cry_reply import cry_lines, cry_words
from screener.language import _
from screener.model import HelpLine, HelpLines, Reply
from screener.tui.screens.page import words
from screener.tui.screens.spoken_page import SpokenPage
from screener.tui.widgets import Action


class CryScreen(SpokenPage[bool]):
    """Say whom to call; the visit goes on after it, with all that was typed."""

    MUST_BE_READ = True

    def __init__(self, help_lines: HelpLines, reply: Reply) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            reply: How to answer.
        """
        super().__init__(help_lines)
        self._reply = reply

    def compose_body(self) -> ComposeResult:
        """Whom to call, and that nothing is lost."""
        for sentence in cry_words(self._reply):
            yield words(sentence, classes="lead")
        for line in self._lines():
            reach = line.reach[:1].upper() + line.reach[1:]
            yield words(f"{reach}\n{line.name}", classes="urgent")
        yield words(
            _("Everything you answered is still here. You can go on when you want."),
            classes="text",
        )

    def actions(self) -> Iterable[Action]:
        """Go on by number: a hurried person may press Enter twice."""
        yield Action(_("Go on"), "go_on", key="1")
        yield Action(
            _("All help lines"), "app.show_help", key="h", short=_("Help lines")
        )

    def action_go_on(self) -> None:
        """Go on with the visit."""
        self.decide(True)

    def sentences(self) -> Iterable[str]:
        """What is said, and whom to call."""
        from screener.speaking import digit_by_digit

        yield from cry_words(self._reply)
        for line in self._lines():
            yield digit_by_digit(f"{line.reach}. {line.name}")

    def _lines(self) -> tuple[HelpLine, ...]:
        return cry_lines(self._reply, self.help_lines)
