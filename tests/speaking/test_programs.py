"""Each program's own list of voices is understood, and each is named as it wants."""

import socket
from pathlib import Path

import pytest

from screener.speaking.programs import PROGRAMS, Program

SPD = """\
                     NAME                 LANGUAGE                  VARIANT
                Afrikaans                       af                     none
            English+Annie                    en-US                    Annie
  Spanish (Latin America)                   es-419                     none
"""
SAY = """\
Albert              en_US    # Hello! My name is Albert.
Grandma (Español (México)) es_MX    # ¡Hola! Me llamo Grandma.
Mónica              es_ES    # ¡Hola! Me llamo Mónica.
Samantha            en_US    # Hello! My name is Samantha.
"""
WINDOWS = "en-US Microsoft Zira Desktop\nes-MX Microsoft Sabina Desktop\n"


def program(name: str) -> Program:
    (found,) = [one for one in PROGRAMS if one.listing[0] == name]
    return found


@pytest.mark.parametrize(
    ("name", "listed", "language", "part"),
    [
        ("spd-say", SPD, "es", "es"),
        ("spd-say", SPD, "en", "en"),
        ("say", SAY, "en", "Samantha"),
        ("say", SAY, "es", "Mónica"),
        ("powershell", WINDOWS, "es", "Microsoft Sabina Desktop"),
    ],
)
def test_a_voice_is_found_for_a_language(
    name: str, listed: str, language: str, part: str
) -> None:
    voice = program(name).voice(language, listed)
    assert voice is not None
    assert part in voice.command or f"SelectVoice('{part}')" in voice.command[-1]


@pytest.mark.parametrize(
    ("name", "listed"), [("spd-say", SPD), ("say", SAY), ("powershell", WINDOWS)]
)
def test_no_voice_is_found_for_a_language_that_is_missing(
    name: str, listed: str
) -> None:
    assert program(name).voice("fr", listed) is None


def test_speech_dispatcher_counts_only_while_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = tmp_path / "spd-say"
    command.write_text("#!/bin/sh\n")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    assert not program("spd-say").is_there()
    (tmp_path / "speech-dispatcher").mkdir()
    with socket.socket(socket.AF_UNIX) as daemon:
        daemon.bind(str(tmp_path / "speech-dispatcher" / "speechd.sock"))
        daemon.listen()
        assert program("spd-say").is_there()
    assert not program("spd-say").is_there()
