"""Where imported records came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportSource:
    """A named place that exports come from, such as one Jira site or one Trello board. kind: the preset's name."""

    id: int
    kind: str
    label: str
    created_at: str


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import of one file. mapping, counts: JSON objects."""

    id: int
    source_id: int
    file_name: str
    file_hash: str
    mapping: str
    counts: str
    at: str


@dataclass(frozen=True, slots=True)
class ImportLink:
    """Which record an outside item became.

    entity_kind, entity_id: problem or evidence, and its number (kept when the record is deleted here, so that it
    stays deleted). base: JSON object of the values last taken from the file. row_hash: of the item as read.
    """

    id: int
    source_id: int
    external_id: str
    entity_kind: str
    entity_id: int
    base: str
    row_hash: str
    first_run: int
    last_run: int
