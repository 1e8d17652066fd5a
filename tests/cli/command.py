"""The real command, in a process of its own."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.small import SMALL

ON_SMALL = ("--questionnaire", str(SMALL))


@dataclass(frozen=True)
class Run:
    """What a run of the command left."""

    code: int
    out: str
    err: str


def screener(*arguments: str | Path, stdin: bytes = b"", **settings: str) -> Run:
    """Run `screener` as a person would.

    Args:
        *arguments: The command line.
        stdin: What standard input says.
        **settings: Environment variables; nothing of the tests' own is passed on.
    """
    done = subprocess.run(
        [sys.executable, "-m", "screener", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "TERM": "xterm", **settings},
        timeout=60,
        check=False,
    )
    # Not all output is UTF-8: the locale decides.
    out, err = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    return Run(done.returncode, out, err)
