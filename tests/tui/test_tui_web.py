"""``quizgen study --web``: the app in a browser on this machine, and nobody else let in."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from browser import Browser
from click.testing import CliRunner
from clients import program
from textual_serve import app_service
from tui_tools import write_deck
from waiting import until

from quizgen.cli import quizgen
from quizgen.study.store import Store
from tui.web import server

APP = """
import json, sys
def packet(kind, payload):
    sys.stdout.buffer.write(kind + len(payload).to_bytes(4, "big") + payload)
    sys.stdout.flush()
print("some words before", flush=True)
print("__GANGLION__", flush=True)
while kind := sys.stdin.buffer.read(1):
    payload = sys.stdin.buffer.read(int.from_bytes(sys.stdin.buffer.read(4), "big"))
    if kind == b"M" and json.loads(payload)["type"] == "quit" or payload == b"q":
        break
    packet(b"M", b'{"type": "unheard-of"}')
    packet(b"D", kind + payload)
"""
"""Stands for the app: it gives back what it gets, and ends when told or at the key q."""


@contextmanager
def serving(*arguments: object) -> Iterator[str]:
    """The address at which a process serves; it ends well when it is interrupted."""
    command = [sys.executable, "-m", "quizgen", "study", "--web", *map(str, arguments)]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        assert running.stdout is not None
        told = running.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", told)
        assert found is not None, told + running.communicate()[1]
        yield found[0]
    finally:
        running.terminate()
        _, errors = running.communicate(timeout=60)
    if os.name != "nt":
        assert (running.returncode, errors) == (0, "")


@pytest.mark.slow
def test_a_card_is_shown_and_graded_in_a_browser(tmp_path: Path) -> None:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    deck, data = write_deck(tmp_path / "decks").file, tmp_path / "data"
    with serving(deck, "--data-dir", data) as address, Browser(chromium, tmp_path / "profile") as page:
        page.call("Page.addScriptToEvaluateOnNewDocument", source=_DRAWN)
        page.watch_network()
        page.open(address)
        until(lambda: "On which day was the lamp" in shown(page))
        until(lambda: set("On which day was the lamp") - {" "} <= set(page.run("[...window.drawn].join('')")))
        page.press(" ", 32)
        until(lambda: "12 October 1865" in shown(page))
        page.press("3", 51)
        until(lambda: reviews(data) == [("arnholm", "date-first-lighting", 3)])
        until(lambda: "Who said that the reef" in shown(page))
        page.press("q", 81)
        until(lambda: "finish" in shown(page))
        page.press("Enter", 13)
        until(lambda: page.run("document.activeElement.textContent") == "Study on")
        assert page.run("document.querySelector('.well').checkVisibility()")
        assert not page.run("document.querySelector('.badly').checkVisibility()")
        page.press("Enter", 13)
        until(lambda: page.run("document.body?.classList.contains('-first-byte')"))
        asked = [urlsplit(request) for request in page.requests()]
        assert {(one.scheme, one.netloc) for one in asked if one.scheme != "data"} == {
            (scheme, urlsplit(address).netloc) for scheme in ("http", "ws")
        }
        assert [line for line in page.log if "Content Security Policy" in line or "Failed to load" in line] == []
    assert reviews(data) == [("arnholm", "date-first-lighting", 3)]


_DRAWN = """
window.drawn = new Set();
const draw = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
  window.drawn.add(text);
  return draw.call(this, text, ...rest);
};
"""
"""The terminal draws each character it shows once, then copies it."""


def shown(page: Browser) -> str:
    """All that the app wrote, without colours and places."""
    page.run("0")  # takes in what has come
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", page.received().decode("utf-8", "replace"))


def reviews(data: Path) -> list[tuple[object, ...]]:
    """Deck, card and grade of all answers."""
    with Store.open(data / "progress.sqlite3") as store:
        return store.query("SELECT deck, card, grade FROM operation WHERE kind = 'review'")


def test_it_serves_this_machine_alone(tmp_path: Path) -> None:
    with serving(write_deck(tmp_path).file, "--data-dir", tmp_path / "data") as address:
        port, path = urlsplit(address).port, urlsplit(address).path
        here = f"127.0.0.1:{port}"

        def status(place: str, **headers: str) -> int:
            with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
                connection.request("GET", place, headers={"Host": here, **headers})
                return connection.getresponse().status

        assert status(path) == 200
        assert status(path, Host=f"localhost:{port}", Origin=f"http://localhost:{port}") == 200
        assert status(f"{path}terminal/js/textual.js") == 200
        for rebound in ("evil.example", f"evil.example:{port}", f"127.0.0.1.evil.example:{port}", "[", "", "0.0.0.0"):
            assert status(path, Host=rebound) == 403
        for foreign in ("http://evil.example", "null", "http://127.0.0.1:1", f"https://{here}"):
            assert status(f"{path}ws?width=80&height=24", Origin=foreign) == 403
        for guessed in ("/", "/ws?width=80&height=24", "/secret/", "/terminal/js/textual.js", path[:-2] + "/"):
            assert status(guessed) == 404
        for outside in ("page/../server.py", "page/%2e%2e/server.py", "terminal/..%2f..%2f__init__.py", "page/"):
            assert status(path + outside) in (403, 404)
        assert status(f"{path}ws") == 400
        if sys.platform == "linux":  # where one machine has many loopback addresses, to tell "all" from "one"
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection(("127.0.0.2", port), timeout=5).close()


def test_neither_the_page_nor_the_terminal_names_another_host() -> None:
    names = re.compile(r"""(?:src|href|url|import)\s*[=(]?\s*["'(]?(?:https?:)?//""", re.IGNORECASE)
    terminal = Path(app_service.__file__).with_name("static") / "css" / "xterm.css"
    for file in (*(Path(server.__file__).with_name("page")).iterdir(), terminal):
        assert names.search(file.read_text(encoding="utf-8")) is None, file


def test_a_process_lives_as_long_as_its_page(tmp_path: Path) -> None:
    async def main() -> None:
        async with TestClient(TestServer(application(APP))) as client:
            async with client.ws_connect("/secret/ws?width=70&height=30") as page:
                for odd in ("no JSON", "[]", '["resize", {"width": null}]', '{"stdin": 1}', '["stdin", 1]', "[[1]]"):
                    await page.send_str(odd)
                await page.send_bytes(b"D")
                await page.send_json(["resize", {"width": 10**9, "height": -3}])
                size = json.loads((await page.receive_bytes())[1:])
                assert size == {"type": "resize", "width": 1000, "height": 1}
                await page.send_json(["ping", "12"])
                assert await page.receive_json() == ["pong", "12"]
                await page.send_json(["stdin", "ü\ud800"])
                assert await page.receive_bytes() == "Dü?".encode()
                for word in ("blur", "focus"):
                    await page.send_json([word])
                    assert json.loads((await page.receive_bytes())[1:]) == {"type": word}
                await page.send_json(["stdin", "q"])
                assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE
            async with client.ws_connect("/secret/ws?width=70&height=30") as page:
                await page.send_json(["stdin", "x"])
                assert await page.receive_bytes() == b"Dx"

    asyncio.run(main())  # which would wait for a process left over


def test_a_page_is_told_when_its_process_does_not_start(capfd: pytest.CaptureFixture[str]) -> None:
    async def main() -> None:
        code = "import sys; sys.exit('there is no deck any more')"
        async with (
            TestClient(TestServer(application(code))) as client,
            client.ws_connect("/secret/ws?width=70&height=30") as page,
        ):
            assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE

    asyncio.run(main())
    assert capfd.readouterr().err == "there is no deck any more\n"


def test_open_pages_end_with_the_server() -> None:
    async def main() -> None:
        client = TestClient(TestServer(application(APP)))
        await client.start_server()
        page = await client.ws_connect("/secret/ws?width=70&height=30")
        await page.send_json(["stdin", "x"])
        assert await page.receive_bytes() == b"Dx"
        closing = asyncio.create_task(client.server.close())
        assert (await page.receive()).type is aiohttp.WSMsgType.CLOSE
        await closing
        await client.close()

    asyncio.run(main())


def application(code: str) -> web.Application:
    return server.application([sys.executable, "-c", code], "secret")


@pytest.mark.skipif(os.name == "nt", reason="there a process cannot be killed without its children knowing")
def test_the_app_does_not_outlive_its_server(tmp_path: Path) -> None:
    deck = write_deck(tmp_path).file
    driver = {"TEXTUAL_DRIVER": "tui.web.driver:PageDriver", "COLUMNS": "80", "ROWS": "24"}
    command = [sys.executable, "-m", "quizgen", "study", str(deck), "--data-dir", str(tmp_path / "data")]
    app = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **driver}
    )  # fmt: skip
    assert app.stdout is not None
    assert app.stdout.readline() == b"__GANGLION__\n"
    app.communicate(timeout=60)  # closes its input, as the end of the server does
    assert app.returncode == 0


def test_a_port_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = study(write_deck(tmp_path).file, "--web", "--port", taken.getsockname()[1])
    assert result[0] == 2
    assert "cannot be had" in result[1]
    assert "--port" in result[1]


def test_what_cannot_be_studied_is_told_before_anything_is_served(tmp_path: Path) -> None:
    assert study(tmp_path / "missing.yaml", "--web") == (
        2,
        f"quizgen: {tmp_path / 'missing.yaml'}: there is no such file\n  Check its name and folder.\n",
    )


def test_a_missing_library_is_named_with_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    code, told = study(write_deck(tmp_path).file, "--web")
    assert code == 2
    assert "textual_serve is not installed, which --web needs" in told
    assert "pip install 'quizgen[web]'" in told


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--web", "--plain"], "choose one of them"),
        (["--port", "8000"], "--port tells where --web serves"),
        (["--web", "--port", "0"], "0 is not in the range"),
        (["--web", "--new", "-1"], "new_per_day"),
    ],
)
def test_options_that_do_not_go_together_are_told(options: list[str], told: str, tmp_path: Path) -> None:
    code, errors = study(write_deck(tmp_path).file, *options)
    assert code == 2
    assert told in errors


def test_each_page_gets_the_same_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[list[str]] = []
    monkeypatch.setattr(server, "serve", lambda command, secret, port, tell: served.append([*command, secret, port]))
    deck = write_deck(tmp_path).file
    for _ in range(2):
        code, _ = study(deck, "--web", "--new", "7", "--mode", "typed", "--cram", "--data-dir", tmp_path / "data")
        assert code == 0
    program, *module, secret, port = served[0]
    assert (program, module[:4], port) == (sys.executable, ["-P", "-m", "quizgen", "study"], None)
    assert module[4:] == ["--mode=typed", "--new=7", "--cram", f"--data-dir={tmp_path / 'data'}", "--", str(deck)]
    assert served[1][-2] != secret


def test_the_home_screen_is_served_where_no_command_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[list[str]] = []
    monkeypatch.setattr(server, "serve", lambda command, *_: served.append(command))
    for options in (["--web"], [f"--data-dir={tmp_path}", "--web"]):
        assert CliRunner().invoke(quizgen, options).exit_code == 0
    assert [command[4:] for command in served] == [["study", "--"], ["study", f"--data-dir={tmp_path}", "--"]]


def study(*arguments: object) -> tuple[int, str]:
    """Exit code and errors."""
    done = CliRunner().invoke(quizgen, ["study", *map(str, arguments)])
    return done.exit_code, done.stderr
