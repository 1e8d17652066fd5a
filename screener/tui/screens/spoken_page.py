"""A screen that can be read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from screener.language import _
from screener.tui import keys
from screener.tui.screens.page import Page, words
from screener.tui.widgets import Action

if TYPE_CHECKING:
    from screener.tui.reader import Reader
    from screener.tui.safe_app import SafeApp

T = TypeVar("T")


class SpokenPage(Page[T]):
    """Reads its main words aloud on a key; what a person answered is not among them."""

    @dataclass
    class _Ended(Message):
        problem: str

    def sentences(self) -> Iterable[str]:
        """What is read."""
        raise NotImplementedError

    @property
    def is_private(self) -> bool:
        """Whether the person is warned each time before it is read."""
        return True

    def compose_foot(self) -> Iterable[Widget]:
        """A line that tells how the reading goes; empty, it takes no room."""
        line = words("", id="aloud", classes="warning")
        line.display = False
        yield line

    def shared_actions(self) -> Iterable[Action]:
        """A button that reads aloud, where that is allowed; then the others."""
        if self._reader.is_allowed:
            label, short = _("Read aloud"), _("Aloud")
            yield Action(label, "read_aloud", key=keys.ALOUD, short=short)
        yield from super().shared_actions()

    def action_read_aloud(self) -> None:
        """Read aloud, or stop."""
        told = self._reader.press(
            tuple(self.sentences()),
            self._ended,
            private=self.is_private,
        )
        if told is not None:
            self._tell_aloud(told)

    def hush(self) -> None:
        """Stop reading: something else is shown."""
        self._reader.turn_away()
        self._tell_aloud("")

    def on_screen_suspend(self) -> None:
        """Stop when another screen comes."""
        self.hush()

    def on_unmount(self) -> None:
        """Stop when this screen goes."""
        self._reader.turn_away()

    def _ended(self, problem: str) -> None:
        self.post_message(self._Ended(problem))

    @on(_Ended)
    def _end(self, event: _Ended) -> None:
        if not self._reader.is_on:
            self._tell_aloud(event.problem)

    def _tell_aloud(self, told: str) -> None:
        # A screen may be covered by another before it is whole: then there is no line.
        for line in self.query("#aloud").results(Static):
            if line.content != told:  # what is the same already costs no new layout
                line.display = bool(told)
                line.update(told)

    @property
    def _reader(self) -> "Reader":
        return cast("SafeApp", self.app).reader
