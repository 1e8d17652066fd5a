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
UNITS = [*DOCS.glob("*/*.service")]


def setting(key: str, unit: Path = UNIT) -> list[str]:
    lines = unit.read_text().splitlines()
    return [line.partition("=")[2] for line in lines if line.startswith(f"{key}=")]


def test_the_unit_starts_the_kiosk_as_the_program_takes_it() -> None:
    (command,) = setting("ExecStart")
    program, *arguments = command.split()
    options = build_parser().parse_args(arguments)
    assert Path(program).name == "screener"
    assert options.kiosk
    assert options.config == Path("/etc/screener/kiosk.toml")


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
@pytest.mark.parametrize("key", ["LimitNOFILE", "TasksMax", "MemoryMax", "LimitCORE"])
def test_every_unit_has_its_limits(unit: Path, key: str) -> None:
    (limit,) = setting(key, unit)
    assert limit.rstrip("MG").isdecimal()


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_systemd_takes_the_unit(unit: Path, tmp_path: Path) -> None:
    (command,) = setting("ExecStart", unit)
    program = tmp_path / "screener"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    copy = tmp_path / unit.name
    copy.write_text(unit.read_text().replace(command.split()[0], str(program)))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(copy)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert unit.name not in done.stderr


@pytest.mark.skipif(shutil.which("ssh") is None, reason="needs ssh")
def test_ssh_takes_the_client_s_settings_and_misses_a_host_that_is_gone() -> None:
    file = DOCS / "kiosk" / "kiosk-client.ssh_config"
    said = subprocess.run(
        ["ssh", "-F", str(file), "-G", "kiosk"], capture_output=True, text=True
    )
    assert (said.returncode, said.stderr) == (0, "")
    read = dict(line.split(" ", 1) for line in said.stdout.splitlines())
    every, count = int(read["serveraliveinterval"]), int(read["serveralivecountmax"])
    assert 0 < every * (count + 1) <= 12
    assert read["escapechar"] == "none"
    assert read["requesttty"] == "force"


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
