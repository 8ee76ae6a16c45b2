"""Items drawn as boxes on two scales."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.widgets.box_chart import Box, Scale, Span, box_chart
from pmtui.widgets.braille import BrailleCanvas


def at(label: str, across: float, up: float, strong: bool = False) -> Box:
    return Box(label, Span(across / 2, across, across * 2), Span(up / 2, up, up * 2), strong)


def drawn(boxes: list[Box], chosen: int = 0, width: int = 60, height: int = 20) -> list[str]:
    return [line.plain for line in box_chart(boxes, chosen, ("worth", "effort"), width, height)]


def place_of(label: str, lines: list[str]) -> tuple[int, int]:
    row = next(row for row, line in enumerate(lines) if label in line.partition("│")[2])
    return lines[row].index(label, lines[row].index("│")), row


def test_more_worth_stands_higher_and_more_effort_further_to_the_right() -> None:
    lines = drawn([at("11", 1, 1000), at("22", 8, 1000), at("33", 1, 10)])
    column, row = place_of("11", lines)
    assert place_of("22", lines)[0] > column
    assert place_of("33", lines)[1] > row


def test_the_scales_are_named_and_have_round_values() -> None:
    lines = drawn([at("11", 1, 1000), at("22", 8, 10)])
    assert lines[0].startswith("↑ worth")
    assert lines[-1].rstrip().endswith("effort →")
    assert " 1 " in lines[-1]
    assert any(line.startswith("    500│") for line in lines)


def test_the_chosen_box_has_its_label_before_one_at_the_same_place() -> None:
    boxes = [at("11", 1, 10), at("22", 1, 10)]
    assert "22" in "".join(drawn(boxes, chosen=1)[1:-2])
    assert "11" not in "".join(line.partition("│")[2] for line in drawn(boxes, chosen=1))


@given(
    st.lists(st.tuples(st.floats(0, 1e9), st.floats(0, 1e9)), min_size=1, max_size=20),
    st.integers(5, 90),
    st.integers(3, 40),
)
def test_it_fills_its_room_whatever_the_figures(points: list[tuple[float, float]], width: int, height: int) -> None:
    boxes = [Box(str(place), Span(x, x, x), Span(0, y, y)) for place, (x, y) in enumerate(points)]
    lines = drawn(boxes, len(boxes) - 1, width, height)
    assert len(lines) == max(4, height - 3) + 3


@pytest.mark.parametrize("value", [0.0, 0.5, 1e12])
def test_what_lies_outside_a_scale_is_at_its_end(value: float) -> None:
    assert Scale(1, 100).part(value) in (0, 1)


def test_dots_are_counted_two_across_and_four_down_a_cell() -> None:
    canvas = BrailleCanvas(2, 2)
    canvas.dot(0, 0, "")
    canvas.dot(3, 7, "")
    canvas.dot(4, 0, "")
    assert [line.plain for line in canvas.lines()] == ["⠁ ", " ⢀"]
