"""One visit to a kiosk: invited, asked, told, handed over; then it is over."""

import datetime
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual.driver import Driver
from textual.events import Event, InputEvent, Key, MouseEvent, MouseMove, MouseUp
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from screener.catalog import Editions
from screener.kiosk import (
    SHORTEST,
    STAFF,
    KioskSettings,
    PinTry,
    StatusPipe,
    WrongPins,
    is_pin,
)
from screener.kiosk.own_process import report_of
from screener.kiosk.status_pipe import RESULT, START
from screener.language import _, date_words, ngettext, spoken
from screener.model import HelpLines, Questionnaire, Review
from screener.summary import can_print
from screener.tui import reading_pause
from screener.tui.app import ScreenerApp
from screener.tui.kiosk.bar import KioskBar
from screener.tui.kiosk.invite import Invited, InviteScreen
from screener.tui.kiosk.staff import StaffScreen
from screener.tui.kiosk.still_there import StillThereScreen
from screener.tui.reading_pause import ReadingPause
from screener.tui.screens.keep import KeepScreen
from screener.tui.screens.result import ResultScreen
from screener.tui.screens.ways import Ways
from screener.tui.widgets import CrisisLine

_AFTER = (ResultScreen, KeepScreen)
"""Where the result has been shown."""

WAITING = 50
"""More keys than these waiting to be looked at are not a person's."""


START_PATIENCE = 30.0
"""Seconds for which a language or colors chosen at the start wait for a visit."""


def allowed_ways(settings: KioskSettings) -> Ways:
    """Return the ways to keep a summary that a clinic allows.

    Args:
        settings: What the clinic decided.
    """
    allowed, file = settings.hand_off, settings.hand_off.file
    return Ways(
        file.folder if file else None,
        read_by=file.read_by if file else None,
        prints=allowed.print and can_print(),
        printer=allowed.printer,
        qr_code=allowed.qr_code,
    )


class KioskVisit(ScreenerApp):
    """A visit that nobody leaves but to the next one."""

    ENDING_SIGNALS: ClassVar[Sequence[str]] = ("SIGTERM", "SIGHUP")

    def __init__(
        self,
        settings: KioskSettings,
        questionnaire: Questionnaire,
        help_lines: HelpLines,
        line: StatusPipe,
        wrong_pins: WrongPins,
        *,
        reviews: Sequence[Review] = (),
        clock: Callable[[], float] = time.monotonic,
        editions: Editions | None = None,
        for_staff: str = "",
    ) -> None:
        """Prepare a visit.

        Args:
            settings: What the clinic decided.
            questionnaire: What is asked.
            help_lines: The help lines of the region.
            line: To the host.
            wrong_pins: Wrong tries of staff before this visit.
            reviews: Who has reviewed the questionnaire.
            clock: Tells seconds, and never goes back.
            editions: The same questions in other languages too.
            for_staff: What staff should know once they have typed the PIN.
        """
        super().__init__(
            questionnaire,
            help_lines,
            Path(),
            theme=settings.theme,
            quick=settings.questions == "quick",
            reviews=reviews,
            editions=editions,
        )
        self.reader.is_allowed = settings.read_aloud
        self.takes_touch = settings.mouse
        self._settings = settings
        self._line = line
        self._wrong_pins = wrong_pins
        self._for_staff = for_staff
        self._is_pin_short = False
        self.clock = clock
        self._active = clock()
        self._pause = ReadingPause(clock, 0.0)
        """Until a key counts, where one asks whether somebody is there, and after."""

    def get_driver_class(self) -> type[Driver]:
        """Throw pastes and floods away."""
        from screener.tui.kiosk.guarded_driver import GuardedDriver

        return GuardedDriver

    def on_mount(self) -> None:
        """Watch whether somebody is there, and tell the host that all is well."""
        self._line.at(START)
        self.set_interval(1.0, self.look_around)

    async def walk(self) -> int:
        """Invite somebody, then hold the visit; give the exit code."""
        if self._has_another_language:
            self.tell_in(self.languages[0])
        while await self._invited() is Invited.STAFF:
            if await self.show(self._staff_screen):
                await self.say(self._staff_notice())
                return STAFF
        return await super().walk()

    async def _invited(self) -> Invited:
        return await self.show(
            lambda: InviteScreen(
                self.help_lines,
                self.questionnaire,
                self._settings.clinic,
                self.notice(),
                self.languages,
            )
        )

    def notice(self) -> str | None:
        """What else the start screen says."""
        return self._settings.notice

    def ways(self) -> Ways:
        """Those that the clinic allows."""
        return allowed_ways(self._settings)

    @property
    def keeps(self) -> bool:
        """Whether the clinic allows any way to keep a summary."""
        return self.ways().any

    def _staff_screen(self) -> StaffScreen:
        return StaffScreen(self.help_lines, self._try_pin, self._wait)

    def _wait(self) -> float:
        return self._wrong_pins.wait()

    def _try_pin(self, pin: str) -> PinTry:
        if self._wrong_pins.wait():
            return PinTry.TOO_SOON
        if (known := self._settings.pin) and is_pin(pin, known):
            self._is_pin_short = len(pin) < SHORTEST
            return PinTry.RIGHT
        self._wrong_pins = self._wrong_pins.one_more()
        self._line.wrong_pin()
        return PinTry.WRONG

    def _staff_notice(self) -> str:
        """What staff should know before they leave."""
        notes = [self._for_staff]
        if guesses := self._wrong_pins.guesses:
            since = datetime.timedelta(seconds=self._wrong_pins.since_last())
            last = datetime.datetime.now().astimezone() - since
            notes.append(
                ngettext(
                    "A wrong PIN was typed {n} time since this kiosk was started, on "
                    "{day} at {time}.",
                    "A wrong PIN was typed {n} times since this kiosk was started, the "
                    "last time on {day} at {time}.",
                    guesses,
                ).format(n=guesses, day=date_words(last.date()), time=f"{last:%H:%M}")
            )
        if self._is_pin_short:
            notes.append(
                _(
                    "This PIN is too short. Make one of {n} digits or more: "
                    "screener kiosk-pin"
                ).format(n=SHORTEST)
            )
        return "\n\n".join(filter(None, notes))

    # Leaving

    def everywhere(self) -> Iterable[Widget]:
        """On every screen of a visit, a button that ends it."""
        yield KioskBar(self._settings.clinic)

    def action_ask_to_leave(self) -> None:
        """Ask before answers are lost; from the start screen only staff leaves."""
        if isinstance(self.screen, InviteScreen):
            if self._settings.pin:
                self.screen.action_staff()
        elif not isinstance(self.screen, StaffScreen):
            super().action_ask_to_leave()

    def action_quick_exit(self) -> None:
        """End the visit at once; a start as it was set up is one already."""
        if not isinstance(self.screen, InviteScreen) or self._has_choices:
            self.exit()

    def what_is_kept(self) -> str:
        """Return nothing: the host says it, and nobody here is shown a path."""
        return ""

    def _handle_exception(self, error: Exception) -> None:
        """Tell the host what broke, without a word of what was said."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if not self._exit:
            self._line.error(report_of(cause))
        super()._handle_exception(error)

    # Whether somebody is there

    async def on_event(self, event: Event) -> None:
        """Take what a person does, at a person's speed, as a sign of life."""
        if isinstance(event, InputEvent) and not event.is_forwarded:
            leaves = self._leaves_fast(event)
            if isinstance(event, Key) and self._waiting() > WAITING and not leaves:
                return
            if not isinstance(event, MouseMove):
                self._active = self.clock()
            if not leaves and self._is_swallowed(event):
                self.ends_cry(event)
                return
        await super().on_event(event)

    def _leaves_fast(self, event: InputEvent) -> bool:
        """Return whether it is the key, or a touch of the corner, that leaves fast."""
        if isinstance(event, Key):
            return event.key == "ctrl+x"
        if not isinstance(event, MouseEvent) or isinstance(event, MouseMove):
            return False
        return any(
            foot.leaves_at(event.x - foot.region.x, event.y - foot.region.y)
            for foot in self.screen.query(CrisisLine)
        )

    def _waiting(self) -> int:
        ahead = [self, self.screen, *filter(None, [self.focused])]
        return sum(one.message_queue_size for one in ahead)

    def _is_swallowed(self, event: InputEvent) -> bool:
        """Return whether an event is taken as a sign of life, and as nothing else."""
        if isinstance(self.screen, StillThereScreen):
            self._come_back(event)
            return True
        return isinstance(event, Key) and not self._pause.lets_through()

    def _come_back(self, event: InputEvent) -> None:
        """Go back at a key or touch, once the question can have been seen."""
        asks_for_help = isinstance(event, Key) and event.key == "h"
        if not isinstance(event, (Key, MouseUp)) or not self.screen.is_current:
            return
        if asks_for_help or self._pause.lets_through():
            self._pause = ReadingPause(self.clock, reading_pause.CALM)
            self.pop_screen()
            if asks_for_help:
                self.action_show_help()

    def look_around(self) -> None:
        """See whether somebody is there; warn, and then clear."""
        if not self.screen_stack:  # it is being left
            return
        self._line.at(self._stage())
        if isinstance(self.screen, InviteScreen):
            self._let_choices_go()
            return
        idle = self.idle()
        if idle < 0:
            return
        left = round(self._settings.idle.warning - idle)
        if left <= 0:
            self.exit()
        elif isinstance(self.screen, StillThereScreen):
            self.screen.left(left)
        else:
            self._pause = ReadingPause(self.clock)
            self.push_screen(StillThereScreen(self.help_lines, left))

    def _let_choices_go(self) -> None:
        """Begin again as the clinic set it up, once nobody goes on from the start."""
        if self._has_choices and self.clock() - self._active >= START_PATIENCE:
            self.exit()

    @property
    def _has_choices(self) -> bool:
        """Whether a language, colors or a cry for help remain from someone before."""
        others = self._has_another_language, self.theme != self._settings.theme
        return any(others) or self.has_cried

    @property
    def _has_another_language(self) -> bool:
        """Whether another language is spoken than the clinic's own."""
        return spoken() not in self.languages[:1] and bool(self.languages)

    def idle(self) -> float:
        """For how many seconds it has been too long that nobody was there."""
        idle = self._settings.idle
        patience = idle.result if self._shows(*_AFTER) else idle.questions
        return self.clock() - self._active - patience

    def _stage(self) -> str:
        """Where the visit stands, for the host."""
        if self._shows(InviteScreen, StaffScreen):
            return START
        if self._shows(*_AFTER):
            return RESULT
        if not self.interview.answers:
            return "welcome"
        return self.interview.item.section if self.interview.at else "check"

    def _shows(self, *kinds: type[Screen[Any]]) -> bool:
        return any(isinstance(one, kinds) for one in self.screen_stack)
