"""The web page by the rules of axe-core, from npm: names, roles and contrast, fresh and checked, light and dark."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import Browser
from classroom import MILLS
from clients import program
from npm import brought

from quizgen.exports import format_named
from quizgen.exports.shared.format import Layout
from quizgen.exports.shared.loss import sifted
from quizgen.quiz.paper import make_paper

pytestmark = pytest.mark.slow

PACKAGE = "axe-core@4.14.1"
LOOK = """
window.found = null;
axe.run().then((told) => { window.found = JSON.stringify(told.violations.map((one) => [one.id, one.nodes[0].html])); });
0
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of the rules."""
    return (brought(PACKAGE, tmp_path_factory.mktemp("axe")) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    chromium = program("chromium", "chromium-browser", "google-chrome")
    with Browser(chromium, tmp_path_factory.mktemp("profile"), width=390, height=844) as opened:
        yield opened


def violations(page: Browser) -> Any:
    """What the rules find wrong."""
    page.run(LOOK)
    end = time.monotonic() + 30
    while (found := page.run("window.found")) is None:
        assert time.monotonic() < end, "the rules come to no end"
    return json.loads(found)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mode", ["choice", "matching", "mixed"])
def test_nothing_keeps_anybody_out(mode: str, scheme: str, page: Browser, rules: str, tmp_path: Path) -> None:
    form = format_named("html")
    paper, _ = sifted(make_paper([MILLS], mode=mode, seed="golden"), form)
    file = tmp_path / f"{mode}-{scheme}.html"
    file.write_bytes(form.write([paper], Layout()))
    page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    page.open(file.as_uri())
    page.run(f"{rules};0")
    assert violations(page) == []
    page.run("document.querySelector('button[type=submit]').click()")
    assert violations(page) == []


def test_the_rules_find_what_is_wrong(page: Browser, rules: str, tmp_path: Path) -> None:
    file = tmp_path / "bad.html"
    file.write_text('<!DOCTYPE html><html><title>T</title><main><h1>T</h1><input type="text"></main></html>')
    page.open(file.as_uri())
    page.run(f"{rules};0")
    assert {name for name, _ in violations(page)} >= {"label", "html-has-lang"}
