"""One pass over a file before it is converted: what it says about its columns as a whole."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from pmtui.importers.amounts import ScaleCheck
from pmtui.importers.dates import UNREADABLE, DateReader, OrderCheck, lacks_zone
from pmtui.importers.fields import DATES, ESTIMATES
from pmtui.importers.scales import CRITERIA
from pmtui.importers.table import Column, Source, text_at, values_at

SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Study:
    """What a whole file says.

    records: how many it has. filled: places of cells that are not empty in every record. statuses: how often each pair
    of status and category stands there. day_first: the order of numeric dates, None where nothing tells it.
    open_dates: whether there are dates that need it. zoneless: columns of moments that name no time zone.
    scales: by estimate, what its column holds and which other scale than ours it is on, "" for none.
    """

    records: int
    filled: frozenset[int]
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    day_first: bool | None = None
    open_dates: bool = False
    zoneless: tuple[str, ...] = ()
    scales: dict[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ColumnSample:
    """What the first records say about a column: how many have it, how many different texts, their mean length."""

    filled: int
    distinct: int
    length: float
    is_date: bool


def sample_columns(source: Source) -> dict[str, ColumnSample]:
    """A sample of each column."""
    rows = [cells for _, cells in islice(source.rows(), SAMPLE)]
    samples = {}
    for column in source.columns:
        texts = [text for cells in rows if (text := text_at(cells, column.places))]
        length = sum(map(len, texts)) / max(1, len(texts))
        is_date = any(DateReader().read(text) is not UNREADABLE for text in texts[:1])
        samples[column.name] = ColumnSample(len(texts), len(set(texts)), length, is_date)
    return samples


def study_file(source: Source, mapping: Mapping[str, tuple[Column, ...]]) -> Study:
    """Read the whole file once. mapping: the columns chosen so far for each field."""
    empty = {place for column in source.columns for place in column.places}
    status, category = _places(mapping, "status"), _places(mapping, "category")
    date_columns = [column for name in DATES for column in mapping.get(name, ())]
    dates = tuple(place for column in date_columns for place in column.places)
    # What a program writes in a column is written alike, so the first moment of a column speaks for all.
    unsure = dict.fromkeys(date_columns)
    zoneless: list[str] = []
    order = OrderCheck()
    scales = [(ScaleCheck(CRITERIA[name]), _places(mapping, name)) for name in ESTIMATES if name in mapping]
    statuses: Counter[tuple[str, str]] = Counter()
    records = 0
    for _, cells in source.rows():
        records += 1
        if empty:
            empty.difference_update([place for place in empty if cells[place]])
        if status and (word := text_at(cells, status)):
            statuses[word.strip(), (text_at(cells, category) or "").strip()] += 1
        for text in values_at(cells, dates):
            order.see(text)
        for column in [column for column in unsure if text_at(cells, column.places)]:
            del unsure[column]
            if lacks_zone(text_at(cells, column.places) or "", column.name):
                zoneless.append(column.name)
        for scale, places in scales:
            scale.see(text_at(cells, places) or "")
    filled = frozenset(place for column in source.columns for place in column.places) - empty
    seen = {scale.criterion.code: (scale.seen, scale.other_scale) for scale, _ in scales}
    return Study(records, filled, statuses, order.day_first, order.open, tuple(zoneless), seen)


def _places(mapping: Mapping[str, tuple[Column, ...]], name: str) -> tuple[int, ...]:
    return tuple(place for column in mapping.get(name, ()) for place in column.places)
