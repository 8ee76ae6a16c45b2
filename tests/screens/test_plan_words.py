"""The price of a pin in words."""

import pytest

from pmtui.domain.plan import Price
from pmtui.screens.plan_words import price_in_words


@pytest.mark.parametrize(
    ("price", "words"),
    [
        (Price(), "It costs nothing."),
        (Price(leaves=(3,)), "It costs nothing; P-3 falls out."),
        (Price(lost=95, now_lost=3, leaves=(3, 4)), "It costs 95.0 of value. P-3 and P-4 fall out."),
        (Price(now_lost=429, waits=(2,)), "Now is worth 429 less. P-2 waits until next."),
        (Price(lost=1, leaves=tuple(range(1, 8))), "It costs 1.00 of value. P-1, P-2, P-3, P-4 and 3 more fall out."),
    ],
)
def test_a_price_is_told_in_words(price: Price, words: str) -> None:
    assert price_in_words(price) == words
