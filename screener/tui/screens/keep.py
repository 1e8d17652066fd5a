"""Keep it: in which ways, who can read it, and what to leave out."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Self, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from screener.disk import is_new
from screener.language import N_, _
from screener.model import HelpLines, PrivateTopic
from screener.sanitize import on_one_line
from screener.summary import (
    PrintJob,
    Saved,
    Summary,
    save,
    save_for_staff,
)
from screener.tui.keys import BACK, HELP, OTHERWISE
from screener.tui.screens.keep_words import what_is_written
from screener.tui.screens.page import PAGE_CSS, CssPath, Page, words
from screener.tui.screens.ways import Taken, Ways
from screener.tui.widgets import Action, Actions
from screener.tui.widgets.answer_list import Choice
from screener.tui.widgets.busy_line import BusyLine
from screener.tui.widgets.folder_choice import FolderChoice
from screener.tui.widgets.topic_list import TopicList

if TYPE_CHECKING:
    from screener.tui.safe_app import SafeApp
    from screener.tui.screens.phone import PhoneScreen

SummarizeWithout = Callable[[frozenset[str]], Summary]
"""Makes the summary without these private topics."""

_PRINTED = N_("It is on its way to the printer. Please wait there.")
_LEAVES = {"save", "leave", "go_back"}
"""The actions after which another screen comes."""

_NOTHING_STAYS = N_("Nothing is saved on this computer when you finish.")


class KeepScreen(Page[Taken]):
    """Keep it or not: the result is how, so far or for good."""

    CSS_PATH: ClassVar[CssPath] = [PAGE_CSS, "keep.tcss"]
    MUST_BE_READ = True
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
        self._folder = ways.folder.absolute() if ways.folder else Path()

    def compose_body(self) -> ComposeResult:
        """What, where, who can read it, what to leave out."""
        ways = self._ways
        title = _("Keep your summary") if ways.any else _("Before you finish")
        yield words(title, classes="title")
        if ways.folder is None:
            yield words(_(_NOTHING_STAYS), classes="text")
        elif ways.read_by is None:
            files = what_is_written(locked=bool(self._passphrase))
            yield words(files, id="what", classes="text")
        else:
            told = _("If you save it, it can be read by {read_by}.").format(
                read_by=ways.read_by
            )
            yield words(told, classes="text")
        if self._topics and ways.any:
            yield words(
                _("Will someone else see it? Check what to leave out:"), classes="lead"
            )
            yield TopicList(id="topics")
        if self._asks_where:
            yield FolderChoice(self._folder)
        yield words(_("Tab goes to the buttons, Enter presses one."), classes="muted")
        yield BusyLine()

    def actions(self) -> Iterable[Action]:
        """All ways to save that are available; finish, or back."""
        ways = self._ways
        if ways.folder is not None:
            label = _("Save it for them") if ways.read_by else _("Save and finish")
            yield Action(label, "save", short=_("Save"), main=True)
        if ways.prints:
            yield Action(_("Print"), "print")
        if ways.qr_code:
            yield Action(_("To my phone"), "show_to_phone", short=_("Phone"))
        if self._asks_where:
            yield Action(_("Change folder"), "change_folder", short=_("Folder"))
            yield Action(_("Lock it"), "lock")
            yield Action(_("Don't save"), "leave")
        else:
            yield Action(_("Finish"), "leave", key=OTHERWISE)
        yield Action(_("Back"), "go_back", key=BACK)
        yield Action(_("Help lines"), "app.show_help", key=HELP, short=_("Help"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Stay while it is printed or saved, unless the whole program is left."""
        if action in _LEAVES and self.query_one(BusyLine).is_busy:
            return False
        return super().check_action(action, parameters)

    @property
    def _asks_where(self) -> bool:
        return self._ways.folder is not None and self._ways.read_by is None

    def on_mount(self) -> None:
        """Fill the list of topics, and focus it or else the first button."""
        choices = [Choice(topic.id, topic.name) for topic in self._topics]
        for topics in self.query(TopicList):
            topics.show(choices, several=True)
            topics.focus()
            return
        self._to_buttons()

    def action_choose(self, place: int) -> None:
        """Tick a topic by its digit, or explain the keys where no topic has it."""
        if not any(topics.action_choose(place) for topics in self.query(TopicList)):
            self.wrong_key()

    @on(TopicList.Submitted)
    def _to_buttons(self) -> None:
        """Focus the first button: Enter on it saves, if saving is offered."""
        buttons = self.query_one("#foot Actions", Actions)
        buttons.focus()
        buttons.enter()

    # Changing the folder is a separate step, which writes nothing.

    def action_change_folder(self) -> None:
        """Open the field for typing another folder."""
        self.query_one(FolderChoice).open()

    @on(FolderChoice.Closed)
    def _take_folder(self, event: FolderChoice.Closed) -> None:
        self._folder = event.folder
        self.query_one(BusyLine).say("")
        self._to_buttons()

    @on(FolderChoice.Refused)
    def _refuse_folder(self, event: FolderChoice.Refused) -> None:
        self.query_one(BusyLine).say(event.problem)

    # The ways

    def action_save(self) -> None:
        """Write the files; confirm a typed or new folder first."""
        choices = self.query(FolderChoice)
        if any(choice.is_open for choice in choices):
            # The typed folder counts, but the person sees its full path first.
            choices.first().take()
        elif self._asks_where and is_new(self._folder):
            self._ask_to_make()
        else:
            self._save()

    @work
    async def _ask_to_make(self) -> None:
        from screener.tui.screens.new_folder import NewFolderScreen

        app, folder = cast("SafeApp", self.app), on_one_line(self._folder)
        if await app.show(lambda: NewFolderScreen(app.help_lines, folder)):
            (await self._current())._save()

    def _save(self) -> None:
        write = save if self._asks_where else save_for_staff
        self.query_one(BusyLine).start(
            _("Saving."),
            partial(write, self._without_topics(), self._folder, self._passphrase),
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
        there_was_room = await cast("SafeApp", self.app).show(self._phone_screen)
        (await self._current())._shown(there_was_room)

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
        passphrase = await app.show(lambda: LockScreen(app.help_lines))
        (await self._current())._lock(passphrase)

    async def _current(self) -> "KeepScreen":
        """Return this screen in the current language, which may have changed above."""
        if self.showing is None:
            return self
        return cast("KeepScreen", await self.showing.current())

    def carry_over(self, before: Self) -> None:
        """Take over how it was kept, and locked, until now."""
        super().carry_over(before)
        self._taken = before._taken
        self._passphrase = before._passphrase
        self._folder = before._folder

    def _lock(self, passphrase: str | None) -> None:
        if passphrase is not None:
            self._passphrase = passphrase
            files = what_is_written(locked=bool(passphrase))
            self.query_one("#what", Static).update(files)

    def action_leave(self) -> None:
        """Finish without a file."""
        self.decide(replace(self._taken, is_over=True))

    def action_go_back(self) -> None:
        """Look at the result again."""
        self.decide(self._taken)

    def _without_topics(self) -> Summary:
        left_out = (code for topics in self.query(TopicList) for code in topics.codes)
        return self._summarize(frozenset(left_out))

    def _printed(self, _nothing: None) -> None:
        self._taken = replace(self._taken, printed=True)
        self.query_one(BusyLine).say(_(_PRINTED))

    def _shown(self, there_was_room: bool) -> None:
        seen = self._taken.photographed or there_was_room
        self._taken = replace(self._taken, photographed=seen)
