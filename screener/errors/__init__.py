"""The errors that the program raises; only the command line prints them.

ScreenerError
├── QuestionnaireError   a questionnaire cannot be used as written
├── ComposingError       questionnaires cannot be asked together
├── TranslationError     a translation cannot be used as written
├── LanguageError        something is not there in a language that was asked for
├── HelpLinesError       a file of help lines cannot be used as written
├── AnswerError          answers do not fit the questionnaire
├── CasesError           cases with an expectation cannot be used as written
├── SummaryFileError     a saved summary cannot be read back
├── OtherVersionError    a saved summary was made with another questionnaire
├── FolderError          a folder of summaries cannot be looked into
├── SaveError            a file could not be written
├── HandOverError        a kiosk could not write a file for staff
├── JournalError         a visit cannot be saved as it goes
│   └── EarlierVisitError   what an earlier visit saved cannot be used
├── PassphraseError      a passphrase does not open what it should
├── LockedFileError      a locked file cannot be opened, whatever the passphrase
├── KioskSettingsError   a kiosk cannot be run with these settings
├── ServingError         visits in browsers cannot be served
├── PrintError           a summary could not be printed
├── SpeechError          the screen cannot be read aloud
├── PopulationError      many people's answers cannot be placed
├── AgreementError       placements cannot be compared with what somebody else says
├── PathError            a file or folder that was named cannot be used
└── PdfError             a page could not be typeset
"""

from screener.errors.base import (
    Problem,
    ScreenerError,
)
from screener.errors.doing import (
    AgreementError,
    EarlierVisitError,
    HandOverError,
    JournalError,
    PathError,
    PdfError,
    PopulationError,
    PrintError,
    SaveError,
    ServingError,
    SpeechError,
)
from screener.errors.reading import (
    AnswerError,
    CasesError,
    ComposingError,
    FolderError,
    HelpLinesError,
    KioskSettingsError,
    LanguageError,
    LockedFileError,
    OtherVersionError,
    PassphraseError,
    QuestionnaireError,
    SummaryFileError,
    TranslationError,
)

__all__ = [
    "AgreementError",
    "AnswerError",
    "CasesError",
    "ComposingError",
    "EarlierVisitError",
    "FolderError",
    "HandOverError",
    "HelpLinesError",
    "JournalError",
    "KioskSettingsError",
    "LanguageError",
    "LockedFileError",
    "OtherVersionError",
    "PassphraseError",
    "PathError",
    "PdfError",
    "PopulationError",
    "PrintError",
    "Problem",
    "QuestionnaireError",
    "SaveError",
    "ScreenerError",
    "ServingError",
    "SpeechError",
    "SummaryFileError",
    "TranslationError",
]
