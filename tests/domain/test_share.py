import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.share import show_share


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "0%"), (0.0001, "<1%"), (0.005, "<1%"), (0.0051, "1%"), (0.424, "42%"), (0.994, "99%"), (0.9999, ">99%")],
)
def test_a_share_is_told_in_whole_per_cent(share: float, words: str) -> None:
    assert show_share(share) == words


@given(st.integers(0, 10_000))
def test_only_never_is_0_and_only_always_is_100_per_cent(draws: int) -> None:
    words = show_share(draws / 10_000)
    assert (words == "0%") == (draws == 0)
    assert (words == "100%") == (draws == 10_000)
