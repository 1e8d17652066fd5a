"""Buttons that name the key that does the same."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from screener.tui.widgets.painting import painted


class Action(Widget, can_focus=True):
    """One button: runs an action of its screen when it is pressed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", show=False),
    ]

    DEFAULT_CSS = """
    Action {
        width: auto;
        height: 1;
        margin-right: 1;
        background: $panel;
        color: $foreground;
        &:hover { text-style: underline; }
        &.-main { text-style: bold; }
        &:focus { background: $background; color: $primary; text-style: reverse; }
    }
    """

    def __init__(
        self,
        label: str,
        action: str,
        *,
        key: str = "",
        short: str = "",
        bare: bool = False,
        main: bool = False,
    ) -> None:
        """Make a button.

        Args:
            label: What it does, as a verb.
            action: The screen's action, such as `go_on`, or the app's, such as
                `app.show_help`; its name is also the button's id.
            key: The key that does the same, as printed on it.
            short: What it says where there is little room; `label` unless named.
            bare: Whether the key goes without saying on a narrow screen.
            main: Whether it is the way on.
        """
        name = action.removeprefix("app.").rstrip(")").replace("(", "-")
        name = name.replace("_", "-")
        super().__init__(id=name, classes="-main" if main else "")
        self._label = label
        self._action = action if action.startswith("app.") else f"screen.{action}"
        self._key = key
        self._short = short or label
        self._bare = bare
        self.is_brief = False
        """Whether there is little room."""

    def render_line(self, y: int) -> Strip:
        """What it says, in all its width: reversed, it shows the focus."""
        edge, key, label = self._told(is_typing=self.screen.has_class("-typing"))
        parts = (edge, ""), (key, "bold"), (label, "")
        return painted(self, self.content_size.width, *parts)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as what it says."""
        return cell_len(self.told())

    def told(self) -> str:
        """The label, with its key before it where letters are keys."""
        return "".join(self._told(is_typing=self.screen.has_class("-typing")))

    @property
    def most_room(self) -> int:
        """The cells it takes with its key, whether letters are keys now or not."""
        return cell_len("".join(self._told(is_typing=False)))

    def _told(self, *, is_typing: bool) -> tuple[str, str, str]:
        narrow = self.screen.has_class("-narrow")
        label = self._short if self.is_brief or narrow else self._label
        edge = "" if narrow else " "
        hidden = is_typing or (narrow and self._bare)
        if self._key and not hidden:
            return edge, self._key, f" {label}{edge}"
        return edge, "", f"{label}{edge}"

    def on_click(self) -> None:
        """Press it by mouse or touch."""
        self.call_later(self.action_press)

    async def action_press(self) -> None:
        """Do what it says."""
        await self.run_action(self._action)


class Actions(Container):
    """The row of buttons; where they do not all fit, several rows of them."""

    DEFAULT_CSS = """
    Actions {
        layout: horizontal;
        height: auto;
        padding: 0 2;
        margin: 1 0;
        &.-rows {
            layout: grid;
            grid-rows: 1;
            grid-gutter: 0 1;
            & Action { width: 1fr; margin: 0; }
        }
    }
    """

    def __init__(self, *actions: Action) -> None:
        """Show these buttons, in this order."""
        super().__init__()
        self._actions = actions
        self._said: list[str] = []

    def compose(self) -> ComposeResult:
        """Place the buttons."""
        yield from self._actions

    def on_mount(self) -> None:
        """See whether they fit, before they are painted."""
        self.place_rows()

    def on_resize(self) -> None:
        """See whether they still fit."""
        self.place_rows()

    def place_rows(self) -> None:
        """Place them in one row, or in as few even ones as hold every word.

        While letters are typed they stay where they were with their keys.
        """
        shown = [one for one in self._actions if one.display]
        room = self.content_size.width or self.app.size.width - self.gutter.width
        if not shown or room <= 0:
            return
        for brief in (False, True):
            for one in shown:
                one.is_brief = brief
            widths = [one.most_room for one in shown]
            fits = sum(widths) + len(widths) <= room
            if fits:
                break
        self.set_class(not fits, "-rows")
        if not fits:
            most = max(1, (room + 1) // (max(widths) + 1))
            rows = -(-len(shown) // most)
            self.styles.grid_size_columns = -(-len(shown) // rows)
        said = [one.told() for one in shown]
        if said != self._said:  # what is the same already costs no new layout
            self._said = said
            for one in shown:  # in rows, all are as wide as their column
                one.refresh(layout=fits)
