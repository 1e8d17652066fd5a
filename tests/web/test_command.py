"""What `screener serve` says before it serves."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import screener
from tests.web.served import Served


def test_a_missing_part_is_named_with_how_to_get_it() -> None:
    without = (
        "import sys; sys.modules['aiohttp'] = None; "
        "from screener.cli import main; sys.exit(main(['serve', '--port', '0']))"
    )
    run = subprocess.run(
        [sys.executable, "-c", without], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert "pip install 'level-of-care-screener[web]'" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        run = screener("serve", "--port", port)
    assert (run.code, run.out) == (1, "")
    assert f"127.0.0.1, port {port}" in run.err


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--host", "203.0.113.7"], 1, "Nothing can listen at 203.0.113.7"),
        (["--host", "no.such.name.invalid"], 1, "Nothing can listen"),
        (["--address", "clinic"], 1, "not the address of a page"),
        (["--port", "65536"], 2, "from 0 to 65535"),
        (["--visitors", "0"], 2, "from 1 to 500"),
        (["--config", "/nowhere/kiosk.toml"], 1, "kiosk.toml"),
    ],
)
def test_what_cannot_work_is_said_before_anything_starts(
    options: list[str], code: int, told: str
) -> None:
    run = screener("serve", *options)
    assert (run.code, run.out) == (code, "")
    assert told in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize(
    ("options", "warns"),
    [([], False), (["--host", "::1"], False), (["--host", "0.0.0.0"], True)],
)
def test_it_warns_where_others_could_read_along(
    tmp_path: Path, options: list[str], warns: bool
) -> None:
    with Served(tmp_path, "", *options) as served:
        pass
    code, _, problems = served.told
    assert code == 0
    assert ("Put a proxy with TLS before it" in problems) == warns
    assert bool(problems) == warns
