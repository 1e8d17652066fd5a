"""Errors about what is read: questionnaires, answers, summaries, settings."""

from collections.abc import Sequence
from pathlib import Path

from screener.errors.base import Problem, ProblemsError, ScreenerError
from screener.harmless import on_one_line
from screener.language import _


class QuestionnaireError(ProblemsError):
    """A questionnaire cannot be used as written."""

    def __init__(self, folder: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            folder: The questionnaire's folder.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            _("{folder} is not a usable questionnaire:").format(folder=folder),
            problems,
            _("The keys of a questionnaire are described in questions/README.md."),
        )


class ComposingError(ProblemsError):
    """Questionnaires cannot be asked together."""

    def __init__(self, ids: Sequence[str], problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            ids: The questionnaires, the one that decides first.
            problems: What is wrong; each names the questionnaire that it is in.
        """
        super().__init__(
            _("These cannot be asked together: {ids}").format(ids=", ".join(ids)),
            problems,
            _("questions/README.md says how one is added to another."),
        )


class TranslationError(ProblemsError):
    """A translation cannot be used as written."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            path: The file.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            _("{path} is not a usable translation:").format(path=path),
            problems,
            _(
                "questions/README.md describes translations; `screener translation` "
                "prints one with every place that is still empty."
            ),
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


class HelpLinesError(ProblemsError):
    """A file of help lines cannot be used as written."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        """Say all that is wrong.

        Args:
            path: The file.
            problems: What is wrong, in reading order.
        """
        super().__init__(
            _("{path} is not a usable file of help lines:").format(path=path),
            problems,
            _("Its keys are described in questions/README.md."),
        )


class AnswerError(ProblemsError):
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


class SummaryFileError(ProblemsError):
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


class KioskSettingsError(ProblemsError):
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
