"""Screens that are made while another one is read, so that nobody waits for them."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from textual.app import App, ScreenStackError

from screener.language import spoken
from screener.tui.screens.page import Page

_LAID_OUT = 0.1
"""Seconds after which a screen is likely to be; if not, less is drawn ahead."""

P = TypeVar("P", bound=Page[Any])


class _Kept(NamedTuple):
    page: Page[Any]
    of: object
    looks: object


class Ahead:
    """Keeps one screen of each class, in the looks of the moment."""

    def __init__(self, app: App[Any]) -> None:
        """Begin with none.

        Args:
            app: The app whose screens they are.
        """
        self._app = app
        self._kept: dict[type[Page[Any]], _Kept] = {}

    def keep(self, page: P, of: object = None) -> P:
        """Keep a screen, so that it stays whole when it is left.

        Args:
            page: The screen; one of its class that was kept before goes.
            of: What it tells of: it is found again only if that is still so.

        Returns:
            The screen.
        """
        kind = type(page)
        self._drop(kind)
        self._app.install_screen(page, f"{kind.__name__}-{id(page)}")
        self._kept[kind] = _Kept(page, of, self._looks())
        return page

    def make(self, page: Page[Any]) -> None:
        """Make a kept screen whole behind the one that is shown.

        Args:
            page: The screen.
        """
        # It is composed, styled and laid out, and never shown: both steps are one.
        self._app.push_screen(page)
        self._app.pop_screen()
        self._app.set_timer(_LAID_OUT, lambda: _draw(page))

    def find(self, kind: type[P], of: object = None) -> P | None:
        """The screen that was kept, if it still is what would be made now.

        Args:
            kind: Its class.
            of: What it is to tell of.
        """
        for kept in self._kept.values():
            page = kept.page
            if not isinstance(page, kind) or page in self._app.screen_stack:
                continue
            if (kept.of, kept.looks) == (of, self._looks()):
                page.open_again()
                return page
        return None

    def let_go(self, *kinds: type[Page[Any]]) -> None:
        """Keep screens no more: they have been left, and hardly anybody comes back.

        Args:
            kinds: Their classes.
        """
        for kind in kinds:
            self._drop(kind)

    def _looks(self) -> object:
        return spoken(), self._app.theme, self._app.size

    def _drop(self, kind: type[Page[Any]]) -> None:
        kept = self._kept.pop(kind, None)
        if kept is None:
            return
        with suppress(ScreenStackError):  # it is shown, and goes when it is left
            self._app.uninstall_screen(kept.page)
            if kept.page.is_attached:
                kept.page.remove()


def _draw(page: Page[Any]) -> None:
    """Draw what will be in sight: each widget keeps its lines until they change."""
    for widget in page.query("*"):
        if widget.region.overlaps(page.region):
            widget.render_lines(widget.size.region)
