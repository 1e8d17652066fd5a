"""Keeps the journal of a running visit, whatever the disk does."""

import datetime
from pathlib import Path

from screener.clock import local_now
from screener.errors import JournalError
from screener.journal.journal import Journal
from screener.journal.step import Visit, step_of
from screener.language import _
from screener.model import Questionnaire


class Keeper:
    """Saves a visit as it goes, once that is switched on."""

    def __init__(
        self, path: Path | None, original: Questionnaire | None = None
    ) -> None:
        """Save nothing yet.

        Args:
            path: Where to save; `None` where nothing may ever be saved.
            original: What is asked, in the language it was written in; the visit's
                own questions unless named.
        """
        self._path = path
        self._original = original
        self._journal: Journal | None = None
        self._told = ""
        self._said_gone = False

    @property
    def is_on(self) -> bool:
        """Whether the visit is saved as it goes."""
        return self._journal is not None

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase locks what is saved."""
        return self._journal is not None and self._journal.is_locked

    @property
    def is_failing(self) -> bool:
        """Whether the last step could not be saved."""
        return bool(self._told)

    @property
    def path(self) -> Path:
        """Where it is saved, or would be.

        Raises:
            LookupError: If nothing may be saved.
        """
        if self._path is None:
            raise LookupError("nothing is saved here")
        return self._path

    def find(self) -> Journal | None:
        """The journal of an earlier visit that was not finished, if there is one.

        Raises:
            JournalError: If there is one that cannot be had.
        """
        return Journal.open(self._path) if self._path else None

    def switch_on(self, visit: Visit, passphrase: str = "") -> None:
        """Save from now on.

        Args:
            visit: How it stands.
            passphrase: What locks it, if anything; takes a second then.

        Raises:
            JournalError: If it cannot be saved.
        """
        journal = Journal.create(self.path, passphrase)
        try:
            journal.append(step_of(visit, _now(), self._original))
        except JournalError:
            journal.forget()
            raise
        self._journal = journal

    def go_on_with(self, journal: Journal) -> None:
        """Save on into the journal of the visit that is taken up again."""
        self._journal = journal

    def note(self, visit: Visit) -> str:
        """Save how it stands, where saving is on.

        Args:
            visit: The visit.

        Returns:
            What the person should hear, once: that it could not be saved, or had to be
            saved again. Usually nothing.
        """
        if self._journal is None:
            return ""
        try:
            was_gone = self._journal.append(step_of(visit, _now(), self._original))
        except JournalError as error:
            problem = str(error)
            told, self._told = self._told, problem
            return problem if problem != told else ""
        self._told = ""
        if was_gone and not self._said_gone:
            self._said_gone = True
            return _(
                "The file with your answers had been removed or moved. They have been "
                "saved again, all of them, in the same place: {path}"
            ).format(path=self._journal.path)
        return ""

    def close(self) -> None:
        """Let another window have what was saved."""
        if self._journal is not None:
            self._journal.close()

    def forget(self) -> str:
        """Overwrite and remove what was saved; save no more.

        Returns:
            What the person should hear: that it could not be removed, or nothing.
        """
        journal, self._journal = self._journal, None
        if journal is None:
            return ""
        try:
            journal.forget()
        except JournalError as error:
            return _(
                "Your answers could not be removed. {problem} They are in this "
                "file: {path}"
            ).format(problem=error.problem, path=journal.path)
        return ""


def _now() -> datetime.datetime:
    return local_now()
