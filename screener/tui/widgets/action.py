"""Buttons that name the key that does the same."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.events import Click, MouseDown, MouseMove
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from screener.tui.widgets.painting import painted


@dataclass(frozen=True, slots=True)
class Action:
    """One button."""

    label: str
    """What it does, as a verb."""
    action: str
    """The screen's action, such as `go_on`, or the app's, such as `app.show_help`."""
    key: str = ""
    """The key that does the same, as printed on it."""
    short: str = ""
    """What it says where there is little room; `label` unless named."""
    bare: bool = False
    """Whether the key goes without saying on a narrow screen."""
    main: bool = False
    """Whether it is the way on."""
    unless_wide: bool = False
    """Whether a wide screen does without it."""

    @property
    def name(self) -> str:
        """The name of the action, such as `go-on`."""
        name = self.action.removeprefix("app.").rstrip(")")
        return name.replace("(", "-").replace("_", "-")

    @property
    def target(self) -> str:
        """The action with its namespace, as Textual runs it."""
        here = self.action.startswith("app.")
        return self.action if here else f"screen.{self.action}"


class _Placed(NamedTuple):
    action: Action
    left: int
    width: int


class _Look(NamedTuple):
    """What decides the places, and what buttons say."""

    width: int
    is_narrow: bool
    is_wide: bool


class Actions(Widget, can_focus=True):
    """The row of buttons; where they do not all fit, several rows of them.

    It is one widget: a screen with one for each button takes half as long again to be
    made, and a third more memory.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", show=False),
        Binding("tab", "step(1)", show=False),
        Binding("shift+tab", "step(-1)", show=False),
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
        self._placed: tuple[_Look | None, bool, list[list[_Placed]]] = (None, False, [])
        """The rows, and whether words are short, for a look."""

    @property
    def offered(self) -> list[Action]:
        """What can be pressed now, in order."""
        placed = (one.action for row in self._rows(self._look()) for one in row)
        return [one for one in placed if one.name not in self._withheld]

    def withhold(self, *names: str) -> None:
        """Show all but some; their room is kept, so that no other button moves.

        Args:
            names: Their names.
        """
        if self._withheld != frozenset(names):
            self._withheld = frozenset(names)
            if self.focused is not None and self.focused.name in names:
                self.focused = None
            self.refresh()

    def region_of(self, name: str) -> Region:
        """Where a button stands within the widget.

        Args:
            name: Its name.

        Raises:
            LookupError: If there is none that can be pressed.
        """
        for y, row in enumerate(self._rows(self._look())):
            for one in row:
                if one.action.name == name and name not in self._withheld:
                    left, top = self.gutter.left, self.gutter.top
                    return Region(left + one.left, top + y, one.width, 1)
        raise LookupError(f"no button {name!r}")

    def told(self, action: Action) -> str:
        """What a button says: its label, with its key before it where letters are keys.

        Args:
            action: The button.
        """
        look = self._look()
        self._rows(look)
        return "".join(self._parts(action, look, brief=self._placed[1]))

    # How they look

    def render_line(self, y: int) -> Strip:
        """One row of them."""
        look = self._look()
        rows, parts, end = self._rows(look), list[tuple[str, str, str]](), 0
        for one in rows[y] if y < len(rows) else ():
            parts.append((" " * (one.left - end), "", ""))
            end = one.left + one.width
            if one.action.name in self._withheld:
                parts.append((" " * one.width, "", ""))
                continue
            style = self._style_of(one.action)
            edge, key, label = self._parts(one.action, look, brief=self._placed[1])
            left = one.width - cell_len(edge + key + label)
            parts += (edge, "", style), (key, "bold", style)
            parts.append((label + " " * left, "", style))
        return painted(self, look.width, *parts, ("", "", ""))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as one row of them."""
        rows = self._rows(self._look(10_000))
        return max(0, sum(one.width + 1 for row in rows for one in row) - 1)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows."""
        return len(self._rows(self._look(width)))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show which one has the focus; at first, the first has it."""
        if not has_focus:
            self.focused = None
        elif self.focused is None:
            self.focused = next(iter(self.offered), None)
        self.refresh()

    def _style_of(self, action: Action) -> str:
        if self.has_focus and action is self.focused:
            return "$primary on $background reverse" + " bold" * action.main
        under_mouse = action is self._under_mouse
        return "on $panel" + " bold" * action.main + " underline" * under_mouse

    def _look(self, width: int = 0) -> _Look:
        screen = self.screen
        return _Look(
            width or self.content_size.width,
            screen.has_class("-narrow"),
            screen.has_class("-wide"),
        )

    def _rows(self, look: _Look) -> list[list[_Placed]]:
        """One row, or as few even ones as hold every word.

        While letters are typed they stay where they were with their keys.
        """
        if look != self._placed[0]:
            there = [
                one for one in self._actions if not (one.unless_wide and look.is_wide)
            ]
            for brief in (False, True):
                widths = [self._width(one, look, brief=brief) for one in there]
                fits = sum(widths) + len(widths) <= look.width + 1
                if fits:
                    break
            places = _in_one_row(widths) if fits else _in_rows(widths, look.width)
            rows: list[list[_Placed]] = [[] for _ in {y for y, *_ in places}]
            for action, (y, left, width) in zip(there, places, strict=True):
                rows[y].append(_Placed(action, left, width))
            self._placed = (look, brief, rows)
        return self._placed[2]

    def _width(self, action: Action, look: _Look, *, brief: bool) -> int:
        parts = self._parts(action, look, brief=brief, is_typing=False)
        return cell_len("".join(parts))

    def _parts(
        self, action: Action, look: _Look, *, brief: bool, is_typing: bool | None = None
    ) -> tuple[str, str, str]:
        if is_typing is None:
            is_typing = self.screen.has_class("-typing")
        short = (brief or look.is_narrow) and action.short
        label, edge = short or action.label, "" if look.is_narrow else " "
        hidden = is_typing or (look.is_narrow and action.bare)
        if action.key and not hidden:
            return edge, action.key, f" {label}{edge}"
        return edge, "", f"{label}{edge}"

    # What is done with them

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Press only what has the focus: any other key is one of the screen's."""
        return action != "press" or self.focused is not None

    async def action_press(self) -> None:
        """Do what the one with the focus says."""
        if self.focused is not None:
            await self.run_action(self.focused.target)

    def action_step(self, steps: int) -> None:
        """Give the focus to the next one, or the one before; or away at the end."""
        offered = self.offered
        at = offered.index(self.focused) if self.focused in offered else -1
        if 0 <= at + steps < len(offered):
            self.focused = offered[at + steps]
        elif steps > 0:
            self.focused = None
            self.screen.focus_next()
        else:
            self.focused = None
            self.screen.focus_previous()
        if self.screen.focused is self and self.focused is None:
            self.enter(last=steps < 0)
        self.refresh()

    def enter(self, *, last: bool = False) -> None:
        """Give the focus to the first, or to the last.

        Args:
            last: Whether to the last.
        """
        self.focused = next(iter(self.offered[::-1] if last else self.offered), None)
        self.refresh()

    def on_mouse_down(self, event: MouseDown) -> None:
        """Give the focus to what is pressed; between two of them, to none."""
        self.focused = self._at(event.x, event.y)
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
        for one in self.offered:
            if self.region_of(one.name).contains(x, y):
                return one
        return None


def _in_one_row(widths: list[int]) -> list[tuple[int, int, int]]:
    """The row, left edge and width of each, one cell apart."""
    ends = [sum(widths[:n]) + n for n in range(len(widths))]
    return [(0, left, width) for left, width in zip(ends, widths, strict=True)]


def _in_rows(widths: list[int], room: int) -> list[tuple[int, int, int]]:
    """The row, left edge and width of each, in columns as wide as each other."""
    most = max(1, (room + 1) // (max(widths) + 1))
    rows = -(-len(widths) // most)
    columns = -(-len(widths) // rows)
    edges = [(room + 1) * n // columns for n in range(columns + 1)]
    return [
        (
            n // columns,
            edges[n % columns],
            edges[n % columns + 1] - edges[n % columns] - 1,
        )
        for n in range(len(widths))
    ]
