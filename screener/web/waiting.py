"""Waiting for several things at once, and for files that can be read."""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress

from screener.kiosk.status_pipe import StatusReader


async def first_of(*ways: Coroutine[None, None, None]) -> None:
    """Go several ways at once until one comes to its end; then end the others.

    Args:
        ways: Where they go.
    """
    tasks = [asyncio.create_task(way) for way in ways]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        if isinstance(end, Exception):
            raise end


async def until_silent(ear: StatusReader, pipe: int, seconds: float) -> None:
    """Listen to how a visit stands, until it says nothing any more.

    Args:
        ear: What listens.
        pipe: Where to.
        seconds: After which a visit that says nothing is taken to hang.
    """
    with suppress(TimeoutError):
        while ear.listen(0) is not None:
            await readable(pipe, seconds)


async def readable(file: int, seconds: float) -> None:
    """Wait until a file can be read, or its other end is closed.

    Args:
        file: The file.
        seconds: How long at most.

    Raises:
        TimeoutError: If nothing came.
    """
    ready, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_reader(file, ready.set)
    try:
        # `wait_for` would swallow being told to stop in just that moment.
        async with asyncio.timeout(seconds):
            await ready.wait()
    finally:
        loop.remove_reader(file)
