"""Reads and checks the file of phrases that are cries for help."""

from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from screener.catalog.validation import read_record
from screener.errors import Problem, QuestionnaireError
from screener.model import CriesForHelp
from screener.scoring.phrases import words_of, written_out
from screener.scoring.plain_words import bare


def read_cries_for_help(path: Path) -> CriesForHelp:
    """Read and check the phrases of a file.

    Args:
        path: The file.

    Raises:
        QuestionnaireError: If it cannot be used as written; it names every problem.
    """
    cries, problems = read_record(CriesForHelp, path)
    found = list(problems or ())
    if cries is not None:
        found.extend(_problems(cries, path.name))
    if cries is None or found:
        raise QuestionnaireError(path, found)
    return cries


def _problems(cries: CriesForHelp, file: str) -> Iterator[Problem]:
    """Yield what the kinds of the values cannot show."""
    sources = {source.id for source in cries.source}
    respelled = {bare(word) for word in cries.spelling}
    lists = [("ordinary", cries.ordinary.all)]
    for group in cries.group:
        place = f"group {group.id}"
        lists.append((place, group.all))
        if group.cite not in sources:
            what = f"It cites `{group.cite}`, and there is no such source."
            yield Problem(file, place, what, "add the source.")
        if not group.all:
            yield Problem(file, place, "It has no phrases.", "add one, or remove it.")
    for place, phrases in lists:
        for phrase in phrases:
            if problem := _problem_of(phrase, cries.words, respelled):
                yield Problem(file, place, f"`{phrase}`: {problem[0]}", problem[1])


def _problem_of(
    phrase: str, shared: Mapping[str, str], respelled: Set[str]
) -> tuple[str, str] | None:
    """Return what is wrong with a phrase, and how to fix it."""
    try:
        phrase = written_out(phrase, shared)
    except KeyError as error:
        return f"There is no list `{error.args[0]}`.", "add it under [words]."
    except RecursionError:
        return "A list of [words] in it names itself.", "write out its words."
    words = [bare(word.rstrip("*")) for word in words_of(phrase)]
    if not words or not all(words):
        return "It has a part without a word.", "write a word on both sides of each |."
    if {phrase.split()[0], phrase.split()[-1]} & {"_", "__"}:
        return "A `_` stands at its beginning or end.", "put it between two words."
    if set(words) & respelled:
        word = sorted(set(words) & respelled)[0]
        what = f"`{word}` is under [spelling], so it is never left in a text."
        return what, "write it as [spelling] does."
    return None
