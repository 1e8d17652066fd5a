"""Sentences go to a voice one by one, in private; stopping leaves nothing behind."""

import shutil
import subprocess
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from screener.speaking import Speech
from screener.speaking.programs import PROGRAMS
from tests.speaking.voices import FakeVoice, wait_until

HANGS = "exec sleep 1000"


@pytest.fixture
def voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeVoice]:
    fake = FakeVoice(tmp_path)
    monkeypatch.setenv("PATH", fake.path)
    yield fake
    fake.end()


def say(*sentences: str, language: str = "en", patience: float = 20.0) -> list[str]:
    """Read to the end; give what went wrong."""
    told: list[str] = []
    Speech(sentences, language, told.append, patience).start()
    wait_until(lambda: bool(told))
    return told


def test_every_sentence_is_heard_in_order(voice: FakeVoice) -> None:
    assert say("How are\nyou?", "1: Well") == [""]
    assert voice.heard == ["How are you?", "1: Well"]


def test_no_word_of_it_is_in_an_argument(voice: FakeVoice) -> None:
    say("a private question")
    assert voice.heard == ["a private question"]
    assert "private" not in " ".join(voice.arguments)


def test_no_sentence_is_a_command_to_the_voice(voice: FakeVoice) -> None:
    say("!-!QUIT", "$(touch x); `y` | z", "-v other")
    assert voice.heard == ["-!QUIT", "$(touch x); `y` | z", "-v other"]


def test_stopping_ends_the_voice_at_once_and_nothing_follows(tmp_path: Path) -> None:
    fake, told = FakeVoice(tmp_path, HANGS), list[str]()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PATH", fake.path)
        speech = Speech(["one", "two"], "en", told.append)
        speech.start()
        wait_until(lambda: bool(fake.running) and fake.heard == ["one"])
        began = time.monotonic()
        speech.stop()
        assert time.monotonic() - began < 0.1
        wait_until(lambda: not fake.running)
        time.sleep(0.2)
    assert (fake.heard, told, speech.is_on) == (["one"], [], False)


def test_stopping_before_the_voice_has_begun_keeps_it_silent(voice: FakeVoice) -> None:
    speech = Speech(["one"], "en", lambda problem: None)
    speech.stop()
    speech.start()
    time.sleep(0.2)
    assert voice.heard == []


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("exit 1", "does not work now"),
        ("echo 'error: no device' >&2", "does not work now"),
        (HANGS, "does not answer"),
    ],
)
def test_a_voice_that_fails_is_told_and_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str, told: str
) -> None:
    fake = FakeVoice(tmp_path, then)
    monkeypatch.setenv("PATH", fake.path)
    (problem,) = say("one", "two", patience=0.5)
    assert told in problem
    assert "still here to read" in problem
    assert fake.heard == ["one"]
    wait_until(lambda: not fake.running)


def test_a_machine_without_a_voice_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = say("one")
    assert "no program that can speak" in problem


def test_spanish_is_not_read_by_an_english_voice(voice: FakeVoice) -> None:
    programs = [one for one in PROGRAMS if one.listing[0] != "espeak-ng"]
    if any(one.is_there() and shutil.which(one.listing[0]) for one in programs):
        pytest.skip("this machine has another program that may speak Spanish")
    (problem,) = say("¿Cómo está?", language="es")
    assert "no voice for this language: Español" in problem
    assert voice.heard == []


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs espeak-ng")
@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "How are you?"), ("es", "¿Cómo está usted?")]
)
def test_espeak_makes_sound_of_a_sentence(
    tmp_path: Path, language: str, sentence: str
) -> None:
    (program,) = [one for one in PROGRAMS if one.listing[0] == "espeak-ng"]
    listed = subprocess.run(program.listing, capture_output=True, text=True).stdout
    voice = program.voice(language, listed)
    assert voice is not None
    sound = tmp_path / "sound.wav"
    subprocess.run(
        [*voice.command, "-w", str(sound)], input=sentence.encode(), check=True
    )
    with wave.open(str(sound)) as heard:
        assert heard.getnframes() / heard.getframerate() > 0.5
        assert any(heard.readframes(heard.getnframes()))
