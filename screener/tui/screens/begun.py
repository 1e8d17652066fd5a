"""What a person has begun on a screen: it survives a change of the language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast, runtime_checkable

from textual.widget import Widget

from screener.tui.performance.flat import Body
from screener.tui.widgets import Actions

if TYPE_CHECKING:
    from textual.screen import Screen

OPEN = "-open"
"""The class of a panel that the person has opened."""


@runtime_checkable
class _Fillable(Protocol):
    """A widget that holds what a person typed, ticked or pointed at."""

    def begun(self) -> object:
        """Return all that the person did in it."""

    def resume(self, begun: object) -> None:
        """Show that again."""


class Begun(NamedTuple):
    """The state of a screen that is not yet an answer."""

    filled: tuple[object, ...] = ()
    """What each field and list holds, in their order on the screen."""
    opened: tuple[str, ...] = ()
    """The ids of the panels that are open."""
    focus: tuple[str, int] | None = None
    """The class of the widget with the focus, and its place among those."""
    button: str = ""
    """The name of the button with the focus."""
    scrolled: float = 0.0
    """How far the body is scrolled."""


def begun_on(screen: Screen[Any]) -> Begun:
    """Return what was begun on a screen.

    Args:
        screen: Mounted, and not yet left.
    """
    focused = screen.focused
    buttons = focused if isinstance(focused, Actions) else None
    return Begun(
        tuple(_state(widget) for widget in _fillable(screen)),
        tuple(panel.id for panel in screen.query(f".{OPEN}") if panel.id),
        _place(screen, focused) if focused is not None else None,
        buttons.focused.name if buttons and buttons.focused else "",
        next((body.scroll_y for body in screen.query(Body)), 0.0),
    )


def resume(screen: Screen[Any], begun: Begun) -> None:
    """Show what was begun on the same screen in another language.

    Args:
        screen: All its widgets are there.
        begun: What was begun.
    """
    for widget, state in zip(_fillable(screen), begun.filled, strict=False):
        _restore(widget, state)
    for id in begun.opened:
        for panel in screen.query(f"#{id}"):
            panel.add_class(OPEN)
    _focus(screen, begun)
    for body in screen.query(Body):
        screen.call_after_refresh(body.scroll_to, y=begun.scrolled, animate=False)


def _fillable(screen: Screen[Any]) -> list[Widget]:
    shown = screen.query("Input, TextArea, AnswerList, OptionList, DataTable")
    return [widget for widget in shown if widget.display]


def _state(widget: Widget) -> object:
    """Return what a field holds, and where its cursor is."""
    if isinstance(widget, _Fillable):
        return widget.begun()
    from textual.widgets import Input, OptionList, TextArea

    if isinstance(widget, Input):
        return widget.value, widget.cursor_position
    if isinstance(widget, TextArea):
        return widget.text, widget.cursor_location
    return widget.highlighted if isinstance(widget, OptionList) else None


def _restore(widget: Widget, state: object) -> None:
    if isinstance(widget, _Fillable):
        widget.resume(state)
        return
    from textual.widgets import Input, OptionList, TextArea

    if isinstance(widget, Input):
        widget.value, widget.cursor_position = cast("tuple[str, int]", state)
    elif isinstance(widget, TextArea):
        text, cursor = cast("tuple[str, tuple[int, int]]", state)
        widget.load_text(text)
        widget.move_cursor(cursor)
    elif isinstance(widget, OptionList):
        widget.highlighted = cast("int | None", state)


def _place(screen: Screen[Any], focused: Widget) -> tuple[str, int]:
    """Return how to find a widget on the same screen in another language."""
    name = type(focused).__name__
    same = list(_named(screen, name))
    return name, same.index(focused) if focused in same else 0


def _named(screen: Screen[Any], name: str) -> Iterator[Widget]:
    """Yield the widgets of a class that are shown."""
    return (widget for widget in screen.query(name) if widget.display)


def _focus(screen: Screen[Any], begun: Begun) -> None:
    if begun.focus is None:
        return
    name, place = begun.focus
    for widget in list(_named(screen, name))[place : place + 1]:
        if isinstance(widget, Actions):
            widget.enter_at(begun.button)
        widget.focus(scroll_visible=False)
