"""Settings that work are taken; wrong ones are refused, each with where and how."""

import os
import re
import stat
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from screener.errors import KioskSettingsError
from screener.kiosk import (
    KioskSettings,
    exposure_of,
    hash_pin,
    load_kiosk_settings,
)
from screener.model import Record
from tests.cli.command import screener
from tests.terminal import Terminal

WRONG = [
    ("[idle]\nquestions = 5", "idle, questions", "10"),
    ('[idle]\nquestions = "180"', "idle, questions", "integer"),
    ("[idle]\nresult = 90\nwarnings = 5", "idle", "did you mean `warning`"),
    ('region = "mars"', "region", "us-ct"),
    ('theme = "pink"', "theme", "high-contrast"),
    ('questions = "some"', "questions", "quick"),
    ('pin = "1234"', "pin", "kiosk-pin"),
    ('languages = ["tlh"]', "languages", "en"),
    ("languages = []", "languages", ""),
    ('[hand_off]\nprinter = "desk"', "hand_off.printer", "print = true"),
    (
        '[hand_off.file]\nfolder = "/no/such"\nread_by = "us"',
        "hand_off.file.folder",
        "write into",
    ),
    ('[hand_off.file]\nfolder = "/tmp"', "hand_off, file", "read_by"),
    ('counts = "/no/such/visits.csv"', "counts", "write into"),
    ('errors = "visits.csv"', "errors", "write into"),
    (f'counts = "{"/x" * 3000}/visits.csv"', "counts", "write into"),
    (f'errors = "/tmp/{"x" * 300}"', "errors", "write to"),
    (
        f'[hand_off.file]\nfolder = "{"/x" * 3000}"\nread_by = "us"',
        "hand_off.file.folder",
        "write into",
    ),
    ("clinic = ", "file", "TOML"),
    ("mouse = 1", "mouse", "true"),
]


def load(folder: Path, text: str) -> KioskSettings:
    file = folder / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    return load_kiosk_settings(file)


@pytest.mark.parametrize(("text", "place", "mend"), WRONG)
def test_a_wrong_setting_is_refused(
    tmp_path: Path, text: str, place: str, mend: str
) -> None:
    with pytest.raises(KioskSettingsError) as told:
        load(tmp_path, text)
    (problem,) = told.value.problems
    assert place in problem.place
    assert mend in f"{problem.what} {problem.mend}"
    assert problem.file == "kiosk.toml"
    assert "questions/README" not in str(told.value)


def test_all_wrong_settings_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(KioskSettingsError) as told:
        load(tmp_path, 'region = "mars"\ncounts = "/no/such/visits.csv"')
    assert len(told.value.problems) == 2


def test_without_a_file_the_usual_settings_hold() -> None:
    settings = load_kiosk_settings(None)
    assert settings.hand_off.qr_code
    assert settings.hand_off.file is None
    assert settings.counts is None


def test_the_example_is_what_holds_without_a_file(tmp_path: Path) -> None:
    told = screener("kiosk-config")
    assert told.code == 0
    assert load(tmp_path, told.out) == KioskSettings()


def test_the_example_shows_every_setting() -> None:
    example = screener("kiosk-config").out
    shown = set(re.findall(r"^(?:# )?([a-z_]+) = ", example, re.MULTILINE))
    shown |= set(re.findall(r"^(?:# )?\[(?:\w+\.)?(\w+)\]", example, re.MULTILINE))
    assert shown == set(every_key(KioskSettings))


def every_key(record: type[Record]) -> list[str]:
    keys = []
    for name, hint in get_type_hints(record).items():
        if name not in record.__dataclass_fields__:
            continue
        keys.append(name)
        for kind in (hint, *get_args(hint)):
            if isinstance(kind, type) and issubclass(kind, Record):
                keys += every_key(kind)
    return keys


def test_everything_in_the_example_works_where_it_can(tmp_path: Path) -> None:
    example = screener("kiosk-config").out
    used = re.sub(r"^# (?=[a-z_]+ = |\[)", "", example, flags=re.MULTILINE)
    used = used.replace("/var/lib/screener", str(tmp_path))
    used = used.replace("/srv/intake", str(tmp_path)).replace(
        "print = false", "print = true"
    )
    used = re.sub(r'"scrypt.*"', f'"{hash_pin("1234")}"', used)
    settings = load(tmp_path, used)
    assert settings.hand_off.file
    assert settings.hand_off.printer == "waiting-room"


# Who can read the file


def exposed(folder: Path, mode: int) -> str:
    file = folder / "kiosk 1.toml"
    file.touch()
    file.chmod(mode)
    return exposure_of(file)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o602])
def test_a_file_that_others_can_open_is_said_with_what_to_type(
    mode: int, tmp_path: Path
) -> None:
    assert f"chmod 600 '{tmp_path}/kiosk 1.toml'" in exposed(tmp_path, mode)


@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_a_file_for_its_owner_alone_is_fine(mode: int, tmp_path: Path) -> None:
    assert exposed(tmp_path, mode) == ""
    assert exposure_of(None) == ""


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to change owners")
def test_one_of_another_account_is_to_be_given_to_this_one(tmp_path: Path) -> None:
    (tmp_path / "kiosk 1.toml").touch()
    os.chown(tmp_path / "kiosk 1.toml", 12345, -1)
    words = exposed(tmp_path, 0o644)
    assert "sudo chown root" in words
    assert "sudo chmod 400" in words


def test_one_that_systemd_hands_over_is_fine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert exposed(tmp_path, 0o440) == ""


@pytest.mark.slow
def test_the_kiosk_says_so_before_it_starts(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(f'pin = "{hash_pin("246810")}"\n')
    file.chmod(0o644)
    with Terminal("--kiosk", "--config", str(file)) as terminal:
        terminal.wait_for("touch Begin")
        assert b"chmod 600" in terminal.bytes
        terminal.send("\x11")
        terminal.wait_for("For staff")
        terminal.settle(0.2)
        terminal.send("246810\r")
        terminal.wait_for("chmod 600")
        terminal.send_once_read("\r")
        assert terminal.wait_for_exit() == 0


@pytest.mark.parametrize("key", ["counts", "errors"])
@pytest.mark.parametrize("kind", ["folder", "pipe", "dangling", "loop", "socket"])
def test_lines_go_into_a_file_only(key: str, kind: str, tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    match kind:
        case "folder":
            path.mkdir()
        case "pipe":
            os.mkfifo(path)
        case "dangling":
            path.symlink_to(tmp_path / "no" / "such")
        case "loop":
            path.symlink_to(path)
        case "socket":
            os.mknod(path, stat.S_IFSOCK | 0o600)
    with pytest.raises(KioskSettingsError, match="No line can be added"):
        load(tmp_path, f'{key} = "{path}"')


@pytest.mark.parametrize("path", ["/dev/full", "/dev/null"])
def test_a_device_takes_no_lines(path: str, tmp_path: Path) -> None:
    with pytest.raises(KioskSettingsError):
        load(tmp_path, f'counts = "{path}"')


def test_lines_go_into_a_new_file_and_into_one_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    text = f'counts = "{path}"'
    assert load(tmp_path, text).counts == path
    path.symlink_to(tmp_path / "elsewhere.csv")
    assert load(tmp_path, text).counts == path
    path.touch()
    assert load(tmp_path, text).counts == path
