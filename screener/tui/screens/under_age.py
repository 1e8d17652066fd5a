"""A kind exit for people under 18, with help made for them."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpKind
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action


class UnderAgeScreen(Page[bool]):
    """Say where young people find help; the result is whether to go back."""

    MUST_BE_READ = True

    def compose_body(self) -> ComposeResult:
        """What to do instead."""
        yield words(_("Thank you for asking for help"), classes="title")
        yield words(
            _(
                "These questions are made for adults. Their result would not be right "
                "for you. But you deserve help, and there are people for you to talk "
                "to:"
            ),
            classes="text",
        )
        # Without opening hours, so that everything fits on 80 by 24; the page of all
        # help lines has them.
        lines = self.help_lines.of(HelpKind.YOUTH, HelpKind.EMERGENCY)
        called = (
            f"{line.reach[:1].upper()}{line.reach[1:]}\n{line.name}. {line.about}"
            for line in lines
        )
        yield words("\n".join(called), classes="text")
        yield words(
            _(
                "You can also talk to a parent, a doctor, a school nurse or another "
                "adult you trust. If you are in a waiting room, please tell the desk."
            )
        )

    def actions(self) -> Iterable[Action]:
        """Leave, or go back after a slip."""
        yield Action(_("Leave"), "leave", key="1", main=True)
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", key="h")

    def action_leave(self) -> None:
        """Go away."""
        self.decide(False)

    def action_go_back(self) -> None:
        """It was a slip."""
        self.decide(True)
