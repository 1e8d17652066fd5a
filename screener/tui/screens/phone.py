"""The summary as a QR code, for a phone's camera."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.events import Resize
from textual.widgets import Static

from screener.language import N_, _
from screener.model import HelpLines
from screener.summary import QrCode, largest_that_fits
from screener.tui.performance.flat import Body, Stack
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action
from screener.tui.widgets.qr_picture import QrPicture

_TOO_SMALL = N_(
    "This window is too small for the square. Make it larger, or the letters smaller, "
    "or keep the summary in another way."
)


class PhoneScreen(Page[bool]):
    """Show a code; the result is whether there was room for it."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "phone.tcss"]

    def __init__(self, help_lines: HelpLines, texts: Sequence[str]) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            texts: What it may say, the fullest first.
        """
        super().__init__(help_lines)
        self._texts = texts
        self.code: QrCode | None = None
        """What is shown; `None` where there is no room."""

    def compose_body(self) -> ComposeResult:
        """The code, and its words beside or below."""
        yield QrPicture()
        with Stack(id="words"):
            yield words(_("For your phone"), classes="title")
            yield words("", id="how", classes="text")
            yield words("", id="said", classes="muted")

    def actions(self) -> Iterable[Action]:
        """Back."""
        yield Action(
            _("Back"), "go_back", key="Enter", also="escape,left,backspace", main=True
        )
        yield Action(_("Help lines"), "app.show_help", key="h", short=_("Help"))

    def on_resize(self, event: Resize) -> None:
        """Say as much as there is room for."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        body = self.query_one("#body", Body)
        room = body.content_size
        self.code = largest_that_fits(self._texts, room.width, 2 * room.height)
        self.query_one(QrPicture).show(self.code)
        side = self.code.side if self.code else 0
        self.set_class(room.width - side >= 30, "-beside")
        self.query_one("#how", Static).update(self._how())
        self.query_one("#said", Static).update(self.code.text if self.code else "")

    def _how(self) -> str:
        if self.code is None:
            return _(_TOO_SMALL)
        told = _(
            "Point your phone's camera at the square. It holds the words below and "
            "no more: no link, and nothing is sent. Anyone who points a camera at this "
            "screen can read them."
        )
        if self.code.text != self._texts[0]:
            told += _(" A larger window has room for more.")
        return told

    def action_go_back(self) -> None:
        """Go back to the ways of keeping it."""
        self.decide(self.code is not None)
