"""Where the cards of a page stand, and where a cursor goes from each of them."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from textual.content import Content
from textual.geometry import Region

Stop = Hashable
LEAST = 3  # lines of a card that is cut
GAP = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One line in a card. stop: what the cursor is on when it is here, None for the card itself."""

    content: Content
    stop: Stop | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A card of the page. stop: the card itself. title, aside: at the left and right of its upper edge.

    lines: what is in it, for a width in cells. is_whole: whether all of its lines are always shown.
    """

    stop: Stop
    title: str
    lines: Callable[[int], Sequence[Line]]
    aside: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Cards under a heading, side by side where each can have the least width in cells."""

    heading: str
    cards: tuple[Card, ...]
    least: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A card on the page. lines: those that are shown. hidden: how many are not."""

    card: Card
    region: Region
    lines: Sequence[Line]
    hidden: int

    def stops(self) -> Iterator[tuple[Stop, Region]]:
        """The stops in it with their places: the card, then each of its lines that is one."""
        found: dict[Stop, Region] = {}
        x, y, width, _ = self.region
        for place, line in enumerate(self.lines, start=y + 1):
            if line.stop is not None:
                here = Region(x, place, width, 1)
                found[line.stop] = found[line.stop].union(here) if line.stop in found else here
        yield self.card.stop, self.region if not found else Region(x, y, width, 1)
        yield from found.items()


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole page. headings: by line. rows: the cards of each line, cards in a row having the same lines."""

    headings: dict[int, str] = field(default_factory=dict)
    placed: tuple[Placed, ...] = ()
    height: int = 0

    def row_at(self, y: int) -> list[Placed]:
        """The cards on a line, from the left."""
        return [placed for placed in self.placed if placed.region.y <= y < placed.region.bottom]

    def card_of(self, stop: Stop) -> Placed | None:
        """The card that a stop is in."""
        return next((placed for placed in self.placed if any(stop == other for other, _ in placed.stops())), None)

    def stops(self) -> dict[Stop, Region]:
        """Every stop with its place, in reading order."""
        return {stop: region for placed in self.placed for stop, region in placed.stops()}

    def beside(self, stop: Stop, columns: int, rows: int) -> Stop:
        """Where the cursor goes from a stop, one to the right or left (columns 1, -1), one down or up (rows 1, -1)."""
        stops = self.stops()
        here, home = stops.get(stop), self.card_of(stop)
        if here is None or home is None:
            return next(iter(stops), stop)
        if rows:
            return _below(stops, stop, here, rows)
        row = [placed for placed in self.placed if placed.region.y == home.region.y]
        place = row.index(home) + columns
        if not 0 <= place < len(row):
            place = self.placed.index(home) + columns
            return self.placed[place].card.stop if 0 <= place < len(self.placed) else stop
        return min(row[place].stops(), key=lambda found: abs(found[1].y - here.y))[0]


def lay_out(parts: Sequence[Part], width: int, height: int) -> Layout:
    """Place the cards of a page of a width. Where it can, the page is as high as there is room, and long cards are cut.

    Where the page is higher than that anyhow, a card is as high as the room at most.
    """
    rows = [(part, row) for part in parts for row in _rows(part, width)]
    least = [max(len(cell.lines[: None if cell.card.is_whole else LEAST]) for cell in row) for _, row in rows]
    spare = height - sum(1 for part in parts if part.heading) - sum(least) - 2 * len(rows)
    if spare < 0:
        return _placed(
            rows, [max(lines, min(_all_lines(row), height - 4)) for lines, (_, row) in zip(least, rows, strict=True)]
        )
    return _placed(rows, _spread(least, [_all_lines(row) for _, row in rows], spare))


def _spread(lines: list[int], wanted: Sequence[int], spare: int) -> list[int]:
    """The lines of rows with the spare ones given to those that want more, the lowest first."""
    while spare and (cut := [place for place, most in enumerate(wanted) if lines[place] < most]):
        lines[min(cut, key=lambda place: lines[place])] += 1
        spare -= 1
    return lines


@dataclass(frozen=True, slots=True)
class _Cell:
    card: Card
    x: int
    width: int
    lines: Sequence[Line]


def _rows(part: Part, width: int) -> Iterator[list[_Cell]]:
    if not part.cards:
        return
    at_most = max(1, (width + GAP) // (part.least + GAP))
    count = -(-len(part.cards) // at_most)
    # As even as can be: six cards where five fit are two rows of three.
    ends = [round(place * len(part.cards) / count) for place in range(count + 1)]
    for first, last in pairwise(ends):
        cards = part.cards[first:last]
        edges = [place * (width + GAP) // len(cards) for place in range(len(cards) + 1)]
        yield [
            _Cell(card, x, end - x - GAP, card.lines(max(1, end - x - GAP - 4)))
            for card, (x, end) in zip(cards, pairwise(edges), strict=True)
        ]


def _all_lines(row: Sequence[_Cell]) -> int:
    return max(len(cell.lines) for cell in row)


def _placed(rows: Sequence[tuple[Part, list[_Cell]]], lines: Sequence[int]) -> Layout:
    headings, placed = dict[int, str](), list[Placed]()
    y, under = 0, None
    for (part, row), room in zip(rows, lines, strict=True):
        if part is not under and part.heading:
            headings[y] = part.heading
            y += 1
        under = part
        for cell in row:
            shown = cell.lines[:room]
            region = Region(cell.x, y, cell.width, room + 2)
            placed.append(Placed(cell.card, region, shown, len(cell.lines) - len(shown)))
        y += room + 2
    return Layout(headings, tuple(placed), y)


def _below(stops: dict[Stop, Region], stop: Stop, here: Region, rows: int) -> Stop:
    """The nearest stop below (rows 1) or above (rows -1), of those as near the one most to the left in its column."""

    def away(region: Region) -> int:
        return region.y - here.bottom if rows > 0 else here.y - region.bottom

    def aside(region: Region) -> int:
        return max(0, region.x - here.x, here.x - region.right + 1)

    beyond = [(other, region) for other, region in stops.items() if other != stop and away(region) >= 0]
    if not beyond:
        return stop
    # Among cards of one row the heights are equal, so the column decides; lines in one card are nearer than cards.
    return min(beyond, key=lambda found: (away(found[1]) + 1000 * bool(aside(found[1])), aside(found[1])))[0]
