"""Serves the app to browsers on this machine, each page with a process of its own.

Nobody else gets in: the server listens on the loopback address alone; its address holds a secret, which other users of
this machine do not know; and a page of another site, whose browser does reach the loopback address, is turned away by
the names it gives for the host (which tells a rebound name) and for its own origin.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from aiohttp import web

from quizgen.errors import QuizgenError
from tui.web.relay import Relay

_LOOPBACK = "127.0.0.1"
_NAMES = (_LOOPBACK, "localhost")
_PAGE = Path(__file__).with_name("page")
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; "
        "connect-src 'self' ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The terminal sets styles of its own, hence their ``unsafe-inline``; not every browser counts sockets to 'self'."""


def serve(command: Sequence[str], secret: str, port: int | None, tell: Callable[[str], object]) -> None:
    """Serve until interrupted.

    Args:
        command: the process that runs the app: the program and its arguments.
        secret: a part of the address, not to be guessed.
        port: where; any free one if none is given.
        tell: is told the address once pages can be had there.

    Raises:
        QuizgenError: the port cannot be had.
    """
    listening = _listen(port)
    address = f"http://{_LOOPBACK}:{listening.getsockname()[1]}/{secret}/"
    with suppress(KeyboardInterrupt):  # which comes where the loop takes no signals
        asyncio.run(_serve(application(command, secret), listening, lambda: tell(address)))


def application(command: Sequence[str], secret: str) -> web.Application:
    """What answers, beneath ``/secret/``; anything else is not there."""
    sockets: set[web.WebSocketResponse] = set()

    async def page(request: web.Request) -> web.FileResponse:
        return web.FileResponse(_PAGE / "index.html")

    async def terminal(request: web.Request) -> web.WebSocketResponse:
        try:
            size = int(request.query["width"]), int(request.query["height"])
        except (KeyError, ValueError):
            raise web.HTTPBadRequest(text="The terminal's width and height are missing.") from None
        opened = web.WebSocketResponse(heartbeat=15)
        await opened.prepare(request)
        sockets.add(opened)
        try:
            await Relay(command, opened).serve(*size)
        finally:
            sockets.discard(opened)
        return opened

    async def close(app: web.Application) -> None:
        await asyncio.gather(*(opened.close() for opened in tuple(sockets)))

    app = web.Application(middlewares=[_from_this_machine])
    app.router.add_get(f"/{secret}/", page)
    app.router.add_get(f"/{secret}/ws", terminal)
    app.router.add_static(f"/{secret}/page", _PAGE)
    app.router.add_static(f"/{secret}/terminal", Path(str(files("textual_serve") / "static")))
    app.on_response_prepare.append(_with_headers)
    app.on_shutdown.append(close)
    return app


@web.middleware
async def _from_this_machine(request: web.Request, handler: Callable[[web.Request], object]) -> web.StreamResponse:
    origin = request.headers.get("Origin")
    if request.host.partition(":")[0] not in _NAMES or origin not in (None, f"http://{request.host}"):
        raise web.HTTPForbidden(text="quizgen serves this machine alone.")
    return await handler(request)  # type: ignore[misc, no-any-return]


async def _with_headers(request: web.Request, response: web.StreamResponse) -> None:
    for name, value in _HEADERS.items():
        response.headers[name] = value.format(host=request.host)


def _listen(port: int | None) -> socket.socket:
    try:
        return socket.create_server((_LOOPBACK, port or 0))
    except OSError as error:
        hint = "Name another one, or leave --port out and any free one is taken."
        reason = os.strerror(error.errno) if error.errno else error
        raise QuizgenError(f"port {port} cannot be had: {reason}", hint=hint) from error


async def _serve(app: web.Application, listening: socket.socket, ready: Callable[[], object]) -> None:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        ready()
        await _interrupted()
    finally:
        await runner.cleanup()


async def _interrupted() -> None:
    loop, asked = asyncio.get_running_loop(), asyncio.Event()
    with suppress(NotImplementedError):  # on Windows; there the wait itself is interrupted
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, asked.set)
    await asked.wait()
