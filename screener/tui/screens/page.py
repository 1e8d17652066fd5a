"""What every screen shares: a body that scrolls, buttons, crisis help at its foot."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, ClassVar, TypeAlias, TypeVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap, BindingType
from textual.dom import DOMNode
from textual.reactive import Reactive
from textual.widget import Widget
from textual.widgets import Static

from screener.language import N_, _
from screener.model import HelpLines
from screener.phone_numbers import keep_numbers_whole
from screener.sanitize import sanitize, show_bytes
from screener.tui import keys
from screener.tui.performance.flat import Body, Ground, Stack
from screener.tui.screens.shown import Shown
from screener.tui.screens.stray_word import StrayWord
from screener.tui.widgets import Action, Actions, CrisisLine
from screener.tui.widgets.room import Full

if TYPE_CHECKING:
    from screener.tui.safe_app import SafeApp
    from screener.tui.widgets.answer_list import AnswerList

T = TypeVar("T")

_READ_FIRST = N_("Please read this first. The keys work in a moment.")

_ENDS = frozenset(("enter",))
"""Keys that only end a word that is being typed."""

_ENDS_HURRIED = _ENDS.union("0123456789")
"""The same on a page that opens while a person may be typing "... in 1 hour"."""

Breakpoints: TypeAlias = list[tuple[int, str]] | None
"""The CSS class of a screen from each width or height on."""

CssPath: TypeAlias = str | PurePath | list[str | PurePath] | None
"""What Textual takes as the path of a style sheet."""

PAGE_CSS = Path(__file__).with_name("page.tcss")
"""What every screen looks like; a screen's own sheet comes after it."""


class Page(Ground, Shown[T]):
    """A screen of this program. Its result is what the person decided."""

    CSS_PATH: ClassVar[CssPath] = PAGE_CSS
    HORIZONTAL_BREAKPOINTS: Breakpoints = [  # noqa: RUF012 - Textual's own type
        (0, "-narrow"),
        (60, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS: Breakpoints = [(0, "-low"), (20, "-high")]  # noqa: RUF012
    AUTO_FOCUS = ""
    # What has the focus paints itself: Textual would paint the whole screen anew.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    IN_VISIT: ClassVar[bool] = True
    """Whether there may be answers, so that the app's own line stands above it."""
    MOVES: ClassVar[frozenset[str]] = frozenset(
        ("scroll_lines", "scroll_pages", "move", "choose")
    )
    """The actions that decide nothing, and need no button."""

    # Only keys of `MOVES`, and those that the foot or the help screen names: all
    # others come from the buttons, so that a key does nothing that is not offered.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,H,f1", "app.show_help", show=False),
        Binding("f9", "app.next_theme", show=False),
        # The body itself takes no focus, which would restyle everything in it.
        Binding("up", "scroll_lines(-1)", show=False),
        Binding("down", "scroll_lines(1)", show=False),
        Binding("home", "scroll_lines(-9999)", show=False),
        Binding("end", "scroll_lines(9999)", show=False),
        Binding("pageup", "scroll_pages(-1)", show=False),
        Binding("pagedown", "scroll_pages(1)", show=False),
    ]

    def __init__(self, help_lines: HelpLines) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region, shown at the foot.
        """
        super().__init__()
        self.help_lines = help_lines
        self._offered = Actions()
        self._stray_word = StrayWord(_ENDS_HURRIED if self.MUST_BE_READ else _ENDS)

    def compose(self) -> ComposeResult:
        """Place the body between the top and the buttons."""
        self._fit_from_the_start()
        offered = self._offer(*self.actions(), *self.shared_actions())
        if self.IN_VISIT:
            yield from cast("SafeApp", self.app).everywhere()
        yield from self.compose_top()
        with Body(id="body"):
            yield from self.compose_body()
        with Stack(id="foot"):
            yield from self.compose_foot()
            yield words("", id="keys", classes="muted")
            yield offered
            yield CrisisLine(self.help_lines)

    def _offer(self, *actions: Action) -> Actions:
        """Return the buttons, and bind the keys that are printed on them."""
        self._offered = Actions(*actions)
        self._bindings = self._merge_bindings()
        bound = self._bindings.key_to_bindings
        for action in actions:
            for key in action.keys:
                bound[key] = [Binding(key, action.action, show=False)]
        return self._offered

    def _fit_from_the_start(self) -> None:
        """Set the size classes before the first paint, not after it."""
        kinds = self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS
        for room, steps in zip(self.app.size, kinds, strict=True):
            reached = [step for step in steps or () if step[0] <= room]
            if reached:
                self.add_class(max(reached)[1])

    def say(self, message: str) -> None:
        """Say something of what was just done, where it is sure to be seen.

        Args:
            message: What the widget `#message` says; empty to say nothing any more.
        """
        told = self.query_one("#message", Static)
        told.update(message)
        if message:
            self.call_after_refresh(told.scroll_visible, animate=False)

    @on(Full)
    def _say_it_is_full(self, event: Full) -> None:
        if self.query("#message"):
            message = _(
                "There is room for {most} letters here. What came after them is not "
                "there."
            )
            self.say(message.format(most=event.most))
        else:
            self.app.bell()

    def action_scroll_lines(self, lines: int) -> None:
        """Read on, line by line, where not everything fits."""
        body = self.query_one("#body", Body)
        body.scroll_relative(y=lines, animate=False)

    def action_scroll_pages(self, pages: int) -> None:
        """Read on by as much as is in sight; two lines of it stay."""
        height = self.query_one("#body", Body).size.height
        self.action_scroll_lines(pages * max(1, height - 2))

    def shared_actions(self) -> Iterable[Action]:
        """Those after a screen's own: the next language, where there is one."""
        name = cast("SafeApp", self.app).next_language_name
        if name and not self.said_once:
            yield Action(name, "app.next_language", key=keys.LANGUAGE)

    # Buttons are one widget: Tab goes through them here, and not by a key of theirs, as
    # keys that come fast are on their way before the focus is.

    def focus_next(self, selector: str | type[Widget] = "*") -> Widget | None:
        """Go on to the next button, or to what takes the focus after them."""
        if self._steps_among_buttons(1):
            return self.focused
        return _entered(super().focus_next(selector))

    def focus_previous(self, selector: str | type[Widget] = "*") -> Widget | None:
        """Go back to the button before, or to what takes the focus before them."""
        if self._steps_among_buttons(-1):
            return self.focused
        return _entered(super().focus_previous(selector), last=True)

    def _steps_among_buttons(self, steps: int) -> bool:
        return isinstance(self.focused, Actions) and self.focused.step(steps)

    def watch_focused(self) -> None:
        """Hide letter keys from the buttons while a text field has the focus."""
        kinds = {kind.__name__ for kind in type(self.focused).__mro__}
        is_typing = bool(kinds & {"Input", "TextArea"})
        if is_typing != self.has_class("-typing"):
            # No style sheet uses this class, so nothing has to be restyled.
            self.set_class(is_typing, "-typing", update=False)
            for widget in self.query("Actions, CrisisLine"):
                widget.refresh()

    def on_key(self, event: events.Key) -> None:
        """Ignore the keys of a word typed outside any text field, and explain keys."""
        is_bound = self._is_bound(event.key)
        if self._stray_word.takes(event, is_bound=is_bound):
            event.stop()
            event.prevent_default()
            self._clear_cursors()
            if self._pause is not None:
                self._pause.wait_on()
            if self.open_to_keys:
                self._explain_typed_word(event.key, is_bound=is_bound)
        elif self.open_to_keys and not (is_bound and self._offered.has(event.key)):
            self._explain_key(event.key)
        elif self.is_whole:
            self._show_key_message("")

    def _explain_typed_word(self, key: str, *, is_bound: bool) -> None:
        """Explain the keys; the key that ended a word may have been meant."""
        if is_bound and not self._stray_word.is_begun:
            self._show_key_message(
                _(
                    "You typed letters, so that key did nothing. If you meant it, "
                    "press it again."
                )
            )
        else:
            self.wrong_key()

    def _is_bound(self, key: str) -> bool:
        """Return whether any binding exists for a key."""
        chain = self._binding_chain
        return any(key in bindings.key_to_bindings for _node, bindings in chain)

    def _clear_cursors(self) -> None:
        """Clear the cursors: a person who types words does not look at them."""
        for answers in self.query("AnswerList"):
            cast("AnswerList", answers).let_go()

    def wrong_key(self) -> None:
        """Explain the keys, after a key that does nothing."""
        self._show_key_message(
            _("That key does nothing here. The keys are on the buttons; h shows help.")
        )

    def _explain_key(self, key: str) -> None:
        languages = cast("SafeApp", self.app).languages
        if key == keys.LANGUAGE.lower() and len(languages) == 1:
            self._show_key_message(_("These questions are there in one language only."))
        else:
            self.wrong_key()

    def _show_key_message(self, message: str) -> None:
        line = self.query_one("#keys", Static)
        if line.content != message:  # the same text needs no new layout
            line.display = bool(message)
            line.update(message)

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """Whose keys count, from what has the focus outwards.

        Textual also asks of each key whether a field would take it, twice for each key
        that is pressed, and reads the names of all characters for it (0.4 MB). Fields
        keep what they take to themselves without being asked.
        """
        nodes: list[DOMNode] = [self, self.app]
        if self.focused is not None:
            nodes = self.focused.ancestors_with_self
        return [(node, node._bindings) for node in nodes]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Return whether an action is offered and keys count now."""
        if not self.takes_keys:
            return False
        if action in self.MOVES:
            return True
        return self._offered.offers(action, parameters) and self._may_act_yet(action)

    def _may_act_yet(self, action: str) -> bool:
        """Return whether an action may be taken yet; say so where it may not."""
        if not self.MUST_BE_READ or action == "read_aloud":
            return True
        if self._pause is not None and self._pause.lets_through():
            return True
        self._show_key_message(_(_READ_FIRST))
        self._end_of_pause()
        return False

    def _end_of_pause(self) -> None:
        """Remove the message about the pause when the pause ends."""
        left = self._pause.left() if self._pause is not None else 0.0
        if left > 0:
            self.set_timer(left, self._end_of_pause)
        elif self.query_one("#keys", Static).content == _(_READ_FIRST):
            self._show_key_message("")

    def let_go_of_lines(self) -> None:
        """Be drawn anew if it is shown once more; until then, none of it is kept."""
        if self._decided:
            for widget in self.walk_children(Widget, with_self=True):
                for one in (widget, *widget._get_virtual_dom()):
                    one._set_dirty()
                    one._render_cache.lines.clear()

    @property
    def takes_touch(self) -> bool:
        """Whether a mouse or a touch works here."""
        return cast("SafeApp", self.app).takes_touch

    @property
    def keeps(self) -> bool:
        """Whether there is a way to keep a summary."""
        return cast("SafeApp", self.app).keeps

    def compose_top(self) -> Iterable[Widget]:
        """What stays above the body; nothing unless a screen says so."""
        return ()

    def compose_body(self) -> ComposeResult:
        """What the screen shows."""
        raise NotImplementedError

    def compose_foot(self) -> Iterable[Widget]:
        """What stands above the buttons; nothing unless a screen says so."""
        return ()

    def actions(self) -> Iterable[Action]:
        """The buttons."""
        raise NotImplementedError


def _entered(focused: Widget | None, *, last: bool = False) -> Widget | None:
    if isinstance(focused, Actions):
        focused.enter(last=last)
    return focused


def words(text: str, *, id: str | None = None, classes: str = "") -> Static:
    """Return a widget with a text, in which `[...]` is not markup."""
    # A file name may hold any bytes, and comes here straight from the disk.
    harmless = sanitize(show_bytes(text))
    return Static(keep_numbers_whole(harmless), id=id, classes=classes, markup=False)
