"""Reading TOML, with every failure told as a problem."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from screener.errors import Problem

MAX_BYTES = 5_000_000
"""No file of ours comes near this; a larger one is a mistake."""


def read_toml(
    path: Path, opened: Callable[[bytes], bytes] = bytes
) -> dict[str, Any] | Problem:
    """Read a TOML file.

    Args:
        path: The file.
        opened: Unlocks what is in it, where that is locked.

    Returns:
        Its tables, or what is wrong with it.
    """

    def problem(what: str, mend: str) -> Problem:
        return Problem(path.name, "file", what, mend)

    try:
        if path.stat().st_size > MAX_BYTES:
            return problem("It is larger than 5 MB.", "name the right file.")
        return tomllib.loads(opened(path.read_bytes()).decode("utf-8-sig"))
    except FileNotFoundError:
        return problem("It does not exist.", "check the name and the folder.")
    except IsADirectoryError:
        return problem("It is a folder.", "name a file.")
    except OSError as error:
        reason = error.strerror or str(error)
        return problem(f"It cannot be read: {reason}.", "check its permissions.")
    except UnicodeDecodeError:
        return problem("It is not UTF-8 text.", "save it as UTF-8.")
    except (ValueError, RecursionError) as error:  # ValueError: a number too long too
        return problem(f"It is not TOML: {error}.", "correct it at that line.")
