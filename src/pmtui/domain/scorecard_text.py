"""A scorecard with its criteria as text (TOML), to be kept, sent and read back."""

import json
import tomllib
from dataclasses import asdict, dataclass
from typing import Any

from pmtui.domain.criterion import Criterion
from pmtui.domain.errors import Refusal
from pmtui.domain.text import clean_line

_CRITERION = ("code", "name", "unit", "shape", "lowest", "highest", "direction", "steps", "meaning")


@dataclass(frozen=True, slots=True)
class ScorecardText:
    """What the text says. value: the part before effort divides it, "" for what the formula says itself."""

    name: str
    formula: str
    value: str = ""
    criteria: tuple[Criterion, ...] = ()


def write_scorecard(scorecard: ScorecardText) -> str:
    """The text; read_scorecard gives back the same."""
    lines = [f"{name} = {_toml(getattr(scorecard, name))}" for name in ("name", "formula", "value")]
    for criterion in scorecard.criteria:
        fields = asdict(criterion)
        lines += ["", "[[criteria]]"]
        lines += [f"{name} = {_toml(fields[name])}" for name in _CRITERION if fields[name] is not None]
    return "\n".join(lines) + "\n"


def read_scorecard(text: str) -> ScorecardText:
    """Read such a text. Raises Refusal for anything else."""
    try:
        found = tomllib.loads(text)
        criteria = tuple(_criterion(fields) for fields in found.get("criteria", ()))
        words = {name: clean_line(found.get(name, "")) for name in ("name", "formula", "value")}
    except (tomllib.TOMLDecodeError, TypeError, AttributeError, ValueError, KeyError) as error:
        raise Refusal(
            f"That is no scorecard: {clean_line(str(error))}.", "Export one to see what it looks like."
        ) from None
    return ScorecardText(**words, criteria=criteria)


def _criterion(fields: dict[str, Any]) -> Criterion:
    texts = {name: clean_line(fields.get(name, "")) for name in ("name", "unit", "steps", "meaning")}
    highest = fields.get("highest")
    return Criterion(
        0,
        clean_line(fields["code"]),
        texts["name"] or clean_line(fields["code"]),
        texts["unit"],
        clean_line(fields.get("shape", "limited")),
        float(fields.get("lowest", 0)),
        None if highest is None else float(highest),
        int(fields.get("direction", 1)),
        texts["steps"],
        texts["meaning"],
    )


def _toml(value: str | float) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)
