"""Confidence is earned by distinct customers and kinds of evidence, fades with age, and can be worked out by hand."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.confidence import (
    FIRST_LADDER,
    STEPS,
    ConfidenceLadder,
    Piece,
    confidence_parts,
    day_of,
    evidence_confidence,
)
from pmtui.domain.errors import Refusal

TODAY = date(2026, 6, 1)
PIECES = st.builds(
    Piece,
    number=st.integers(1, 10**6),
    evidence_type=st.sampled_from(sorted(STEPS)),
    customer=st.sampled_from("abcdefgh"),
    on=st.dates(date(2020, 1, 1), date(2027, 1, 1)),
)
EVIDENCE = st.lists(PIECES, max_size=30, unique_by=lambda piece: piece.number)


def confidence(pieces: list[Piece], today: date = TODAY) -> float:
    return evidence_confidence(confidence_parts(pieces, FIRST_LADDER, today))


@pytest.mark.parametrize("name", sorted(STEPS))
def test_one_fresh_piece_is_worth_the_weight_of_its_type(name: str) -> None:
    assert confidence([Piece(1, name, "a", TODAY)]) == STEPS[name][0]


@pytest.mark.parametrize("name", sorted(STEPS))
def test_no_type_adds_more_than_its_cap(name: str) -> None:
    assert confidence([Piece(number, name, str(number), TODAY) for number in range(40)]) == pytest.approx(
        STEPS[name][1]
    )


def test_a_year_old_piece_counts_half() -> None:
    assert confidence([Piece(1, "interview", "a", TODAY - timedelta(365))]) == 0.175


def test_a_piece_from_the_future_counts_as_fresh() -> None:
    assert confidence([Piece(1, "interview", "a", TODAY + timedelta(30))]) == 0.35


def test_each_customer_counts_once_a_type_by_its_newest_piece() -> None:
    old, new = Piece(1, "anecdote", "a", TODAY - timedelta(365)), Piece(2, "anecdote", "a", TODAY)
    parts = confidence_parts([old, new], FIRST_LADDER, TODAY)
    assert [part.pieces for part in parts] == [(2,)]
    assert evidence_confidence(parts) == 0.35


def test_all_types_together_reach_ten_and_no_more() -> None:
    pieces = [Piece(at, name, str(at), TODAY) for at, name in enumerate(name for name in STEPS for _ in range(30))]
    assert confidence(pieces) == 10


@given(EVIDENCE, PIECES)
def test_repetition_by_the_same_customer_never_raises_it(pieces: list[Piece], other: Piece) -> None:
    same = [piece for piece in pieces if (piece.evidence_type, piece.customer) == (other.evidence_type, other.customer)]
    if same and other.on <= max(piece.on for piece in same):
        assert confidence([*pieces, other]) <= confidence(pieces) + 1e-12


@given(EVIDENCE, st.data())
def test_removing_evidence_never_raises_it(pieces: list[Piece], data: st.DataObject) -> None:
    if pieces:
        gone = data.draw(st.sampled_from(pieces))
        assert confidence([piece for piece in pieces if piece != gone]) <= confidence(pieces) + 1e-12


@given(EVIDENCE, st.integers(0, 3000))
def test_time_passing_never_raises_it(pieces: list[Piece], days: int) -> None:
    assert confidence(pieces, TODAY + timedelta(days)) <= confidence(pieces) + 1e-12


@given(EVIDENCE)
def test_the_pieces_shown_beside_the_figure_reproduce_it(pieces: list[Piece]) -> None:
    parts = confidence_parts(pieces, FIRST_LADDER, TODAY)
    shown = {number for part in parts for number in part.pieces}
    assert confidence([piece for piece in pieces if piece.number in shown]) == pytest.approx(evidence_confidence(parts))


@given(EVIDENCE, st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_does_not_matter(pieces: list[Piece], chance: object) -> None:
    mixed = list(pieces)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert confidence_parts(mixed, FIRST_LADDER, TODAY) == confidence_parts(pieces, FIRST_LADDER, TODAY)


@pytest.mark.parametrize(
    ("days", "steps"),
    [
        (0, {}),
        (-1, {}),
        (float("inf"), {}),
        (365, {"test": (-0.1, 2)}),
        (365, {"rumour": (1, 2)}),
        (365, {"test": (3, 2)}),
        (365, {"test": (1, 11)}),
    ],
)
def test_a_ladder_that_makes_no_sense_is_refused(days: float, steps: dict[str, tuple[float, float]]) -> None:
    with pytest.raises(Refusal):
        ConfidenceLadder(0, 2, days, json.dumps(steps))


def test_a_weight_of_nothing_and_a_cap_like_its_weight_or_of_ten_make_sense() -> None:
    steps = {"test": (0, 0), "pitch": (1, 1), "launch_data": (10, 10)}
    assert ConfidenceLadder(0, 2, 365, json.dumps(steps)).by_type == steps


def test_what_adds_most_is_named_first() -> None:
    pieces = [Piece(1, "opinion", "a", TODAY), Piece(2, "test", "a", TODAY), Piece(3, "interview", "a", TODAY)]
    parts = confidence_parts(pieces, FIRST_LADDER, TODAY)
    assert [part.evidence_type for part in parts] == ["test", "interview", "opinion"]


def test_the_ladder_begins_with_these_weights_and_caps() -> None:
    assert STEPS == {
        "self_conviction": (0.01, 0.01),
        "pitch": (0.03, 0.03),
        "theme": (0.05, 0.1),
        "opinion": (0.1, 0.2),
        "estimate": (0.4, 0.5),
        "anecdote": (0.35, 1),
        "interview": (0.35, 3),
        "market_data": (1, 3),
        "test": (2, 5),
        "launch_data": (5, 10),
    }


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026", date(2026, 1, 1)),
        ("2026-03", date(2026, 3, 1)),
        ("2026-03-05T10:00:00Z", date(2026, 3, 5)),
        ("", None),
        ("last week", None),
    ],
)
def test_a_date_of_any_precision_counts_from_the_first_day_it_can_mean(text: str, day: date | None) -> None:
    assert day_of(text) == day
