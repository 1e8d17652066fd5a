"""All help lines of the region, one key away from everywhere."""

from collections.abc import Iterable

from textual.app import ComposeResult

from screener.language import _
from screener.model import HelpKind
from screener.tui.screens.page import words
from screener.tui.screens.spoken_page import SpokenPage
from screener.tui.widgets import Action


class HelpScreen(SpokenPage[None]):
    """Show whom to call, the most urgent first."""

    def compose_body(self) -> ComposeResult:
        """One line after the other."""
        yield words(_("People who can help"), classes="title")
        for line in self.help_lines.of(*HelpKind):
            yield words(line.told, classes="text")
        how = (
            _(
                "Ctrl+X leaves fast, and so does a touch of those words in the corner "
                "below."
            )
            if self.takes_touch
            else _("Ctrl+X leaves fast.")
        )
        then = _("The screen clears at once. F9 changes the colors.")
        yield words(f"{how} {then}", classes="muted")

    def actions(self) -> Iterable[Action]:
        """Back to where the person was."""
        also = "left,backspace,escape"
        yield Action(_("Back"), "go_back", key="Enter", also=also, main=True)

    def sentences(self) -> Iterable[str]:
        """Whom to call, in the same order."""
        from screener.speaking import digit_by_digit

        for line in self.help_lines.of(*HelpKind):
            yield digit_by_digit(line.told)

    def _is_bound(self, key: str) -> bool:
        """Treat `h` as a plain letter while a word is being typed here."""
        is_letter = key in ("h", "H") and self._stray_word.is_begun
        return super()._is_bound(key) and not is_letter

    def action_go_back(self) -> None:
        """Go back to where the person was."""
        self.decide(None)
