"""The options of a question, chosen by digit, arrow keys, mouse or touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from screener.tui.widgets.hanging import Hanging


@dataclass(frozen=True, slots=True)
class Choice:
    """One option as it is shown."""

    code: str
    text: str
    exclusive: bool = False
    """Cannot be ticked together with others."""


class _Row(Hanging):
    """One option: cursor, digit, mark and text."""

    @dataclass
    class Pressed(Message):
        """Posted when the row is clicked or touched."""

        place: int

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place

    def show(self, head: str, text: str, *, marked: bool, cursor: bool) -> None:
        """Show an option in this row."""
        self.set_class(marked, "-marked")
        self.set_class(cursor, "-cursor")
        self.display = True
        if (head, text) != (self.head, self.text):
            taller = text != self.text
            self.head, self.text = head, text
            self.refresh(layout=taller)
        if cursor:
            self.scroll_visible(animate=False)

    def on_click(self) -> None:
        """Tell the list."""
        self.post_message(self.Pressed(self.place))


class AnswerList(Widget, can_focus=True):
    """A list of options of which one, or any number, can be chosen.

    Nothing is chosen, and no row is under the cursor, until the person acts: pressing
    Enter again and again answers nothing.
    """

    MOST = 9
    """Digits 1 to 9."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move(-9)", show=False),
        Binding("end", "move(9)", show=False),
        Binding("space", "mark", show=False),
        Binding("enter", "submit", show=False),
    ]

    DEFAULT_CSS = """
    AnswerList {
        height: auto;
        margin: 1 0 0 0;
        & _Row { height: auto; padding: 0 1; color: $foreground; }
        & _Row.-marked { color: $primary; text-style: bold; }
        & _Row.-cursor { background: $panel; }
        &:focus _Row.-cursor { background: $panel; }
        & _Row:hover { background: $panel; }
    }
    """

    @dataclass
    class Submitted(Message):
        """Posted when the person goes on."""

        answers: AnswerList
        """The list that posted the message."""
        codes: tuple[str, ...]
        """The codes chosen, as listed; empty where nothing is."""

        @property
        def control(self) -> AnswerList:
            """The list that `on` selectors match."""
            return self.answers

    @dataclass
    class Changed(Message):
        """Posted when the choice changes."""

        answers: AnswerList
        """The list that posted the message."""

    def __init__(self, *, id: str | None = None) -> None:
        """Make an empty list; `show` fills it."""
        super().__init__(id=id)
        self._choices: tuple[Choice, ...] = ()
        self._several = False
        self._chosen: set[str] = set()
        self._cursor: int | None = None

    def compose(self) -> ComposeResult:
        """Make all rows once; they are filled and emptied in place."""
        for place in range(self.MOST):
            yield _Row(place)

    def on_mount(self) -> None:
        """Show what was given before the rows were there."""
        self._refresh_rows()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes chosen, as listed."""
        return tuple(one.code for one in self._choices if one.code in self._chosen)

    def show(
        self, choices: Sequence[Choice], *, several: bool, chosen: Sequence[str] = ()
    ) -> None:
        """Show other options in place.

        Args:
            choices: At most nine.
            several: Whether more than one can be chosen.
            chosen: The codes chosen before.
        """
        self._choices = tuple(choices)
        self._several = several
        self._chosen = set(chosen)
        places = [i for i, one in enumerate(choices) if one.code in self._chosen]
        self._cursor = places[0] if places else None
        self._refresh_rows()

    def choose(self, codes: Sequence[str]) -> None:
        """Choose options by their codes, as far as they are among those shown.

        Args:
            codes: The codes.
        """
        known = {one.code for one in self._choices}
        self._chosen = known & {*codes}
        self._refresh_rows()

    def action_move(self, steps: int) -> None:
        """Move the cursor, and the focus to it; the first move down enters at the top.

        The focus comes along so that Enter goes on with the option, and does not press
        the button that had it before.
        """
        self.focus(scroll_visible=False)
        last = len(self._choices) - 1
        start = self._cursor if self._cursor is not None else (-1 if steps > 0 else 0)
        self._cursor = min(last, max(0, start + steps))
        self._refresh_rows()

    def action_choose(self, place: int) -> None:
        """Choose an option by its place, or untick it; the focus comes along."""
        if place < len(self._choices):
            self.focus(scroll_visible=False)
            self._cursor = place
            self.action_mark()

    def action_mark(self) -> None:
        """Choose the option under the cursor, or take its tick away."""
        if self._cursor is None:
            return
        choice = self._choices[self._cursor]
        if not self._several:
            self._chosen = {choice.code}
        elif choice.code in self._chosen:
            self._chosen.discard(choice.code)
        elif choice.exclusive:
            self._chosen = {choice.code}
        else:
            self._chosen -= {one.code for one in self._choices if one.exclusive}
            self._chosen.add(choice.code)
        self._refresh_rows()
        self.post_message(self.Changed(self))

    def action_submit(self) -> None:
        """Go on: with the option under the cursor, or with what is ticked.

        Where several may be ticked and none is, Enter ticks the one under the cursor
        and stays, so that it can be seen.
        """
        if self._several and not self._chosen and self._cursor is not None:
            self.action_mark()
            return
        if not self._several:
            self.action_mark()
        self.post_message(self.Submitted(self, self.codes))

    @on(_Row.Pressed)
    def _pressed(self, event: _Row.Pressed) -> None:
        event.stop()
        self.action_choose(event.place)

    def _refresh_rows(self) -> None:
        for row in self.query(_Row):
            if row.place >= len(self._choices):
                row.display = False
                continue
            choice = self._choices[row.place]
            marked, cursor = choice.code in self._chosen, row.place == self._cursor
            box = ("[x]" if marked else "[ ]") if self._several else ""
            dot = "" if self._several else ("(x)" if marked else "( )")
            head = f"{'>' if cursor else ' '} {row.place + 1} {box}{dot} "
            row.show(head, choice.text, marked=marked, cursor=cursor)
