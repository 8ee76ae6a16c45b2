"""Names of the package that only tests use: what they check is made of them."""

from pmtui.actions.key_table import markdown_table
from pmtui.styles.themes import BACKGROUNDS, TEXT_COLORS

__all__ = ["BACKGROUNDS", "TEXT_COLORS", "markdown_table"]
