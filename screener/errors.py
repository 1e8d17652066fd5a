"""The errors that screener raises on purpose; only the command line prints them.

ScreenerError
├── QuestionnaireError   a questionnaire cannot be used as written
├── ComposingError       questionnaires cannot be asked together
├── TranslationError     a translation cannot be used as written
├── LanguageError        something is not there in a language that was asked for
├── HelpLinesError       a file of help lines cannot be used as written
├── AnswerError          answers do not fit the questionnaire
├── SummaryFileError     a saved summary cannot be read back
├── OtherVersionError    a saved summary was made with another questionnaire
├── FolderError          a folder of summaries cannot be looked into
├── SaveError            a file could not be written
├── JournalError         a visit cannot be saved as it goes
│   └── EarlierVisitError   what an earlier visit saved cannot be used
├── PassphraseError      a passphrase does not open what it should
├── LockedFileError      a locked file cannot be opened, whatever the passphrase
├── KioskSettingsError   a kiosk cannot be run with these settings
├── ServingError         visits in browsers cannot be served
├── PrintError           a summary could not be printed
├── SpeechError          the screen cannot be read aloud
├── PopulationError      many people's answers cannot be placed
├── PathError            a file or folder that was named cannot be used
└── PdfError             a page could not be typeset
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from screener.harmless import clean_lines, excerpt, on_one_line
from screener.language import _

_MOST_PROBLEMS = 1_000
"""So many problems of one file are shown; a file that is of another kind has more."""

_LONGEST_PART = 1_000
"""Characters of each part of a problem that are shown."""


class ScreenerError(Exception):
    """Base of the errors that people see as a message, never as a traceback."""

    def __init__(self, message: str) -> None:
        """Say it, harmlessly: names and values of any file may be in it.

        Args:
            message: One or more lines.
        """
        super().__init__(clean_lines(message))


class Problem(NamedTuple):
    """One thing that is wrong with a file."""

    file: str
    """The file's name."""
    place: str
    """The key or the thing it stands under, such as `item suicide-now`."""
    what: str
    """What is wrong."""
    mend: str
    """What to do about it."""

    def __str__(self) -> str:
        told = _("{file}: {place}: {what} To mend it: {mend}")
        return told.format(**self._asdict())

    def shortened(self) -> "Problem":
        """Return the same problem, clean, with words of the file that are not endless.

        Names and values of the file may stand in every part of it.
        """
        return Problem(*(excerpt(part, _LONGEST_PART) for part in self))


class _ProblemsError(ScreenerError):
    """Says all problems of one folder or file at once."""

    def __init__(self, headline: str, problems: Sequence[Problem], footer: str) -> None:
        shown = tuple(problem.shortened() for problem in problems[:_MOST_PROBLEMS])
        lines = [on_one_line(headline), *(f"  - {problem}" for problem in shown)]
        if left := len(problems) - len(shown):
            lines.append(_("  - and {count} more").format(count=f"{left:,}"))
        super().__init__("\n".join((*lines, footer)))
        self.problems = shown


class QuestionnaireError(_ProblemsError):
    """A questionnaire cannot be used as written."""

    def __init__(self, folder: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            folder: The questionnaire's folder.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            f"{folder} is not a usable questionnaire:",
            problems,
            "The keys of a questionnaire are described in questions/README.md.",
        )


class ComposingError(_ProblemsError):
    """Questionnaires cannot be asked together."""

    def __init__(self, ids: Sequence[str], problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            ids: The questionnaires, the one that decides first.
            problems: What is wrong; each names the questionnaire that it is in.
        """
        super().__init__(
            f"These cannot be asked together: {', '.join(ids)}",
            problems,
            "questions/README.md says how one is added to another.",
        )


class TranslationError(_ProblemsError):
    """A translation cannot be used as written."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            path: The file.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            f"{path} is not a usable translation:",
            problems,
            "questions/README.md describes translations; `screener translation` "
            "prints one with every place that is still empty.",
        )


class LanguageError(ScreenerError):
    """Something is not there in a language that was asked for."""

    def __init__(self, language: str, missing: Path, there: Sequence[str]) -> None:
        """Say what is missing, and which languages there are.

        Args:
            language: The code of the language.
            missing: The file that is not there.
            there: The codes of the languages that can be used.
        """
        super().__init__(
            _(
                "This cannot be asked in `{language}`: there is no {missing}. It can "
                "be asked in: {languages}."
            ).format(language=language, missing=missing, languages=", ".join(there))
        )


class HelpLinesError(_ProblemsError):
    """A file of help lines cannot be used as written."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            path: The file.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            f"{path} is not a usable file of help lines:",
            problems,
            "Its keys are described in questions/README.md.",
        )


class AnswerError(_ProblemsError):
    """Answers do not fit the questionnaire."""

    def __init__(self, source: str, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            source: The file or line the answers came from.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            _("{source}: these answers cannot be placed:").format(source=source),
            problems,
            _("`screener items` lists the questions and their options."),
        )


class SummaryFileError(_ProblemsError):
    """A saved summary cannot be read back."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            path: The file.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            _("{path} cannot be read as a summary:").format(path=path),
            problems,
            _("The file was not changed."),
        )


class OtherVersionError(ScreenerError):
    """A saved summary was made with another questionnaire than the one at hand."""

    def __init__(
        self, path: Path, made_with: str, at_hand: str, missing: Sequence[str] = ()
    ) -> None:
        """Say which one it was made with, and how to name it.

        Args:
            path: The summary's file.
            made_with: The questionnaire it was made with: id, version and hash.
            at_hand: The one that was loaded.
            missing: The ids of questionnaires in it that are not here at all.
        """
        remedy = _(
            "Name the folder of the version it was made with: `--questionnaire "
            "FOLDER`, and for one that was added to it, `--add FOLDER`."
        )
        if missing:
            remedy = _(
                "Not here: {names}. Name the folder that holds it: `--questions "
                "FOLDER`, or its own: `--questionnaire FOLDER`, `--add FOLDER`."
            ).format(names=", ".join(missing))
        super().__init__(
            _(
                "{path} was made with another questionnaire, or another version of "
                "it:\n"
                "  - made with: {made_with}\n"
                "  - found here: {at_hand}\n"
                "Nothing was exported. {remedy}"
            ).format(
                path=on_one_line(path),
                made_with=made_with,
                at_hand=at_hand,
                remedy=remedy,
            )
        )


class SaveError(ScreenerError):
    """A file could not be written; nothing is lost, another place may do."""

    def __init__(self, path: Path, problem: str) -> None:
        """Say what happened, what was kept and what to do.

        Args:
            path: The file or folder that was tried.
            problem: What went wrong, as a sentence.
        """
        super().__init__(
            _(
                "Nothing was saved to {path}. {problem} Your answers are still here: "
                "choose another place."
            ).format(path=on_one_line(path), problem=problem)
        )
        self.path = path
        self.problem = problem


class JournalError(ScreenerError):
    """A visit cannot be saved as it goes; nothing is lost while it runs."""

    def __init__(self, problem: str) -> None:
        """Say what happened.

        Args:
            problem: What went wrong, in sentences.
        """
        super().__init__(
            _(
                "Your answers cannot be saved as you go. {problem} They are still "
                "here: you can go on, and save a summary at the end."
            ).format(problem=problem)
        )
        self.problem = problem


class EarlierVisitError(JournalError):
    """What an earlier visit saved as it went cannot be used."""

    def __init__(self, problem: str) -> None:
        """Say what is wrong, where what is left is, and what can be done.

        Args:
            problem: All of that, in sentences.
        """
        ScreenerError.__init__(self, problem)
        self.problem = problem


class PassphraseError(ScreenerError):
    """A passphrase does not open what it should."""

    def __init__(self) -> None:
        """Say so: whether the words or the file are at fault cannot be told apart."""
        super().__init__(
            _("That passphrase does not open it. Please check it and try again.")
        )


class LockedFileError(ScreenerError):
    """A locked file cannot be opened, whatever the passphrase."""

    def __init__(self, what: str, remedy: str) -> None:
        """Say why not, and what can be done.

        Args:
            what: Why it cannot be opened, as a sentence.
            remedy: What to do, as the end of a sentence.
        """
        super().__init__(
            _("{what} To mend it: {mend} The file stays as it is.").format(
                what=what, mend=remedy
            )
        )
        self.what = what
        self.remedy = remedy


class FolderError(ScreenerError):
    """A folder of summaries cannot be looked into."""

    def __init__(self, folder: Path, reason: str) -> None:
        """Say which folder, and what to do.

        Args:
            folder: The folder.
            reason: Why not, in a sentence.
        """
        super().__init__(
            _("{folder} cannot be looked into. {reason} Name another folder.").format(
                folder=on_one_line(folder), reason=reason
            )
        )
        self.folder = folder


class KioskSettingsError(_ProblemsError):
    """A kiosk cannot be run with these settings."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            path: The file of settings.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            _(
                "The kiosk was not started. {path} has settings that cannot work:"
            ).format(path=path),
            problems,
            _("`screener kiosk-config` prints an example with every setting."),
        )


class ServingError(ScreenerError):
    """Visits in browsers cannot be served."""


class PopulationError(ScreenerError):
    """Many people's answers cannot be placed."""


class PathError(ScreenerError):
    """A file or folder that was named cannot be used as it is asked for."""


class PdfError(ScreenerError):
    """A page could not be typeset; the summary itself is not touched by that."""

    def __init__(self, problem: str) -> None:
        """Say what happened.

        Args:
            problem: What went wrong, and what to do about it, in sentences.
        """
        super().__init__(_("No PDF was made. {problem}").format(problem=problem))
        self.problem = problem


class PrintError(ScreenerError):
    """A summary could not be printed; nothing is lost."""

    def __init__(self, problem: str) -> None:
        """Say what happened, what was kept and what to do.

        Args:
            problem: What went wrong, as a sentence.
        """
        super().__init__(
            _(
                "It was not printed. {problem} Your answers are still here: try again, "
                "or keep the summary in another way."
            ).format(problem=problem)
        )
        self.problem = problem


class SpeechError(ScreenerError):
    """The screen cannot be read aloud; it can still be read."""

    def __init__(self, problem: str) -> None:
        """Say what happened, and what is still there.

        Args:
            problem: What went wrong, as a sentence.
        """
        super().__init__(
            _("{problem} Everything is still here to read on the screen.").format(
                problem=problem
            )
        )
