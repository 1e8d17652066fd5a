"""The server's end of one visit: keys go in, the screen comes out."""

import asyncio
import multiprocessing
import signal
import socket
import struct
import time
from contextlib import suppress
from enum import IntEnum
from multiprocessing import forkserver

from aiohttp import WSMsgType, web

from screener.kiosk.own_process import LOST
from screener.kiosk.status_pipe import StatusReader
from screener.kiosk.visit_log import VisitLog
from screener.processes import signals_held_back
from screener.web.packets import packet_of
from screener.web.plan import Plan, Size
from screener.web.visit_process import hold_visit
from screener.web.waiting import first_of, readable, until_silent

SILENT = 30.0
"""Seconds without a word from a visit, after which it is taken to hang."""

LINGER = 2.5
"""Seconds in which a visit may end by itself once its browser is gone."""

_PROCESSES = multiprocessing.get_context("forkserver")
"""Visits are forked from a process in which all is loaded, and nothing is said."""

_HEAD = struct.Struct(">cI")
"""What a packet of Textual's driver begins with: its kind, its size."""


class Ending(IntEnum):
    """How a visit ended: the code with which the page's connection is closed."""

    OVER = 4000
    FULL = 4001
    """It has not begun: there was no room."""
    BROKE = 4002
    GONE = 1001
    """The browser went, or the server goes."""


def get_ready() -> None:
    """Load now what every visit needs, and not while the first visitor waits."""
    _PROCESSES.set_forkserver_preload(["screener.web.loaded"])
    with signals_held_back({signal.SIGINT}):
        forkserver.ensure_running()


class Visitor:
    """One visit, from the first moment of its process to the last."""

    def __init__(self, plan: Plan, size: Size) -> None:
        """Start its process.

        Args:
            plan: What the visit is made of.
            size: How many cells the browser shows.

        Raises:
            OSError: If the system has no room for it.
        """
        self._began = time.monotonic()
        self._wire, wire = socket.socketpair()
        self._hear, say = _PROCESSES.Pipe(duplex=False)
        self._ear = StatusReader(self._hear.fileno())
        self._process = _PROCESSES.Process(
            target=hold_visit, args=(plan, size, wire, say), daemon=True
        )
        with wire, say:
            self._process.start()

    async def hold(self, browser: web.WebSocketResponse, book: VisitLog) -> Ending:
        """Hold the visit until it is over or the browser is gone.

        Args:
            browser: The page's connection.
            book: Where visits are counted.

        Returns:
            How it ended.
        """
        screen, keys = await asyncio.open_unix_connection(sock=self._wire)
        try:
            await first_of(
                _pass_keys(browser, keys),
                _pass_screen(screen, browser),
                until_silent(self._ear, self._hear.fileno(), SILENT),
            )
        finally:
            keys.close()
            code = await self._end()
        heard, seconds = self._ear.heard, time.monotonic() - self._began
        if code not in (0, LOST):
            book.broke(heard, seconds)
            return Ending.BROKE
        book.ended(heard, seconds)
        return Ending.GONE if code else Ending.OVER

    async def _end(self) -> int:
        """See to it that the process ends; give its exit code."""
        with suppress(TimeoutError):
            await readable(self._process.sentinel, LINGER)
        self._process.kill()
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        while self._ear.listen(0):
            pass  # its last words
        self._hear.close()
        return -1 if code is None else code


async def _pass_keys(
    browser: web.WebSocketResponse, keys: asyncio.StreamWriter
) -> None:
    with suppress(ConnectionError):
        async for message in browser:
            if message.type is WSMsgType.TEXT and (packet := packet_of(message.data)):
                keys.write(packet)
                await keys.drain()


async def _pass_screen(
    screen: asyncio.StreamReader, browser: web.WebSocketResponse
) -> None:
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        await screen.readuntil()  # how Textual's driver says that it is there
        while True:
            kind, size = _HEAD.unpack(await screen.readexactly(_HEAD.size))
            payload = await screen.readexactly(size)
            if kind == b"D":
                await browser.send_bytes(payload)
