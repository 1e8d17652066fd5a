"""Keep it: what will be written, where, and what to leave out."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from screener.errors import SaveError
from screener.model import HelpLines, PrivateTopic
from screener.summary import Saved, can_make_pdf
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.widgets import Action, AnswerList, Choice

Save = Callable[[Path, frozenset[str]], Saved]
"""Saves to a folder, without these private topics; tells the files."""

_WITH_PDF = (
    "Three files with your answers and your result will be written: a page to print "
    "and hand over (PDF), the same in plain text, and one that this program can open "
    "again."
)
_WITHOUT_PDF = (
    "Two files with your answers and your result will be written: one to read or "
    "print, one that this program can open again."
)


class KeepScreen(Page[Saved | None]):
    """Save or not: the result is the files, none of them, or `None` to go back."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "keep.tcss"]
    READING = False
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
        Binding("left,backspace", "go_back", show=False),
    ]

    def __init__(
        self,
        help_lines: HelpLines,
        folder: Path,
        topics: Sequence[PrivateTopic],
        save: Save,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            folder: The folder that is offered.
            topics: What the person answered and may leave out.
            save: Saves the summary; raises `SaveError`.
        """
        super().__init__(help_lines)
        self._folder = folder
        self._topics = topics
        self._save = save

    def compose_body(self) -> ComposeResult:
        """What, where, who can read it, what to leave out."""
        yield words("Keep your summary", classes="title")
        yield words(
            f"{_WITH_PDF if can_make_pdf() else _WITHOUT_PDF} Only your user account "
            "on this computer can read them. Their names do not tell what they are.",
            classes="text",
        )
        if self._topics:
            yield words(
                "Will someone else see the file? Tick what to leave out of it:",
                classes="lead",
            )
            yield AnswerList(id="topics")
        yield words("Folder (you can type another):", id="where", classes="lead")
        yield Input(str(self._folder), compact=True)
        yield words("Enter saves. Tab goes to the buttons.", classes="muted")
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """Save, do not, or back."""
        yield Action("Save and finish", "save", short="Save", main=True)
        yield Action("Don't save", "leave")
        yield Action("Back to the result", "go_back", short="Back")
        yield Action("Help lines", "app.show_help")

    def on_mount(self) -> None:
        """Offer the topics."""
        self.query_one(Input).cursor_blink = False
        choices = [Choice(topic.id, topic.name) for topic in self._topics]
        for topics in self.query(AnswerList):
            topics.show(choices, several=True)
            topics.focus()

    def action_choose(self, place: int) -> None:
        """Tick a topic by its digit."""
        for topics in self.query(AnswerList):
            topics.action_choose(place)

    @on(AnswerList.Submitted)
    def _to_folder(self) -> None:
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the files, or say why that failed."""
        typed = self.query_one(Input).value.strip()
        out = [code for topics in self.query(AnswerList) for code in topics.codes]
        try:
            if not typed:
                raise SaveError(Path(), "No folder is named.")
            folder = Path(typed).expanduser()
            self.decide(self._save(folder, frozenset(out)))
        except SaveError as error:
            message = self.query_one("#message", Static)
            message.update(str(error))
            message.scroll_visible(animate=False)
        except RuntimeError:
            self.query_one("#message", Static).update(
                "That folder has a home (~) that is not known. Please type another."
            )

    def action_leave(self) -> None:
        """Finish without a file."""
        self.decide(Saved())

    def action_go_back(self) -> None:
        """Look at the result again."""
        self.decide(None)
