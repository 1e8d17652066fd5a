"""Drives both faces with the same interviews, and compares the files they save.

python -m tests.plain.parity [INTERVIEWS] [SEED]
"""

import asyncio
import io
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from screener.catalog import Editions, select
from screener.interview import Interview
from screener.language import ENGLISH, speak
from screener.model import (
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    Questionnaire,
    TextItem,
    Unknown,
)
from screener.model import OptionItem as Options
from screener.plain import PlainVisit, Talk
from screener.scoring import given_answers
from screener.tui import reading_pause
from screener.tui.app import ScreenerApp
from screener.tui.screens.goodbye import GoodbyeScreen
from screener.tui.screens.page import Page
from tests.tui.buttons import click
from tests.tui.walking import until


@dataclass
class Script:
    """One interview, as keys and as lines."""

    keys: list[list[str]] = field(default_factory=list)
    """Each pressed when the screen has settled."""
    lines: list[str] = field(default_factory=list)
    topics: int = 0
    """How many private topics are offered to be left out."""
    as_written: bool = True
    """Whether options are still in the words in which the questions were loaded."""

    def do(self, keys: list[str], line: str) -> None:
        """The same thing on both faces."""
        self.keys.append(keys)
        self.lines.append(line)


def script(
    questionnaire: Questionnaire, chance: random.Random, *, quick: bool
) -> Script:
    """Make up an interview, by walking through one.

    Args:
        questionnaire: What is asked.
        chance: Decides.
        quick: Whether it is the quick version.
    """
    made = Script()
    made.do([], str(chance.randint(1, 3)))
    who = made.lines.pop()
    made.keys.pop()
    made.do(["2" if quick else "enter"], who)
    made.keys.append([who, "enter"])
    visit = Interview.start(questionnaire, quick=quick)
    while True:
        if visit.new_flags:
            goes_on = chance.random() < 0.9
            made.do(["1" if goes_on else "2"], "g" if goes_on else "s")
            visit = visit.tell_flags()
            if not goes_on:
                visit = visit.finish()
                break
        if visit.offers_end:
            goes_on = chance.random() < 0.7
            made.do(["enter" if goes_on else "f8"], "g" if goes_on else "f")
            visit = visit.go_on() if goes_on else visit.go_on().finish()
        if visit.at is None:
            made.do(["enter"], "")
            break
        visit = _step(made, visit, chance)
    made.do(["enter"], "k")
    known = given_answers(questionnaire, visit.answers)
    said = {questionnaire.items[link_id].private for link_id in known}
    made.topics = sum(topic.id in said for topic in questionnaire.private)
    return made


def _skip(key: str, visit: Interview) -> list[str]:
    """Return the keys for no answer; Enter confirms it if it is asked again."""
    item = visit.item
    asks_again = item.ask_again and item.link_id not in visit.asked_again
    waits = (item.ask_again or item.private) and not asks_again
    return [key, "enter"] if waits else [key]


def _step(made: Script, visit: Interview, chance: random.Random) -> Interview:
    item = visit.item
    typed = isinstance(item, NumberItem | TextItem)
    known = visit.answers.get(item.link_id)
    if known is not None and not isinstance(known, Unknown):
        made.do(["enter"], "")
        return visit.give(known)
    if not typed and (other := chance.random()) < 0.1:
        made.as_written = False
        made.do(*((["f2"], "language") if other < 0.05 else (["f3"], "e")))
        return visit
    if not typed and not visit.at_first and chance.random() < 0.08:
        made.do(["left"], "b")
        return visit.back()
    if not typed and chance.random() < 0.12:
        made.do(_skip("f4", visit), "skip")
        return visit.leave_open(Unknown.DECLINED)
    if not typed and item.unsure and chance.random() < 0.1:
        made.do(_skip("f6", visit), "unsure")
        return visit.leave_open(Unknown.UNSURE)
    answer, keys, line = _answer(item, chance, as_written=made.as_written)
    made.do(keys, line)
    return visit.give(answer)


def _answer(
    item: Item, chance: random.Random, *, as_written: bool
) -> tuple[Given, list[str], str]:
    if isinstance(item, NumberItem):
        number = chance.randint(item.minimum, item.maximum)
        return number, [*str(number), "enter"], str(number)
    if not isinstance(item, Options):
        return "I hope", [*"I hope", "enter"], "I hope"
    if not isinstance(item, ChoicesItem):
        place = chance.randrange(len(item.option))
        words = item.option[place].text
        line = words if as_written and chance.random() < 0.3 else f"{place + 1}."
        return item.option[place].code, [str(place + 1), "enter"], line
    alone = [n for n, one in enumerate(item.option) if one.exclusive]
    free = [n for n, one in enumerate(item.option) if not one.exclusive]
    some = alone[:1] or free[:1]
    if chance.random() < 0.4:
        some = sorted(chance.sample(free, chance.randint(1, min(3, len(free)))))
    codes = tuple(item.option[place].code for place in some)
    digits = [str(place + 1) for place in some]
    return codes, [*digits, "enter"], " and ".join(digits)


async def by_keys(
    made: Script, editions: Editions, language: str, leave_out: int
) -> bytes:
    """The file that the screens save."""
    with tempfile.TemporaryDirectory() as folder:
        edition = editions.edition(language)
        speak(language)
        app = ScreenerApp(
            edition.questionnaire, edition.help_lines, Path(folder), editions=editions
        )
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            for keys in made.keys:
                await pilot.press(*keys)
                await pilot.pause()
                await until(pilot, lambda: _is_settled(app))
            if leave_out:
                await pilot.press(str(leave_out))
            await click(pilot, "save")
            await until(pilot, lambda: isinstance(app.screen, GoodbyeScreen))
        return saved_in(folder)


def _is_settled(app: ScreenerApp) -> bool:
    return isinstance(app.screen, Page) and app.screen.open_to_keys


def by_lines(
    made: Script,
    editions: Editions,
    language: str,
    leave_out: int,
    *,
    quick: bool,
) -> bytes:
    """The file that the lines save."""
    lines = [*made.lines]
    if made.topics:
        lines.append(str(leave_out) if leave_out else "")
    typed = io.StringIO("".join(f"{line}\n" for line in [*lines, ""]))
    with tempfile.TemporaryDirectory() as folder:
        edition = editions.edition(language)
        speak(language)
        talk = Talk(typed, io.StringIO(), edition.help_lines)
        visit = PlainVisit(
            talk,
            edition.questionnaire,
            edition.help_lines,
            Path(folder),
            quick=quick,
            editions=editions,
        )
        assert visit.hold() == 0
        return saved_in(folder)


def saved_in(folder: str) -> bytes:
    """What was saved, without the moment."""
    (file,) = Path(folder).glob("*.toml")
    return re.sub(rb"(?m)^created = .*$", b"created =", file.read_bytes())


def compare(interviews: int, seed: int = 0) -> Iterator[str]:
    """Yield what differs.

    Args:
        interviews: How many.
        seed: The same interviews come from the same one.
    """
    editions = Editions(select(), "us")
    chance = random.Random(seed)
    for number in range(interviews):
        quick = chance.random() < 0.3
        language = chance.choice(editions.languages)
        made = script(editions.edition(language).questionnaire, chance, quick=quick)
        leave_out = chance.randint(0, made.topics)
        keys = asyncio.run(by_keys(made, editions, language, leave_out))
        lines = by_lines(made, editions, language, leave_out, quick=quick)
        if keys != lines:
            yield f"interview {number} (seed {seed}) is saved in two ways"
    speak(ENGLISH)


def main() -> None:
    """Print what differs; the exit code is 1 if anything does."""
    interviews = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    reading_pause.PAUSE = reading_pause.CALM = 0.0  # nobody reads here
    problems = list(compare(interviews, seed))
    print(f"{interviews - len(problems)} of {interviews} alike")
    print(*problems, sep="\n")
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
