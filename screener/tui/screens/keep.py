"""Keep it: in which ways, who can read it, and what to leave out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, Static

from screener.errors import PrintError, SaveError
from screener.model import HelpLines, PrivateTopic
from screener.summary import (
    Summary,
    can_make_pdf,
    print_summary,
    save,
    short_texts,
)
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.screens.phone import PhoneScreen
from screener.tui.screens.ways import Taken, Ways
from screener.tui.widgets import Action, AnswerList, Choice

SummarizeWithout = Callable[[frozenset[str]], Summary]
"""Makes the summary without these private topics."""

_WITH_PDF = (
    "Three files with your answers and your result will be written: a page to print "
    "and hand over (PDF), the same in plain text, and one that this program can open "
    "again."
)
_WITHOUT_PDF = (
    "Two files with your answers and your result will be written: one to read or "
    "print, one that this program can open again."
)
_OWN = (
    "Only your user account on this computer can read them. Their names do not tell "
    "what they are."
)
_PRINTED = "It is on its way to the printer. Please wait there."
_NOTHING_STAYS = "Nothing is saved on this computer when you finish."


class KeepScreen(Page[Taken | None]):
    """Keep it or not: the result is how, or `None` to go back."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "keep.tcss"]
    READING = False
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
        Binding("left,backspace", "go_back", show=False),
        Binding("p", "print", show=False),
        Binding("q", "show_to_phone", show=False),
        Binding("f", "leave", show=False),
    ]

    @dataclass
    class Printed(Message):
        """Posted when the printer has answered."""

        problem: str
        """What went wrong; empty where nothing did."""

    def __init__(
        self,
        help_lines: HelpLines,
        ways: Ways,
        topics: Sequence[PrivateTopic],
        summarize: SummarizeWithout,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            ways: How it can be kept.
            topics: What the person answered and may leave out.
            summarize: Makes the summary.
        """
        super().__init__(help_lines)
        self._ways = ways
        self._topics = topics
        self._summarize = summarize
        self._taken = Taken()

    def compose_body(self) -> ComposeResult:
        """What, where, who can read it, what to leave out."""
        ways = self._ways
        yield words("Keep your summary", classes="title")
        if ways.folder is None:
            yield words(_NOTHING_STAYS, classes="text")
        elif ways.read_by is None:
            what = _WITH_PDF if can_make_pdf() else _WITHOUT_PDF
            yield words(f"{what} {_OWN}", classes="text")
        else:
            told = f"If you save it, it can be read by {ways.read_by}."
            yield words(told, classes="text")
        if self._topics:
            yield words(
                "Will someone else see it? Tick what to leave out:", classes="lead"
            )
            yield AnswerList(id="topics")
        if self._asks_where:
            yield words("Folder (you can type another):", id="where", classes="lead")
            yield Input(str(ways.folder), compact=True)
            yield words("Enter saves. Tab goes to the buttons.", classes="muted")
        yield words("", id="message", classes="warning")

    def actions(self) -> Iterable[Action]:
        """The ways that there are; finish, or back."""
        ways, keys = self._ways, not self._asks_where
        if ways.folder is not None:
            label = "Save it for them" if ways.read_by else "Save and finish"
            yield Action(label, "save", short="Save", main=True)
        if ways.prints:
            yield Action("Print", "print", key="p" if keys else "")
        if ways.qr_code:
            key = "q" if keys else ""
            yield Action("To my phone", "show_to_phone", key=key, short="Phone")
        if self._asks_where:
            yield Action("Don't save", "leave")
        else:
            yield Action("Finish", "leave", key="f")
        yield Action("Back", "go_back", key="←" if keys else "")
        yield Action("Help lines", "app.show_help", short="Help")

    @property
    def _asks_where(self) -> bool:
        return self._ways.folder is not None and self._ways.read_by is None

    def on_mount(self) -> None:
        """Offer the topics."""
        for field in self.query(Input):
            field.cursor_blink = False
        choices = [Choice(topic.id, topic.name) for topic in self._topics]
        for topics in self.query(AnswerList):
            topics.show(choices, several=True)
            topics.focus()

    def action_choose(self, place: int) -> None:
        """Tick a topic by its digit."""
        for topics in self.query(AnswerList):
            topics.action_choose(place)

    @on(AnswerList.Submitted)
    def _to_folder(self) -> None:
        for field in self.query(Input):
            field.focus()

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the files, or say why that failed."""
        try:
            saved = save(self._without_topics(), self._folder())
        except SaveError as error:
            self._say(str(error))
        except RuntimeError:
            self._say(
                "That folder has a home (~) that is not known. Please type another."
            )
        else:
            self.decide(replace(self._taken, saved=saved))

    def action_print(self) -> None:
        """Print, without waiting for a printer that may not answer."""
        self._say("Printing.")
        Thread(target=self._print, args=(self._without_topics(),), daemon=True).start()

    def action_show_to_phone(self) -> None:
        """Show it as a QR code."""
        texts = short_texts(self._without_topics())
        self.app.push_screen(PhoneScreen(self.help_lines, texts), self._shown)

    def action_leave(self) -> None:
        """Finish without a file."""
        self.decide(self._taken)

    def action_go_back(self) -> None:
        """Look at the result again."""
        self.decide(None)

    def _without_topics(self) -> Summary:
        out = (code for topics in self.query(AnswerList) for code in topics.codes)
        return self._summarize(frozenset(out))

    def _folder(self) -> Path:
        if not self._asks_where:
            return self._ways.folder or Path()
        typed = self.query_one(Input).value.strip()
        if not typed:
            raise SaveError(Path(), "No folder is named.")
        return Path(typed).expanduser()

    def _print(self, summary: Summary) -> None:
        problem = ""
        try:
            print_summary(summary, self._ways.printer)
        except PrintError as error:
            problem = str(error)
        self.post_message(self.Printed(problem))

    @on(Printed)
    def _printed(self, event: Printed) -> None:
        self._taken = replace(
            self._taken, printed=self._taken.printed or not event.problem
        )
        self._say(
            event.problem or "It is on its way to the printer. Please wait there."
        )

    def _shown(self, there_was_room: bool | None) -> None:
        seen = self._taken.photographed or bool(there_was_room)
        self._taken = replace(self._taken, photographed=seen)

    def _say(self, told: str) -> None:
        message = self.query_one("#message", Static)
        message.update(told)
        message.scroll_visible(animate=False)
