"""Text behind a mark: a list point, or an option; it wraps under itself."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Hanging(Widget):
    """A mark and words; the words keep their left edge when they wrap."""

    DEFAULT_CSS = """
    Hanging { height: auto; width: 100%; }
    """

    def __init__(
        self,
        head: str = "",
        text: str = "",
        *,
        head_style: str = "",
        classes: str = "",
    ) -> None:
        """Show words behind a mark.

        Args:
            head: The mark, with the space after it.
            text: The words, shown as they are: no markup.
            head_style: How the mark looks, such as `$primary`.
            classes: CSS classes.
        """
        super().__init__(classes=classes)
        self.head = head
        self._head_style = head_style
        self.text = text

    def render(self) -> Content:
        """The words with a hanging indent."""
        lines = self._lines(self.content_size.width)
        space = "\n" + " " * len(self.head)
        return Content.assemble((self.head, self._head_style), space.join(lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[str]:
        wrapped = Content(self.text).wrap(max(4, width - len(self.head)))
        return [line.plain.rstrip() for line in wrapped] or [""]
