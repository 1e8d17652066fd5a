"""Whether every rule, every rung and every red flag does its work."""

from collections.abc import Callable, Iterable

from screener.checking.proof import Finding, Flaw, How
from screener.checking.space import Space
from screener.scoring.circuit import Facts, RuleWire


def check_order(space: Space) -> Finding:
    """Every graver step keeps all facts of the milder one: the lemma of monotony."""
    flaws: list[Flaw] = []
    tried = 0
    for n, axis in enumerate(space.circuit.axes):
        for place in range(1, len(axis.marks)):
            tried += 1
            if axis.marks[place - 1] & ~axis.marks[place]:
                what = f"`{axis.codes[-1]}` of {axis.link_id} loses what is milder."
                mend = "list options from mildest to gravest."
                flaws.append(Flaw(what, mend, space.person({n: place})))
    return Finding(How.THEOREM, tried, "options", tuple(flaws))


def check_rungs_single(space: Space) -> Finding:
    """One answer set, one rung: the highest that a rule gives, or the lowest."""
    return Finding(How.THEOREM, len(space.circuit.ladders), "ladders")


def check_rules_alive(space: Space) -> Finding:
    """Every rule decides for someone: no other gives that person as high a rung."""
    tried, flaws = 0, []
    for wires in space.circuit.ladders:
        for wire in wires:
            rivals = [one for one in wires if one is not wire and one.rung >= wire.rung]
            deciding = space.least.fulfilling(wire.needs, any_of(rivals))
            tried += 1
            if next(deciding, None) is None:
                flaws.append(_dead(space, wire, rivals))
    return Finding(How.ENUMERATED, tried, "rules", tuple(flaws))


def check_rungs_reached(space: Space) -> Finding:
    """Every rung of every ladder is the placement of someone."""
    tried, flaws = 0, []
    for number, ladder in enumerate(space.questionnaire.ladder):
        wires = space.circuit.ladders[number]
        for place, rung in enumerate(ladder.rung):
            tried += 1
            if not _someone_at(space, number, place, wires):
                what = f"Nobody is placed on the rung `{rung.id}` of {ladder.id}."
                mend = "add a rule that gives it, or remove the rung."
                flaws.append(Flaw(what, mend, space.person({})))
    return Finding(How.ENUMERATED, tried, "rungs", tuple(flaws))


def check_red_flags(space: Space) -> Finding:
    """With a red flag given, no other answer brings its ladder below its rung."""
    tried, flaws = 0, []
    for wire in space.circuit.rules:
        if not wire.rule.red_flag:
            continue
        ladder = space.questionnaire.ladders[wire.rule.ladder]
        number = space.questionnaire.ladder.index(ladder)
        for places in space.minimal(wire.needs):
            tried += 1
            if space.place(places)[number] < wire.rung:
                what = (
                    f"The red flag `{wire.rule.id}` is there, and `{ladder.id}` lower."
                )
                mend = "let the rule give at least its rung."
                flaws.append(Flaw(what, mend, space.person(places)))
        if not (wire.rule.first and wire.rule.help):
            what = f"The red flag `{wire.rule.id}` stops the questions without help."
            mend = "say what to do `first`, and name the kinds of `help`."
            someone = next(space.minimal(wire.needs), {})
            flaws.append(Flaw(what, mend, space.person(someone)))
    return Finding(How.ENUMERATED, tried, "people", tuple(flaws))


def any_of(wires: Iterable[RuleWire]) -> Callable[[Facts], bool]:
    """Make a test whether one of some rules holds."""
    all_needs = tuple(wire.needs for wire in wires)
    return lambda facts: any(not needs & ~facts for needs in all_needs)


def _dead(space: Space, wire: RuleWire, rivals: Iterable[RuleWire]) -> Flaw:
    rule = wire.rule
    places = next(space.minimal(wire.needs), None)
    if places is None:
        what = f"The rule `{rule.id}` holds for nobody."
        return Flaw(what, "ask for less in it, or remove it.", space.person({}))
    facts = space.facts(places)
    rival = next(one.rule for one in rivals if not one.needs & ~facts)
    what = (
        f"The rule `{rule.id}` decides for nobody: whenever it holds, another rule "
        f"gives as high a rung of {rule.ladder}. For this person it is `{rival.id}`."
    )
    mend = "remove it, or let it ask for less than the other, or give a higher rung."
    return Flaw(what, mend, space.person(places))


def _someone_at(
    space: Space, ladder: int, place: int, wires: Iterable[RuleWire]
) -> bool:
    if space.place({})[ladder] == place:
        return True
    above = any_of(one for one in wires if one.rung > place)
    starts = [one.needs for one in wires if one.rung == place]
    people = (space.least.fulfilling(needs, above) for needs in starts)
    return any(next(one, None) for one in people)
