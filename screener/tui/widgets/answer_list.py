"""The options of a question, chosen by digit, arrow keys, mouse or touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.events import Click, MouseMove
from textual.geometry import Region
from textual.message import Message

from screener.tui.performance.flat import Body
from screener.tui.widgets.hanging import Hanging, Row


@dataclass(frozen=True, slots=True)
class Choice:
    """One option as it is shown."""

    code: str
    text: str
    exclusive: bool = False
    """Cannot be ticked together with others."""


class AnswerList(Hanging, can_focus=True):
    """A list of options of which one, or any number, can be chosen.

    Nothing is chosen, and no row is under the cursor, until the person acts: pressing
    Enter again and again answers nothing.
    """

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
        margin: 1 0 0 0;
        color: $foreground;
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
        self._is_let_go = False
        """Whether the cursor is hidden and chooses nothing until it is moved."""
        self._under_mouse: int | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes chosen, as listed."""
        return tuple(one.code for one in self._choices if one.code in self._chosen)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Be styled no more: it looks the same with the focus and without."""

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
        self._is_let_go = False
        self._under_mouse = None  # it points at nothing that is asked now
        self._refresh_rows()

    def choose(self, codes: Sequence[str]) -> None:
        """Choose options by their codes, as far as they are among those shown.

        Args:
            codes: The codes.
        """
        known = {one.code for one in self._choices}
        self._chosen = known & {*codes}
        self._refresh_rows()

    def begun(self) -> object:
        """Return what is chosen, and where the cursor is."""
        return self.codes, self._cursor

    def resume(self, begun: object) -> None:
        """Show that again, as far as it is among the options."""
        codes, cursor = cast("tuple[tuple[str, ...], int | None]", begun)
        if cursor is None or cursor < len(self._choices):
            self._cursor = cursor
        self.choose(codes)

    def let_go(self) -> None:
        """Hide the cursor, and choose nothing at it, until it is moved."""
        if not self._is_let_go:
            self._is_let_go = True
            self._refresh_rows()

    def action_move(self, steps: int) -> None:
        """Move the cursor, and the focus to it; the first move down enters at the top.

        At either end, where not everything fits, it scrolls on: to the question above
        the options, or to what is below them. The focus comes along so that Enter goes
        on with the option, and does not press the button that had it before.
        """
        self.screen.set_focus(self, scroll_visible=False)
        last = len(self._choices) - 1
        before = self._cursor
        start = before if before is not None else (-1 if steps > 0 else 0)
        self._cursor = min(last, max(0, start + steps))
        self._is_let_go = False
        self._refresh_rows()
        if self._cursor != before:
            self.keep_in_sight()
        else:
            self._scroll_on(steps)

    def action_choose(self, place: int) -> bool:
        """Choose an option by its place, or untick it, and focus the list.

        Returns:
            Whether there is such an option.
        """
        if place >= len(self._choices):
            return False
        self.screen.set_focus(self, scroll_visible=False)
        self._cursor = place
        self._is_let_go = False
        self.action_mark()
        self.keep_in_sight()
        return True

    def action_mark(self) -> None:
        """Choose the option under the cursor, or take its tick away."""
        if self._pointed_at is None:
            return
        choice = self._choices[self._pointed_at]
        if not self._several:
            if self._chosen == {choice.code}:
                return
            self._chosen = {choice.code}
        elif choice.code in self._chosen:
            self._chosen.discard(choice.code)
        elif choice.exclusive:
            self._chosen = {choice.code}
        else:
            self._chosen -= {one.code for one in self._choices if one.exclusive}
            self._chosen.add(choice.code)
        self._refresh_rows()
        self._tell(self.Changed(self))

    def action_submit(self) -> None:
        """Go on: with the option under the cursor, or with what is ticked.

        Where several may be ticked and none is, Enter ticks the one under the cursor
        and stays, so that it can be seen.
        """
        if self._several and not self._chosen and self._pointed_at is not None:
            self.action_mark()
            return
        if not self._several:
            self.action_mark()
        self._tell(self.Submitted(self, self.codes))

    @property
    def _pointed_at(self) -> int | None:
        """The place of the option that Space and Enter choose."""
        return None if self._is_let_go else self._cursor

    def _tell(self, message: Message) -> None:
        """Tell the screen at once, and not each parent on the way up to it."""
        self.screen.post_message(message)

    def on_click(self, event: Click) -> None:
        """Choose what is clicked or touched."""
        place = self.row_at(event.y)
        if place is not None:
            self.action_choose(place)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show what a click would choose."""
        self._point_at(self.row_at(event.y))

    def on_leave(self) -> None:
        """Show it no more."""
        self._point_at(None)

    def _point_at(self, place: int | None) -> None:
        if place != self._under_mouse:
            self._under_mouse = place
            self._refresh_rows()

    def keep_in_sight(self) -> None:
        """Scroll until the option under the cursor is visible."""
        for body, place in self._cursor_places():
            body.scroll_to_region(place, animate=False)

    def _scroll_on(self, lines: int) -> None:
        """Scroll as far as the option under the cursor stays visible."""
        for body, place in self._cursor_places():
            height = body.scrollable_content_region.height
            first, last = sorted((place.y, place.bottom - height))
            y = min(last, max(first, round(body.scroll_y) + lines))
            body.scroll_to(y=y, animate=False)

    def _cursor_places(self) -> Iterator[tuple[Body, Region]]:
        """Yield what the list scrolls in, and where in it the cursor is, if it is."""
        bodies = (one for one in self.ancestors if isinstance(one, Body))
        body = next(bodies, None)
        if body is not None and self._cursor is not None:
            place = self.region_of(self._cursor).translate(self.region.offset)
            yield body, place.translate(body.scroll_offset - body.content_region.offset)

    def _refresh_rows(self) -> None:
        self.rows = [self._row(place) for place in range(len(self._choices))]

    def _row(self, place: int) -> Row:
        choice = self._choices[place]
        marked, cursor = choice.code in self._chosen, place == self._pointed_at
        opening, closing = "[]" if self._several else "()"
        box = f"{opening}{'x' if marked else ' '}{closing}"
        style = "bold $primary" if marked else ""
        if cursor or place == self._under_mouse:
            style += " on $panel"
        return Row(
            f" {'>' if cursor else ' '} {place + 1} {box} ", choice.text, style=style
        )
