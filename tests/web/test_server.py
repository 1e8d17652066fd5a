"""What the server takes, refuses, and survives."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Iterator

import pytest
from aiohttp import ClientResponseError, ClientSession, WSMsgType

from tests.web.served import SMALL_ONES, Served, is_running, wait_for
from tests.web.wire import connected

START = "You do not give your name"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    books = f'counts = "{folder}/counts.csv"\nerrors = "{folder}/errors.log"\n'
    with Served(folder, books + SMALL_ONES, "--visitors", "3") as one:
        yield one


@pytest.fixture(autouse=True)
def _alone(served: Served) -> None:
    served.until(visits=0)


@pytest.fixture
async def http() -> AsyncIterator[ClientSession]:
    async with ClientSession() as session:
        yield session


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://evil.example", "Host": "evil.example"},
    ],
)
async def test_no_other_page_holds_a_visit(
    served: Served, headers: dict[str, str]
) -> None:
    with pytest.raises(ClientResponseError) as refused:
        async with connected(served, headers):
            pass
    assert refused.value.status == 403
    assert served.visits() == []


@pytest.mark.parametrize("path", ["", "visit", "over", "static/page.js"])
async def test_a_name_that_is_not_ours_gets_nothing(
    served: Served, http: ClientSession, path: str
) -> None:
    async with http.get(served.url + path, headers={"Host": "evil.example"}) as told:
        assert told.status == 403
        assert "call or text 988" in await told.text()


@pytest.mark.parametrize(
    ("path", "status"),
    [("", 200), ("over", 200), ("nothing", 404), ("static/", 403), ("visit", 403)],
)
async def test_every_page_has_crisis_help_and_is_kept_nowhere(
    served: Served, http: ClientSession, path: str, status: int
) -> None:
    async with http.get(served.url + path) as told:
        page = await told.text()
        assert told.status == status
        assert "Emergency: <strong>call 911" in page
        assert "<strong>call or text 988" in page
        assert '<html lang="en"' in page
        assert "http://" not in page
        assert "https://" not in page
        assert told.headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in told.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in told.headers


async def test_who_comes_when_all_places_are_taken_is_told_kindly(
    served: Served, http: ClientSession
) -> None:
    async with connected(served), connected(served), connected(served) as third:
        await third.until(START)
        async with http.get(served.url) as told:
            assert told.status == 503
            assert "All places are taken" in await told.text()
        async with connected(served) as fourth:
            message = await fourth.socket.receive()
            assert (message.type, message.data) == (WSMsgType.CLOSE, 4001)
        assert len(served.visits()) == 3
    async with asyncio.timeout(5):
        while (await http.get(served.url)).status != 200:
            await asyncio.sleep(0.02)


NONSENSE = (
    '["stdin", "' + "\\r" * 4000 + '"]',
    "",
    "{}",
    "[",
    "[" * 100_000,
    '["stdin"]',
    '["stdin", 5]',
    '["resize", {"width": -1, "height": 1e99}]',
    '["resize", {"width": 999999999, "height": 999999999}]',
    '["quit"]',
    '["stdin", "\\u001b[99999999;1u\\u001b[:;u\\u001b[48:;1;1;1t"]',
    '["stdin", "\\udcff\\u0000\\ufffd\\u001b[200~never closed"]',
    '["stdin", "' + "x" * 500_000 + '"]',
)


async def test_nothing_that_is_sent_ends_a_visit(served: Served) -> None:
    async with connected(served) as visitor:
        await visitor.until(START)
        (visit,) = served.visits()
        for said in NONSENSE:
            await visitor.socket.send_str(said)
            await visitor.socket.send_bytes(b"\xff\x00")
            await visitor.rest(0.1)
        await visitor.rest(1.0)
        await visitor.socket.send_json(["resize", {"width": 80, "height": 30}])
        await visitor.until(START)
        await visitor.type("\r")
        await visitor.until("you can skip any")
        assert served.visits() == [visit]


async def test_the_newest_size_counts_from_the_first_moment_on(
    served: Served,
) -> None:
    """Else the terminal scrolls by what the two differ, and clicks miss."""
    for _ in range(3):
        async with connected(served, size=(64, 33)) as visitor:
            await visitor.socket.send_json(["resize", {"width": 64, "height": 33}])
            await visitor.socket.send_json(["resize", {"width": 64, "height": 30}])
            await visitor.until(START)
            await visitor.rest(0.5)
            assert visitor.lines[29].startswith("  Call or text 988")


async def test_a_visit_that_does_not_answer_is_ended(served: Served) -> None:
    async with connected(served) as visitor:
        await visitor.until(START)
        (visit,) = served.visits()
        os.kill(visit, signal.SIGSTOP)
    await asyncio.to_thread(wait_for, lambda: not is_running(visit), 5.0)


async def test_what_breaks_is_noted_without_a_word_that_was_said(
    served: Served,
) -> None:
    async with connected(served) as visitor:
        await visitor.until(START)
        (visit,) = served.visits()
        os.kill(visit, signal.SIGKILL)
        while (message := await visitor.socket.receive()).type is WSMsgType.BINARY:
            pass
        assert message.data == 4002
    told = (served.folder / "errors.log").read_text().splitlines()
    assert told[-1].endswith("the program hung, or was ended")


async def test_visits_are_counted_as_in_a_kiosk(served: Served) -> None:
    async with connected(served) as visitor:
        await visitor.until(START)
        await visitor.type("\r")
        await visitor.until("you can skip any")
        await visitor.rest(1.2)
    served.until(visits=0)
    await asyncio.sleep(0.1)
    told = (served.folder / "counts.csv").read_text().splitlines()
    assert told[-1].endswith(",stopped,welcome,0-5")


def test_nothing_is_written_but_what_the_settings_name(served: Served) -> None:
    names = {path.name for path in served.folder.iterdir()}
    assert names <= {"kiosk.toml", "counts.csv", "errors.log"}
