"""What a simulation found says of two neighbours is the same from either side."""

import pytest

from pmtui.domain.contest import Standing, Uncertainty, is_too_close


def standing(number: int, beats_next: float | None) -> Standing:
    return Standing(number, first=0.5, top=1.0, low=1, high=3, mean=10.0, beats_next=beats_next)


STANDINGS = {number: standing(number, wins) for number, wins in ((7, 0.75), (3, 0.5), (9, None))}
FOUND = Uncertainty(STANDINGS, 10_000, 1, 5, 1, {})


@pytest.mark.parametrize(
    ("number", "above", "below"),
    [(7, None, (3, 0.75)), (3, (7, 0.25), (9, 0.5)), (9, (3, 0.5), None)],
)
def test_an_item_beats_the_one_above_in_the_runs_that_one_does_not_beat_it(
    number: int, above: tuple[int, float] | None, below: tuple[int, float] | None
) -> None:
    assert FOUND.neighbours(number) == {
        side: found for side, found in (("above", above), ("below", below)) if found is not None
    }


@pytest.mark.parametrize(("wins", "too_close"), [(0.39, False), (0.4, True), (0.5, True), (0.6, True), (0.61, False)])
def test_two_items_are_too_close_from_four_to_six_runs_in_ten(wins: float, too_close: bool) -> None:
    assert is_too_close(wins) is too_close
