"""A saved summary in the language that is asked for, as far as that can be."""

from screener.catalog import Editions, select
from screener.cli.output import complain
from screener.errors import ScreenerError
from screener.language import LANGUAGES, _
from screener.model import Respondent
from screener.summary import Summary, translated


def in_language(summary: Summary, language: str) -> Summary:
    """Return a summary in a language; where that cannot be, say so, and leave it.

    Args:
        summary: A saved summary.
        language: The code of the language.
    """
    origin = summary.questionnaire
    if origin.language == language:
        return summary
    try:
        editions = Editions(select(origin.id), summary.region)
        for_supporter = summary.respondent is Respondent.SUPPORTER
        edition = editions.edition(language, for_supporter=for_supporter)
        reviews = editions.reviews
    except ScreenerError:
        found = None
    else:
        same = edition.questionnaire.content_hash == origin.hash
        found = same and translated(
            summary, edition.questionnaire, edition.help_lines, reviews
        )
    if found:
        return found
    words = _(
        "It is shown in {its_own}: its questions are not here as it was made with "
        "them, or not in {language}, or it was changed or holds a counselor's part."
    )
    its_own = LANGUAGES.get(origin.language, origin.language)
    complain(words.format(its_own=its_own, language=LANGUAGES[language]))
    return summary
