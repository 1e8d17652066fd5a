"""Which section a person is in, of how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from screener.language import _

if TYPE_CHECKING:
    from screener.interview.interview import Interview
    from screener.interview.progress import Progress


class Place(NamedTuple):
    """Where the present question stands among the sections."""

    title: str
    """The section's title."""
    number: int = 0
    """Its number among the sections gone through; 0 where they have no order."""
    fewest: int = 0
    most: int = 0
    """How many sections there will have been at the end."""


def place_of(interview: Interview, progress: Progress) -> Place:
    """Return where an interview stands.

    Sections without a question for this person are not counted. What is asked at once
    belongs to the section it interrupts, so that the number never goes back.

    Args:
        interview: It stands at a question.
        progress: What is done and left there.
    """
    questionnaire = interview.questionnaire
    titles = {section.id: section.title for section in questionnaire.section}
    if interview.quick:
        return Place(titles[interview.item.section])

    def among(link_ids: frozenset[str] | set[str]) -> list[str]:
        there = {questionnaire.items[link_id].section for link_id in link_ids}
        return [section for section in titles if section in there]

    path = interview.path
    until_here = path[: path.index(interview.item.link_id) + 1]
    passed = among({*until_here})
    after = list(titles)[list(titles).index(passed[-1]) + 1 :]
    done = frozenset(interview.answers) & frozenset(path)

    def whole(left: frozenset[str]) -> int:
        return len(passed) + sum(section in after for section in among(done | left))

    here, number = titles[passed[-1]], len(passed)
    return Place(here, number, whole(progress.surely), whole(progress.maybe))


def place_in_words(place: Place) -> str:
    """Return such as `Section 3 of at most 6`; empty if sections have no order.

    Args:
        place: Where an interview stands.
    """
    if not place.number:
        return ""
    told = (
        _("Section {number} of {most}")
        if place.fewest == place.most
        else _("Section {number} of at most {most}")
    )
    return told.format(number=place.number, most=place.most)
