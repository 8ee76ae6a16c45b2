"""Personas and the problems they have, as a table on the page of either."""

from collections.abc import Sequence
from dataclasses import dataclass

from pmtui.domain.estimate import show_number
from pmtui.export.markdown import escape_inline, table


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A persona with a problem: key and title of the other one, amounts as shown, reach in people, scale a month."""

    key: str
    title: str
    affected: str = ""
    frequency: str = ""
    severity: str = ""
    reach: float | None = None
    scale: float | None = None


def link_table(other: str, lines: Sequence[LinkLine], reach: str, scale: float | None) -> str:
    """The table of some links. other: what the other ones are. reach: of all together, as shown; scale: likewise."""
    header = ("Key", other, "Affected", "Times a month", "Severity", "Reach", "Scale")
    together = ("", "Together", "", "", "", escape_inline(reach), _figure(scale))
    return table(header, [*map(_cells, lines), together], "llrrrrr")


def _cells(line: LinkLine) -> tuple[str, ...]:
    texts = (line.key, line.title, line.affected, line.frequency, line.severity)
    return (*map(escape_inline, texts), _figure(line.reach), _figure(line.scale))


def _figure(value: float | None) -> str:
    return "" if value is None else show_number(float(f"{value:.3g}"))
