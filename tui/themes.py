"""Our own themes: calm, typographic, one accent; right and wrong always carry a sign as well."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme


def _theme(name: str, dark: bool, quiet: str, rule: str, **colours: str) -> Theme:
    """A theme with two colours of ours: ``$quiet`` for secondary text, ``$rule`` for lines and empty bars."""
    variables = {
        "quiet": quiet,
        "rule": rule,
        "border": rule,
        "block-cursor-text-style": "bold",
        "scrollbar": rule,
        "scrollbar-hover": quiet,
        "scrollbar-active": quiet,
        "scrollbar-background": colours["background"],
        "scrollbar-background-hover": colours["background"],
        "scrollbar-background-active": colours["background"],
    }
    return Theme(
        name=name,
        dark=dark,
        primary=colours["accent"],
        secondary=colours["accent"],
        warning=colours["accent"],
        panel=colours["surface"],
        variables=variables,
        **colours,  # type: ignore[arg-type]
    )


THEMES = (
    _theme(
        "dark",
        True,
        background="#16181d",
        surface="#1f222a",
        foreground="#e8e4da",
        accent="#8db4e2",
        success="#93c98c",
        error="#e9907f",
        quiet="#a09d96",
        rule="#444852",
    ),
    _theme(
        "light",
        False,
        background="#fbf9f4",
        surface="#f1ede4",
        foreground="#25231f",
        accent="#1d5a9e",
        success="#2a6630",
        error="#a5301d",
        quiet="#625e55",
        rule="#cdc7ba",
    ),
    _theme(
        "high-contrast",
        True,
        background="#000000",
        surface="#1d1d1d",
        foreground="#ffffff",
        accent="#ffe94a",
        success="#5cff8d",
        error="#ff9d9d",
        quiet="#dcdcdc",
        rule="#a8a8a8",
    ),
    # Okabe and Ito's colours, told apart with any colour vision: sky blue is right, orange wrong.
    _theme(
        "colour-blind-safe",
        True,
        background="#14161a",
        surface="#1e2127",
        foreground="#ece8df",
        accent="#d79bbd",
        success="#56b4e9",
        error="#e69f00",
        quiet="#a3a099",
        rule="#454952",
    ),
)
"""Named as the setting ``theme`` names them."""


def theme_named(setting: str, environment: Mapping[str, str]) -> str:
    """The name of the theme to start with.

    Args:
        setting: a theme's name, or ``auto``.
        environment: of the process; ``COLORFGBG`` tells the terminal's background where the terminal says it.
    """
    if setting != "auto":
        return setting
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in ("7", "15") else "dark"
