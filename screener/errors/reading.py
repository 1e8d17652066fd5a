"""Errors about input: questionnaires, answers, summaries, settings."""

from collections.abc import Sequence
from pathlib import Path

from screener.errors.base import Problem, ProblemsError, ScreenerError
from screener.language import N_, _
from screener.sanitize import on_one_line


class QuestionnaireError(ProblemsError):
    """A questionnaire cannot be used as written."""

    _headline = N_("{source} is not a usable questionnaire:")
    _footer = N_("The keys of a questionnaire are described in questions/README.md.")


class ComposingError(ProblemsError):
    """Questionnaires cannot be asked together."""

    _headline = N_("These cannot be asked together: {source}")
    _footer = N_("questions/README.md says how one is added to another.")

    def __init__(self, ids: Sequence[str], problems: Sequence[Problem]) -> None:
        """Report all problems.

        Args:
            ids: The ids of the questionnaires; the core is first.
            problems: The problems; each names its questionnaire.
        """
        super().__init__(", ".join(ids), problems)


class TranslationError(ProblemsError):
    """A translation cannot be used as written."""

    _headline = N_("{source} is not a usable translation:")
    _footer = N_(
        "questions/README.md describes translations; `screener translation` "
        "prints one with every place that is still empty."
    )


class LanguageError(ScreenerError):
    """Something does not exist in the requested language."""

    def __init__(self, language: str, missing: Path, there: Sequence[str]) -> None:
        """Report what is missing, and which languages exist.

        Args:
            language: The code of the language.
            missing: The file that does not exist.
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

    _headline = N_("{source} is not a usable file of help lines:")
    _footer = N_("Its keys are described in questions/README.md.")


class AnswerError(ProblemsError):
    """Answers do not fit the questionnaire."""

    _headline = N_("{source}: these answers cannot be placed:")
    _footer = N_("`screener items` lists the questions and their options.")


class CasesError(ProblemsError):
    """Cases with an expectation cannot be used as written."""

    _headline = N_("{source}: not every case can be used:")
    _footer = N_(
        "docs/agreement.md says how a case is written; `screener items` lists the "
        "questions."
    )


class SummaryFileError(ProblemsError):
    """A saved summary cannot be read back."""

    _headline = N_("{source} cannot be read as a summary:")
    _footer = N_("The file was not changed.")


class OtherVersionError(ScreenerError):
    """A saved summary was made with another questionnaire than the loaded one."""

    def __init__(
        self, path: Path, made_with: str, at_hand: str, missing: Sequence[str] = ()
    ) -> None:
        """Report which questionnaire it was made with, and how to select it.

        Args:
            path: The summary's file.
            made_with: The questionnaire it was made with: id, version and hash.
            at_hand: The questionnaire that was loaded.
            missing: The ids of its questionnaires that were not found.
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
        """Report it; a wrong passphrase and a damaged file cannot be distinguished."""
        super().__init__(
            _("That passphrase does not open it. Please check it and try again.")
        )


class LockedFileError(ScreenerError):
    """A locked file cannot be opened, whatever the passphrase."""

    def __init__(self, what: str, remedy: str) -> None:
        """Report why not, and what to do.

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
    """A folder of summaries cannot be read."""

    def __init__(self, folder: Path, reason: str) -> None:
        """Report which folder, and what to do.

        Args:
            folder: The folder.
            reason: The reason, as a sentence.
        """
        super().__init__(
            _("{folder} cannot be looked into. {reason} Name another folder.").format(
                folder=on_one_line(folder), reason=reason
            )
        )
        self.folder = folder


class KioskSettingsError(ProblemsError):
    """A kiosk cannot be run with these settings."""

    _headline = N_("The kiosk was not started. {source} has settings that cannot work:")
    _footer = N_("`screener kiosk-config` prints an example with every setting.")
