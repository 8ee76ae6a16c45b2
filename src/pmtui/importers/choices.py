"""What an import would do with a file: proposed first, shown, changed by the user, then carried out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmtui.importers.mapping import Mapped
from pmtui.importers.presets import Preset
from pmtui.importers.scales import ScalePlan
from pmtui.importers.table import Column

# The fields that hold the words of a record.
WORDS = {"title", "text", "answers"}


@dataclass(frozen=True, slots=True)
class StatusPlan:
    """What becomes of one status: how many records have it, and its lane, "declined", or "" where nothing is known."""

    word: str
    count: int
    lane: str


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user decides about an import; everything left empty is proposed.

    target: problem, evidence, persona or decision. columns: names of columns for a field. fixed: one value for all
    records of a field. lanes: a lane (or declined) for a status. drop: columns to leave out. label: the name of the
    place the file comes from. day_first: the order of dates such as 3/4/2026; usual_day_first: the order where the file
    does not tell it. keep_contacts: whether e-mail addresses and phone numbers in columns of people are kept. as_on:
    the day of an earlier import from the same place that was read like this, or "". scales: by estimate, the name of
    the scale its column is on.
    """

    preset: str = ""
    target: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    lanes: Mapping[str, str] = field(default_factory=dict)
    drop: tuple[str, ...] = ()
    label: str = ""
    day_first: bool | None = None
    usual_day_first: bool | None = None
    keep_contacts: bool = False
    as_on: str = ""
    scales: Mapping[str, str] = field(default_factory=dict)


NOTHING_CHOSEN = Choices()


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a file will be read, whole: see Choices, from which it comes.

    without: fields that no column is taken for, though one could be. kept: columns without a field, kept as custom
    fields. dropped: those left out. empty: those without any cell filled. records: how many the file has.
    scales: of the estimates. label_chosen: whether the user named the place the file comes from. markup: jira,
    markdown, or "" for text that may be HTML.
    """

    preset: Preset
    runner_up: str
    target: str
    mapping: Mapped
    fixed: dict[str, str]
    statuses: tuple[StatusPlan, ...]
    kept: tuple[Column, ...]
    dropped: tuple[Column, ...]
    empty: tuple[Column, ...]
    records: int
    label: str
    without: tuple[str, ...] = ()
    label_chosen: bool = False
    markup: str = ""
    day_first: bool | None = None
    keep_contacts: bool = False
    notes: tuple[str, ...] = ()
    scales: tuple[ScalePlan, ...] = ()

    @property
    def has_words(self) -> bool:
        """Whether anything is taken as the words of a record; without it nothing can be imported."""
        return self.preset.answers or not WORDS.isdisjoint(self.mapping.keys() | self.fixed.keys())
