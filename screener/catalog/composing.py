"""Adds questionnaires to another one, so that a visit is one questionnaire again.

The core decides. Of an added part come its questions, its scales, and those of its
rules and lines that rest on something of its own. What carries the same id as in the
core is the same thing; any other two things under one id are refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from screener.catalog.joined_versions import joined_id, joined_version
from screener.catalog.reading import check_draft
from screener.catalog.shared_items import joined_items
from screener.catalog.validation_context import Draft
from screener.errors import ComposingError, Problem
from screener.fingerprint import fingerprint
from screener.language import _, speaking
from screener.model import (
    Condition,
    Dimension,
    Guidance,
    Item,
    Line,
    Questionnaire,
    Section,
    SupporterWords,
    answers_tested,
    totals_tested,
)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


def compose(core: Questionnaire, added: Sequence[Questionnaire]) -> Questionnaire:
    """Put questionnaires together.

    Args:
        core: What decides.
        added: What is asked beside it, in the order in which they were named.

    Returns:
        One questionnaire, whose id and version name its parts.

    Raises:
        ComposingError: If they cannot be asked together; it says all that is wrong.
    """
    ids = [one.id for one in (core, *added)]
    problems = [problem for part in added for problem in _unfit(core, part, ids)]
    if problems:
        raise ComposingError(ids, problems)
    whole = core
    files = {item.link_id: core.id for item in core.item}
    for part in added:
        files |= {item.link_id: part.id for item in part.item}
        whole = _Joining(core, whole, part, problems).whole()
    whole = _named(whole, core, added)
    draft = Draft(whole, whole.item, whole.guidance, whole.source, files)
    if not problems:
        check_draft(draft)
    if problems or draft.problems:
        raise ComposingError(ids, sorted({*problems, *draft.problems}))
    return whole


def _unfit(
    core: Questionnaire, part: Questionnaire, ids: Sequence[str]
) -> Iterator[Problem]:
    def problem(place: str, what: str, mend: str) -> Problem:
        return Problem(part.id, place, what, mend)

    if ids.count(part.id) > 1:
        yield problem("id", _("It is there twice."), _("name each questionnaire once."))
    if part.language != core.language:
        what = _("It is in `{one}`, and `{other}` in `{its}`.").format(
            one=part.language, other=core.id, its=core.language
        )
        yield problem("language", what, _("add one in the same language."))
    join = next((one for one in part.join if one.to == core.id), None)
    if join is None:
        what = _("It was not made to be added to `{id}`.").format(id=core.id)
        fix = _('ask it alone, or say [[join]] to = "{id}" in it.').format(id=core.id)
        yield problem("join", what, fix)
    elif join.after not in {section.id for section in core.section}:
        what = f"`{core.id}` has no section `{join.after}`."
        yield problem("join, after", what, "name one of its sections.")


def _named(
    whole: Questionnaire, core: Questionnaire, added: Sequence[Questionnaire]
) -> Questionnaire:
    """Tell the whole from its core by the names of its parts."""
    titles = "; ".join(part.title for part in added)
    with speaking(core.language):
        told = _("Added: {titles}.").format(titles=titles)
    return replace(
        whole,
        id=joined_id(core, added),
        version=joined_version(core, added),
        about=f"{core.about} {told}",
        join=(),
        supporter=_supporter((core, *added)),
    )


def _supporter(parts: Sequence[Questionnaire]) -> SupporterWords | None:
    """Return what the supporter's words of all parts are, where any has some."""
    hashes = [part.supporter.hash for part in parts if part.supporter]
    if len(hashes) < 2:
        return SupporterWords(hash=hashes[0]) if hashes else None
    return SupporterWords(hash=fingerprint("".join(hashes)))


@dataclass
class _Joining:
    """Adds one part to what there is so far."""

    core: Questionnaire
    so_far: Questionnaire
    part: Questionnaire
    problems: list[Problem] = field(default_factory=list)

    def whole(self) -> Questionnaire:
        part, so_far = self.part, self.so_far
        own = self._dimensions()
        return replace(
            so_far,
            dimension=so_far.dimension + own,
            section=self._sections(),
            private=self._same("private topic", so_far.private, part.private),
            scale=so_far.scale + self._new("scale", so_far.scale, part.scale),
            instrument=self._same("instrument", so_far.instrument, part.instrument),
            item=self._items(),
            guidance=self._guidance({one.id for one in own}),
            source=self._same("source", so_far.source, part.source),
            earlier=so_far.earlier + part.earlier,
        )

    def _clash(self, kind: str, id: str) -> None:
        what = f"Another {kind} with this id is there, and it is not the same."
        mend = f"give it an id of its own, such as `{self.part.id}-…`."
        self.problems.append(Problem(self.part.id, f"{kind} {id}", what, mend))

    def _new(self, kind: str, there: Iterable[N], more: Iterable[N]) -> tuple[N, ...]:
        """All of a part's own; none of them may be there."""
        known = {one.id for one in there}
        for one in more:
            if one.id in known:
                self._clash(kind, one.id)
        return tuple(more)

    def _dimensions(self) -> tuple[Dimension, ...]:
        """Those that the core does not have; the others are the same things."""
        shared = {one.id for one in self.core.dimension}
        own = [one for one in self.part.dimension if one.id not in shared]
        return self._new("dimension", self.so_far.dimension, own)

    def _same(self, kind: str, there: Sequence[N], more: Iterable[N]) -> tuple[N, ...]:
        """All of them together; what the core has is told in its words."""
        known = {one.id: one for one in there}
        shared = {topic.id for topic in self.core.private} | self.core.sources.keys()
        for one in more:
            if known.setdefault(one.id, one) != one and one.id not in shared:
                self._clash(kind, one.id)
        return tuple(known.values())

    def _sections(self) -> tuple[Section, ...]:
        sections, place = self.so_far.section, self._place()
        own = self._new("section", sections, self.part.section)
        return (*sections[:place], *own, *sections[place:])

    def _place(self) -> int:
        """Before the next section of the core's own, so behind parts added before."""
        after = next(one.after for one in self.part.join if one.to == self.core.id)
        core = [section.id for section in self.core.section]
        later = core[core.index(after) + 1 :]
        ids = [section.id for section in self.so_far.section]
        return ids.index(later[0]) if later else len(ids)

    def _items(self) -> tuple[Item, ...]:
        later = {section.id for section in self.so_far.section[self._place() :]}
        items, clashes = joined_items(self.so_far.item, self.part.item, later)
        for link_id in clashes:
            self._clash("item", link_id)
        return items

    def _guidance(self, own: set[str]) -> Guidance:
        """The rules and lines that rest on a dimension or a question of its own."""
        so_far, part = self.so_far.guidance, self.part.guidance
        rules = [rule for rule in part.rule if own & rule.at_least.keys()]
        return replace(
            so_far,
            rule=so_far.rule + self._new("rule", so_far.rule, rules),
            alternative=self._lines(
                "alternative", so_far.alternative, part.alternative
            ),
            support=self._lines("support", so_far.support, part.support),
            benefit=self._lines("benefit", so_far.benefit, part.benefit),
            ask=self._lines("ask", so_far.ask, part.ask),
            bring=self._lines("bring", so_far.bring, part.bring),
        )

    def _lines(
        self, kind: str, there: tuple[Line, ...], more: tuple[Line, ...]
    ) -> tuple[Line, ...]:
        own = [line for line in more if self._is_own(line.show_when)]
        return there + self._new(kind, there, own)

    def _is_own(self, condition: Condition | None) -> bool:
        asked = self.part.items.keys() - self.so_far.items.keys()
        scales = self.part.scales.keys() - self.so_far.scales.keys()
        return any(leaf.item in asked for leaf in answers_tested(condition)) or any(
            leaf.scale in scales for leaf in totals_tested(condition)
        )
