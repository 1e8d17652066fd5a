"""The full path of the folder to save in, and a field for another folder."""

from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input, Static

from screener.disk import is_new, typed_folder
from screener.interview.cry_reply import reply_to_folder
from screener.language import _
from screener.model import Reply
from screener.sanitize import on_one_line
from screener.tui.performance.flat import Stack
from screener.tui.widgets.one_line import one_line

_OPEN = "-open"


class FolderChoice(Stack):
    """Shows where a summary will be saved; the field is closed at first."""

    BINDINGS = [Binding("escape", "close", show=False)]  # noqa: RUF012 - Textual's own
    DEFAULT_CSS = """
    FolderChoice {
        height: auto;
        & Static { height: auto; max-width: 92; }
        & #change { display: none; height: auto; }
        & #change.-open { display: block; }
    }
    """

    @dataclass
    class Closed(Message):
        """Posted when the field is left, with or without another folder in it."""

        folder: Path
        """The full path of the folder."""

    @dataclass
    class Refused(Message):
        """Posted when what was typed is not a folder."""

        problem: str

    @dataclass
    class Cried(Message):
        """Posted when what was typed is a cry for help, for the app to answer."""

        reply: Reply

    def __init__(self, folder: Path) -> None:
        """Prepare the widget.

        Args:
            folder: The full path of the folder that is offered.
        """
        super().__init__()
        self._folder = folder

    def compose(self) -> ComposeResult:
        """The path, and below it the field, which is closed."""
        yield Static(_("It will be saved in this folder:"), markup=False)
        yield Static(self._words(), id="folder", classes="lead", markup=False)
        with Stack(id="change"):
            how = _("Type another folder, then Enter. Esc leaves it as it was.")
            yield Static(how, markup=False)
            yield one_line(4096, on_one_line(self._folder), id="typed")

    def open(self) -> None:
        """Open the field, filled with the present folder."""
        self.query_one("#change").add_class(_OPEN)
        field = self.query_one("#typed", Input)
        field.value = on_one_line(self._folder)
        field.focus()

    def action_close(self) -> None:
        """Close the field without changing the folder."""
        self.query_one("#change").remove_class(_OPEN)
        self.query_one("#folder", Static).update(self._words())
        self.post_message(self.Closed(self._folder))

    @property
    def is_open(self) -> bool:
        """Whether the field is open."""
        return self.query_one("#change").has_class(_OPEN)

    @on(Input.Submitted)
    def take(self) -> None:
        """Use the typed folder, if it is valid, and close the field."""
        field = self.query_one("#typed", Input)
        typed = field.value
        reply = reply_to_folder(typed, on_one_line(self._folder))
        if reply is not None:
            field.value = on_one_line(self._folder)
            self.post_message(self.Cried(reply))
            return
        try:
            if typed != on_one_line(self._folder):
                self._folder = typed_folder(typed)
        except ValueError as error:
            field.focus()
            self.post_message(self.Refused(str(error)))
        else:
            self.action_close()

    def _words(self) -> str:
        shown = on_one_line(self._folder)
        if not is_new(self._folder):
            return shown
        new = _("(It does not exist yet. You are asked before it is made.)")
        return f"{shown}\n{new}"
