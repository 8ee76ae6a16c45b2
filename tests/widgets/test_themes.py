import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from pmtui.domain.errors import Refusal
from pmtui.styles.shipped_themes import contrast, theme_named, theme_names
from pmtui.styles.themes import BACKGROUNDS, DARK, TEXT_COLORS

COLORED = [name for name in theme_names() if not theme_named(name).ansi]


def test_contrast_is_that_of_the_published_extremes() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("name", COLORED)
def test_every_text_color_is_readable_on_every_background(name: str) -> None:
    colors = {color: Color.parse(value) for color, value in theme_named(name).variables.items() if value[0] == "#"}
    pairs = [(text, ground) for text in TEXT_COLORS for ground in BACKGROUNDS] + [("on-accent", "accent")]
    poor = {pair: contrast(colors[pair[0]], colors[pair[1]]) for pair in pairs}
    assert {pair: value for pair, value in poor.items() if value < 4.5} == {}


def test_all_themes_that_textual_ships_are_there_after_ours() -> None:
    assert theme_names()[:2] == ["pmtui-dark", "pmtui-light"]
    assert set(BUILTIN_THEMES) < set(theme_names())


@pytest.mark.parametrize("name", theme_names())
def test_every_theme_has_all_our_colors(name: str) -> None:
    assert set(DARK.variables) <= set(theme_named(name).variables)


def test_a_color_that_can_be_read_already_is_left_as_it_is() -> None:
    assert theme_named("nord").variables["warning"] == "#EACB8B"


@pytest.mark.parametrize("name", ["ansi-dark", "ansi-light"])
def test_in_the_colors_of_the_terminal_selected_text_has_another_color_than_its_ground(name: str) -> None:
    colors = theme_named(name).variables
    assert colors["input-selection-foreground"] != colors["input-selection-background"]


def test_no_name_is_our_dark_theme_and_an_unknown_one_is_refused() -> None:
    assert theme_named("") is DARK
    with pytest.raises(Refusal, match="no theme “neon”"):
        theme_named("neon")
