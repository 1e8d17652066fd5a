"""`screener export FILE`, and a questionnaire in FHIR: for other programs."""

from pathlib import Path

from screener.catalog import load_questionnaire, load_reviews, questionnaire_folder
from screener.errors import OtherVersionError, Problem, SummaryFileError
from screener.fhir import bundle_resource, questionnaire_resource, to_json
from screener.model import Answers, Questionnaire
from screener.summary import Summary, read_summary, reopen


def export(file: Path, questionnaire: str) -> int:
    """Print a saved summary as a FHIR bundle.

    Args:
        file: A summary in TOML.
        questionnaire: The id of a shipped questionnaire, or a folder: the one that
            the summary was made with.

    Returns:
        The exit code.

    Raises:
        OtherVersionError: If the summary was not made with this questionnaire.
    """
    summary = read_summary(file)
    folder = questionnaire_folder(questionnaire)
    loaded = load_questionnaire(folder)
    made_with = summary.questionnaire
    if made_with.hash != loaded.content_hash:
        raise OtherVersionError(
            file,
            f"{made_with.id} {made_with.version}, hash {made_with.hash}",
            f"{loaded.id} {loaded.version}, hash {loaded.content_hash}",
        )
    answers = _answers(file, loaded, summary)
    print(
        to_json(bundle_resource(loaded, answers, summary, load_reviews(folder))), end=""
    )
    return 0


def export_questionnaire(questionnaire: str) -> int:
    """Print a questionnaire in FHIR.

    Args:
        questionnaire: The id of a shipped questionnaire, or a folder.

    Returns:
        The exit code.
    """
    folder = questionnaire_folder(questionnaire)
    loaded = load_questionnaire(folder)
    print(to_json(questionnaire_resource(loaded, load_reviews(folder))), end="")
    return 0


def _answers(file: Path, questionnaire: Questionnaire, summary: Summary) -> Answers:
    reopened = reopen(questionnaire, summary)
    if reopened.misfits:
        what = "The answer does not fit the question."
        mend = "undo what was changed in the file, or make a new summary."
        problems = [Problem(file.name, one, what, mend) for one in reopened.misfits]
        raise SummaryFileError(file, problems)
    return reopened.answers
