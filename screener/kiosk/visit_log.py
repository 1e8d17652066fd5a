"""What a clinic keeps of visits that are over, if it wants to keep anything."""

import time
from pathlib import Path

from screener.kiosk.counts import Counts, How, append_line
from screener.kiosk.status_pipe import START, VisitStatus


class VisitLog:
    """Counts visits, and notes what broke; never a word that was said."""

    def __init__(self, counts: Path | None = None, errors: Path | None = None) -> None:
        """Open it.

        Args:
            counts: Where visits are counted, if they are.
            errors: Where staff finds what broke, if anywhere.
        """
        self._counts = Counts(counts)
        self._errors = errors

    def ended(self, heard: VisitStatus, seconds: float) -> None:
        """Count a visit that is over, if one had begun.

        Args:
            heard: What it told.
            seconds: How long it took.
        """
        if heard.stage != START:
            how = How.FINISHED if heard.finished else How.STOPPED
            self._counts.add(how, heard.stage, seconds)

    def broke(self, heard: VisitStatus, seconds: float) -> str:
        """Count a visit that broke, and note what did.

        Args:
            heard: What it told.
            seconds: How long it took.

        Returns:
            What broke.
        """
        self._counts.add(How.BROKE, heard.stage, seconds)
        report = heard.error or "the program hung, or was ended"
        if self._errors:
            append_line(self._errors, f"{time.strftime('%F %T')} {report}\n")
        return report
