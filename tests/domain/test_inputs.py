"""What a problem is scored with beside its estimates."""

from pmtui.domain.criteria import BUILT_IN_CRITERIA, DERIVED
from pmtui.domain.inputs import complete_inputs, typed_codes
from pmtui.domain.lens import BUSINESS, CUSTOMER
from pmtui.domain.scorecard import BUILT_IN_SCORECARDS


def test_the_value_a_month_is_the_sum_of_the_parts_that_are_known() -> None:
    assert complete_inputs({"value_gained": 300, "value_saved": 50})["value_per_month"] == 350
    assert "value_per_month" not in complete_inputs({"reach": 1})


def test_without_an_objective_the_strategic_fit_is_a_half() -> None:
    assert complete_inputs({})["strategic_fit"] == 0.5
    assert complete_inputs({"strategic_fit": 2})["strategic_fit"] == 2


def test_an_unknown_scale_is_missing_and_not_zero() -> None:
    assert "scale" not in complete_inputs({})
    assert complete_inputs({}, 0.0)["scale"] == 0


def test_where_ranges_come_from_evidence_doubt_is_not_counted_twice() -> None:
    found = complete_inputs({"rice_confidence": 0.5, "ice_confidence": 3}, doubt_in_ranges=True)
    assert (found["rice_confidence"], found["ice_confidence"]) == (1, 1)


def test_what_is_worked_out_is_not_typed() -> None:
    assert typed_codes(CUSTOMER.compiled.names) == ("relief", "effort")
    assert typed_codes(BUSINESS.compiled.names)[:4] == (
        "value_gained",
        "value_protected",
        "value_saved",
        "value_avoided",
    )


def test_every_criterion_of_a_built_in_formula_is_built_in() -> None:
    codes = [criterion.code for criterion in BUILT_IN_CRITERIA]
    assert len(set(codes)) == len(codes)
    assert [criterion.id for criterion in BUILT_IN_CRITERIA] == list(range(1, len(codes) + 1))
    for scorecard in (*BUILT_IN_SCORECARDS, CUSTOMER, BUSINESS):
        assert set(scorecard.compiled.names) <= set(codes)
    assert set(DERIVED) <= set(codes)
