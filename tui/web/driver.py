"""The app's end of the pipe to the server of its page."""

from __future__ import annotations

import os

from textual.drivers.web_driver import WebDriver


class PageDriver(WebDriver):
    """The library's, that does not outlive its server."""

    def run_input_thread(self) -> None:
        """Take what the page sends; should the server be gone, killed perhaps, the process has nobody left."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            os._exit(0)  # nothing more can be shown, and whatever was answered is saved
