"""Settings that work are taken; wrong ones are refused, each with where and how."""

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from screener.errors import KioskSettingsError
from screener.kiosk import KioskSettings, hash_pin, load_kiosk_settings
from screener.model import Record
from tests.cli.command import screener

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
