"""`screener export FILE`, and a questionnaire in FHIR: for other programs."""

from pathlib import Path

from screener.catalog import PartsFinder, Selection
from screener.cli.made_with import find_made_with
from screener.cli.passphrase import ask_passphrase
from screener.cli.summary_language import in_language
from screener.errors import Problem, SummaryFileError
from screener.fhir import bundle_resource, questionnaire_resource, to_json
from screener.model import Answers, Questionnaire
from screener.summary import Summary, read_summary, reopen


def export(file: Path, finder: PartsFinder) -> int:
    """Print a saved summary as a FHIR bundle.

    Args:
        file: A summary in TOML.
        finder: Finds the questionnaire that it was made with.

    Returns:
        The exit code.

    Raises:
        OtherVersionError: If that is not here.
    """
    summary = read_summary(file, ask_passphrase)
    asked, reviews = find_made_with(file, summary, finder)
    answers = answers_of(file, asked, summary)
    if finder.named.language:
        summary = in_language(summary, finder.named.language)
    print(to_json(bundle_resource(asked, answers, summary, reviews)), end="")
    return 0


def export_questionnaire(selection: Selection) -> int:
    """Print a questionnaire in FHIR.

    Args:
        selection: What is asked.

    Returns:
        The exit code.
    """
    loaded = selection.load()
    print(to_json(questionnaire_resource(loaded, selection.reviews())), end="")
    return 0


def answers_of(file: Path, questionnaire: Questionnaire, summary: Summary) -> Answers:
    """What a summary says was answered.

    Args:
        file: Where it is from.
        questionnaire: What it was made with.
        summary: The summary.

    Raises:
        SummaryFileError: If an answer does not fit its question.
    """
    reopened = reopen(questionnaire, summary)
    if reopened.misfits:
        what = "The answer does not fit the question."
        mend = "undo what was changed in the file, or make a new summary."
        problems = [Problem(file.name, one, what, mend) for one in reopened.misfits]
        raise SummaryFileError(file, problems)
    return reopened.answers
