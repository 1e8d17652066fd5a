"""A supporter's words on a review sheet, each beside the place that it is read at."""

from collections.abc import Iterator

from screener.catalog.translatable_text import words_of
from screener.catalog.translating import place_words
from screener.model import Questionnaire
from screener.review.marks import literal


def supporter_part(
    questionnaire: Questionnaire, supporter: Questionnaire
) -> Iterator[str]:
    """Yield all words that differ for someone who answers for an adult they support.

    Args:
        questionnaire: The questionnaire in the person's own words.
        supporter: The same in a supporter's words.

    Yields:
        Lines of Markdown.
    """
    yield from (
        "Someone who answers for an adult they support reads these words in place of "
        "those above. Answers weigh the same.",
        "",
    )
    own = words_of(questionnaire)
    for place, words in words_of(supporter).items():
        if words != own[place]:
            yield f'- {literal(place_words(place))}: "{literal(words)}"'
    yield ""
