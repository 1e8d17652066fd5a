"""`screener export FILE`, and a questionnaire in FHIR: for other programs."""

from pathlib import Path

from screener.catalog import Selection
from screener.cli.passphrase import ask_passphrase
from screener.errors import OtherVersionError, Problem, SummaryFileError
from screener.fhir import bundle_resource, questionnaire_resource, to_json
from screener.model import Answers, Questionnaire
from screener.summary import Summary, read_summary, reopen


def export(file: Path, selection: Selection) -> int:
    """Print a saved summary as a FHIR bundle.

    Args:
        file: A summary in TOML.
        selection: What was asked: the one that the summary was made with.

    Returns:
        The exit code.

    Raises:
        OtherVersionError: If the summary was not made with this questionnaire.
    """
    summary = read_summary(file, ask_passphrase)
    loaded = selection.load()
    made_with = summary.questionnaire
    if made_with.hash != loaded.content_hash:
        raise OtherVersionError(
            file,
            f"{made_with.id} {made_with.version}, hash {made_with.hash}",
            f"{loaded.id} {loaded.version}, hash {loaded.content_hash}",
        )
    answers = answers_of(file, loaded, summary)
    print(
        to_json(bundle_resource(loaded, answers, summary, selection.reviews())), end=""
    )
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
