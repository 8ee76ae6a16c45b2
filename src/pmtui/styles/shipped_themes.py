"""All themes by name: our own, and those that Textual ships, with our colours added and every text made readable."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from pmtui.domain.errors import Refusal
from pmtui.styles.themes import DARK, THEMES, make_theme

READABLE = 4.5  # the contrast that WCAG 2.1 asks of text
_NAMED_AS_OURS = ("warning", "error", "success")
_GROUNDS = ("background", "surface", "panel")
_WANTED = (*_GROUNDS, *_NAMED_AS_OURS, "foreground", "primary")
# The terminal's own sixteen colours. Its grey can be that of its background, so no text is grey.
_TERMINAL = dict.fromkeys(("foreground", "strong", "muted", *_GROUNDS), "ansi_default")
_DARK_TERMINAL = {
    "accent": "ansi_bright_cyan",
    "on-accent": "ansi_black",
    "cursor": "ansi_blue",
    "input-selection-foreground": "ansi_bright_white",
}
_LIGHT_TERMINAL = {
    "accent": "ansi_blue",
    "on-accent": "ansi_bright_white",
    "cursor": "ansi_white",
    "input-selection-foreground": "ansi_black",
}


def theme_names() -> list[str]:
    """The names of all themes, ours first."""
    return [theme.name for theme in THEMES] + list(BUILTIN_THEMES)


def theme_named(wanted: str) -> Theme:
    """The theme of a name, our dark one for "". Raises Refusal for one that isn't there."""
    ours = {theme.name: theme for theme in THEMES} | {"": DARK}
    if wanted in ours:
        return ours[wanted]
    if wanted not in BUILTIN_THEMES:
        raise Refusal(f"There is no theme “{wanted}”.", f"Use one of {', '.join(theme_names())} in the config file.")
    theme = BUILTIN_THEMES[wanted]
    made = make_theme(wanted, theme.dark, _terminal_colors(theme) if theme.ansi else _colors(theme), ansi=theme.ansi)
    return replace(made, variables=theme.variables | made.variables)


def use_theme(app: App[Any], wanted: str) -> None:
    """Show an app in a theme. Raises Refusal for one that isn't there."""
    theme = theme_named(wanted)
    app.register_theme(theme)
    app.theme = theme.name


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.1 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    channels = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True))


def _terminal_colors(theme: Theme) -> dict[str, str]:
    own = _DARK_TERMINAL if theme.dark else _LIGHT_TERMINAL
    named = {name: str(getattr(theme, name)) for name in _NAMED_AS_OURS}
    return _TERMINAL | own | named | {"cursor-blurred": own["cursor"], "line": "ansi_bright_black"}


def _colors(theme: Theme) -> dict[str, str]:
    generated = theme.to_color_system().generate()
    given = {name: Color.parse(generated[name]) for name in _WANTED}
    strong = Color.parse("white" if theme.dark else "black")
    background, primary = given["background"], given["primary"]
    grounds = {name: given[name] for name in _GROUNDS}
    grounds |= {"cursor": background.blend(primary, 0.25), "cursor-blurred": background.blend(primary, 0.12)}
    texts = {name: given[name] for name in ("foreground", *_NAMED_AS_OURS)}
    texts |= {"accent": primary, "muted": given["foreground"].blend(background, 0.3)}
    readable = {name: _readable(color, grounds.values(), strong) for name, color in texts.items()}
    on_accent = max((Color.parse("white"), Color.parse("black")), key=lambda one: contrast(one, readable["accent"]))
    line = background.blend(given["foreground"], 0.25)
    colors = grounds | readable | {"strong": strong, "on-accent": on_accent, "line": line}
    return {name: color.hex6 for name, color in colors.items()}


def _readable(color: Color, grounds: Iterable[Color], strong: Color) -> Color:
    """The colour, moved towards the strongest one until it can be read on all grounds."""
    steps = (color.blend(strong, step / 20) for step in range(20))
    return next((one for one in steps if min(contrast(one, ground) for ground in grounds) >= READABLE), strong)
