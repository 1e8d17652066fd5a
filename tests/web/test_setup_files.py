"""The files of docs/browser are such as the program and the system take."""

import shutil
import subprocess
from pathlib import Path

import pytest

from screener.cli.parser import build_parser

DOCS = Path(__file__).parents[2] / "docs"
UNIT = DOCS / "browser" / "screener-serve.service"


def test_the_unit_serves_as_the_program_takes_it() -> None:
    lines = UNIT.read_text().splitlines()
    (command,) = [line.partition("=")[2] for line in lines if "ExecStart=" in line]
    program, *arguments = command.split()
    options = build_parser().parse_args(arguments)
    assert Path(program).name == "screener"
    assert (options.command, options.host) == ("serve", "127.0.0.1")


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    program = tmp_path / "screener"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    unit = tmp_path / UNIT.name
    unit.write_text(
        UNIT.read_text().replace("/opt/screener/bin/screener", str(program))
    )
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert unit.name not in done.stderr


@pytest.mark.parametrize("file", ["Caddyfile", "nginx.conf"])
def test_the_proxies_ask_where_the_program_listens(file: str) -> None:
    options = build_parser().parse_args(["serve"])
    text = (DOCS / "browser" / file).read_text()
    assert f"{options.host}:{options.port}" in text


def test_every_option_is_explained() -> None:
    told = (DOCS / "browser.md").read_text()
    options = build_parser().parse_args(["serve"])
    for name in ("config", "visitors", "port", "host", "address"):
        assert name in options
        assert f"| `--{name} " in told
