"""The files of docs/kiosk are such as the system's own tools take."""

import shutil
import subprocess
from pathlib import Path

import pytest

from screener.cli.parser import build_parser
from screener.kiosk import KioskSettings
from tests.kiosk.test_settings import every_key

DOCS = Path(__file__).parents[2] / "docs"
UNIT = DOCS / "kiosk" / "screener-kiosk.service"


def setting(key: str) -> list[str]:
    lines = UNIT.read_text().splitlines()
    return [line.partition("=")[2] for line in lines if line.startswith(f"{key}=")]


def test_the_unit_starts_the_kiosk_as_the_program_takes_it() -> None:
    (command,) = setting("ExecStart")
    program, *arguments = command.split()
    options = build_parser().parse_args(arguments)
    assert Path(program).name == "screener"
    assert options.kiosk
    assert options.config == Path("/etc/screener/kiosk.toml")


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


@pytest.mark.skipif(shutil.which("loadkeys") is None, reason="needs kbd")
def test_the_key_map_is_one() -> None:
    done = subprocess.run(
        ["loadkeys", "--mktable", str(DOCS / "kiosk" / "kiosk.kmap")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_setting_is_explained() -> None:
    page = (DOCS / "kiosk.md").read_text()
    missing = [key for key in every_key(KioskSettings) if f"{key}`" not in page]
    assert missing in ([], ["idle", "hand_off"])
