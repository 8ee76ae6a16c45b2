"""The work of each horizon as it will be after a move, so that its bar moves with the card."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pmtui.services.board_views import BoardView, CardRow, LaneView
from pmtui.services.roadmap_views import HorizonView, RoadmapRow


def with_loads(before: BoardView, after: BoardView, moved: Mapping[int, CardRow]) -> BoardView:
    """The roadmap after a move with the efforts of what moved counted where it is now. before: as it was read."""
    lanes: list[LaneView] = []
    left_over = 0.0
    for old, new in zip(before.lanes, after.lanes, strict=True):
        if isinstance(new, HorizonView) and new.load is not None:
            came = [row for number, row in moved.items() if number in new.card_ids and number not in old.card_ids]
            went = [row for number, row in moved.items() if number in old.card_ids and number not in new.card_ids]
            used = max(0.0, new.load.used + _months(came) - _months(went))
            unknown = new.load.unknown + _without_effort(came) - _without_effort(went)
            new = replace(new, load=replace(new.load, used=used, unknown=unknown, left_over=left_over))
            if new.load is not None and new.load.capacity is not None:
                left_over = new.load.capacity - used
        lanes.append(new)
    return replace(after, lanes=tuple(lanes))


def _months(rows: Iterable[CardRow]) -> float:
    return sum(row.effort_months or 0.0 for row in rows if isinstance(row, RoadmapRow))


def _without_effort(rows: Iterable[CardRow]) -> int:
    return sum(1 for row in rows if isinstance(row, RoadmapRow) and row.effort_months is None)
