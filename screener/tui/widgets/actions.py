"""The buttons of a screen: each names the key that does the same."""

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.events import Click, MouseMove
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from screener.tui.performance.painting import painted
from screener.tui.widgets.action import Action, Look, Rows, in_rows


class Actions(Widget, can_focus=True):
    """The row of buttons; where they do not all fit, several rows of them.

    It is one widget: Textual mounts, styles and lays out each one, on every screen.
    """

    # Only keys move the focus to a button, so that after a click Enter still presses
    # the button with Enter printed on it.
    FOCUS_ON_CLICK = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", show=False),
    ]

    DEFAULT_CSS = """
    Actions {
        width: 100%;
        height: auto;
        padding: 0 2;
        margin: 1 0;
        color: $foreground;
    }
    """

    def __init__(self, *actions: Action) -> None:
        """Show these buttons, in this order."""
        super().__init__()
        self._actions = actions
        self._withheld: frozenset[str] = frozenset()
        self.focused: Action | None = None
        """The one that has the focus."""
        self._under_mouse: Action | None = None
        self._rows_of: tuple[Look | None, Rows] = (None, Rows([], False))

    @property
    def offered(self) -> list[Action]:
        """What can be pressed now, in order."""
        return [action for action, _ in self._places()]

    def offers(self, action: str, parameters: tuple[object, ...] = ()) -> bool:
        """Return whether a button that can be pressed now runs this action.

        Args:
            action: The name of one of the screen's actions.
            parameters: What it is called with.
        """
        return any(
            parse(one.action)[1:] == (action, parameters)
            and one.name not in self._withheld
            for one in self._actions
        )

    def has(self, key: str) -> bool:
        """Return whether a key has no button, or one that can be pressed now.

        Args:
            key: As Textual names it.
        """
        names = [action.name for action in self._actions if key in action.keys]
        return not names or any(name not in self._withheld for name in names)

    def offer(self, name: str, *, offered: bool) -> None:
        """Show a button, or keep its room alone, so that no other button moves.

        Args:
            name: Its name.
            offered: Whether it is shown.
        """
        if offered != (name not in self._withheld):
            self._withheld ^= {name}
            if not offered and self.focused is not None and self.focused.name == name:
                self.focused = None
            self.refresh()

    def label(self, name: str, label: str, short: str) -> None:
        """Change the label of a button.

        Args:
            name: The name of the action.
            label: The new label.
            short: The new label where there is little room.
        """
        for place, action in enumerate(self._actions):
            if action.name == name and action.label != label:
                new = replace(action, label=label, short=short)
                self.focused = new if self.focused is action else self.focused
                actions = (*self._actions[:place], new, *self._actions[place + 1 :])
                self._actions = actions
                self._rows_of = (None, Rows([], False))
                self.refresh(layout=True)

    def region_of(self, name: str) -> Region:
        """Where a button stands within the widget.

        Args:
            name: Its name.

        Raises:
            LookupError: If there is none that can be pressed.
        """
        for action, region in self._places():
            if action.name == name:
                return region
        raise LookupError(f"no button {name!r}")

    def told(self, action: Action) -> str:
        """What a button says: its label, with its key before it where letters are keys.

        Args:
            action: The button.
        """
        look = self._look()
        return "".join(self._parts(action, look, self._placed(look)))

    # How they look

    def render_line(self, y: int) -> Strip:
        """One row of them."""
        look = self._look()
        placed = self._placed(look)
        parts, end = list[tuple[str, str, str]](), 0
        for one in placed.rows[y] if y < len(placed.rows) else ():
            if one.action.name in self._withheld:
                continue
            parts.append((" " * (one.left - end), "", ""))
            end = one.left + one.width
            style = self._style_of(one.action)
            edge, key, label = self._parts(one.action, look, placed)
            left = one.width - cell_len(edge + key + label)
            parts += (edge, "", style), (key, "bold", style)
            parts.append((label + " " * left, "", style))
        return painted(self, look.width, *parts, ("", "", ""))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as one row of them."""
        rows = self._placed(self._look(10_000)).rows
        return max(0, sum(one.width + 1 for row in rows for one in row) - 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows."""
        return len(self._placed(self._look(width)).rows)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show which one has the focus; at first, the first has it."""
        if has_focus and self.focused is None:
            self.enter()
        self.refresh()

    def _style_of(self, action: Action) -> str:
        if self.has_focus and action is self.focused:
            return "$primary on $background reverse" + " bold" * action.main
        under_mouse = action is self._under_mouse
        return "on $panel" + " bold" * action.main + " underline" * under_mouse

    def _look(self, width: int = 0) -> Look:
        screen = self.screen
        return Look(
            width or self.content_size.width,
            screen.has_class("-narrow"),
            screen.has_class("-wide"),
        )

    def _placed(self, look: Look) -> Rows:
        if look != self._rows_of[0]:
            self._rows_of = (look, in_rows(self._actions, look))
        return self._rows_of[1]

    def _places(self) -> Iterator[tuple[Action, Region]]:
        """What can be pressed now, in order, and where it stands within the widget."""
        left, top = self.gutter.left, self.gutter.top
        for y, row in enumerate(self._placed(self._look()).rows):
            for one in row:
                if one.action.name not in self._withheld:
                    yield one.action, Region(left + one.left, top + y, one.width, 1)

    def _parts(self, action: Action, look: Look, rows: Rows) -> tuple[str, str, str]:
        is_typing = self.screen.has_class("-typing")
        return action.parts(look, brief=rows.brief, is_typing=is_typing)

    # What is done with them

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Press only what has the focus: otherwise the key is one of the screen's."""
        return self.focused is not None

    async def action_press(self) -> None:
        """Do what the one with the focus says."""
        if self.focused is not None:
            await self.run_action(self.focused.target)

    def step(self, steps: int) -> bool:
        """Give the focus to the next one, or the one before.

        Args:
            steps: 1, or -1.

        Returns:
            Whether there is one.
        """
        offered = self.offered
        at = offered.index(self.focused) if self.focused in offered else -1
        if not 0 <= at + steps < len(offered):
            return False
        self.focused = offered[at + steps]
        self.refresh()
        return True

    def enter(self, *, last: bool = False) -> None:
        """Give the focus to the first, or to the last.

        Args:
            last: Whether to the last.
        """
        self.focused = next(iter(self.offered[::-1] if last else self.offered), None)
        self.refresh()

    def enter_at(self, name: str) -> None:
        """Give the focus to a button, if it can be pressed.

        Args:
            name: Its name.
        """
        self.focused = next((one for one in self.offered if one.name == name), None)
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Press it by mouse or touch."""
        action = self._at(event.x, event.y)
        if action is not None:
            self.call_later(self.run_action, action.target)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show what a click would press."""
        self._point_at(self._at(event.x, event.y))

    def on_leave(self) -> None:
        """Show it no more."""
        self._point_at(None)

    def _point_at(self, action: Action | None) -> None:
        if action is not self._under_mouse:
            self._under_mouse = action
            self.refresh()

    def _at(self, x: int, y: int) -> Action | None:
        for action, region in self._places():
            if region.contains(x, y):
                return action
        return None
