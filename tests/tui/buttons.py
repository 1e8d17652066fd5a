"""The buttons of whatever screen is shown, as a person finds them."""

from typing import Any

from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot

from screener.tui.widgets import Actions


def buttons(app: App[Any]) -> list[str]:
    """The names of all that can be pressed, from left to right and down."""
    rows = app.screen.query(Actions)
    return [action.name for actions in rows for action in actions.offered]


def said(app: App[Any]) -> dict[str, tuple[str, Region]]:
    """What each button says, and where it stands on the screen."""
    return {
        action.name: (
            actions.told(action),
            actions.region_of(action.name).translate(actions.region.offset),
        )
        for actions in app.screen.query(Actions)
        for action in actions.offered
    }


async def click(pilot: Pilot[Any], name: str) -> None:
    """Click a button."""
    actions, at = _found(pilot.app, name)
    await pilot.click(actions, offset=at.offset)


async def hover(pilot: Pilot[Any], name: str) -> None:
    """Move the mouse to a button."""
    actions, at = _found(pilot.app, name)
    await pilot.hover(actions, offset=at.offset)


async def focus(pilot: Pilot[Any], name: str) -> None:
    """Go to a button with Tab."""
    for _ in range(30):
        for actions in pilot.app.screen.query(Actions):
            if actions.focused and actions.focused.name == name:
                return
        await pilot.press("tab")
    raise LookupError(f"Tab never comes to {name!r}")


def _found(app: App[Any], name: str) -> tuple[Actions, Region]:
    for actions in app.screen.query(Actions):
        if name in {action.name for action in actions.offered}:
            return actions, actions.region_of(name)
    raise LookupError(f"no button {name!r} among {buttons(app)}")
