"""Reads the words to avoid."""

from pathlib import Path

from screener.catalog.folders import questions_folder
from screener.catalog.validation import read_record
from screener.errors import Problem, QuestionnaireError
from screener.model import WordsToAvoid

_FILES = "words-to-avoid*.toml"


def load_words_to_avoid() -> tuple[WordsToAvoid, ...]:
    """Read the words that no person should have to read, one list a language.

    Raises:
        QuestionnaireError: If a file is not as it should be.
    """
    return tuple(map(_read, sorted(questions_folder().glob(_FILES))))


def load_medical_words() -> WordsToAvoid:
    """Read the words of medicine that easier words do without.

    Raises:
        QuestionnaireError: If the file is not as it should be.
    """
    return _read(questions_folder() / "medical-words.toml")


def _read(path: Path) -> WordsToAvoid:
    words, problems = read_record(WordsToAvoid, path)
    found = list(problems or ())
    for one in words.word if words else ():
        if words and one.cite not in [source.id for source in words.source]:
            what = f"It cites `{one.cite}`, and there is no such source."
            mend = "add the source at the top of the file."
            found.append(Problem(path.name, f"word {one.word}", what, mend))
    if words is None or found:
        raise QuestionnaireError(path, found)
    return words
