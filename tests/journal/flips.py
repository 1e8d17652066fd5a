"""Changes single bits of journals, and looks for what can still be read.

    python -m tests.journal.flips [FLIPS] [SEED]

Half of the journals are locked, and half are as version 0.1.0 wrote them. The bits are
in the first two lines; every later step must be offered.
"""

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from screener import sealing
from screener.interview import Interview
from screener.journal import Journal, Step, Visit
from screener.journal.step import step_of
from screener.model import Answer, Respondent
from tests.small import CALM, CREATED, GRAVE, HALF, small

PASSPHRASE = "correct horse"
OLD = Path(__file__).parent.parent / "data" / "journals"
"""Journals of version 0.1.0; the key of the locked one takes little memory."""

ANSWERS: tuple[dict[str, Answer], ...] = (
    dict(HALF),
    dict(CALM),
    dict(GRAVE),
    {},
    {"words": 'a\nb\u2028"😀é'},
)


def step(answers: dict[str, Answer]) -> Step:
    """Return a visit with these answers."""
    return step_of(
        Visit(Interview(small(), answers=answers, at="days"), Respondent.SELF), CREATED
    )


@dataclass
class Tally:
    """What was found."""

    flips: int = 0
    offered: int = 0
    """How often the last step was offered."""
    problems: list[str] = field(default_factory=list)


def put(path: Path, content: bytes) -> None:
    """Write a file as the program does, for its owner only."""
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_bytes(content)


def last_in(path: Path) -> Step | None:
    """Return the last step of a journal; it stays as it is."""
    journal = Journal.open(path)
    if journal is None:
        return None
    try:
        if journal.needs_passphrase:
            journal.unlock(PASSPHRASE)
        return journal.last()
    finally:
        journal.close()


def journals(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Make one of each kind, with a name that says which."""
    for name, passphrase in (("plain", ""), ("locked", PASSPHRASE)):
        path = folder / name
        journal = Journal.create(path, passphrase)
        for answers in ANSWERS:
            journal.append(step(answers))
        journal.close()
        yield name, path.read_bytes()
        yield f"0.1.0, {name}", (OLD / f"0.1.0-{name}.visit").read_bytes()


def run(flips: int, seed: int = 0) -> Tally:
    """Change as many bits, each in a journal of its own.

    Args:
        flips: How many.
        seed: Which bits.
    """
    chance, tally = random.Random(seed), Tally()
    factor, sealing.FACTOR = sealing.FACTOR, 12  # opening one takes no second
    try:
        with tempfile.TemporaryDirectory() as name:
            kinds = [*journals(Path(name))]
            for number in range(flips):
                _one(*kinds[number % len(kinds)], chance, Path(name) / "one", tally)
    finally:
        sealing.FACTOR = factor
    return tally


def _one(
    kind: str, content: bytes, chance: random.Random, path: Path, tally: Tally
) -> None:
    ends = [place for place, byte in enumerate(content) if byte == ord("\n")]
    filled = [end for end in ends if content[end - 1 : end] != b"\n"]
    bit = chance.randrange(8 * (filled[1] + 1))
    changed = bytearray(content)
    changed[bit // 8] ^= 1 << bit % 8
    put(path, bytes(changed))
    tally.flips += 1
    try:
        found = last_in(path)
    except Exception as error:
        tally.problems.append(f"{kind}, bit {bit}: {error!r}")
        return
    wanted = {} if found is None else found.answers
    if found is None or wanted.keys() != ANSWERS[-1].keys():
        tally.problems.append(f"{kind}, bit {bit}: {wanted}")
    else:
        tally.offered += 1


def main() -> int:
    """Change as many bits as asked for, and say what was found."""
    flips, seed = [*map(int, sys.argv[1:]), *(120, 0)[len(sys.argv) - 1 :]]
    began = time.monotonic()
    tally = run(flips, seed)
    print(
        f"{tally.flips} flipped bits in {time.monotonic() - began:.0f} s: the last "
        f"step was offered {tally.offered} times, {len(tally.problems)} problems"
    )
    print(*tally.problems, sep="\n", end="\n" if tally.problems else "")
    return bool(tally.problems)


if __name__ == "__main__":
    sys.exit(main())
