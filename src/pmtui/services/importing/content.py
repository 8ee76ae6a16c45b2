"""What a draft says that is compared at the next import, as JSON, and back."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from pmtui.domain.estimate import Amount
from pmtui.importers import Draft

# One encoder for all: json.dumps makes a new one for each call that wants letters as they are.
to_json = json.JSONEncoder(ensure_ascii=False).encode
# Set once when a record is made: an export changes them at every touch.
ONCE = {"created_at", "updated_at", "started", "finished"}


@dataclass(frozen=True, slots=True)
class Content:
    """The values last taken from a file. tags, estimates: None or missing where the file had no such column."""

    values: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] | None = None
    estimates: Mapping[str, Amount | None] = field(default_factory=dict)
    custom: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        """As it is kept."""
        kept: dict[str, object] = {"values": self.values}
        if self.tags is not None:
            kept["tags"] = self.tags
        if self.estimates:
            kept["estimates"] = {name: amount_in_json(amount) for name, amount in self.estimates.items()}
        if self.custom:
            kept["custom"] = self.custom
        return to_json(kept)

    @classmethod
    def from_json(cls, text: str) -> "Content":
        """As it was kept."""
        kept = json.loads(text)
        tags = kept.get("tags")
        amounts = {name: Amount(*ends) if ends else None for name, ends in kept.get("estimates", {}).items()}
        return cls(kept.get("values", {}), None if tags is None else tuple(tags), amounts, kept.get("custom", {}))

    def updated_by(self, newer: "Content", columns: frozenset[str]) -> "Content":
        """What is known of the file after a further import. columns: the custom fields it has a column for."""
        custom = {name: value for name, value in self.custom.items() if name not in columns} | dict(newer.custom)
        return Content(
            {**self.values, **newer.values},
            self.tags if newer.tags is None else newer.tags,
            {**self.estimates, **newer.estimates},
            custom,
        )


def content_of(draft: Draft) -> Content:
    """The part of a draft that is compared."""
    values = {name: value for name, value in draft.values.items() if name not in ONCE}
    return Content(values, draft.tags, draft.estimates, draft.custom)


def row_hash(content: str) -> str:
    """A short word for the content of a record: equal for equal records."""
    return blake2b(content.encode(), digest_size=12).hexdigest()


def amount_in_json(amount: Amount | None) -> list[float | None] | None:
    """An amount as a list of its low end, high end and middle."""
    return None if amount is None else [amount.low, amount.high, amount.middle]
