"""The meaning of a saved summary's answer by the questions of today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Self

from screener.catalog import part_versions, read_answers
from screener.errors import AnswerError
from screener.language import _
from screener.model import (
    ChoiceItem,
    ChoicesItem,
    EarlierAnswer,
    Item,
    Questionnaire,
    SameAnswer,
    TextItem,
    is_before,
    version_numbers,
)
from screener.summary.model import Summary
from screener.summary.saved_answer import Codes, Lost, Meaning, SavedAnswer


@dataclass
class _Sorted:
    """The codes of an answer by what became of them."""

    kept: list[str] = field(default_factory=list)
    moved: list[tuple[str, SameAnswer]] = field(default_factory=list)
    lost: dict[str, list[str]] = field(default_factory=dict)
    """By the reason why they do not count."""


class TodaysMeaning:
    """Finds what saved answers mean by the questions of today."""

    def __init__(self, questionnaire: Questionnaire, id: str, version: str) -> None:
        """Look up which answers have changed their meaning since a version.

        Args:
            questionnaire: The questions of today.
            id: The id of the questionnaire that was answered.
            version: The version of it.
        """
        self._questionnaire = questionnaire
        then = part_versions(id, version)
        changed = [
            entry
            for entry in questionnaire.earlier
            if (version_then := then.get(entry.part)) is not None
            and is_before(version_then, entry.before)
        ]
        self._entries: dict[str, list[EarlierAnswer]] = {}
        for entry in sorted(changed, key=_nearest_first):
            self._entries.setdefault(entry.item, []).append(entry)

    @classmethod
    def since(cls, summary: Summary, questionnaire: Questionnaire) -> Self:
        """Return what the answers of a summary mean by the questions of today."""
        origin = summary.questionnaire
        return cls(questionnaire, origin.id, origin.version)

    def of(self, saved: SavedAnswer) -> Meaning:
        """Return what an answer means today."""
        if isinstance(saved.code, tuple) and saved.code:
            return self._of_codes(saved, saved.code)
        entry = self._entry(saved.link_id)
        if entry is not None:
            return Meaning(lost=[self.lost(saved, entry.why or "")])
        return self._fitting(saved, saved.code)

    def has_changed(self, link_id: str) -> bool:
        """Return whether all answers to a question have changed their meaning."""
        return self._entry(link_id) is not None

    def lost(
        self, saved: SavedAnswer, why: str, codes: Sequence[str] | None = None
    ) -> Lost:
        """Return what does not count of an answer; all of it unless codes are named."""
        return Lost(
            link_id=saved.link_id,
            name=saved.short,
            answer=saved.words if codes is None else saved.words_for(codes),
            codes=saved.code if codes is None else tuple(codes),
            why=why,
        )

    def _entry(self, link_id: str, code: str | None = None) -> EarlierAnswer | None:
        return next(
            (
                entry
                for entry in self._entries.get(link_id, ())
                if entry.codes is None or code in entry.codes
            ),
            None,
        )

    def _of_codes(self, saved: SavedAnswer, codes: Sequence[str]) -> Meaning:
        item = self._questionnaire.items.get(saved.link_id)
        parts = _Sorted()
        for code in codes:
            entry = self._entry(saved.link_id, code)
            if entry is None and isinstance(item, ChoicesItem):
                self._sort_tick(item, code, parts)
            elif entry is None:
                parts.kept.append(code)
            elif entry.becomes is not None:
                parts.moved.append((code, entry.becomes))
            else:
                parts.lost.setdefault(entry.why or "", []).append(code)
        answer = None
        if parts.kept:
            is_whole = isinstance(item, ChoicesItem) or len(parts.kept) == len(codes)
            kept = self._fitting(saved, tuple(parts.kept), is_whole=is_whole)
            answer = kept.answer
            for one in kept.lost:
                parts.lost.setdefault(one.why, []).extend(parts.kept)
        lost = [self.lost(saved, why, codes) for why, codes in parts.lost.items()]
        return Meaning(answer, parts.moved, lost)

    def _sort_tick(self, item: ChoicesItem, code: str, parts: _Sorted) -> None:
        """Keep a tick if its option is still there."""
        if any(option.code == code for option in item.option):
            parts.kept.append(code)
        else:
            parts.lost.setdefault(_("This answer is gone now."), []).append(code)

    def _fitting(
        self, saved: SavedAnswer, code: Codes, *, is_whole: bool = True
    ) -> Meaning:
        """Return an answer if it fits its question, whose meaning is the same."""
        item = self._questionnaire.items.get(saved.link_id)
        if item is None:
            return Meaning(lost=[self.lost(saved, _("It is not asked any more."))])
        raw = {saved.link_id: _raw(item, code, saved.words)}
        try:
            if is_whole:
                found = read_answers(self._questionnaire, raw, saved.link_id)
                return Meaning(found[saved.link_id])
        except (AnswerError, KeyError):
            pass
        return Meaning(lost=[self.lost(saved, _misfit_words(item, code))])


def _nearest_first(entry: EarlierAnswer) -> tuple[tuple[int, ...], bool]:
    """Sort by version; entries that name codes come before those for all others."""
    return version_numbers(entry.before) or (), entry.codes is None


def _raw(item: Item, code: Codes, words: tuple[str, ...]) -> object:
    """Return an answer as a file of answers has it."""
    if isinstance(item, TextItem):
        return " ".join(words)
    if isinstance(item, ChoiceItem) and isinstance(code, tuple):
        return code[0] if len(code) == 1 else code
    return code


def _misfit_words(item: Item, code: Codes) -> str:
    options = item.option if isinstance(item, ChoiceItem) else ()
    known = {option.code for option in options}
    if known and isinstance(code, tuple) and known.isdisjoint(code):
        return _("This answer is gone now.")
    return _("The question takes other answers now.")
