"""That a visit is not waited for once its browser is gone."""

import asyncio
import os
from collections.abc import Iterator

import pytest

from screener.kiosk.status_pipe import StatusPipe, StatusReader
from screener.web.waiting import first_of, readable, until_silent


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


@pytest.mark.parametrize("turns", range(10))
async def test_a_word_said_just_as_the_browser_goes_holds_nothing_up(
    pipe: tuple[int, int], turns: int
) -> None:
    hear, say = pipe
    line = StatusPipe(say)

    async def goes_after_a_word() -> None:
        await asyncio.sleep(0.01)
        line.at("start")
        for _ in range(turns):
            await asyncio.sleep(0)

    async with asyncio.timeout(1.0):
        await first_of(
            until_silent(StatusReader(hear), hear, 30.0), goes_after_a_word()
        )


async def test_a_visit_that_says_nothing_is_not_waited_for(
    pipe: tuple[int, int],
) -> None:
    hear, _ = pipe
    async with asyncio.timeout(1.0):
        await until_silent(StatusReader(hear), hear, 0.05)


async def test_words_are_listened_to_until_the_visit_is_over() -> None:
    hear, say = os.pipe()
    ear, line = StatusReader(hear), StatusPipe(say)
    listening = asyncio.create_task(until_silent(ear, hear, 1.0))
    for stage in ("start", "use", "result"):
        line.at(stage)
        await asyncio.sleep(0.02)
        assert (ear.heard.stage, listening.done()) == (stage, False)
    os.close(say)
    await listening
    os.close(hear)


async def test_what_breaks_on_one_way_is_not_passed_over() -> None:
    async def breaks() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await first_of(asyncio.sleep(30.0), breaks())


async def test_a_file_that_stays_empty_is_told_of(pipe: tuple[int, int]) -> None:
    with pytest.raises(TimeoutError):
        await readable(pipe[0], 0.05)
