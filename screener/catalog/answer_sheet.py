"""Reads answers that come from a file or a line, and checks that they fit."""

from collections.abc import Mapping
from pathlib import Path

from screener.catalog.toml_file import read_toml
from screener.errors import AnswerError, Problem
from screener.language import _
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Questionnaire,
    Unknown,
)


def load_answers(
    questionnaire: Questionnaire, path: Path
) -> dict[str, Given | Unknown]:
    """Read a TOML file with a table `[answers]`.

    Args:
        questionnaire: The questionnaire that was answered.
        path: The file.

    Raises:
        AnswerError: If the file cannot be read or an answer does not fit.
    """
    data = read_toml(path, pipes=True)
    if isinstance(data, Problem):
        raise AnswerError(str(path), [data])
    raw = data.get("answers")
    if not isinstance(raw, dict):
        fix = _('add it: under [answers], link_id = "code".')
        what = _("There is no table [answers].")
        raise AnswerError(str(path), [Problem(path.name, "file", what, fix)])
    return read_answers(questionnaire, raw, path.name)


def read_answers(
    questionnaire: Questionnaire, raw: Mapping[str, object], source: str
) -> dict[str, Given | Unknown]:
    """Check raw answers against the questions.

    Args:
        questionnaire: The questionnaire that was answered.
        raw: A code, a list of codes, a number or words by `link_id`; `None` where
            the answer is unknown.
        source: What to call the place they came from.

    Returns:
        The answers; unknown ones are left out.

    Raises:
        AnswerError: If any does not fit; it says all that do not.
    """
    answers: dict[str, Given | Unknown] = {}
    problems: list[Problem] = []
    for link_id, value in raw.items():
        item = questionnaire.items.get(link_id)
        if value is None and item is not None:
            continue
        read = _unknown_item() if item is None else _read(item, value)
        if isinstance(read, _Misfit):
            problems.append(Problem(source, link_id, read.what, read.fix))
        else:
            answers[link_id] = read
    if problems:
        raise AnswerError(source, problems)
    return answers


class _Misfit:
    """Why an answer does not fit, and what would."""

    def __init__(self, what: str, fix: str) -> None:
        self.what = what
        self.fix = fix


def _unknown_item() -> _Misfit:
    return _Misfit(_("There is no such question."), _("correct the link_id."))


def _misfit(fix: str) -> _Misfit:
    return _Misfit(_("The answer does not fit the question."), fix)


def _read(item: Item, value: object) -> Given | _Misfit:
    if isinstance(item, ChoiceItem):
        codes = [option.code for option in item.option]
        if isinstance(value, str) and value in codes:
            return value
        return _misfit(_("give one of: {codes}.").format(codes=", ".join(codes)))
    if isinstance(item, ChoicesItem):
        return _read_ticks(item, value)
    if isinstance(item, NumberItem):
        return _read_number(item, value)
    if isinstance(value, str) and len(value) <= item.max_length:
        return value
    fix = _("give words, at most {most} characters.")
    return _misfit(fix.format(most=item.max_length))


def _read_number(item: NumberItem, value: object) -> Given | _Misfit:
    number = value if isinstance(value, int) and not isinstance(value, bool) else None
    if number is not None and item.minimum <= number <= item.maximum:
        return number
    fix = _("give a whole number from {least} to {most}.")
    return _misfit(fix.format(least=item.minimum, most=item.maximum))


def _read_ticks(item: ChoicesItem, value: object) -> Given | _Misfit:
    codes = [option.code for option in item.option]
    if not isinstance(value, list | tuple) or any(one not in codes for one in value):
        return _misfit(_("give a list of: {codes}.").format(codes=", ".join(codes)))
    if len(set(value)) < len(value):
        return _Misfit(_("An option is there twice."), _("name each once."))
    exclusive = {option.code for option in item.option if option.exclusive}
    if len(value) > 1 and exclusive & set(value):
        what = _("`{code}` stands beside others.").format(code=", ".join(exclusive))
        return _Misfit(what, _("give it alone, or not."))
    return tuple(code for code in codes if code in value)
