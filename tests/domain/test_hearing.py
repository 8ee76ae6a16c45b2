"""Who is heard more or less than its share of the people."""

import pytest

from pmtui.domain.hearing import heard_in_words


@pytest.mark.parametrize(
    ("evidence", "population", "words"),
    [
        (0.75, 0.5, "over-heard"),
        (0.29, 0.2, "in proportion"),
        (0.2, 0.2, "in proportion"),
        (0.21, 0.3, "in proportion"),
        (0.5, 0.75, "under-heard"),
        (0.0, 0.3, "not heard"),
        (0.0, None, "not heard"),
        (None, 0.3, ""),
        (0.2, None, ""),
        (0.2, 0.0, ""),
    ],
)
def test_half_as_much_again_is_over_heard_and_a_third_less_under_heard(
    evidence: float | None, population: float | None, words: str
) -> None:
    assert heard_in_words(evidence, population) == words
