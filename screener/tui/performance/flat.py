"""What other widgets stand on, and that shows nothing but its color."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from screener.tui.widgets.answer_list import AnswerList


class Ground(Widget):
    """Is painted as one line, however high it is; it has no border.

    Textual would paint each line by itself, cut each for what stands on it, and keep
    all of them: half of what a whole screen takes. Its own `BLANK` would do without
    the filters that make it grey where no color is wanted.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """The same line again and again.

        Args:
            crop: The part of it that is seen.
        """
        line = Strip.blank(crop.width, self.visual_style.rich_style)
        _base, background = self.background_colors
        for one in self.get_line_filters():
            line = line.apply_filter(one, background)
        return [line] * crop.height


class Body(Ground, VerticalScroll, can_focus=False):
    """What is read, and scrolls where not all of it fits."""

    def on_resize(self) -> None:
        """Scroll to the cursor or focused field after the new layout."""
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        for answers in self.query("AnswerList"):
            cast("AnswerList", answers).keep_in_sight()
        for field in self.query("Input:focus, TextArea:focus"):
            field.scroll_visible(animate=False)


class Stack(Ground, Vertical):
    """One thing below the other."""
