"""Small questionnaires built as records, for tests of one thing at a time.

The options of an item have the codes `o0`, `o1`, … from mildest to gravest, the rungs
of a ladder `r0`, `r1`, … Ratings are given in that order: `choice("a", {}, {"x": 1})`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from screener.model import (
    Band,
    ChoiceItem,
    ChoicesItem,
    Condition,
    Dimension,
    FitSign,
    Guidance,
    Item,
    Ladder,
    Line,
    NumberItem,
    Option,
    Questionnaire,
    Rates,
    Rule,
    Rung,
    Scale,
    ScaleBand,
    Section,
    Source,
    TextItem,
)

CITE = ("source",)
DIMENSIONS = ("x", "y", "z")
LADDERS: Mapping[str, int] = {"level": 4, "side": 2}


def option(number: int, rates: Rates, score: int | None = None) -> Option:
    """The option `o<number>`."""
    code = f"o{number}"
    says = f"You said {code}." if rates else None
    return Option(code=code, text=code, rates=rates, says=says, score=score)


def choice(
    link_id: str,
    *rates: Rates,
    gate: Condition | None = None,
    ordered: bool = True,
    scores: Sequence[int] | None = None,
) -> ChoiceItem:
    """A choice with one option for each of the ratings."""
    options = (
        option(place, one, scores[place] if scores else None)
        for place, one in enumerate(rates)
    )
    head = _item(link_id, gate)
    return ChoiceItem(type="choice", ordered=ordered, option=tuple(options), **head)


def choices(
    link_id: str,
    *rates: Rates,
    gate: Condition | None = None,
    ordered: bool = True,
    none: bool = True,
    scores: Sequence[int] | None = None,
) -> ChoicesItem:
    """Ticks, one for each of the ratings, and `none` where it is asked for."""
    options = [
        option(place, one, scores[place] if scores else None)
        for place, one in enumerate(rates)
    ]
    if none:
        options.append(Option(code="none", text="None of these", exclusive=True))
    head = _item(link_id, gate)
    return ChoicesItem(type="choices", ordered=ordered, option=tuple(options), **head)


def number(
    link_id: str,
    *bands: tuple[int, int, Rates],
    gate: Condition | None = None,
) -> NumberItem:
    """A number whose bands, from mildest to gravest, are `o0`, `o1` and so on."""
    made = [
        Band(
            code=f"o{place}",
            from_=start,
            to=end,
            rates=rates,
            says=f"You said {start} to {end}." if rates else None,
        )
        for place, (start, end, rates) in enumerate(bands)
    ]
    return NumberItem(
        type="number",
        minimum=min(start for start, _, _ in bands),
        maximum=max(end for _, end, _ in bands),
        band=tuple(made),
        **_item(link_id, gate),
    )


def text(link_id: str, gate: Condition | None = None) -> TextItem:
    """A question answered in free words."""
    return TextItem(type="text", **_item(link_id, gate))


def _item(link_id: str, gate: Condition | None) -> dict[str, Any]:
    return {
        "link_id": link_id,
        "text": f"{link_id}?",
        "short": link_id,
        "why": "For a test.",
        "cite": CITE,
        "section": "all",
        "enable_when": gate,
    }


def rule(ladder: str, rung: int, **at_least: int) -> Rule:
    """A rule, named by what it says: `level-1-x2`."""
    thresholds = "-".join(f"{on}{least}" for on, least in at_least.items())
    return Rule(
        id=f"{ladder}-{rung}-{thresholds}",
        ladder=ladder,
        rung=f"r{rung}",
        at_least=at_least,
        text="A reason.",
        cite=CITE,
    )


def scale(*items: str, bands: Mapping[int, Rates], whole: bool = False) -> Scale:
    """A scale over these items, with bands by their lowest total."""
    made = [
        ScaleBand(from_=start, name=f"from {start}", rates=one, says="So.")
        for start, one in bands.items()
    ]
    return Scale(
        id="sum", name="Sum", items=items, cite=CITE, whole=whole, band=tuple(made)
    )


def line(id: str, show_when: Condition | None = None) -> Line:
    """A line that is told when its condition holds."""
    return Line(id=id, text="A line.", show_when=show_when, cite=CITE)


def sign(
    id: str, fits_when: Condition, applies_when: Condition | None = None
) -> FitSign:
    """A sign of fit."""
    return FitSign(
        id=id,
        sign="It fits.",
        fits_when=fits_when,
        applies_when=applies_when,
        build="Build it.",
        cite=CITE,
    )


def questionnaire(
    *items: Item,
    rules: Sequence[Rule] = (),
    scales: Sequence[Scale] = (),
    alternatives: Sequence[Line] = (),
    supports: Sequence[Line] = (),
    fit: Sequence[FitSign] = (),
) -> Questionnaire:
    """A questionnaire of these items on the dimensions and ladders above."""
    return Questionnaire(
        format=1,
        id="built",
        version="1",
        title="Built",
        language="en",
        about="Built for a test.",
        limits="Nothing else.",
        seen_by="Nobody.",
        dimension=tuple(Dimension(id=one, name=one) for one in DIMENSIONS),
        ladder=tuple(_ladder(id, rungs) for id, rungs in LADDERS.items()),
        section=(Section(id="all", title="All"),),
        scale=tuple(scales),
        item=items,
        guidance=Guidance(
            rule=tuple(rules) or (rule("side", 1, z=4),),
            alternative=tuple(alternatives),
            support=tuple(supports),
            fit=tuple(fit),
        ),
        source=(Source(id="source", title="S", locator="1", fact="A fact."),),
    )


def _ladder(id: str, rungs: int) -> Ladder:
    made = [Rung(id=f"r{n}", name=f"R{n}", about="A.", cite=CITE) for n in range(rungs)]
    return Ladder(id=id, name=id, rung=tuple(made))
