"""The boxes of the strategy page and the stages of the life cycle."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.lifecycle import STAGES
from pmtui.domain.strategy import BOXES, LIFECYCLE_STAGES, PARTS, StrategyBox
from pmtui.domain.workspace import LENSES


def test_every_box_stands_once_on_the_page() -> None:
    assert sorted(code for _, codes in PARTS for code in codes) == sorted(BOXES)


def test_introduction_and_growth_start_with_the_customer_lens_maturity_and_decline_with_the_business_lens() -> None:
    assert {stage: advice.lens for stage, advice in STAGES.items()} == {
        "introduction": "customer",
        "growth": "customer",
        "maturity": "business",
        "decline": "business",
    }
    assert set(STAGES) == set(LIFECYCLE_STAGES)
    assert {advice.lens for advice in STAGES.values()} <= set(LENSES)


def test_unknown_boxes_and_stages_are_refused() -> None:
    with pytest.raises(Refusal, match="is not a box"):
        StrategyBox(0, "mission", "", "")
    with pytest.raises(Refusal, match="is not a life-cycle stage"):
        StrategyBox(0, "lifecycle_stage", "youth", "")
