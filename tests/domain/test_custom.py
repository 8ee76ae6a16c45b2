"""Fields that were imported are shown whatever became of them."""

import pytest

from pmtui.domain.custom import custom_fields


def test_an_object_is_its_fields() -> None:
    assert custom_fields('{"Team": "Blue", "Points": 3}') == {"Team": "Blue", "Points": 3}


@pytest.mark.parametrize("text", ["", "{bad", "[1]", "3", '"x"'])
def test_what_is_no_object_is_shown_as_it_is(text: str) -> None:
    assert custom_fields(text) == {"unreadable": text}
