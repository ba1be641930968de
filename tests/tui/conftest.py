"""Tests of screens are coroutines, as Textual's pilot is."""

from __future__ import annotations

import asyncio
from inspect import iscoroutinefunction

import pytest
from textual.notifications import Notification


@pytest.fixture(autouse=True)
def toasts_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Toasts go by the clock, which on a busy machine takes them away before a test has looked."""
    monkeypatch.setattr(Notification, "time_left", 600.0)
    monkeypatch.setattr(Notification, "has_expired", False)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine in a loop of its own."""
    if not iscoroutinefunction(pyfuncitem.obj):
        return None
    named = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    asyncio.run(pyfuncitem.obj(**named))
    return True
