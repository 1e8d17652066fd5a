"""Reads `earlier.toml`: what answers to earlier versions mean today."""

from dataclasses import replace
from pathlib import Path

from screener.catalog.folders import HEAD
from screener.catalog.partial import read_parts
from screener.catalog.validation_context import Draft
from screener.errors import Problem
from screener.model import (
    EarlierAnswer,
    OptionItem,
    Record,
    is_before,
    version_numbers,
)

EARLIER = "earlier.toml"


class _EarlierFile(Record):
    answer: tuple[EarlierAnswer, ...]


def read_earlier(
    folder: Path, problems: list[Problem], draft: Draft
) -> tuple[EarlierAnswer, ...]:
    """Read and check what answers to earlier versions mean today.

    Args:
        folder: The questionnaire's folder.
        problems: The list to which problems with the file's form are added.
        draft: The questionnaire; it notes all else that is wrong.

    Returns:
        The entries as listed; none where there is no `earlier.toml`.
    """
    path = folder / EARLIER
    if not path.exists() and not path.is_symlink():
        return ()
    found = read_parts(_EarlierFile, path, problems, draft.unread).answer
    _check_version(draft)
    for place, entry in enumerate(found):
        check = _Check(draft, entry)
        check.version()
        check.answers()
        check.repeated(found[:place])
    return tuple(replace(entry, part=draft.head.id) for entry in found)


def _check_version(draft: Draft) -> None:
    version = draft.head.version
    if version and version_numbers(version) is None:
        what = f"`{version}` cannot be compared with the versions in {EARLIER}."
        draft.report(HEAD, "version", what, "begin it with numbers, such as 1.0.0.")


class _Check:
    """Checks one entry."""

    def __init__(self, draft: Draft, entry: EarlierAnswer) -> None:
        self._draft = draft
        self._entry = entry
        self._item = next(
            (item for item in draft.items if item.link_id == entry.item), None
        )

    def _report(self, key: str, what: str, fix: str) -> None:
        place = f"answer {self._entry.id}, {key}"
        self._draft.report(EARLIER, place, what, fix)

    def version(self) -> None:
        """Report a version that no answers can be earlier than."""
        before, version = self._entry.before, self._draft.head.version
        if not before.replace(".", "").isdecimal() or not version_numbers(before):
            what = f"`{before}` is not a version in numbers."
            self._report("before", what, "write numbers and dots, such as 1.0.0.")
        elif version_numbers(version) is not None and is_before(version, before):
            what = f"It is later than the questionnaire's version, {version}."
            fix = "name this version or an earlier one, or raise the questionnaire's."
            self._report("before", what, fix)

    def answers(self) -> None:
        """Report answers that cannot be found, or lead nowhere."""
        if self._entry.part:
            self._report("part", "The key `part` is not known.", "remove it.")
        if self._entry.becomes is None:
            self._check_lost()
        else:
            self._check_becomes()

    def _check_lost(self) -> None:
        entry, item = self._entry, self._item
        if entry.why is None:
            what = "Neither `why` nor `becomes` is there."
            fix = "say in one sentence why these answers no longer count."
            self._report("why", what, fix)
        if item is None:
            if not self._draft.unread.may_hold("item", entry.item):
                what = f"There is no item `{entry.item}` today."
                fix = "correct it, or remove the entry: answers to it are reported."
                self._report("item", what, fix)
        elif not isinstance(item, OptionItem):
            if entry.codes:
                what = "The answers to this item have no codes."
                self._report("codes", what, "remove `codes`: all its answers count.")
        else:
            options = [option.code for option in item.option]
            for code in entry.codes or ():
                if code not in options:
                    what = f"The item has no option `{code}` today."
                    fix = "correct it, or remove it: such an answer is reported."
                    self._report("codes", what, fix)

    def _check_becomes(self) -> None:
        draft, entry, becomes = self._draft, self._entry, self._entry.becomes
        assert becomes is not None
        if entry.codes is None:
            fix = "name the codes that mean exactly this answer."
            self._report("codes", "The key `codes` is missing.", fix)
        if entry.why is not None:
            what = "It stands beside `becomes`, where nobody reads it."
            self._report("why", what, "remove it, or write a comment.")
        place = f"answer {entry.id}, becomes"
        items = {item.link_id: item for item in draft.items}
        if not draft.require_known(EARLIER, place, "item", becomes.item, items):
            return
        item = items[becomes.item]
        if isinstance(item, OptionItem):
            codes = [option.code for option in item.option]
            draft.require_known(EARLIER, place, "option", becomes.code, codes)
        else:
            what = f"`{becomes.item}` takes a {item.type}, and no option."
            self._report("becomes", what, "name a `choice` or `choices` item.")

    def repeated(self, others: tuple[EarlierAnswer, ...]) -> None:
        """Report answers that an entry before it names for the same version."""
        if any(map(self._is_same, others)):
            what = "Another one before it names the same answers."
            self._report("item", what, "name each answer once for each version.")

    def _is_same(self, other: EarlierAnswer) -> bool:
        entry = self._entry
        if version_numbers(other.before) != version_numbers(entry.before):
            return False
        if other.item != entry.item:
            return False
        if entry.codes is None or other.codes is None:
            return entry.codes is other.codes
        return not set(entry.codes).isdisjoint(other.codes)
