"""`screener questionnaire`: everything a questionnaire says, as one document."""

from screener.catalog import Selection, read_answers
from screener.review import sheet


def write_review_sheet(selection: Selection) -> int:
    """Print the sheet that a clinician reads and signs.

    Args:
        selection: What is asked.

    Returns:
        The exit code.
    """
    loaded, cases = selection.load(), selection.cases()
    for case in cases:
        read_answers(loaded, case.answers, f"cases.toml: case {case.id}")
    supporter = None
    if loaded.supporter:
        parts = selection.load_parts()
        supporter = selection.in_supporter_words(loaded, parts)
    decisions = selection.decisions()
    reviews = selection.reviews()
    print(sheet(loaded, cases, reviews, supporter, decisions), end="")
    return 0
