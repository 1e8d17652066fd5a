"""`screener questionnaire`: everything a questionnaire says, as one document."""

from screener.catalog import (
    load_cases,
    load_questionnaire,
    load_reviews,
    questionnaire_folder,
    read_answers,
)
from screener.review import sheet


def write_review_sheet(questionnaire: str) -> int:
    """Print the sheet that a clinician reads and signs.

    Args:
        questionnaire: The id of a shipped questionnaire, or a folder.

    Returns:
        The exit code.
    """
    folder = questionnaire_folder(questionnaire)
    loaded = load_questionnaire(folder)
    cases = load_cases(folder) if (folder / "cases.toml").exists() else ()
    for case in cases:
        read_answers(loaded, case.answers, f"cases.toml: case {case.id}")
    print(sheet(loaded, cases, load_reviews(folder)), end="")
    return 0
