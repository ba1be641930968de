"""Settings: all of them, each with what it does, written into the settings file."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from quizgen.errors import QuizgenError, SettingsError
from quizgen.study.setting import change_settings, plain_value
from quizgen.study.settings import Settings, load_settings, settings_from
from tui.commands import HELP, bindings
from tui.keymap import keymap
from tui.screens.form import FormScreen, form_commands
from tui.setting import TOLD, setting_field, typed_setting
from tui.showing import visible
from tui.typeset import styled


class SettingsScreen(FormScreen[dict[str, object] | None]):
    """Shows the settings of a file, and changes them there; gives what was changed, or None.

    Args:
        file: the settings file, which may not exist yet.

    Raises:
        SettingsError: the file cannot be read, or a setting in it makes no sense.
    """

    commands = (*form_commands("save", "Write the settings, all or none."), HELP)
    BINDINGS = bindings(commands)

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept: Settings = load_settings(file)
        keymap(self._kept.keys)
        super().__init__("Settings", [setting_field(told, self._kept) for told in TOLD])
        self._before = [field.value for field in self.fields]
        self._warned: list[str] | None = None
        """What the values were when the learner was told that they are not saved."""

    def parts(self) -> ComposeResult:
        """The rows, and the file they stand in."""
        yield from super().parts()
        yield Static(styled(visible(str(self._file)), "$quiet"), id="where", markup=False)

    def tell(self, error: QuizgenError) -> None:
        """With the setting's name as its row has it."""
        name, _, rest = error.message.partition(" ")
        label = next((field.label for field in self.fields if field.name == name), name)
        super().tell(SettingsError(f"{label} {rest}", error.where, error.hint))

    def changed(self, name: str) -> None:
        """Say at once what a setting cannot be."""
        with self.telling():
            settings_from({name: typed_setting(name, self.field(name).value)})

    def action_close(self) -> None:
        """Leave; where something was changed, a second time confirms it."""
        left = [field.value for field in self.fields]
        if self.writing or left in (self._before, self._warned):
            super().action_close()
        else:
            self._warned = left
            told = "Nothing is saved yet: enter saves. Once more leaves all as it was."
            self.notify(told, severity="warning", markup=False)

    def action_go(self) -> None:
        """Write what was changed, once all of it makes sense."""
        with self.telling():
            changes = self._changes()
            if changes:
                change_settings(self._file, changes)
            self.dismiss(changes)

    def _changes(self) -> dict[str, object]:
        """What differs from the file.

        Raises:
            SettingsError: a value makes no sense.
        """
        changes: dict[str, object] = {}
        for place, field in enumerate(self.fields):
            try:
                value = typed_setting(field.name, field.value)
                taken = getattr(settings_from({field.name: value}), field.name)
            except SettingsError:
                self._point(place)
                raise
            if taken != getattr(self._kept, field.name):
                changes[field.name] = plain_value(taken)
        return changes
