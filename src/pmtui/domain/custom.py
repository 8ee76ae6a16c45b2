"""Imported fields without a place of their own, kept as JSON."""

import json


def custom_fields(text: str) -> dict[str, object]:
    """The fields by name. What another program left as no JSON object is one field, so that it is seen."""
    try:
        fields = json.loads(text)
    except ValueError:
        return {"unreadable": text}
    return fields if isinstance(fields, dict) else {"unreadable": text}
