"""Half-typed forms, kept outside the workspace until they are saved or given up."""

import json
from contextlib import suppress
from pathlib import Path

from pmtui.domain.errors import Refusal
from pmtui.environment.files import write_text
from pmtui.environment.paths import drafts_directory


def save_draft(workspace_uuid: str, form: str, values: dict[str, str]) -> None:
    """Keep what stands in the fields of a form, in place of what was kept of it before. Raises Refusal."""
    write_text(_draft_file(workspace_uuid, form), json.dumps(values))


def load_draft(workspace_uuid: str, form: str) -> dict[str, str]:
    """What was kept of a form, by field; empty when there is nothing, or nothing that can be read."""
    try:
        values = json.loads(_draft_file(workspace_uuid, form).read_bytes())
    except (OSError, ValueError, RecursionError, Refusal):
        return {}
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        return {}
    return values


def drop_draft(workspace_uuid: str, form: str) -> None:
    """Forget what was kept of a form. What can't be removed is offered once more, which does no harm."""
    with suppress(OSError, Refusal):
        _draft_file(workspace_uuid, form).unlink()


def _draft_file(workspace_uuid: str, form: str) -> Path:
    from hashlib import sha256  # not needed before the first form opens

    # A workspace may come from anyone, so its id is no part of a path.
    name = sha256(json.dumps([workspace_uuid, form]).encode()).hexdigest()
    return drafts_directory() / f"{name}.json"
