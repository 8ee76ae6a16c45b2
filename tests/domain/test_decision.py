"""Decisions have one driver and one approver, and their predictions are held against what happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.decision import OUTCOMES, Decision, calibration, mean_brier
from pmtui.domain.errors import Refusal


def decided(
    probability: float | None = None, outcome: str = "", prediction: str = "Half as many keys are lost"
) -> Decision:
    return Decision(1, "Buy key safes", "", "", prediction=prediction, probability=probability, outcome=outcome)


@pytest.mark.parametrize(("probability", "outcome", "brier"), [(0.8, OUTCOMES[0], 0.04), (0.8, OUTCOMES[1], 0.64)])
def test_the_brier_score_is_the_squared_miss(probability: float, outcome: str, brier: float) -> None:
    assert decided(probability, outcome).brier == pytest.approx(brier)


def test_what_is_not_reviewed_or_has_no_probability_has_no_brier_score() -> None:
    assert decided(0.8).brier is None
    assert decided(None, OUTCOMES[0]).brier is None
    assert mean_brier([decided(0.8), decided(None, OUTCOMES[0])]) is None


@pytest.mark.parametrize("name", ["Ann, Bob", "Ann and Bob", "Ann/Bob", "Ann; Bob", "Ann & Bob"])
@pytest.mark.parametrize("role", ["driver", "approver"])
def test_exactly_one_person_drives_and_one_approves(role: str, name: str) -> None:
    with pytest.raises(Refusal, match=f"exactly one {role}"):
        Decision(1, "x", "", "", **{role: name})  # type: ignore[arg-type]


def test_names_that_only_hold_the_letters_of_and_are_one_person() -> None:
    assert Decision(1, "x", "", "", driver="Sandra Andersson").driver


def test_a_probability_and_an_outcome_need_a_prediction() -> None:
    for wrong in ({"probability": 0.5}, {"outcome": OUTCOMES[0]}):
        with pytest.raises(Refusal, match="predict"):
            Decision(1, "x", "", "", **wrong)


@pytest.mark.parametrize("probability", [-0.1, 1.1, float("nan")])
def test_a_probability_is_a_share(probability: float) -> None:
    with pytest.raises(Refusal):
        decided(probability)


def test_a_review_is_due_from_its_day_on_until_it_is_made() -> None:
    open_review = Decision(1, "x", "", "", review_on="2026-03-01")
    assert [open_review.is_due(day) for day in ("2026-02-28", "2026-03-01", "2026-04-01")] == [False, True, True]
    assert not Decision(1, "x", "", "", review_on="2026-03-01", reviewed_on="2026-03-02").is_due("2026-04-01")


@given(st.lists(st.tuples(st.integers(0, 100).map(lambda hundredths: hundredths / 100), st.sampled_from(OUTCOMES))))
def test_every_reviewed_prediction_is_in_the_one_group_of_its_probability(found: list[tuple[float, str]]) -> None:
    decisions = [decided(probability, outcome) for probability, outcome in found]
    groups = calibration(decisions)
    assert sum(group.count for group in groups) == len(found)
    for group in groups:
        inside = [
            outcome == OUTCOMES[0]
            for probability, outcome in found
            if group.low <= probability < group.high or probability == group.high == 1
        ]
        assert group.count == len(inside)
        assert group.happened == pytest.approx(sum(inside) / len(inside))
        assert group.low - 1e-9 <= group.stated <= group.high + 1e-9
