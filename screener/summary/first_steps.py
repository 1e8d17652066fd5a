"""What to do first: the most urgent thing on top, each thing said once."""

from collections.abc import Iterable, Set

from screener.language import _
from screener.model import Fact, HelpKind, HelpLine, HelpLines, Questionnaire, Rule
from screener.scoring import HoldingRule
from screener.summary.model import CRY_STEP, URGENCY, HelpEntry, Step


def first_steps(
    questionnaire: Questionnaire,
    holding_rules: Iterable[HoldingRule],
    help_lines: HelpLines,
    facts: Set[Fact] = frozenset(),
) -> tuple[Step, ...]:
    """Put the steps in order: red flags, then by urgency, then as listed.

    A step is left out where graver ones say all that it says, or are about the same
    concern: beside "call 988 now", neither "call today" nor "see someone this week" is
    shown.

    Args:
        questionnaire: What was asked.
        holding_rules: The rules that hold.
        help_lines: The help lines of the region.
        facts: What is known of the person; a cry for help follows what is urgent.
    """
    rules = [one.rule for one in holding_rules]
    graver = {one.first for one in rules if not _is_outdone(questionnaire, one, rules)}
    holding = [rule for rule in rules if rule.first in graver]
    holding.sort(key=lambda rule: (not rule.red_flag, -_urgency(questionnaire, rule)))
    by_text: dict[str, list[Rule]] = {}
    for rule in holding:
        if rule.first is not None:
            by_text.setdefault(rule.first, []).append(rule)
    steps = [_step(first, same, help_lines) for first, same in by_text.items()]
    if Fact.CRY_FOR_HELP in facts:
        place = sum(step.urgent for step in steps)
        steps.insert(place, _cry_step(help_lines))
    return tuple(steps)


def help_entry(line: HelpLine) -> HelpEntry:
    """A help line as a summary tells it."""
    return HelpEntry(
        name=line.name,
        reach=line.reach,
        about=line.about,
        hours=line.hours,
        languages=line.languages,
        checked=line.checked,
        kinds=line.kinds,
    )


def _is_outdone(
    questionnaire: Questionnaire, rule: Rule, holding: Iterable[Rule]
) -> bool:
    """Whether all that a rule rests on leads to a graver rule of its ladder too.

    A graver rule of the same concern is enough.
    """
    index = questionnaire.ladders[rule.ladder].index
    same = [other for other in holding if other.ladder == rule.ladder and other.first]
    if rule.concern and any(
        other.concern == rule.concern and index[other.rung] > index[rule.rung]
        for other in same
    ):
        return True
    return all(
        any(
            (index[other.rung], other.at_least.get(on, 0)) > (index[rule.rung], least)
            and other.at_least.get(on, 0) >= least
            and index[other.rung] >= index[rule.rung]
            for other in same
        )
        for on, least in rule.at_least.items()
    )


def _urgency(questionnaire: Questionnaire, rule: Rule) -> int:
    if rule.ladder != URGENCY:
        return 0
    return questionnaire.ladders[URGENCY].index[rule.rung]


def _cry_step(help_lines: HelpLines) -> Step:
    """Whom to talk to; it does not say what was typed, for others may read it."""
    kinds = HelpKind.CRISIS, HelpKind.EMERGENCY
    return Step(
        rule=CRY_STEP,
        text=_(
            "You can talk with someone right now, day or night. Call or text 988. "
            "It is free and private. If a life is in danger, call 911."
        ),
        urgent=True,
        help=tuple(map(help_entry, help_lines.of(*kinds))),
    )


def _step(first: str, same: list[Rule], help_lines: HelpLines) -> Step:
    kinds: list[HelpKind] = [kind for rule in same for kind in rule.help]
    return Step(
        rule=same[0].id,
        text=first,
        urgent=any(rule.red_flag for rule in same),
        help=tuple(help_entry(line) for line in help_lines.of(*kinds)),
    )
