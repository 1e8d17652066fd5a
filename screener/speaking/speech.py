"""One reading: sentence by sentence, until it ends or is stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import RLock, Thread
from typing import NamedTuple

from screener.errors import SpeechError
from screener.language import LANGUAGES, _
from screener.speaking.programs import Voice, programs

PATIENCE = 120.0
"""Seconds until a voice that does not end a sentence is left alone."""

_LISTING = 10.0
"""The same, for the list of its voices."""

_HUSHING = 2.0
"""The same, for a daemon to be told that it should stop."""


class _Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def failed(self) -> bool:
        """Whether it went wrong; eSpeak without a loudspeaker ends with 0 too."""
        said = self.err.lower().splitlines()
        return self.code != 0 or any(line.startswith("error") for line in said)


class Speech:
    """Reads sentences aloud.

    Each is a process of its own: whatever ends this program, no more than the present
    sentence could be left, and leaving in any of the usual ways ends that too.
    """

    def __init__(
        self,
        sentences: Sequence[str],
        language: str,
        ended: Callable[[str], None],
        patience: float = PATIENCE,
    ) -> None:
        """Prepare it.

        Args:
            sentences: What is read.
            language: The code of their language.
            ended: Told by another thread, at the end, what went wrong, or nothing;
                not told where it was stopped.
            patience: Seconds that a sentence may take.
        """
        self._sentences = sentences
        self._language = language
        self._ended = ended
        self._patience = patience
        self._lock = RLock()  # a signal may come while it is held, and stop as well
        self._child: subprocess.Popen[bytes] | None = None
        self._hush: tuple[str, ...] = ()
        self._hushing: subprocess.Popen[bytes] | None = None
        self._is_stopped = False
        self._is_over = False
        self._thread = Thread(target=self._read, daemon=True)

    @property
    def is_on(self) -> bool:
        """Whether it reads, or is about to."""
        return not (self._is_over or self._is_stopped)

    def start(self) -> None:
        """Begin to read; this does not wait."""
        self._thread.start()

    def stop(self) -> None:
        """Stop in the middle of a word."""
        with self._lock:
            was_stopped, self._is_stopped = self._is_stopped, True
            if self._child is None or was_stopped:
                return
            _kill(self._child)
            if self._hush:
                with suppress(SpeechError):
                    self._hushing = _start(self._hush)

    def _read(self) -> None:
        try:
            self._speak()
        except SpeechError as error:
            problem = str(error)
        else:
            problem = ""
        self._is_over = True
        if not self._is_stopped:
            self._ended(problem)
        elif self._hushing is not None:
            _wait(self._hushing)

    def _speak(self) -> None:
        voice = self._voice()
        self._hush = voice.hush
        for sentence in self._sentences:
            # A line that begins with "!-!" would be a command to speech-dispatcher.
            line = " ".join(sentence.split()).lstrip("!") + "\n"
            if self._run(voice.command, line, self._patience).failed:
                raise SpeechError(_("The voice of this computer does not work now."))

    def _voice(self) -> Voice:
        found = False
        for program in programs():
            found = True
            listed = self._run(program.listing, "", _LISTING)
            if voice := program.voice(self._language, listed.out):
                return voice
        if found:
            name = LANGUAGES.get(self._language, self._language)
            told = _("This computer has no voice for this language: {name}.")
            raise SpeechError(told.format(name=name))
        raise SpeechError(_("This computer has no program that can speak."))

    def _run(self, command: tuple[str, ...], line: str, patience: float) -> _Ran:
        until = time.monotonic() + patience
        with self._lock:
            if self._is_stopped:
                raise SpeechError(_("It was stopped."))
            child = self._child = _start(command)
        with child:
            try:
                out, err = child.communicate(
                    line.encode(), timeout=until - time.monotonic()
                )
            except subprocess.TimeoutExpired as error:
                _kill(child)
                told = _("The voice of this computer does not answer.")
                raise SpeechError(told) from error
            finally:
                with self._lock:
                    self._child = None
        return _Ran(child.returncode, out.decode("utf-8", "replace"), _words(err))


def _words(said: bytes) -> str:
    return said.decode("utf-8", "replace")


def _start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own, without a window of its own."""
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        told = _("The voice of this computer cannot be started: {problem}.")
        raise SpeechError(told.format(problem=error.strerror)) from error


def _wait(child: subprocess.Popen[bytes]) -> None:
    with child:
        try:
            child.communicate(timeout=_HUSHING)
        except subprocess.TimeoutExpired:
            _kill(child)


def _kill(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):  # over already
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
