"""The two themes that come with the program: every text colour on every background has a contrast of 4.5 to 1."""

from textual.theme import Theme

TEXT_COLORS = ("foreground", "strong", "muted", "accent", "warning", "error", "success")
BACKGROUNDS = ("background", "surface", "panel", "cursor", "cursor-blurred")


def make_theme(name: str, dark: bool, colors: dict[str, str], ansi: bool = False) -> Theme:
    """A theme of our colours, by their names in DARK. ansi: whether they are the terminal's own."""
    return Theme(
        name=name,
        dark=dark,
        ansi=ansi,
        primary=colors["accent"],
        secondary=colors["accent"],
        accent=colors["accent"],
        warning=colors["warning"],
        error=colors["error"],
        success=colors["success"],
        foreground=colors["foreground"],
        background=colors["background"],
        surface=colors["surface"],
        panel=colors["panel"],
        text_alpha=1.0,
        variables={
            **colors,
            "block-cursor-background": colors["accent"],
            "block-cursor-foreground": colors["on-accent"],
            "block-cursor-blurred-background": colors["cursor-blurred"],
            "input-cursor-background": colors["foreground"],
            "input-cursor-foreground": colors["background"],
            "input-selection-background": colors["cursor"],
            "border": colors["line"],
            "border-blurred": colors["line"],
            "scrollbar": colors["line"],
            "scrollbar-hover": colors["muted"],
            "scrollbar-active": colors["accent"],
            "scrollbar-background": colors["background"],
            "scrollbar-background-hover": colors["background"],
            "scrollbar-background-active": colors["background"],
            "scrollbar-corner-color": colors["background"],
        },
    )


DARK = make_theme(
    "pmtui-dark",
    True,
    {
        "background": "#12151d",
        "surface": "#1a1e29",
        "panel": "#1e2330",
        "cursor": "#28365a",
        "cursor-blurred": "#232a3c",
        "line": "#323a4e",
        "foreground": "#cdd2e0",
        "strong": "#ffffff",
        "muted": "#9aa3b8",
        "accent": "#86abfa",
        "on-accent": "#10131a",
        "warning": "#e3b26a",
        "error": "#ff8ca0",
        "success": "#9fd074",
    },
)

LIGHT = make_theme(
    "pmtui-light",
    False,
    {
        "background": "#fbfbfc",
        "surface": "#f1f3f7",
        "panel": "#e9ecf2",
        "cursor": "#d5e1fa",
        "cursor-blurred": "#e3e8f1",
        "line": "#c6ccd8",
        "foreground": "#272c38",
        "strong": "#000000",
        "muted": "#525a6d",
        "accent": "#1b4fb8",
        "on-accent": "#ffffff",
        "warning": "#7d4c00",
        "error": "#a8183a",
        "success": "#25611b",
    },
)

THEMES = (DARK, LIGHT)
