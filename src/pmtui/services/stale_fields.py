"""Editing a record without overwriting what someone else changed meanwhile."""

from collections.abc import Mapping

from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_block, clean_line


def fields_to_change(
    name: str,
    kept: Mapping[str, str],
    changes: Mapping[str, str],
    seen: Mapping[str, str],
    blocks: tuple[str, ...] = (),
) -> dict[str, str]:
    """The cleaned values that differ from what the user saw.

    name: what the record is called, for the message. kept: its values as they are now. seen: those in the form when it
    was opened. blocks: the fields of several lines. Raises Refusal when a field that is to change is no longer as seen.
    """
    cleaned = {
        field: clean_block(value).strip() if field in blocks else clean_line(value)
        for field, value in changes.items()
        if value != seen.get(field)
    }
    for field, value in cleaned.items():
        if field in seen and kept[field] not in (seen[field], value):
            raise Refusal(
                f"{name} was changed meanwhile: its {field.replace('_', ' ')} is now “{kept[field][:80]}”.",
                "Your text is kept in the form. Copy it, close the form, and edit again.",
            )
    return cleaned
