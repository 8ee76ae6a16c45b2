"""The only way for people's words to reach the screen: never as markup, never with control characters.

Widths are counted in terminal cells; nothing is cut inside a grapheme.
"""

from itertools import chain

from rich.cells import cell_len, split_graphemes
from rich.control import _CONTROL_STRIP_TRANSLATE as LEFT_OUT_BY_RICH
from textual.content import _CONTROL_STRIP_TRANSLATE as LEFT_OUT_BY_TEXTUAL
from textual.content import Content

from pmtui.domain.text import shown_block, shown_line

ELLIPSIS = "…"
# All control characters but tab and newline, and bidirectional overrides. Textual and Rich leave out five of them; a
# field shows its value with the rest, and another program may have put anything into the file.
_LEFT_OUT = dict.fromkeys(
    chain(range(9), range(11, 32), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A))
)
LEFT_OUT_BY_RICH.update(_LEFT_OUT)
LEFT_OUT_BY_TEXTUAL.update(_LEFT_OUT)


def line_content(text: str, style: str = "") -> Content:
    """One line of people's words, with one style."""
    return Content.styled(shown_line(text), style)


def fit(text: str, width: int) -> str:
    """One line of at most so many cells; what had to go is replaced by an ellipsis."""
    line = shown_line(text[: width * 16 + 16])
    if line.isascii() and len(line) <= width:
        return line
    if cell_len(line) <= width:
        return line
    return _start(line, width - 1) + ELLIPSIS if width > 0 else ""


def fit_left(text: str, width: int) -> str:
    """One line of exactly so many cells, padded at the right."""
    line = fit(text, width)
    return line + " " * (width - cell_len(line))


def fit_right(text: str, width: int) -> str:
    """One line of exactly so many cells, padded at the left."""
    line = fit(text, width)
    return " " * (width - cell_len(line)) + line


def lines_of(text: str, width: int) -> list[str]:
    """A text wrapped to a width, between words where it can be."""
    lines: list[str] = []
    for paragraph in shown_block(text).split("\n"):
        lines.extend(_wrapped(paragraph, width))
    return lines


def wrap_lines(text: str, width: int, lines: int) -> list[str]:
    """One line of words wrapped into a few lines of a width; the last one says with an ellipsis that there was more."""
    wrapped = _wrapped(shown_line(text[: width * lines * 16 + 16]), width)
    if len(wrapped) <= lines:
        return wrapped
    last = " ".join(wrapped[lines - 1 :])
    return [*wrapped[: lines - 1], fit(last, width)]


def _wrapped(line: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in line.split():
        candidate = f"{current} {word}" if current else word
        if cell_len(candidate) <= width:
            current = candidate
            continue
        if current:
            lines.append(current)
        # Of a word without end only as much is measured as one line can hold, marks and joiners included.
        while cell_len(ahead := word[: width * 16 + 16]) > width:
            head = _start(ahead, width) or word
            lines.append(head)
            word = word[len(head) :]
        current = word
    lines.append(current)
    return lines


def _start(line: str, width: int) -> str:
    end = used = 0
    for _, stop, cells in split_graphemes(line)[0]:
        used += cells
        if used > width:
            break
        end = stop
    return line[:end]
