"""A line that sends a page to the printer, and says how that goes."""

from dataclasses import dataclass
from threading import Thread

from textual import on
from textual.message import Message
from textual.widgets import Static

from screener.errors import PrintError
from screener.summary import PrintJob


class PrintLine(Static):
    """Empty until something is printed; then what became of it."""

    @dataclass
    class Printed(Message):
        """Posted when the printing system has taken the page."""

    @dataclass
    class _Ended(Message):
        problem: str

    def __init__(self) -> None:
        """Say nothing yet."""
        super().__init__(classes="warning", markup=False)
        self._job: PrintJob | None = None

    @property
    def is_printing(self) -> bool:
        """Whether the printing system has not answered yet."""
        return self._job is not None

    def send(self, job: PrintJob) -> None:
        """Print, without waiting; a second press meanwhile prints no second page."""
        if self._job is None:
            self._job = job
            self._say("Printing. One moment, please.")
            # No worker: the program would not end before a printer that is silent.
            Thread(target=self._send, args=(job,), daemon=True).start()

    def on_unmount(self) -> None:
        """Leave no half page behind when the person leaves."""
        if self._job is not None:
            self._job.cancel()

    def _send(self, job: PrintJob) -> None:
        problem = ""
        try:
            job.send()
        except PrintError as error:
            problem = str(error)
        self.post_message(self._Ended(problem))

    @on(_Ended)
    def _end(self, event: _Ended) -> None:
        self._job = None
        self._say(
            event.problem or "It is on its way to the printer. Please wait there."
        )
        if not event.problem:
            self.post_message(self.Printed())

    def _say(self, told: str) -> None:
        self.update(told)
        self.scroll_visible(animate=False)
