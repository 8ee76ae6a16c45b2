"""Releases and what has to be done before them."""

import pytest

from pmtui.domain.errors import Refusal
from pmtui.domain.launch import LAUNCH_TIERS, default_lines
from pmtui.domain.release import LAUNCH_AREAS, LaunchItem, Release


def release(name: str = "Spring", release_on: str = "", launch_tier: str = "") -> Release:
    return Release(1, name, "", "", release_on=release_on, launch_tier=launch_tier)


@pytest.mark.parametrize("fields", [{"name": " "}, {"release_on": "soon"}, {"launch_tier": "loud"}])
def test_a_release_without_a_name_or_with_no_day_or_an_unknown_tier_is_refused(fields: dict[str, str]) -> None:
    with pytest.raises(Refusal):
        release(**fields)


def test_a_release_needs_neither_a_day_nor_a_tier() -> None:
    assert release().release_on == ""


def test_a_louder_launch_has_all_lines_of_a_quieter_one_and_more() -> None:
    quiet, standard, major = (set(default_lines(tier)) for tier in ("quiet", "standard", "major"))
    assert quiet < standard < major
    assert default_lines("") == ()


@pytest.mark.parametrize("tier", LAUNCH_TIERS)
def test_default_lines_stand_by_area(tier: str) -> None:
    areas = [area for area, _ in default_lines(tier)]
    assert areas == sorted(areas, key=LAUNCH_AREAS.index)
    for area, title in default_lines(tier):
        assert LaunchItem(1, 1, area, title).title == title
