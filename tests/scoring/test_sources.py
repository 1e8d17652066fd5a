"""Every fact of the guide is carried by something, and every source is used."""

from screener.model import Questionnaire

GUIDE = {
    "intro",
    "what-is",
    *(f"who-benefits.{n}" for n in range(1, 9)),
    "how-works",
    *(f"when-needed.{n}" for n in range(1, 4)),
    "components",
    *(f"benefits.{n}" for n in range(1, 5)),
    "before.residential",
    "before.intensity",
    "before.home",
    "program",
}


def cited(core: Questionnaire) -> dict[str, set[str]]:
    """What cites each source."""
    guidance = core.guidance
    told = [
        *((item.link_id, item.cite) for item in core.item),
        *((rung.id, rung.cite) for ladder in core.ladder for rung in ladder.rung),
        *((rule.id, rule.cite) for rule in guidance.rule),
        *((line.id, line.cite) for line in (*guidance.alternative, *guidance.support)),
        *((line.id, line.cite) for line in (*guidance.benefit, *guidance.ask)),
        *((line.id, line.cite) for line in guidance.bring),
        *((sign.id, sign.cite) for sign in guidance.fit),
    ]
    carriers: dict[str, set[str]] = {}
    for id, cites in told:
        for source in cites:
            carriers.setdefault(source, set()).add(id)
    return carriers


def test_every_section_of_the_guide_is_carried(core: Questionnaire) -> None:
    assert set(cited(core)) >= GUIDE


def test_every_source_is_cited(core: Questionnaire) -> None:
    assert set(cited(core)) == set(core.sources)


def test_every_item_says_why_and_who_sees_it(core: Questionnaire) -> None:
    for item in core.item:
        assert item.why
        assert item.seen_by or core.seen_by


def test_the_ladders_are_those_that_tools_rely_on(core: Questionnaire) -> None:
    rungs = {ladder.id: [rung.id for rung in ladder.rung] for ladder in core.ladder}
    assert rungs == {
        "level-of-care": ["none", "outpatient", "intensive-outpatient", "residential"],
        "urgency": ["routine", "this-week", "today", "now"],
        "withdrawal-care": ["none", "ask-doctor", "supervised", "medical-detox"],
        "housing": ["home", "supportive", "safe-place"],
        "medical": ["none", "prompt"],
    }
