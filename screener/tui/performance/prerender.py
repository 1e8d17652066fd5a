"""Screens that are made while another one is read, so that nobody waits for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from textual.app import App

from screener.language import spoken
from screener.tui.screens.page import Page

_LAID_OUT = 0.1
"""Seconds after which a screen is likely to be; if not, less is drawn ahead."""

P = TypeVar("P", bound=Page[Any])


class _Kept(NamedTuple):
    page: Page[Any]
    of: object
    looks: object


class ScreenCache:
    """Keeps one screen of each class, in the looks of the moment."""

    def __init__(self, app: App[Any]) -> None:
        """Begin with none.

        Args:
            app: The app whose screens they are.
        """
        self._app = app
        self._kept: dict[type[Page[Any]], _Kept] = {}
        self._unwanted: list[Page[Any]] = []
        """Those that are kept no more, and were shown or not whole until now."""

    def screen(self, kind: type[P], make: Callable[[], P], of: object = None) -> P:
        """The screen that was kept, or another if it is not what would be made now.

        Args:
            kind: Its class.
            make: Makes another, which is kept from now on.
            of: What it tells of: it is the same screen only as long as that is so.
        """
        return self._find(kind, of) or self._keep(make(), of)

    def make(self, page: Page[Any]) -> None:
        """Make a kept screen whole behind the one that is shown.

        Args:
            page: The screen.
        """
        # It is composed, styled and laid out, and never shown: both steps are one.
        self._app.push_screen(page)
        self._app.pop_screen()
        self._app.set_timer(_LAID_OUT, lambda: _draw(page))

    def let_go(self, *kinds: type[Page[Any]]) -> None:
        """Keep screens no more, unless they are shown: hardly anybody comes back.

        Args:
            kinds: Their classes.
        """
        for kind in kinds:
            if kind in self._kept and not self._is_shown(self._kept[kind].page):
                self._drop(kind)

    def _find(self, kind: type[P], of: object) -> P | None:
        self._sweep()
        for kept in self._kept.values():
            page = kept.page
            if not isinstance(page, kind) or self._is_shown(page):
                continue
            if (kept.of, kept.looks) == (of, self._looks()):
                page.open_again()
                return page
        return None

    def _keep(self, page: P, of: object) -> P:
        kind = type(page)
        self._drop(kind)
        self._app.install_screen(page, f"{kind.__name__}-{id(page)}")
        self._kept[kind] = _Kept(page, of, self._looks())
        return page

    def _is_shown(self, page: Page[Any]) -> bool:
        return page in self._app.screen_stack

    def _looks(self) -> object:
        return spoken(), self._app.theme, self._app.size

    def _drop(self, kind: type[Page[Any]]) -> None:
        if kept := self._kept.pop(kind, None):
            self._unwanted.append(kept.page)
        self._sweep()

    def _sweep(self) -> None:
        """Remove what is kept no more, as soon as it is whole and not shown."""
        for page in list(self._unwanted):
            if page.is_whole and not self._is_shown(page):
                self._unwanted.remove(page)
                self._app.uninstall_screen(page)
                page.remove()


def _draw(page: Page[Any]) -> None:
    """Lay it out and draw it as if it were shown: both are kept until it changes.

    Textual does neither to the end, in public, before a screen is shown.
    """
    page._refresh_layout()
    page._layout_required = False
    page._compositor.render_full_update()
