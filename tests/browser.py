"""A headless Chromium driven over its debugging pipe, with no library in between."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

_START = """
import os, sys
os.dup2(int(sys.argv[1]), 50), os.dup2(int(sys.argv[2]), 51)
os.dup2(50, 3), os.dup2(51, 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""The pipe is expected at the numbers 3 and 4."""


_BINARY = 2
"""The frame of a socket that holds bytes."""


class Browser:
    """One page in a browser of its own."""

    def __init__(self, program: str, profile: Path, width: int = 1000, height: int = 800) -> None:
        to_browser, self._in = os.pipe()
        self._out, from_browser = os.pipe()
        command = [
            program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
            f"--user-data-dir={profile}", f"--window-size={width},{height}", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, str(to_browser), str(from_browser), *command],
            pass_fds=(to_browser, from_browser),
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._numbers, self._rest, self._session = count(1), b"", ""
        self.log: list[str] = []
        self.network: list[dict[str, Any]] = []
        try:
            self._attach(width, height)
        except BaseException:
            self.__exit__(None, None, None)
            raise

    def _attach(self, width: int, height: int) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Runtime.enable")
        self.call("Log.enable")
        self.call("Page.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """One command of the protocol, and what it gives back."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._in, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != number:
            if answer.get("method") == "Log.entryAdded":
                self.log.append(answer["params"]["entry"]["text"])
            if answer.get("method", "").startswith("Network."):
                self.network.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            read = os.read(self._out, 1 << 16)
            assert read, "the browser has gone"
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def open(self, url: str) -> None:
        """Load a page, and wait until it stands."""
        self.call("Page.navigate", url=url)
        while self.run("document.readyState") != "complete" or self.run("location.href") == "about:blank":
            pass

    def watch_network(self) -> None:
        """Keep what the page asks of any network, and what comes back, in ``network`` from now on."""
        self.call("Network.enable")

    def requests(self) -> list[str]:
        """Every address that was asked for, sockets among them."""
        asked = [event["params"] for event in self.network if event["method"] == "Network.requestWillBeSent"]
        opened = [event["params"] for event in self.network if event["method"] == "Network.webSocketCreated"]
        return [one["request"]["url"] for one in asked] + [one["url"] for one in opened]

    def received(self) -> bytes:
        """All bytes that came through sockets."""
        frames = [e["params"]["response"] for e in self.network if e["method"] == "Network.webSocketFrameReceived"]
        return b"".join(base64.b64decode(frame["payloadData"]) for frame in frames if frame["opcode"] == _BINARY)

    def picture(self) -> bytes:
        """What the page looks like, as PNG."""
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def run(self, script: str) -> Any:
        """What a script gives."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """A key pressed and let go."""
        text = {"text": "\r"} if key == "Enter" else {"text": key} if len(key) == 1 else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)
