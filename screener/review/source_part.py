"""The sources of a review sheet."""

from collections.abc import Iterator

from screener.model import Questionnaire, Source
from screener.review.marks import literal


def source_words(source: Source) -> str:
    """A source with its place and with what it says.

    Args:
        source: The source.
    """
    where = f"{literal(source.title)}; {literal(source.locator)}"
    return f"**{literal(source.id)}** ({where}): {literal(source.fact)}"


def sources_part(questionnaire: Questionnaire) -> Iterator[str]:
    """All sources, as the questionnaire lists them.

    Args:
        questionnaire: The questionnaire.

    Yields:
        Lines of Markdown.
    """
    yield from (f"- {source_words(source)}" for source in questionnaire.source)
    yield ""
