"""The server: a page with a terminal in it, and a visit for each page that is open."""

import socket
from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path

import textual_serve
from aiohttp import WSCloseCode, web

from screener.kiosk.privacy import keep_memory_private
from screener.kiosk.visit_log import VisitLog
from screener.web.addresses import Addresses
from screener.web.pages import render_pages
from screener.web.plan import Plan, Size
from screener.web.visitor import Ending, Visitor, get_ready

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Nothing is kept, nothing comes from elsewhere, and nobody puts it in a frame. The
terminal writes style sheets of its own into the page."""

_HEARTBEAT = 10.0
"""Seconds between signs of life: a tablet that went dark is missed after 15."""

_LONGEST_MESSAGE = 2**20


class Server:
    """Gives out pages, and holds a visit for each one that is open."""

    def __init__(self, plan: Plan, addresses: Addresses, most: int) -> None:
        """Prepare the server.

        Args:
            plan: What a visit is made of.
            addresses: Under which it may be reached.
            most: How many visits it holds at once.

        Raises:
            ScreenerError: If the help lines cannot be used.
        """
        self._plan = plan
        self._addresses = addresses
        self._most = most
        self._pages = render_pages(plan.settings, plan.editions)
        self._book = VisitLog(plan.settings.counts, plan.settings.errors)
        self._browsers: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """What aiohttp runs."""
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/", self._start)
        app.router.add_get("/visit", self._visit)
        app.router.add_get("/{page:over|full|broke}", self._told)
        app.router.add_static("/static", _folder("screener.web") / "static")
        app.router.add_static("/terminal", _folder(textual_serve.__name__) / "static")
        app.on_response_prepare.append(_add_headers)
        app.on_shutdown.append(self._close)
        return app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Answer) -> web.StreamResponse:
        """Answer at our own addresses only; whatever fails, show a page that helps."""
        if not self._addresses.has(request.host):
            return self._page("refused", 403)
        try:
            return await handler(request)
        except web.HTTPException as error:
            if error.status == 304:
                raise
            return self._page("missing", error.status)
        except Exception:
            return self._page("broke", 500)

    async def _start(self, request: web.Request) -> web.Response:
        if len(self._browsers) >= self._most:
            return self._page("full", 503)
        return self._page("start")

    async def _told(self, request: web.Request) -> web.Response:
        return self._page(request.match_info["page"])

    def _page(self, name: str, status: int = 200) -> web.Response:
        text = self._pages[name]
        return web.Response(text=text, content_type="text/html", status=status)

    async def _visit(self, request: web.Request) -> web.StreamResponse:
        """Hold a visit, as long as the page's connection is there."""
        if not self._addresses.may_ask(request.headers.get("Origin"), request.host):
            return self._page("refused", 403)
        browser = web.WebSocketResponse(
            timeout=2.0,
            heartbeat=_HEARTBEAT,
            compress=False,
            max_msg_size=_LONGEST_MESSAGE,
        )
        await browser.prepare(request)
        if len(self._browsers) >= self._most:
            ending = Ending.FULL
        else:
            self._browsers.add(browser)
            try:
                ending = await self._hold(browser, _size_in(request))
            finally:
                self._browsers.discard(browser)
        await browser.close(code=ending)
        return browser

    async def _hold(self, browser: web.WebSocketResponse, size: Size) -> Ending:
        try:
            visitor = Visitor(self._plan, size)
        except (OSError, EOFError):  # no room on this machine
            return Ending.FULL
        return await visitor.hold(browser, self._book)

    async def _close(self, app: web.Application) -> None:
        for browser in [*self._browsers]:
            await browser.close(code=WSCloseCode.GOING_AWAY)


def serve(server: Server, here: socket.socket, tell: Callable[[], None]) -> None:
    """Serve until told to stop; then end all visits.

    Args:
        server: What is served.
        here: Where browsers connect to.
        tell: Says that it serves.
    """

    async def begin(app: web.Application) -> None:
        tell()

    keep_memory_private()
    get_ready()
    app = server.application()
    app.on_startup.append(begin)
    web.run_app(app, sock=here, access_log=None, print=None, shutdown_timeout=5.0)


def _folder(package: str) -> Path:
    return Path(str(files(package)))


def _size_in(request: web.Request) -> Size:
    said = (request.query.get(name, "") for name in ("width", "height"))
    columns, rows = (
        int(one) if one.isdecimal() and len(one) < 6 else 0 for one in said
    )
    return Size.within_reason(columns, rows)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)
    if isinstance(response, web.FileResponse):
        response.headers["Cache-Control"] = "no-cache"  # kept, and asked about again
