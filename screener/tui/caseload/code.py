"""A new client's code."""

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from screener.caseload import is_client_code
from screener.caseload.client_code import LONGEST
from screener.interview.cry_reply import cry_told
from screener.language import _
from screener.scoring import reply_to
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.one_line import one_line


class CodeScreen(Page[str | None]):
    """The result is the code, or `None` to go back."""

    AUTO_FOCUS = "Input"

    def compose_body(self) -> ComposeResult:
        """What a code is, and the field."""
        yield words(_("A new client"), classes="title")
        yield words(
            _(
                "Give a code, not a name: letters, digits and hyphens, such as K7-22. "
                "Keep the list of codes and names somewhere else."
            ),
            classes="text",
        )
        yield one_line(LONGEST)
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """On, or back."""
        yield Action(_("Go on"), "go_on", key="Enter", main=True)
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    @on(Input.Submitted)
    def action_go_on(self) -> None:
        """Take the code, or say what one is."""
        code = self.query_one(Input).value.strip()
        if is_client_code(code):
            self.decide(code)
        else:
            problem = _(
                "Please use letters, digits and hyphens only. Leave out spaces."
            )
            reply = reply_to(code)
            self.say(problem if reply is None else cry_told(reply, self.help_lines))

    def action_go_back(self) -> None:
        """Back to the list."""
        self.decide(None)
