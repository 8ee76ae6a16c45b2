"""The lines of the import dialog: what was decided about a file, each of which can be changed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from textual.content import Content

from pmtui.importers import Choices, Proposal
from pmtui.importers.fields import FIELDS, TARGETS
from pmtui.importers.scales import NOT_TAKEN, scale_label
from pmtui.importers.table import normal_name
from pmtui.widgets.text import fit_left, line_content

BECOMES = {"problem": "problems", "evidence": "evidence", "persona": "personas", "decision": "decisions"}
DAY_ORDERS = {None: "as the file says", True: "day first: 3/4 is 3 April", False: "month first: 3/4 is 4 March"}
NOT_WANTED = "left out: of no use here"


class Topic(Enum):
    """What a line is about."""

    FORMAT = auto()
    TARGET = auto()
    LABEL = auto()
    DATES = auto()
    CONTACTS = auto()
    REFUSED = auto()
    FIELD = auto()
    SCALE = auto()
    STATUS = auto()
    COLUMNS = auto()
    COLUMN = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One line.

    name: of the field, status or column it is about; value: what was decided; is_set: whether anything was.
    heading: begins a new part of the list under these words.
    """

    topic: Topic
    name: str
    label: str
    value: str
    is_set: bool = True
    heading: str = ""

    def shown(self, label_cells: int) -> Content:
        """The line as it is drawn, with so many cells for its label."""
        label = f"  {fit_left(self.label, label_cells)} "
        return Content.assemble((label, "$muted"), line_content(self.value, "" if self.is_set else "$muted"))


def rows(proposal: Proposal, good_rows: bool) -> list[Row]:
    """All lines, from the file as a whole to its single columns."""
    about, fields, empty = _about_file(proposal, good_rows), _fields(proposal), _empty_fields(proposal)
    others = [*_scales(proposal), *_statuses(proposal), *_columns(proposal)]
    return [*about, *fields, *others, *empty] if proposal.has_words else [*about, *empty, *fields, *others]


def _about_file(proposal: Proposal, good_rows: bool) -> Iterator[Row]:
    other = f" (or {proposal.runner_up})" if proposal.runner_up else ""
    yield Row(Topic.FORMAT, "", "format", f"{proposal.preset.label or proposal.preset.name}{other}")
    yield Row(Topic.TARGET, "", "becomes", BECOMES[proposal.target])
    yield Row(Topic.LABEL, "", "comes from", proposal.label)
    yield Row(Topic.DATES, "", "dates", DAY_ORDERS[proposal.day_first], proposal.day_first is not None)
    contacts = "kept as they are" if proposal.keep_contacts else "replaced by a code that tells people apart"
    yield Row(Topic.CONTACTS, "", "addresses", contacts, proposal.keep_contacts)
    refused = "left out, the others are imported" if good_rows else "nothing is imported when one is refused"
    yield Row(Topic.REFUSED, "", "bad records", refused, good_rows)


def _fields(proposal: Proposal) -> Iterator[Row]:
    heading = "Fields and the columns they are taken from"
    for name in _taken(proposal):
        columns = " + ".join(column.name for column in proposal.mapping.get(name, ()))
        value = f"“{proposal.fixed[name]}” for all" if name in proposal.fixed else columns
        yield Row(Topic.FIELD, name, field_label(name), value, heading=heading)
        heading = ""


def _taken(proposal: Proposal) -> list[str]:
    return [name for name in FIELDS[proposal.target] if name in proposal.mapping or name in proposal.fixed]


def _empty_fields(proposal: Proposal) -> Iterator[Row]:
    heading = "Fields without a column"
    for name in (field for field in FIELDS[proposal.target] if field not in _taken(proposal)):
        yield Row(Topic.FIELD, name, field_label(name), "–", False, heading)
        heading = ""


def _scales(proposal: Proposal) -> Iterator[Row]:
    heading = "Scales that estimates are written on"
    for plan in proposal.scales:
        is_taken = plan.scale != NOT_TAKEN
        yield Row(
            Topic.SCALE, plan.code, f"{field_label(plan.code)} ({plan.seen})", scale_label(plan), is_taken, heading
        )
        heading = ""


def _statuses(proposal: Proposal) -> Iterator[Row]:
    heading = "Statuses and the lanes they become"
    for plan in proposal.statuses:
        lane = plan.lane or "Inbox, with the word as a tag"
        yield Row(Topic.STATUS, plan.word, f"{plan.word} ({plan.count:,})", lane, bool(plan.lane), heading)
        heading = ""


def _columns(proposal: Proposal) -> Iterator[Row]:
    others = len(proposal.kept) + len(proposal.dropped)
    if not others:
        return
    heading = "Other columns"
    if others > 1:
        kept, dropped = len(proposal.kept), len(proposal.dropped)
        parts = (f"{kept} kept as custom fields" if kept else "", f"{dropped} left out" if dropped else "")
        what = ", ".join(filter(None, parts))
        yield Row(Topic.COLUMNS, "", "all of them", what, bool(proposal.kept), heading)
        heading = ""
    for column in proposal.kept:
        yield Row(Topic.COLUMN, column.name, column.name, "kept as a custom field", True, heading)
        heading = ""
    for column in proposal.dropped:
        useless = normal_name(column.name) in proposal.preset.drop
        yield Row(Topic.COLUMN, column.name, column.name, NOT_WANTED if useless else "left out", False, heading)
        heading = ""


def field_label(name: str) -> str:
    """A field's name for people; of what RICE and ICE both ask for, each says which."""
    scorecard = "ICE " if name.startswith("ice_") else "RICE " if name in ("impact", "rice_confidence") else ""
    return scorecard + name.removeprefix("rice_").removeprefix("ice_").replace("_", " ")


def other_target(proposal: Proposal, choices: Choices) -> Choices:
    """The choices with the next kind of record; what was chosen for its fields no longer fits."""
    target = TARGETS[(TARGETS.index(proposal.target) + 1) % len(TARGETS)]
    return replace(choices, target=target, columns={}, fixed={})


def next_day_order(proposal: Proposal, choices: Choices) -> Choices:
    """The choices with the other order of day and month."""
    return replace(choices, day_first=proposal.day_first is not True)


def with_column(choices: Choices, field: str, columns: tuple[str, ...]) -> Choices:
    """The choices with other columns for a field, or none."""
    fixed = {name: value for name, value in choices.fixed.items() if name != field}
    return replace(choices, columns={**choices.columns, field: columns}, fixed=fixed)


def with_value(choices: Choices, field: str, value: str) -> Choices:
    """The choices with one value of a field for all records."""
    return replace(choices, fixed={**choices.fixed, field: value})


def with_scale(choices: Choices, code: str, scale: str) -> Choices:
    """The choices with another scale of an estimate."""
    return replace(choices, scales={**choices.scales, code: scale})


def with_lane(choices: Choices, status: str, lane: str) -> Choices:
    """The choices with another lane for a status."""
    return replace(choices, lanes={**choices.lanes, status: lane})


def toggled(choices: Choices, column: str) -> Choices:
    """The choices with a column kept that was left out, or the other way round."""
    dropped = set(choices.drop) ^ {column}
    return replace(choices, drop=tuple(sorted(dropped)))


def all_toggled(proposal: Proposal, choices: Choices) -> Choices:
    """The choices with every other column left out, or kept when none was."""
    return replace(choices, drop=tuple(column.name for column in proposal.kept))
