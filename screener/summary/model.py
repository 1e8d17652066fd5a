"""The one summary: all that the screen, the files and a reader later on can show.

It is complete by itself. Reading it needs no questionnaire, so an old file can be
read after the questions have changed.
"""

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from screener.catalog.review_status import NOT_REVIEWED
from screener.model import Fact, Hash, HelpKind, Id, Record, Respondent, Text
from screener.model.bounds import Bounds, Moment
from screener.scoring import LEVEL as LEVEL
from screener.scoring import URGENCY as URGENCY
from screener.scoring import Fit
from screener.summary.change_lines import ChangeLine, ChangeSetLine, OpenLine, Statement
from screener.summary.counselor_part import CounselorPart

CRY_STEP = "cry-for-help"
"""The `rule` of the step that answers a cry for help; no rule of a questionnaire."""


class AnswerState(StrEnum):
    """What became of a question."""

    GIVEN = "given"
    DECLINED = "declined"
    UNSURE = "unsure"
    NOT_REACHED = "not-reached"
    UNUSED = "unused"
    """Answered, and not counted: the question no longer applies."""


CLIENT_CODE = r"^[A-Za-z0-9][A-Za-z0-9-]{0,19}$"

ClientCode = Annotated[str, Bounds(pattern=CLIENT_CODE)]
"""Letters, digits and hyphens."""


class Origin(Record):
    """The questionnaire that was asked."""

    id: Id
    version: Text
    title: Text
    language: Text
    hash: Hash
    limits: Text
    """What it is not."""


class AnswerLine(Record):
    """One question as asked, with the answer as given."""

    link_id: Id
    section: Text
    question: Text
    short: Text
    state: AnswerState
    answer: tuple[str, ...] = ()
    """In the words of the options; a number with its unit; or free words."""
    code: tuple[str, ...] | int | None = None
    """The codes chosen, or the number; none for free words."""
    can_move: bool
    """Whether its answer weighs on a ladder, and is not only told beside one."""
    safety: bool = False
    """Whether it is a safety question: one that is put again when it is skipped."""


class Reason(Record):
    """A rule that holds, and the answers it rests on."""

    rule: Id
    rung: Id
    text: Text
    evidence: tuple[Text, ...]
    """The person's own answers as statements."""
    cite: tuple[str, ...]
    is_enough: bool = False
    """Whether it holds on the answers of the ladder's `because` alone."""


class RungLine(Record):
    """One step of a ladder."""

    id: Id
    name: Text


class LadderLine(Record):
    """Where the person stands on one ladder."""

    id: Id
    name: Text
    rungs: tuple[RungLine, ...]
    """All of them, from mild to grave."""
    rung: Id
    """What the answers establish: the low end of the range."""
    low: Id
    high: Id
    about: Text
    """What the rung is."""
    facts: tuple[Text, ...]
    reasons: tuple[Reason, ...]
    """The rules that give this rung."""
    because: tuple[Statement, ...] = ()
    """A minimal set of answers that alone guarantee `low`, whatever the rest are."""
    no_more: tuple[Statement, ...] = ()
    """A minimal set of answers that alone guarantee that it is not above `high`."""

    def __post_init__(self) -> None:
        """Whoever draws the ladder may rely on finding every rung that is named."""
        places = {one.id: place for place, one in enumerate(self.rungs)}
        if len(places) < len(self.rungs):
            raise ValueError("a rung is there twice")
        named = (self.rung, self.low, self.high, *(one.rung for one in self.reasons))
        for rung in named:
            if rung not in places:
                raise ValueError(f"the rung `{rung}` is not among its rungs")
        if not places[self.low] <= places[self.rung] <= places[self.high]:
            raise ValueError("`low`, `rung` and `high` do not rise")

    @property
    def rung_name(self) -> str:
        """The name of the rung reported."""
        return self.name_of(self.rung)

    @property
    def settled(self) -> bool:
        """Whether no unknown answer could move it."""
        return self.low == self.high

    @property
    def reasons_enough_first(self) -> tuple[Reason, ...]:
        """The reasons, first those that the answers of `because` alone bring about."""
        return tuple(sorted(self.reasons, key=lambda reason: not reason.is_enough))

    @property
    def reason_texts(self) -> tuple[str, ...]:
        """The words of the reasons; what several of them say is there once."""
        return tuple(dict.fromkeys(reason.text for reason in self.reasons))

    def name_of(self, rung: str) -> str:
        """The name of one of the ladder's rungs."""
        return next(one.name for one in self.rungs if one.id == rung)

    def place_of(self, rung: str) -> int:
        """Where a rung stands, counted from the mildest."""
        return [one.id for one in self.rungs].index(rung)


class HelpEntry(Record):
    """One help line."""

    name: Text
    reach: Text
    """How to reach it: `call or text 988`."""
    about: Text
    hours: Text
    languages: tuple[Text, ...]
    checked: datetime.date
    """The day somebody last checked it."""
    kinds: tuple[HelpKind, ...]


class Step(Record):
    """One thing to do first, the most urgent first."""

    rule: Id
    text: Text
    urgent: bool
    """Whether it is an emergency: a red flag holds, or a cry for help."""
    help: tuple[HelpEntry, ...]


class RatingLine(Record):
    """A rating at both ends of the range, from 0 (none) to 4 (severe)."""

    dimension: Id
    name: Text
    low: Annotated[int, Bounds(ge=0, le=4)]
    high: Annotated[int, Bounds(ge=0, le=4)]
    severity: bool | None = None
    """`False` where it is never shown as mild to severe; see `Dimension.severity`."""

    def __post_init__(self) -> None:
        """A bar is drawn from its low end to its high one."""
        if self.low > self.high:
            raise ValueError("`low` is above `high`")


class ScaleLine(Record):
    """A scale's total and band; none while an answer is missing."""

    scale: Id
    name: Text
    score: int | None = None
    band: str | None = None


class Told(Record):
    """A line that is told beside the placement."""

    id: Id
    text: Text
    cite: tuple[str, ...]


class FitLine(Record):
    """One sign that intensive outpatient care fits, and how it stands."""

    id: Id
    sign: Text
    fit: Fit
    build: Text
    cite: tuple[str, ...]


class SourceLine(Record):
    """A source that the summary cites."""

    id: Id
    title: Text
    locator: Text


class Summary(Record):
    """What a person takes along."""

    format: Literal[1] = 1
    program: Text
    """The program and its version."""
    created: Moment
    respondent: Respondent
    client: ClientCode | None = None
    """The code under which a counselor keeps it; never a name."""
    region: Id
    questionnaire: Origin
    reviewed: Text = NOT_REVIEWED
    """Whether a clinician has reviewed it, in a sentence; older files do not say."""
    left_out: bool = False
    """Whether some answers were left out at the person's wish."""
    left_out_is_unknown: bool = False
    """Whether the ranges hold whatever was said to what is left out. In files of
    version 0.1.0 they do not: `reader` widens them."""
    steps: tuple[Step, ...]
    """What to do first, the most urgent first."""
    ladders: Annotated[tuple[LadderLine, ...], Bounds(min_length=1)]
    """The level of care first, the others as the questionnaire lists them."""
    ratings: tuple[RatingLine, ...]
    scales: tuple[ScaleLine, ...] = ()
    alternatives: tuple[Told, ...]
    supports: tuple[Told, ...]
    benefits: tuple[Told, ...]
    fit: tuple[FitLine, ...]
    asks: tuple[Told, ...]
    brings: tuple[Told, ...]
    answers: tuple[AnswerLine, ...]
    """Every question that applies or was answered, in asking order."""
    help: tuple[HelpEntry, ...]
    sources: tuple[SourceLine, ...]
    credits: tuple[Text, ...] = ()
    """Whose instruments were asked, and under which terms."""
    open: tuple[OpenLine, ...] = ()
    """The open questions that could raise a ladder."""
    changes: tuple[ChangeLine, ...] = ()
    """Every other answer to one question that would move a ladder."""
    change_sets: tuple[ChangeSetLine, ...] = ()
    """Where no answer alone moves the low end that way, and several together do."""
    counselor: CounselorPart | None = None
    """What a counselor set down, where one walked the client through."""

    def __post_init__(self) -> None:
        """Whoever tells of a rung may rely on finding it on its ladder."""
        if self.created.tzinfo is None:
            raise ValueError("`created` has no time zone")
        rungs = {line.id: {one.id for one in line.rungs} for line in self.ladders}
        for ladder, rung in self._named():
            if rung not in rungs.get(ladder, {rung}):
                raise ValueError(f"the rung `{rung}` is not on the ladder `{ladder}`")

    def _named(self) -> Iterator[tuple[str, str]]:
        """Each ladder that is named beside itself, and a rung of it."""
        for line in self.open:
            yield from ((reach.ladder, reach.rung) for reach in line.could_reach)
        for change in self.changes:
            for move in change.moves:
                yield from ((move.ladder, rung) for rung in (move.low, move.high))
        yield from ((one.ladder, one.rung) for one in self.change_sets)
        for places in self.counselor.ladders if self.counselor else ():
            for one in (places.client, places.counselor):
                for rung in (one.rung, one.low, one.high):
                    yield places.ladder, rung

    @property
    def date(self) -> datetime.date:
        """The day of the visit."""
        return self.created.date()

    @property
    def facts(self) -> frozenset[Fact]:
        """What is known of the person beside their answers."""
        cried = any(step.rule == CRY_STEP for step in self.steps)
        return frozenset({Fact.CRY_FOR_HELP} if cried else ())

    @property
    def urgent(self) -> bool:
        """Whether a red flag holds, or the person cried for help."""
        return any(step.urgent for step in self.steps)

    @property
    def shown_ratings(self) -> tuple[RatingLine, ...]:
        """The ratings that may be shown as mild to severe; see `Dimension.severity`."""
        return tuple(line for line in self.ratings if line.severity is not False)

    @property
    def unknown(self) -> tuple[AnswerLine, ...]:
        """The questions that have no answer."""
        told = (AnswerState.GIVEN, AnswerState.UNUSED)
        return tuple(line for line in self.answers if line.state not in told)

    def ladder(self, id: str) -> LadderLine:
        """The ladder of that id.

        Raises:
            StopIteration: If there is none.
        """
        return next(ladder for ladder in self.ladders if ladder.id == id)
