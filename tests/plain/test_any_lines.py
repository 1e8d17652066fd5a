"""Whole visits of random lines: no error, one language, a reply to each line."""

import io
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.catalog import Edition, Editions, select
from screener.interview import Interview
from screener.language import speak
from screener.plain import PlainVisit, Talk
from tests.language.pseudo import CODE, pseudo, spoken_there
from tests.tui.tongues import foreign_in

_VISITS = 12
_PIECES = [
    *("yes", "no", "help", "idk", "maybe", "2 or 3", "the second", "uno", "three", ""),
    *("sí", "no sé", "ayuda", "tal vez", "2 o 3", "la segunda", "uno y dos", "dos"),
    *("1.", "a)", "2,5", "1 000", "-1", "999999999999", "٣", "½", "1;2", "1,,2", "0"),
    *(
        "s",
        "u",
        "l",
        "b",
        "why",
        "por qué",
        "repeat",
        "easier",
        "back",
        "atrás",
        "unsure",
    ),
    *(
        "skip",
        "saltar",
        "skip",
        "saltar",
        "go",
        "stop",
        "parar",
        "keep",
        "done",
        "check",
    ),
    *(
        "I want to die",
        "me quiero morir",
        "he hits me",
        "i took too much",
        "🙂",
        "\x1b[2J",
    ),
    *("x" * 600, "palabra " * 2_000, "\t", "   ", "None of these", "ninguno", "\x00"),
    *("~", "~nobody/x", "/dev/null/x", "a/b", "con", "y", "n", "k", "d", "c", "g", "f"),
]
_ANSWERS = ["1", "2", "3", "4", "1, 2", "2\r", "1", "1"]


@pytest.fixture(scope="module")
def editions() -> Editions:
    return Editions(select(), "us")


@pytest.fixture(autouse=True)
def _nothing_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    yield
    speak("en")


class _Lines(io.StringIO):
    """Input lines; records the output so far and the visit before each line."""

    def __init__(self, typed: list[str]) -> None:
        super().__init__()
        self.typed = typed
        self.says = io.StringIO()
        self.stops: list[tuple[int, Interview]] = []
        self.visit: PlainVisit | None = None

    def readline(self, _size: int | None = -1, /) -> str:  # type: ignore[override]
        assert self.visit is not None
        self.stops.append((self.says.tell(), self.visit.interview))
        return f"{self.typed.pop(0)}\n" if self.typed else ""


def _held(edition: Edition, typed: list[str], folder: Path) -> _Lines:
    lines = _Lines(list(typed))
    talk = Talk(lines, lines.says, edition.help_lines)
    lines.visit = PlainVisit(talk, edition.questionnaire, edition.help_lines, folder)
    assert lines.visit.hold() == 0
    return lines


def _made_up(seed: int) -> list[str]:
    chance = random.Random(seed)
    count = chance.randint(0, 120)
    return ["1"] + [
        chance.choice(_ANSWERS if chance.random() < 0.7 else _PIECES)
        for _ in range(count)
    ]


def _own_words(output: str, typed: list[str]) -> str:
    """Return an output without paths and what was typed."""
    for words in sorted(typed, key=len, reverse=True):
        if len(words.strip()) > 3:
            output = output.replace(words.strip(), " ")
    return re.sub(r"/\S+", " ", output)


@pytest.mark.many_cases
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("seed", range(_VISITS))
def test_whatever_is_typed_is_answered_in_one_language(
    editions: Editions, tmp_path: Path, language: str, seed: int
) -> None:
    speak(language)
    typed = _made_up(seed)
    lines = _held(editions.edition(language), typed, tmp_path / "kept")
    output = _own_words(lines.says.getvalue(), typed)
    assert foreign_in(output, language) == set()


@pytest.mark.many_cases
@pytest.mark.parametrize("seed", range(_VISITS))
def test_no_word_of_a_visit_is_left_untranslated(
    editions: Editions, tmp_path: Path, seed: int
) -> None:
    edition = pseudo(editions.original)
    typed = _made_up(seed)
    with spoken_there():
        speak(CODE)
        lines = _held(edition, typed, tmp_path / "kept")
    output = _own_words(lines.says.getvalue(), typed)
    assert set(re.findall(r"[A-Za-z]{4,}", output)) == set()


@pytest.mark.parametrize("seed", range(_VISITS))
def test_no_line_is_passed_over_in_silence(
    editions: Editions, tmp_path: Path, seed: int
) -> None:
    speak("en")
    lines = _held(editions.original, _made_up(seed), tmp_path / "kept")
    output = lines.says.getvalue()
    for (start, before), (end, after) in zip(
        lines.stops, lines.stops[1:], strict=False
    ):
        asked = output[:start].strip().splitlines()[-1]
        between = output[start:end].strip().splitlines()
        assert before != after or between != [asked], output[max(0, start - 300) : end]
