"""Buttons that name the key that does the same."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


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
        main: bool = False,
    ) -> None:
        """Make a button.

        Args:
            label: What it does, as a verb.
            action: The screen's action, such as `go_on`, or the app's, such as
                `app.show_help`; its name is also the button's id.
            key: The key that does the same, as printed on it.
            short: What it says where there is little room; `label` unless named.
            main: Whether it is the way on.
        """
        name = action.removeprefix("app.").rstrip(")").replace("(", "-")
        name = name.replace("_", "-")
        super().__init__(id=name, classes="-main" if main else "")
        self._label = label
        self._action = action if action.startswith("app.") else f"screen.{action}"
        self._key = key
        self._short = short or label

    def render(self) -> Content:
        """What it says, in all its width: reversed, it shows the focus."""
        told = self._told()
        return told.extend_right(max(0, self.content_size.width - told.cell_length))

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as what it says."""
        return self._told().cell_length

    def _told(self) -> Content:
        """The label, with its key before it where letters are keys."""
        narrow = self.screen.has_class("-narrow")
        label = self._short if narrow else self._label
        edge = "" if narrow else " "
        keyed = self._key and not self.screen.has_class("-typing")
        key = ((self._key, "bold"), " ") if keyed else ()
        return Content.assemble(edge, *key, label, edge)

    def on_click(self) -> None:
        """Press it by mouse or touch."""
        self.call_later(self.action_press)

    async def action_press(self) -> None:
        """Do what it says."""
        await self.run_action(self._action)


class Actions(Container):
    """The row of buttons; on a narrow screen, several rows."""

    DEFAULT_CSS = """
    Actions {
        layout: horizontal;
        height: 1;
        padding: 0 2;
        margin: 1 0;
    }
    """

    def __init__(self, *actions: Action) -> None:
        """Show these buttons, in this order."""
        super().__init__()
        self._actions = actions

    def compose(self) -> ComposeResult:
        """Place the buttons."""
        yield from self._actions
