"""Bars and long numbers as they are drawn everywhere."""

import re

_LONG_NUMBER = re.compile(r"(?<![\d,])(?<![^.]\.)(?<!^\.)[1-9]\d{3,14}(?![\d,])")
_EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(part: float, width: int) -> str:
    """A bar of a part (0 to 1) of a width in cells, drawn to an eighth of a cell; anything above zero is seen."""
    eighths = round(max(0.0, min(1.0, part)) * width * 8)
    if part > 0:
        eighths = max(1, eighths)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def with_thousands(text: str) -> str:
    """An amount as it was typed, its long numbers with thousands signs."""
    return _LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", text)
