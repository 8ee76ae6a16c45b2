"""What the head of a horizon says of its work."""

import pytest

from pmtui.services.roadmap_views import Load
from pmtui.widgets.horizon_lane import load_in_words


def load(used: float, capacity: float | None, left_over: float = 0.0, unknown: int = 0) -> Load:
    return Load((), used, unknown, capacity, left_over)


@pytest.mark.parametrize(
    ("found", "chance", "room", "words"),
    [
        (load(3, None), None, 40, "3 person-months"),
        (load(3, None), None, 10, "3 pm"),
        (load(3.04, 4), 0.71, 40, "3 of 4 person-months · fits 71%"),
        (load(3.04, 4), 0.71, 25, "3 of 4 pm · fits 71%"),
        (load(3.04, 4), 0.71, 16, "3 of 4 pm · 71%"),
        (load(3.04, 4), 0.71, 8, "3 of 4"),
        (load(5, 4, 1), None, 40, "5 of 4+1 person-months"),
        (load(5, 4), 0.1, 40, "! 5 of 4 person-months"),
        (load(5, 4, -1), None, 40, "! 5 of 4 person-months"),
        (load(1, 4, 0, 2), None, 60, "1 of 4 person-months · 2 without effort"),
        (load(1, 4, 0, 2), None, 20, "1 of 4 · 2 unknown"),
        (load(1, 4, 0, 2), None, 12, "1 of 4 pm"),
        (load(1, 4), None, 3, "1 …"),
    ],
)
def test_the_work_is_told_in_as_many_words_as_there_is_room_for(
    found: Load, chance: float | None, room: int, words: str
) -> None:
    assert load_in_words(found, chance, room) == words
