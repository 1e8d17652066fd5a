"""Where the person is: section, questions left, and a bar."""

from textual.content import Content
from textual.widget import Widget

from screener.interview import Progress, left_in_words
from screener.language import _


class ProgressLine(Widget):
    """Two rows: words, and a bar that never goes back by itself."""

    DEFAULT_CSS = """
    ProgressLine {
        dock: top;
        height: 2;
        padding: 0 2;
        color: $text-muted;
    }
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._section = self._place = self._left = ""
        self._share = 0.0

    def show(
        self,
        section: str,
        number: int,
        count: int,
        progress: Progress,
        *,
        quick: bool = False,
    ) -> None:
        """Show where the person is.

        Args:
            section: The section's title.
            number: The section's number, from 1.
            count: How many sections there are.
            progress: What is done and what is left.
            quick: Whether only the most that may be left is known.
        """
        self._section = section
        self._place = _("{number} of {count}").format(number=number, count=count)
        self._left = left_in_words(progress, quick=quick)
        self._share = progress.share
        self.refresh()

    def render(self) -> Content:
        """Words at both ends, then the bar."""
        width = self.content_size.width
        left, right = (
            _("Section {place}: {section}").format(
                place=self._place, section=self._section
            ),
            self._left,
        )
        if width < 60:
            left, right = self._section, self._left.partition(",")[0]
        if len(left) + len(right) >= width:
            left = ""  # half a name would say less than none
        gap = max(0, width - len(left) - len(right))
        full = round(width * self._share)
        return Content.assemble(
            (left, "bold"),
            " " * gap,
            right,
            "\n",
            ("█" * full, "$primary"),
            ("─" * (width - full), "$bar"),
        )
