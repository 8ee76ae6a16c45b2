"""A surface of cells to draw on: lines in dots, two by four a cell, and words."""

from textual.content import Content

# The bits of a braille cell (U+2800) by column and row.
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_BLANK = 0x2800
CORNER = 3  # dots on each side of a corner


class BrailleCanvas:
    """Cells from the top left. What is drawn later gives a cell its style; words stand before dots."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._dots: dict[tuple[int, int], int] = {}
        self._words: dict[tuple[int, int], str] = {}
        self._styles: dict[tuple[int, int], str] = {}

    def dot(self, across: int, down: int, style: str) -> None:
        """One dot, counted from the top left: two of them fit across a cell and four down."""
        column, row = across // 2, down // 4
        if 0 <= column < self.width and 0 <= row < self.height:
            self._dots[column, row] = self._dots.get((column, row), 0) | _BITS[across % 2][down % 4]
            self._styles[column, row] = style

    def frame(self, left: int, top: int, right: int, bottom: int, style: str) -> None:
        """The outline of a box, its corners in dots."""
        for across in range(left, right + 1):
            self.dot(across, top, style)
            self.dot(across, bottom, style)
        for down in range(top, bottom + 1):
            self.dot(left, down, style)
            self.dot(right, down, style)

    def corners(self, left: int, top: int, right: int, bottom: int, style: str) -> None:
        """Only the corners of a box, for boxes that would hide each other."""
        for across, inwards in ((left, 1), (right, -1)):
            for down, towards in ((top, 1), (bottom, -1)):
                for step in range(CORNER):
                    self.dot(across + step * inwards, down, style)
                    self.dot(across, down + step * towards, style)

    def say(self, column: int, row: int, words: str, style: str) -> None:
        """Words of narrow characters in the cells from here on, moved to the left where they would not fit."""
        column = max(0, min(column, self.width - len(words)))
        for place, letter in enumerate(words):
            self._words[column + place, row] = letter
            self._styles[column + place, row] = style

    def is_free(self, column: int, row: int, length: int) -> bool:
        """Whether no words stand in these cells or beside them."""
        return all((column + place, row) not in self._words for place in range(-1, length + 1))

    def lines(self) -> list[Content]:
        """What is drawn, a line a row."""
        return [self._line(row) for row in range(self.height)]

    def _line(self, row: int) -> Content:
        parts: list[tuple[str, str]] = []
        for column in range(self.width):
            place = (column, row)
            letter = self._words.get(place) or chr(_BLANK + self._dots[place] if place in self._dots else ord(" "))
            style = self._styles.get(place, "")
            if parts and parts[-1][1] == style:
                parts[-1] = (parts[-1][0] + letter, style)
            else:
                parts.append((letter, style))
        return Content.assemble(*parts)
