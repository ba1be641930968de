"""Keys of one's own in the place of those that commands usually have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from quizgen.errors import SettingsError
from quizgen.study.keys import EVERYWHERE, SHORT, KeyChoice
from tui.commands import APP, APP_COMMANDS, WRITING, Command

Commands = Mapping[str, Sequence[Command]]
"""The commands of screens, by the names of the screens."""

_COPY = "ctrl+c"
"""The one key that cannot be had."""
_TYPED = ("space", "comma")
"""Keys that type a character and have a name."""
_SEE = "`quizgen keys` lists all screens and commands."


def screen_commands() -> Commands:
    """The commands that screens, and the application on all of them, usually have; imports every screen."""
    import pkgutil
    from importlib import import_module

    import tui.screens
    from tui.screens.base import QuizScreen

    found: dict[str, Sequence[Command]] = {APP: APP_COMMANDS}
    for module in pkgutil.iter_modules(tui.screens.__path__, "tui.screens."):
        for name, kind in vars(import_module(module.name)).items():
            if name.endswith("Screen") and issubclass(kind, QuizScreen) and kind.commands:
                found[kind.called()] = kind.commands
    return dict(sorted(found.items()))


def keymap(choices: Sequence[KeyChoice], known: Commands | None = None) -> Commands:
    """The commands of those screens that have keys of one's own; none where nothing was chosen.

    Args:
        choices: what the settings say; what is said of one screen outdoes what is said of all.
        known: all commands; those of `screen_commands` if None.

    Raises:
        SettingsError: there is no such screen or command, or two commands of a screen would have one key.
    """
    if not choices:
        return {}
    known = known or screen_commands()
    for choice in choices:
        _check(choice, known)
    mapped = {screen: tuple(_chosen(screen, commands, choices)) for screen, commands in known.items()}
    for screen, commands in mapped.items():
        _settle(screen, commands, mapped[APP], choices)
    return {screen: commands for screen, commands in mapped.items() if commands != tuple(known[screen])}


def _check(choice: KeyChoice, known: Commands) -> None:
    if choice.screen not in (EVERYWHERE, *known):
        raise SettingsError(
            f"there is no screen {choice.screen!r}"[:80], choice.where, _near(choice.screen, [EVERYWHERE, *known])
        )
    commands = [command for screen in _screens(choice, known) for command in known[screen]]
    named = [command for command in commands if command.id == choice.command]
    if not named:
        told = f"there is no command {choice.command!r}"[:80]
        raise SettingsError(told, choice.where, _near(choice.command, [command.id for command in commands]))
    typing = any if choice.screen == APP else all  # each of the application's keys works while text is typed
    if all(command.when == (WRITING,) for command in named) and typing(map(_types, choice.keys)):
        hint = 'Give it a key such as "f2" or "ctrl+s".'
        raise SettingsError(f"{choice.command} is given while text is typed, as this key would be", choice.where, hint)


def _screens(choice: KeyChoice, known: Commands) -> Iterable[str]:
    return known if choice.screen == EVERYWHERE else [choice.screen]


def _near(name: str, names: Sequence[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1, cutoff=0.5)
    return f"Did you mean {near[0]}? {_SEE}" if near else _SEE


def _types(key: str) -> bool:
    return len(key) == 1 or key in _TYPED


def _chosen(screen: str, commands: Sequence[Command], choices: Sequence[KeyChoice]) -> Iterator[Command]:
    for command in commands:
        choice = _choice(screen, command, choices)
        yield command if choice is None else replace(command, keys=choice.keys)


def _choice(screen: str, command: Command, choices: Sequence[KeyChoice]) -> KeyChoice | None:
    """What was chosen for a command of a screen."""
    found = {choice.screen: choice for choice in choices if choice.command == command.id}
    return found.get(screen) or found.get(EVERYWHERE)


def _settle(
    screen: str, commands: Sequence[Command], everywhere: Sequence[Command], choices: Sequence[KeyChoice]
) -> None:  # fmt: skip
    """Refuse keys that two commands would have, or that the whole application has."""
    for command in commands:
        choice = _choice(screen, command, choices)
        if choice and _COPY in command.keys:
            raise SettingsError(f"{_COPY} copies text", choice.where, "Choose another key.")
    for command, other in product(commands if screen != APP else (), everywhere):
        choice = _choice(screen, command, choices) or _choice(APP, other, choices)
        both = [key for key in command.keys if key in other.keys]
        if choice and both:
            told = f"{SHORT.get(both[0], both[0])} is the key of {other.id} everywhere, and of {command.id} on {screen}"
            raise SettingsError(told, choice.where, f"Choose another key. {_SEE}")
    for first, second in combinations(commands, 2):
        choice = _choice(screen, second, choices) or _choice(screen, first, choices)
        both = [key for key in first.keys if key in second.keys] if choice and first.meets(second) else []
        if choice and both:
            told = f"on the screen {screen}, {first.id} and {second.id} would both be {SHORT.get(both[0], both[0])}"
            raise SettingsError(told, choice.where, f"Give one of them another key. {_SEE}")
