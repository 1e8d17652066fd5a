"""A visitor without a browser: what a page's terminal would say and see."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import pyte
from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.terminal import NOT_FOR_PYTE
from tests.web.served import Served


class Wire:
    """One connection to a visit."""

    def __init__(self, socket: ClientWebSocketResponse, size: tuple[int, int]) -> None:
        """Watch what the server sends."""
        self.socket = socket
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def lines(self) -> list[str]:
        """What the terminal shows."""
        return [line.rstrip() for line in self._screen.display]

    async def type(self, keys: str) -> None:
        """Say that keys were pressed."""
        await self.socket.send_json(["stdin", keys])

    async def until(self, words: str) -> None:
        """Wait until the terminal shows this."""
        async with asyncio.timeout(20):
            while words not in " ".join(" ".join(self.lines).split()):
                await self._take()

    async def rest(self, seconds: float) -> None:
        """Take in what comes for a while."""
        try:
            async with asyncio.timeout(seconds):
                while True:
                    await self._take()
        except TimeoutError:
            return

    async def _take(self) -> None:
        message = await self.socket.receive()
        assert message.type is WSMsgType.BINARY, f"closed: {message.data}"
        self._stream.feed(NOT_FOR_PYTE.sub(b"", message.data))


@asynccontextmanager
async def connected(
    served: Served,
    headers: Mapping[str, str] | None = None,
    size: tuple[int, int] = (80, 30),
) -> AsyncIterator[Wire]:
    """Connect as the page of this server, or as another one says it is."""
    columns, rows = size
    own = {"Origin": served.url.rstrip("/")}
    async with (
        ClientSession() as session,
        session.ws_connect(
            f"{served.url}visit?width={columns}&height={rows}",
            headers=own if headers is None else headers,
        ) as socket,
    ):
        yield Wire(socket, size)
