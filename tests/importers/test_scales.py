"""Inputs of RICE, ICE and WSJF are taken over on the scale they are written on; the file's own score is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, check_amount
from pmtui.importers import Choices
from pmtui.importers.amounts import read_amount
from pmtui.importers.drafts import OTHER_SCORE
from pmtui.importers.scales import CRITERIA, SCALES
from tests.importers.reading import Outcome

ICE = "Idea,Impact,Confidence,Ease,ICE Score\nA,8,7,5,280\nB,3,9,9,7\n"
WSJF = "Epic,Business Value,Time Criticality,RR&OE,Job Size,WSJF\nA,8,13,5,3,8.67\nB,20,1,1,13,2\n"
TEN = "Feature,Reach,Impact,Confidence,Effort\nA,400,8,9,XL\nB,100,10,3,S\n"
CHOSEN = Choices(scales={"impact": "ten", "rice_confidence": "ten", "effort": "sizes", "reach": "month"})


def values(outcome: Outcome, place: int = 0) -> dict[str, float]:
    amounts = outcome.drafts[place].estimates
    return {code: amount.low for code, amount in amounts.items() if amount is not None}


def test_columns_of_ice_are_told_from_those_of_rice_by_ease() -> None:
    assert values(Outcome(ICE)) == {"ice_impact": 8, "ice_confidence": 7, "ice_ease": 5}


def test_columns_of_wsjf_are_taken_over() -> None:
    taken = values(Outcome(WSJF))
    assert taken == {"user_business_value": 8, "time_criticality": 13, "risk_reduction": 5, "job_size": 3}


@pytest.mark.parametrize("header", ["Task,Business value", "Task,Ease"])
def test_one_column_alone_makes_no_scorecard(header: str) -> None:
    outcome = Outcome(f"{header}\nA,5\n")
    assert outcome.drafts[0].estimates == {}
    assert [column.name for column in outcome.proposal.kept] == [header.partition(",")[2]]


@pytest.mark.parametrize("cell", ["0.8", "80", "80%", "80 %", "medium", "Medium"])
def test_a_confidence_of_eighty_percent_is_the_same_however_it_is_written(cell: str) -> None:
    assert values(Outcome(f"Feature,Reach,Impact,Confidence,Effort\nA,1,1,{cell},1\n"))["rice_confidence"] == 0.8


def test_on_another_scale_a_column_is_kept_until_its_scale_is_chosen() -> None:
    outcome = Outcome(TEN)
    assert values(outcome) == {"reach": 400}
    assert [plan.scale for plan in outcome.proposal.scales] == ["quarter", "none", "none", "none"]
    assert [plan.seen for plan in outcome.proposal.scales] == ["100 to 400", "8 to 10", "3 to 9", "xl, s"]
    assert values(Outcome(TEN, choices=CHOSEN)) == {"reach": 1200, "impact": 2.4, "rice_confidence": 0.9, "effort": 6}


def test_a_column_that_fits_can_be_said_to_be_no_estimate() -> None:
    outcome = Outcome(TEN, choices=Choices(scales={"reach": "none"}))
    assert values(outcome) == {}
    assert outcome.drafts[0].custom["Reach"] == "400"


@pytest.mark.parametrize("scales", [{"impact": "nine"}, {"title": "ten"}])
def test_a_scale_that_is_none_is_refused(scales: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="is no"):
        Outcome(TEN, choices=Choices(scales=scales))


def test_a_score_of_the_file_that_is_another_than_ours_is_kept_and_counted() -> None:
    outcome = Outcome("Feature,Reach,Impact,Confidence,Effort,RICE Score\nA,450,3,100%,2,675\nB,800,2,50,1,900\n")
    assert [draft.custom["RICE Score"] for draft in outcome.drafts] == ["675", "900"]
    told = [(one.kind, one.column, one.count, one.example) for one in outcome.troubles]
    assert told == [(OTHER_SCORE, "RICE Score", 1, "900 there, 800 here")]


@pytest.mark.parametrize(("text", "example"), [(ICE, "7 there, 243 here"), (WSJF, "2 there, 1.69 here")])
def test_scores_of_ice_and_wsjf_are_compared_too(text: str, example: str) -> None:
    assert [one.example for one in Outcome(text).troubles] == [example]


@given(st.sampled_from([(code, scale) for code, scales in SCALES.items() for scale in scales]), st.text(max_size=12))
def test_any_cell_on_any_scale_is_an_amount_of_ours_nothing_or_refused(chosen: tuple[str, object], text: str) -> None:
    code, scale = chosen
    try:
        amount = read_amount(text, CRITERIA[code], scale)  # type: ignore[arg-type]  # a scale, as drawn
    except Refusal:
        return
    assert amount is None or check_amount(amount, CRITERIA[code]) == amount


@given(st.integers(1, 100))
def test_factors_bring_numbers_to_our_scale(share: int) -> None:
    ten = next(scale for scale in SCALES["rice_confidence"] if scale.name == "ten")
    assert read_amount(f"{share / 10:g}", CRITERIA["rice_confidence"], ten) == Amount(share / 100, share / 100)
