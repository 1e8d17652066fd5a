"""The programs that speak, and how each of them names a voice for a language.

What is read goes through standard input: arguments can be seen by other accounts.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Voice(NamedTuple):
    """A voice of a program, for one language."""

    command: tuple[str, ...]
    """Reads standard input aloud, and ends when that has been heard."""
    hush: tuple[str, ...] = ()
    """Stops what goes on in another process when `command` was killed."""


class Program(NamedTuple):
    """A program that speaks."""

    listing: tuple[str, ...]
    """Lists its voices."""
    line: re.Pattern[str]
    """A line of that list: `name`, and `language` as a code that may go on."""
    command: tuple[str, ...]
    """Reads standard input aloud, by the voice `{name}` of `{language}`."""
    hush: tuple[str, ...] = ()
    """See `Voice`."""
    liked: tuple[str, ...] = ()
    """Voices to take before the first that fits."""

    def is_there(self) -> bool:
        """Whether the machine has it, and it could speak."""
        name = self.listing[0]
        return shutil.which(name) is not None and (name != _SPD or _daemon_answers())

    def voice(self, language: str, listed: str) -> Voice | None:
        """Its voice for a language, if it has one.

        Args:
            language: Its code, such as `es`.
            listed: What the listing printed.
        """
        fits = [
            found["name"]
            for found in map(self.line.match, listed.splitlines())
            if found and re.split("[-_]", found["language"].lower())[0] == language
        ]
        liked = [name for name in self.liked if name in fits]
        for name in liked + fits:
            told = [part.format(name=name, language=language) for part in self.command]
            return Voice(tuple(told), self.hush)
        return None


_SPD = "spd-say"
_ESPEAK_LINE = re.compile(r"\s*\d+\s+(?P<language>\S+)\s+\S+\s+(?P<name>\S+)")
_SHELL = ("powershell", "-NoProfile", "-NonInteractive", "-Command")
_SPEECH = (
    "Add-Type -AssemblyName System.Speech; "
    "$speech = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
)
_LIST_THEM = (
    "$speech.GetInstalledVoices() | Where-Object Enabled | ForEach-Object "
    "{ $_.VoiceInfo.Culture.Name + ' ' + $_.VoiceInfo.Name }"
)
# The name goes between quotes that end at no other character of its own.
_SPEAK_IT = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "$speech.SelectVoice('{name}'); $speech.Speak([Console]::In.ReadToEnd())"
)


def _espeak(name: str) -> Program:
    command = (name, "-b", "1", "-v", "{language}", "--stdin")
    return Program((name, "--voices"), _ESPEAK_LINE, command)


PROGRAMS = (
    _espeak("espeak-ng"),
    _espeak("espeak"),
    Program(
        (_SPD, "--list-synthesis-voices"),
        re.compile(r"\s*(?P<name>\S.*?)\s+(?P<language>[a-zA-Z]{2,3}(-\S+)?)\s+\S+$"),
        (_SPD, "--wait", "--pipe-mode", "--language", "{language}"),
        hush=(_SPD, "--stop"),
    ),
    Program(
        ("say", "-v", "?"),
        re.compile(r"(?P<name>\S.*?)\s+(?P<language>[a-z]{2,3}[-_]\w+)\s+#"),
        ("say", "-v", "{name}", "-f", "-"),
        liked=("Samantha", "Paulina", "Mónica"),  # the first ones are for fun
    ),
    Program(
        (*_SHELL, _SPEECH + _LIST_THEM),
        re.compile(r"(?P<language>[a-z]{2,3}(-\w+)*) (?P<name>[^']+)$"),
        (*_SHELL, _SPEECH + _SPEAK_IT),
    ),
)
"""All that are known.

Those that end when they are stopped come before speech-dispatcher: what its daemon has
taken is out of our hands."""


def programs() -> Iterable[Program]:
    """Those that the machine has."""
    return (program for program in PROGRAMS if program.is_there())


def _daemon_answers() -> bool:
    """Whether speech-dispatcher runs: asking it in vain would start one that stays."""
    address = os.environ.get("SPEECHD_ADDRESS", "")
    kind, _, place = address.partition(":")
    if kind == "inet_socket":
        return True  # set up by hand, so meant
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if not place and not runtime:
        return False
    path = place or str(Path(runtime or "") / "speech-dispatcher" / "speechd.sock")
    with suppress(OSError), socket.socket(socket.AF_UNIX) as line:
        line.settimeout(1.0)
        line.connect(path)
        return True
    return False
