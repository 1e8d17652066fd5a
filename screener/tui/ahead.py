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


class Ahead:
    """Keeps one screen of each class, in the looks of the moment."""

    def __init__(self, app: App[Any]) -> None:
        """Begin with none.

        Args:
            app: The app whose screens they are.
        """
        self._app = app
        self._kept: dict[type[Page[Any]], _Kept] = {}

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
            self._drop(kind)

    def _find(self, kind: type[P], of: object) -> P | None:
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
        kept = self._kept.get(kind)
        if kept is None or self._is_shown(kept.page):
            return
        del self._kept[kind]
        if kept.page.is_whole:  # if not, it stays unseen, and goes with the app
            self._app.uninstall_screen(kept.page)
            kept.page.remove()


def _draw(page: Page[Any]) -> None:
    """Lay it out and draw it as if it were shown: both are kept until it changes.

    Textual does neither to the end, in public, before a screen is shown.
    """
    page._refresh_layout()
    page._layout_required = False
    page._compositor.render_full_update()
