"""Cases as they are written: answers, and what an expert expects of each ladder.

A case is one JSON object on a line, or a TOML file with the same keys:

    id = "A17"
    group = "vignettes"
    grade = "two clinicians"

    [answers]
    link-id = "code"

    [expected]
    level-of-care = "outpatient"
    urgency = ["routine", "this-week"]
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from screener.agreement.comparing import Case, Ends
from screener.catalog import read_answers, read_toml
from screener.errors import AgreementError, AnswerError, Problem
from screener.language import _
from screener.model import Given, Ladder, Questionnaire, Unknown
from screener.placing import read_line, take_id
from screener.sanitize import excerpt

MOST_CASES = 20_000
"""Compared at once; the intervals of more would take minutes."""

_MOST_PROBLEMS = 1_000
"""As many are kept to be shown."""

_KEYS = ("id", "who", "answers", "expected", "grade", "group")
_LONGEST_LABEL = 60
"""Characters of a group or a grade."""
_LONGEST_NAME = 60
"""Characters of a key or a rung that is wrong, as far as it is shown."""


class Cases:
    """Cases that are read one after the other; what is wrong with any is kept."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Begin without cases.

        Args:
            questionnaire: What was answered.
        """
        self.all: list[Case] = []
        self.problems: list[Problem] = []
        self.bad = 0
        """How many cases cannot be used."""
        self._questionnaire = questionnaire
        self._places: dict[str, str] = {}
        """Where each id stands."""

    def add_line(self, line: bytes, name: str) -> None:
        """Take the case on a line.

        Args:
            line: One JSON object.
            name: What to call the line where something is wrong with it.

        Raises:
            AgreementError: If there are too many cases.
        """
        self._count()
        try:
            raw = read_line(line, name)
        except AnswerError as error:
            self._refuse(error.problems)
        else:
            self._add(raw, name)

    def add_file(self, path: Path) -> None:
        """Take the case in a TOML file; its id is the file's name unless it has one.

        Args:
            path: The file.

        Raises:
            AgreementError: If there are too many cases.
        """
        self._count()
        raw = read_toml(path)
        if isinstance(raw, Problem):
            self._refuse([raw])
        else:
            self._add({"id": path.stem, **raw}, path.name)

    def _count(self) -> None:
        if len(self.all) + self.bad == MOST_CASES:
            words = _("There are more than {most} cases. Compare fewer at once.")
            raise AgreementError(words.format(most=f"{MOST_CASES:,}"))

    def _add(self, raw: dict[str, Any], name: str) -> None:
        reader = _Reader(self._questionnaire, raw, name)
        case = reader.read()
        if not reader.problems and (there := self._places.get(case.id)):
            what = _("This id is there already: {place}.").format(place=there)
            reader.refuse("id", what, _("give each case an id of its own."))
        if reader.problems:
            self._refuse(reader.problems)
            return
        self._places[case.id] = name
        self.all.append(case)

    def _refuse(self, problems: Sequence[Problem]) -> None:
        self.bad += 1
        self.problems += problems[: _MOST_PROBLEMS - len(self.problems)]


class _Reader:
    """Reads one case, and finds all that is wrong with it."""

    def __init__(
        self, questionnaire: Questionnaire, raw: dict[str, Any], name: str
    ) -> None:
        self._questionnaire = questionnaire
        self._raw = raw
        self._name = name
        self.problems: list[Problem] = []

    def refuse(self, place: str, what: str, mend: str) -> None:
        """Keep what is wrong with a key."""
        self.problems.append(
            Problem(self._name, excerpt(place, _LONGEST_NAME), what, mend)
        )

    def read(self) -> Case:
        """Return the case; it counts only where nothing is wrong."""
        for key in self._raw.keys() - {*_KEYS}:
            mend = _("use only: {keys}.").format(keys=", ".join(_KEYS))
            self.refuse(key, _("There is no such key."), mend)
        return Case(
            id=self._id(),
            answers=self._answers(),
            expected=dict(self._expected()),
            group=self._label("group"),
            grade=self._label("grade"),
        )

    def _id(self) -> str:
        try:
            id = take_id(dict(self._raw), "id", self._name)
        except AnswerError as error:
            self.problems += error.problems
            return ""
        if id is None or id == "":
            what = _("There is no id.")
            self.refuse("id", what, _("give each case an id of its own."))
        return str(id)

    def _answers(self) -> Mapping[str, Given | Unknown]:
        raw = self._raw.get("answers")
        if not isinstance(raw, dict):
            mend = _('write them as link-id and code, such as {"mood": "low"}.')
            self.refuse("answers", _("There are no answers."), mend)
            return {}
        try:
            return read_answers(self._questionnaire, raw, self._name)
        except AnswerError as error:
            self.problems += error.problems
            return {}

    def _expected(self) -> Iterator[tuple[str, Ends]]:
        raw = self._raw.get("expected")
        ladders = self._questionnaire.ladders
        named = ", ".join(ladders)
        if not isinstance(raw, dict) or not raw:
            mend = _("name a rung for at least one of: {ladders}.")
            what = _("It does not say what is expected.")
            self.refuse("expected", what, mend.format(ladders=named))
            return
        for id, value in raw.items():
            if id not in ladders:
                mend = _("write one of: {ladders}.").format(ladders=named)
                self.refuse(f"expected.{id}", _("There is no such ladder."), mend)
            elif ends := self._ends(ladders[id], value):
                yield id, ends

    def _ends(self, ladder: Ladder, value: object) -> Ends | None:
        """The places of a rung, or of the first and the last rung of a range."""
        place = f"expected.{ladder.id}"
        written = [value, value] if isinstance(value, str) else value
        if not isinstance(written, list) or len(written) != 2:
            what = _("It is neither a rung nor a range.")
            mend = _('write a rung, or two: ["mildest", "gravest"].')
            self.refuse(place, what, mend)
            return None
        unknown = [
            one for one in dict.fromkeys(map(str, written)) if one not in ladder.index
        ]
        for one in unknown:
            what = _("The ladder has no rung {rung}.")
            mend = _("write one of: {rungs}.").format(rungs=", ".join(ladder.index))
            self.refuse(place, what.format(rung=excerpt(one, _LONGEST_NAME)), mend)
        if unknown:
            return None
        low, high = (ladder.index[one] for one in written)
        if low > high:
            what = _("The range begins at its graver end.")
            self.refuse(place, what, _("write the milder rung first."))
            return None
        return Ends(low, high)

    def _label(self, key: str) -> str:
        value = self._raw.get(key)
        if value is None:
            return ""
        if isinstance(value, str) and len(value) <= _LONGEST_LABEL:
            return value.strip()
        mend = _("write at most {most} characters.").format(most=_LONGEST_LABEL)
        self.refuse(key, _("It is not a short text."), mend)
        return ""
