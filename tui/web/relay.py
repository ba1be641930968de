"""Between a browser's terminal and the process that runs the app for it."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import WSMessage, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

_BEGIN = b"__GANGLION__\n"
"""What the app writes before its first packet."""
_SHOWN = b"D"
"""The packets that are for the terminal; of the others, none is of use without the cloud they were made for."""
_DRIVER = "tui.web.driver:PageDriver"
_PATIENCE = 5.0
"""Seconds that a process gets to end by itself once its page is gone."""
_LARGEST = 1000
"""Columns or rows, at most: what a page asks for is laid out in memory."""


class Relay(AppService):
    """One process for one page; both end together.

    Args:
        command: the program and its arguments.
        socket: the page's.
    """

    def __init__(self, command: Sequence[str], socket: web.WebSocketResponse) -> None:
        super().__init__(
            command[0],
            write_bytes=socket.send_bytes,
            write_str=socket.send_str,
            close=self._close,
            download_manager=DownloadManager(),
        )
        self._words, self._socket = command, socket

    async def serve(self, width: int, height: int) -> None:
        """Hand on what the page sends, until either is gone.

        Args:
            width: of the page's terminal in cells. The app must start with it: another size that is told while it
                starts may be overtaken by the one it starts with.
            height: of the same.
        """
        await self.start(_within(width), _within(height))
        try:
            async for message in self._socket:
                await self._take(message)
        finally:
            await self._end()

    async def run(self) -> None:
        """Hand on what the process writes; then the page is told, however the process ended."""
        assert self._process is not None
        assert self._process.stdout is not None
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            await self._hand_on(self._process.stdout)
        await self._process.wait()
        await self._close()

    async def _hand_on(self, written: asyncio.StreamReader) -> None:
        await written.readuntil(_BEGIN)
        while True:
            kind, size = await written.readexactly(1), int.from_bytes(await written.readexactly(4), "big")
            payload = await written.readexactly(size)
            if kind == _SHOWN:
                await self.on_data(payload)

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Without a shell, whose quoting differs from system to system; errors are told in the server's terminal."""
        environment = self._build_environment(width, height) | {"TEXTUAL_DRIVER": _DRIVER}
        process = await asyncio.create_subprocess_exec(*self._words, stdin=PIPE, stdout=PIPE, env=environment)
        self._process, self._stdin = process, process.stdin
        return process

    async def _take(self, message: WSMessage) -> None:
        if message.type is not WSMsgType.TEXT:
            return
        with suppress(ValueError):  # what is no JSON is no word of our page's
            match message.json():
                case ["stdin", str(keys)]:
                    await self.send_bytes(keys.encode("utf-8", "replace"))
                case ["resize", {"width": int(width), "height": int(height)}]:
                    await self.set_terminal_size(_within(width), _within(height))
                case ["ping", str(since)]:
                    await self._socket.send_json(["pong", since])
                case ["blur"]:
                    await self.blur()
                case ["focus"]:
                    await self.focus()

    async def _close(self) -> None:
        await self._socket.close()

    async def _end(self) -> None:
        """Ask the process to end; it is killed when it takes too long, or nobody can wait for it."""
        assert self._process is not None
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self.stop(), _PATIENCE)
        finally:
            with suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()


def _within(cells: int) -> int:
    return max(1, min(cells, _LARGEST))
