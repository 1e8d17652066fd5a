"""Keep it: in which ways, who can read it, and what to leave out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from screener.errors import SaveError
from screener.language import _, later
from screener.model import HelpLines, PrivateTopic
from screener.summary import (
    PrintJob,
    Saved,
    Summary,
    can_make_pdf,
    save,
)
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.screens.ways import Taken, Ways
from screener.tui.widgets import Action
from screener.tui.widgets.answer_list import AnswerList, Choice
from screener.tui.widgets.busy_line import BusyLine
from screener.tui.widgets.one_line import one_line

if TYPE_CHECKING:
    from screener.tui.safe_app import SafeApp
    from screener.tui.screens.phone import PhoneScreen

SummarizeWithout = Callable[[frozenset[str]], Summary]
"""Makes the summary without these private topics."""

_WITH_PDF = later(
    "Three files with your answers and your result will be written: a page to print "
    "and hand over (PDF), the same in plain text, and one that this program can open "
    "again."
)
_WITHOUT_PDF = later(
    "Two files with your answers and your result will be written: one to read or "
    "print, one that this program can open again."
)
_OWN = later(
    "Only your user account on this computer can read them. Their names do not tell "
    "what they are."
)
_LOCKED = later(
    "One file will be written, locked with your passphrase. Without that, nobody can "
    "read it. Its name does not tell what it is."
)
_PRINTED = later("It is on its way to the printer. Please wait there.")
_LEAVES = {"save", "leave", "go_back"}
"""The actions after which another screen comes."""

_NOTHING_STAYS = later("Nothing is saved on this computer when you finish.")


class KeepScreen(Page[Taken]):
    """Keep it or not: the result is how, so far or for good."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "keep.tcss"]
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
    ]

    def __init__(
        self,
        help_lines: HelpLines,
        ways: Ways,
        topics: Sequence[PrivateTopic],
        summarize: SummarizeWithout,
        taken: Taken,
    ) -> None:
        """Prepare the screen.

        Args:
            help_lines: The help lines of the region.
            ways: How it can be kept.
            topics: What the person answered and may leave out.
            summarize: Makes the summary.
            taken: How it was kept until now.
        """
        super().__init__(help_lines)
        self._ways = ways
        self._topics = topics
        self._summarize = summarize
        self._taken = taken
        self._passphrase = ""

    def compose_body(self) -> ComposeResult:
        """What, where, who can read it, what to leave out."""
        ways = self._ways
        yield words(_("Keep your summary"), classes="title")
        if ways.folder is None:
            yield words(_(_NOTHING_STAYS), classes="text")
        elif ways.read_by is None:
            what = _(_WITH_PDF if can_make_pdf() else _WITHOUT_PDF)
            yield words(f"{what} {_(_OWN)}", id="what", classes="text")
        else:
            told = _("If you save it, it can be read by {read_by}.").format(
                read_by=ways.read_by
            )
            yield words(told, classes="text")
        if self._topics:
            yield words(
                _("Will someone else see it? Tick what to leave out:"), classes="lead"
            )
            yield AnswerList(id="topics")
        if self._asks_where:
            yield words(_("Folder (you can type another):"), id="where", classes="lead")
            yield one_line(4096, str(ways.folder))
            yield words(_("Enter saves. Tab goes to the buttons."), classes="muted")
        yield BusyLine()

    def actions(self) -> Iterable[Action]:
        """The ways that there are; finish, or back."""
        ways, keys = self._ways, not self._asks_where
        if ways.folder is not None:
            label = _("Save it for them") if ways.read_by else _("Save and finish")
            yield Action(label, "save", short=_("Save"), main=True)
        if ways.prints:
            yield Action(_("Print"), "print", key="p" if keys else "")
        if ways.qr_code:
            key = "q" if keys else ""
            yield Action(_("To my phone"), "show_to_phone", key=key, short=_("Phone"))
        if self._asks_where:
            yield Action(_("Lock it"), "lock")
            yield Action(_("Don't save"), "leave")
        else:
            yield Action(_("Finish"), "leave", key="f")
        yield Action(_("Back"), "go_back", key="←" if keys else "")
        yield Action(_("Help lines"), "app.show_help", short=_("Help"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Stay while it is printed or saved, unless the whole program is left."""
        if action in _LEAVES and self.query_one(BusyLine).is_busy:
            return False
        return super().check_action(action, parameters)

    @property
    def _asks_where(self) -> bool:
        return self._ways.folder is not None and self._ways.read_by is None

    def on_mount(self) -> None:
        """Offer the topics."""
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
    async def _save_from_folder(self) -> None:
        await self.run_action("save")

    def action_save(self) -> None:
        """Write the files, or say why that failed."""
        line = self.query_one(BusyLine)
        try:
            folder = self._folder()
        except SaveError as error:
            line.say(str(error))
        else:
            line.start(
                _("Saving."),
                partial(save, self._without_topics(), folder, self._passphrase),
                self._end,
            )

    def _end(self, saved: Saved) -> None:
        self.decide(replace(self._taken, saved=saved, is_over=True))

    def action_print(self) -> None:
        """Print it."""
        job = PrintJob(self._without_topics(), self._ways.printer)
        self.query_one(BusyLine).start(
            _("Printing. One moment, please."),
            job.send,
            self._printed,
            cancel=job.cancel,
        )

    def action_show_to_phone(self) -> None:
        """Show it as a QR code."""
        self._show_to_phone()

    @work
    async def _show_to_phone(self) -> None:
        app = cast("SafeApp", self.app)
        self._shown(await app.show(self._phone_screen))

    def _phone_screen(self) -> "PhoneScreen":
        from screener.summary import short_texts
        from screener.tui.screens.phone import PhoneScreen

        return PhoneScreen(
            cast("SafeApp", self.app).help_lines, short_texts(self._without_topics())
        )

    def action_lock(self) -> None:
        """Take a passphrase for the file, or take it away again."""
        self._ask_passphrase()

    @work
    async def _ask_passphrase(self) -> None:
        from screener.tui.screens.lock import LockScreen

        app = cast("SafeApp", self.app)
        self._lock(await app.show(lambda: LockScreen(app.help_lines)))

    def carry_over(self, before: Self) -> None:
        """Take over how it was kept, and locked, until now."""
        super().carry_over(before)
        self._taken = before._taken
        self._passphrase = before._passphrase

    def _lock(self, passphrase: str | None) -> None:
        if passphrase is not None:
            self._passphrase = passphrase
            what = _(_WITH_PDF if can_make_pdf() else _WITHOUT_PDF)
            told = _(_LOCKED) if passphrase else f"{what} {_(_OWN)}"
            self.query_one("#what", Static).update(told)

    def action_leave(self) -> None:
        """Finish without a file."""
        self.decide(replace(self._taken, is_over=True))

    def action_go_back(self) -> None:
        """Look at the result again."""
        self.decide(self._taken)

    def _without_topics(self) -> Summary:
        out = (code for topics in self.query(AnswerList) for code in topics.codes)
        return self._summarize(frozenset(out))

    def _folder(self) -> Path:
        if not self._asks_where:
            return self._ways.folder or Path()
        typed = self.query_one(Input).value.strip()
        if not typed:
            raise SaveError(Path(), _("No folder is named."))
        try:
            return Path(typed).expanduser()
        except RuntimeError as error:
            raise SaveError(Path(typed), _("Its home (~) is not known.")) from error

    def _printed(self, _nothing: None) -> None:
        self._taken = replace(self._taken, printed=True)
        self.query_one(BusyLine).say(_(_PRINTED))

    def _shown(self, there_was_room: bool) -> None:
        seen = self._taken.photographed or there_was_room
        self._taken = replace(self._taken, photographed=seen)
