"""Kills the real program at random moments of a visit that is saved as it goes.

    python -m tests.journal.kills [KILLS] [SEED]

An answer is acknowledged once the next screen has been shown. After each kill every
acknowledged answer must be in the journal, and the visit must go on where it was.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

from screener.catalog import load_questionnaire, questionnaire_folder
from screener.interview import Interview
from screener.journal import Journal, resume
from screener.model import Given, Item, NumberItem, OptionItem, Questionnaire, Unknown
from tests.terminal import Terminal

LONGEST = 2.5
"""Seconds from the first question to the latest kill."""
RESTART_EVERY = 20
"""How many kills there are to one after which the program itself is started again."""

_SIGKILL = 9


@dataclass
class Killed:
    """What a visit was like when it was killed."""

    steps: list[Interview]
    """How it stood after each answer that was typed; the first before any."""
    acknowledged: int
    """How many of them had been followed by another screen."""


@dataclass
class Tally:
    """What was found."""

    kills: int = 0
    answers: int = 0
    in_flight: int = 0
    """Kills between an answer and the next screen that had been seen."""
    saved_in_flight: int = 0
    """Those whose answer was on the disk all the same."""
    restarts: int = 0
    problems: list[str] = field(default_factory=list)


def run(kills: int, seed: int = 0) -> Tally:
    """Kill so many visits.

    Args:
        kills: How many.
        seed: The same kinds of visits come from the same one.
    """
    questionnaire = load_questionnaire(questionnaire_folder())
    chance, tally = random.Random(seed), Tally()
    for number in range(kills):
        with tempfile.TemporaryDirectory() as state:
            killed = _visit(questionnaire, chance, state)
            (file,) = Path(state).glob("screener/*.visit")
            tally.kills += 1
            tally.answers += killed.acknowledged
            problem = _look(tally, killed, file)
            if not problem and number % RESTART_EVERY == 0:
                tally.restarts += 1
                problem = _restart(questionnaire, killed, file, state)
            if problem:
                tally.problems.append(f"kill {number}: {problem}")
    return tally


def _visit(questionnaire: Questionnaire, chance: random.Random, state: str) -> Killed:
    killed = Killed([Interview.start(questionnaire)], 0)
    env = {"XDG_STATE_HOME": state}
    with Terminal("--save-as-i-go", columns=120, rows=50, env=env) as terminal:
        terminal.wait_for("Save as I go")
        terminal.settle(0.1)
        terminal.send("\r")
        terminal.wait_for("Quick version")
        terminal.send("\r")
        terminal.wait_for("18 or older")
        terminal.send("1\r")
        terminal.wait_for(questionnaire.item[0].text[:30])
        timer = Timer(chance.uniform(0, LONGEST), terminal.signal, [_SIGKILL])
        timer.start()
        while terminal.is_running:
            _go_on(terminal, killed, chance)
        timer.join()
        terminal.settle(0.05)
        _acknowledge(killed, _on(terminal))
    return killed


def _go_on(terminal: Terminal, killed: Killed, chance: random.Random) -> None:
    """Do what a person would do next; the program may be gone by then."""
    last, seen = killed.steps[-1], _on(terminal)
    _acknowledge(killed, seen)
    if last.at is None:
        time.sleep(0.01)
    elif _is_asked(last.item, seen) and len(killed.steps) == killed.acknowledged + 1:
        answer, keys = _answer(last.item, chance)
        step = (
            last.leave_open(answer)
            if isinstance(answer, Unknown)
            else last.give(answer)
        )
        killed.steps.append(step)
        _type(terminal, keys)
    elif "Stop and keep a summary" in seen:
        time.sleep(1.6)  # it takes no key before it can have been read
        _type(terminal, "1")
    elif "Finish now" in seen:
        time.sleep(1.6)
        _type(terminal, "\r")
    terminal.read(0.005)


def _type(terminal: Terminal, keys: str) -> None:
    before = terminal.screen()
    try:
        terminal.send(keys)
    except OSError:
        return  # it was killed
    end = time.monotonic() + 5
    while terminal.screen() == before and terminal.is_running:
        terminal.read(0.005)
        if time.monotonic() > end:
            raise AssertionError(f"{keys!r} changed nothing on:\n{before}")


def _acknowledge(killed: Killed, seen: str) -> None:
    """Count the last answer if a screen after it stands there."""
    last = killed.steps[-1]
    if len(killed.steps) == killed.acknowledged + 1:
        return
    after = ("Stop and keep a summary", "Finish now", "Check your answers")
    if any(words in seen for words in after) or (
        last.at and _is_asked(last.item, seen)
    ):
        killed.acknowledged = len(killed.steps) - 1


def _on(terminal: Terminal) -> str:
    return " ".join(terminal.screen().split())


def _is_asked(item: Item, seen: str) -> bool:
    return " ".join(item.question.split()) in seen


def _answer(item: Item, chance: random.Random) -> tuple[Given | Unknown, str]:
    """An answer, and the keys that give it."""
    if chance.random() < 0.1 and not item.ask_again:
        return Unknown.DECLINED, "s"
    if isinstance(item, NumberItem):
        number = chance.randint(item.minimum, item.maximum)
        return number, f"{number}\r"
    if isinstance(item, OptionItem):
        place = chance.randrange(len(item.option))
        code = item.option[place].code
        given = code if item.type == "choice" else (code,)
        return given, f"{place + 1}\r"
    return "ab", "ab\r"


def _look(tally: Tally, killed: Killed, file: Path) -> str:
    """Compare the journal with what was typed; say what is wrong, if anything."""
    typed = len(killed.steps) - 1
    tally.in_flight += typed > killed.acknowledged
    journal = Journal.open(file)
    if journal is None:
        return "the journal cannot be read"
    step = journal.last()
    journal.close()
    if step is None:
        return "the journal cannot be read"
    found = resume(killed.steps[0].questionnaire, step).visit.interview
    fitting = [n for n, one in enumerate(killed.steps) if one.answers == found.answers]
    if not fitting:
        return f"answers that were never given: {dict(found.answers)}"
    if fitting[-1] < killed.acknowledged:
        return f"{killed.acknowledged - fitting[-1]} acknowledged answers lost"
    tally.saved_in_flight += fitting[-1] > killed.acknowledged
    if found.at != killed.steps[fitting[-1]].at:
        return f"it goes on at {found.at}"
    killed.steps[fitting[-1] + 1 :] = []
    return ""


def _restart(
    questionnaire: Questionnaire, killed: Killed, file: Path, state: str
) -> str:
    """Start the program again, and see where it goes on."""
    last = killed.steps[-1]
    with Terminal(columns=120, rows=50, env={"XDG_STATE_HOME": state}) as terminal:
        if not last.answers:  # then there is nothing to go on with
            terminal.wait_for("Quick version")
            return ""
        terminal.wait_for("Pick up where you left off")
        terminal.settle(0.1)
        terminal.send("\r")
        end = time.monotonic() + 30
        while time.monotonic() < end:
            terminal.read()
            seen = _on(terminal)
            if any(words in seen for words in _expected(last)):
                return ""
    return f"started again, it shows: {seen}"


def _expected(last: Interview) -> Iterator[str]:
    yield "Stop and keep a summary"
    yield "Finish now"
    yield (
        "Check your answers"
        if last.at is None
        else " ".join(last.item.question.split())
    )


def main() -> None:
    """Kill, and tell what was found; the exit code is 1 if anything was wrong."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    began = time.monotonic()
    tally = run(kills, seed)
    print(
        f"{tally.kills} kills in {time.monotonic() - began:.0f} s: "
        f"{tally.answers} acknowledged answers, {len(tally.problems)} problems; "
        f"{tally.in_flight} between an answer and the next screen, of which "
        f"{tally.saved_in_flight} were on the disk; "
        f"{tally.restarts} times the program was started again"
    )
    print(*tally.problems, sep="\n", end="\n" if tally.problems else "")
    sys.exit(bool(tally.problems))


if __name__ == "__main__":
    main()
