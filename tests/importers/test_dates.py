"""Dates are read as written, and what is not certain is not guessed."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.importers.dates import UNCLEAR, UNREADABLE, DateReader, OrderCheck
from tests.importers.reading import Outcome

CASES = {
    "24/Jun/26 5:39 PM": "2026-06-24T17:39:00",
    "24/Jun/26 12:05 AM": "2026-06-24T00:05:00",
    "2/Jan/06 15:04": "2006-01-02T15:04:00",
    "Jan/2/06 3:04 PM": "2006-01-02T15:04:00",
    "2/Jan/98": "1998-01-02",
    "2006-01-02 15:04": "2006-01-02T15:04:00",
    "2026-05-01": "2026-05-01",
    "2026-02-27+0000": "2026-02-27",
    "2018-05-14T23:54:10.593+0200": "2018-05-14T21:54:10Z",
    "2017-10-10T16:00:00Z": "2017-10-10T16:00:00Z",
    "2026-05-01 3:04 PM": "2026-05-01T15:04:00",
    "2026-05-01 10:00:00 UTC": "2026-05-01T10:00:00Z",
    "Tue Aug 23 2022 13:54:01 GMT+0000 (GMT)": "2022-08-23T13:54:01Z",
    "Tue Aug 23 2022 13:54:01 GMT+0200 (CEST)": "2022-08-23T11:54:01Z",
    "May 2, 2023": "2023-05-02",
    "Apr 01, 2017": "2017-04-01",
    "Monday, June 1, 2026 at 10:00 AM": "2026-06-01T10:00:00",
    "24 Jun 2026": "2026-06-24",
    "12 décembre 2023": "2023-12-12",
    "12. Mai 2025": "2025-05-12",
    "3 de mayo de 2022": "2022-05-03",
    "April 23, 2024 → May 22, 2024": "2024-04-23",
    "20190824T175853Z": "2019-08-24T17:58:53Z",
    "1718000000": "2024-06-10T06:13:20Z",
    "1718000000123": "2024-06-10T06:13:20Z",
    "7.6.2025 14:59:28": "2025-06-07T14:59:28",
    "4/22/2016 19:57:50": "2016-04-22T19:57:50",
    "22/4/2016": "2016-04-22",
    "5/5/2026": "2026-05-05",
    "2026/5/3": "2026-05-03",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_date_is_read_with_the_precision_it_has(text: str, expected: str) -> None:
    assert DateReader().read(text) == expected


@pytest.mark.parametrize(
    "text", ["2026-13-45", "0000-00-00", "10000-01-01", "13/13/2026", "now", "1", "", "May", "25:00", "5 stars", "-0"]
)
def test_what_is_no_date_is_said_to_be_none(text: str) -> None:
    assert DateReader().read(text) == UNREADABLE


def test_day_and_month_that_could_be_either_are_not_guessed() -> None:
    assert DateReader().read("7/9/2026 10:00") == UNCLEAR
    assert DateReader(day_first=True).read("7/9/2026 10:00") == "2026-09-07T10:00:00"
    assert DateReader(day_first=False).read("7/9/2026") == "2026-07-09"


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["1/2/2026", "13/2/2026"], True),
        (["1/2/2026", "2/13/2026"], False),
        (["1/2/2026", "5/5/2026"], None),
        (["13/2/2026", "2/13/2026"], None),
        (["13.2.2026", "2026-02-13"], None),
    ],
)
def test_the_order_is_told_by_the_other_dates_of_the_file(texts: list[str], order: bool | None) -> None:
    check = OrderCheck()
    for text in texts:
        check.see(text)
    assert check.day_first is order


def test_an_unclear_date_is_reported_and_left_empty() -> None:
    table = Outcome("text,date\ngood,7/9/2026\nbad,1/2/2026\nugly,soon\n")
    assert [draft.values.get("occurred_on") for draft in table.drafts] == [None, None, None]
    assert [(trouble.kind, trouble.column, trouble.count, trouble.example) for trouble in table.troubles] == [
        ("day or month first?", "date", 2, "7/9/2026"),
        ("date not understood", "date", 1, "soon"),
    ]


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2069, 12, 31)))
def test_every_moment_comes_back_from_every_shape(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    day, minute = moment.date().isoformat(), moment.replace(second=0).isoformat()
    reader = DateReader(day_first=True)
    assert reader.read(moment.isoformat(" ")) == moment.isoformat()
    assert reader.read(moment.strftime("%d/%b/%y %I:%M %p")) == minute
    assert reader.read(moment.strftime("%d/%m/%Y %H:%M")) == minute
    assert reader.read(moment.strftime("%B %d, %Y")) == day
    assert reader.read(moment.strftime("%a %b %d %Y %H:%M:%S GMT+0000 (GMT)")) == moment.isoformat() + "Z"


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    found = DateReader(day_first=True).read(text)
    assert found in (UNCLEAR, UNREADABLE) or datetime.fromisoformat(found)
