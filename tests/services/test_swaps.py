"""What would swap two problems, in words that hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.services.details import why
from pmtui.services.estimates import SetEstimates
from pmtui.services.ranking import TakeRangesFromEvidence
from pmtui.services.swaps import change_in_words, number_in_words, surely_beyond
from pmtui.services.workspace import Workspace
from tests.builders import add_problem


@pytest.mark.parametrize(
    ("value", "unit", "falls", "words"),
    [
        (1660.4, "people", True, "1,660"),
        (1660.6, "people", True, "1,660"),
        (1660.4, "people", False, "1,661"),
        (1.234, "", False, "1.24"),
        (0.12345, "", True, "0.123"),
        (0.5555, "%", False, "55.6%"),
        (0.07, "%", False, "7%"),
        (400.0, "people", True, "400"),
        (3.0000000000004, "", False, "3"),
        (0.0, "", True, "0"),
        (-2.345, "", True, "-2.35"),
        (123456789.5, "people", False, "123,456,790"),
    ],
)
def test_a_limit_is_rounded_to_the_side_of_the_swap(value: float, unit: str, falls: bool, words: str) -> None:
    assert number_in_words(surely_beyond(value, unit, falls), unit) == words


@given(st.floats(1e-6, 1e9), st.sampled_from(["", "people"]), st.booleans())
def test_what_is_beyond_the_limit_in_words_is_beyond_the_limit(value: float, unit: str, falls: bool) -> None:
    said = float(number_in_words(surely_beyond(value, unit, falls), unit).replace(",", ""))
    assert said <= value * (1 + 1e-9) if falls else said >= value * (1 - 1e-9)
    assert abs(said - value) <= max(1, value) / 99


def test_an_input_without_an_upper_end_swaps_above_its_lowest_value_only(memory: Workspace) -> None:
    add_problem(memory, "First", "800", "1", "100%", "1")
    add_problem(memory, "Second", "400", "1", "100%", "1")
    reach, impact, confidence, effort = memory.ask(why, 2).factors
    assert (reach.scale, impact.scale) == ("above 0", "from 0.25 to 3")
    assert (confidence.scale, effort.scale) == ("from 0% to 100%", "above 0")
    assert reach.swap_above is not None
    assert change_in_words(reach, reach.swap_above) == "reach rises above 800"


def test_a_confidence_that_is_not_counted_is_shown_as_it_counts_and_swaps_nothing(memory: Workspace) -> None:
    add_problem(memory, "First", "800", "1", "100%", "1")
    add_problem(memory, "Second", "900", "1", "50%", "1")
    memory.run(SetEstimates(2, {"rice_confidence": "40%..60%"}))
    before = memory.ask(why, 2).factors[2]
    assert (before.value, before.swap_above is not None) == ("40%..60%", True)
    memory.run(TakeRangesFromEvidence(True))
    confidence = memory.ask(why, 2).factors[2]
    assert (confidence.value, confidence.central, confidence.middle) == ("100%", 1.0, "")
    assert confidence.source.startswith("counts in full")
    assert (confidence.swap_above, confidence.swap_below) == (None, None)
