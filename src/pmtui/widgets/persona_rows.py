"""The lists of personas and of companies."""

from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from pmtui.domain.estimate import show_number
from pmtui.domain.keys import company_key, persona_key
from pmtui.domain.text import with_thousands
from pmtui.services.persona_views import CompanyRow, PersonaRow
from pmtui.widgets.text import fit_left, fit_right
from pmtui.widgets.virtual_list import VirtualList

KEY, PEOPLE, SHARE, COUNT, TIER, REVENUE = 6, 14, 9, 7, 12, 14
BAR = 1  # the scrollbar stands over the end of a row
ROLE_FROM, ROLE = 110, 28
HEARD_MARKS = {"over-heard": "▲", "under-heard": "▼", "not heard": "▼"}


class PersonaRows(VirtualList[PersonaRow]):
    """Personas with the people they stand for, and their share of the evidence beside that of the people."""

    HEADER_HEIGHT: ClassVar[int] = 1

    def header(self, width: int) -> list[Strip]:
        """The names of the columns."""
        name, role = _persona_columns(width)
        words = " " + fit_left("key", KEY) + fit_left("persona", name) + fit_left("role", role)
        words += fit_right("people", PEOPLE) + fit_right("people %", SHARE) + fit_right("evid.", COUNT)
        words += fit_right("evid. %", SHARE) + "   " + fit_right("probl.", COUNT)
        return [Strip([Segment(fit_left(words, width), self.style_of("row--muted"))], width)]

    def row(self, number: int, item: PersonaRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One persona on one line."""
        segments = _start(self, number, str(persona_key(number)), highlighted)
        if item is not None:
            name, role = _persona_columns(width)
            muted = self.style_of("row--muted", highlighted)
            mark = HEARD_MARKS.get(item.heard, " ")
            segments += [
                Segment(fit_left(item.name, name - 1) + " ", self.style_of(_strong(highlighted), highlighted)),
                Segment(fit_left(item.role, role - 1) + " " if role else "", muted),
                Segment(fit_right(with_thousands(item.population) or "?", PEOPLE), self.style_of("row", highlighted)),
                Segment(fit_right(_percent(item.population_share), SHARE), muted),
                Segment(fit_right(str(item.evidence_count), COUNT), self.style_of("row", highlighted)),
                Segment(fit_right(_percent(item.evidence_share), SHARE), muted),
                Segment(f" {mark} ", self.style_of("row--warning", highlighted)),
                Segment(fit_right(str(item.problem_count), COUNT), muted),
            ]
        return [Strip(segments).adjust_cell_length(width, self.style_of("row", highlighted))]


class CompanyRows(VirtualList[CompanyRow]):
    """Companies with what is known of them and how much evidence they gave."""

    HEADER_HEIGHT: ClassVar[int] = 1

    def header(self, width: int) -> list[Strip]:
        """The names of the columns."""
        words = " " + fit_left("key", KEY) + fit_left("company", _company_room(width)) + fit_left("tier", TIER)
        words += fit_right("revenue/year", REVENUE) + fit_right("size", COUNT) + fit_right("evid.", COUNT)
        return [Strip([Segment(fit_left(words, width), self.style_of("row--muted"))], width)]

    def row(self, number: int, item: CompanyRow | None, width: int, highlighted: bool) -> list[Strip]:
        """One company on one line."""
        segments = _start(self, number, str(company_key(number)), highlighted)
        if item is not None:
            muted = self.style_of("row--muted", highlighted)
            revenue = "" if item.revenue is None else show_number(item.revenue)
            size = "" if item.size is None else f"{item.size:,}"
            name = fit_left(item.name, _company_room(width) - 1) + " "
            segments += [
                Segment(name, self.style_of(_strong(highlighted), highlighted)),
                Segment(fit_left(item.tier, TIER - 1) + " ", muted),
                Segment(fit_right(revenue, REVENUE) + fit_right(size, COUNT), muted),
                Segment(fit_right(str(item.evidence_count), COUNT), self.style_of("row", highlighted)),
            ]
        return [Strip(segments).adjust_cell_length(width, self.style_of("row", highlighted))]


def _start(rows: PersonaRows | CompanyRows, number: int, key: str, highlighted: bool) -> list[Segment]:
    selected = number in rows.selected
    mark = "✓" if selected else "▌" if highlighted else " "
    return [
        Segment(mark, rows.style_of("row--success" if selected else "row--accent", highlighted)),
        Segment(fit_left(key, KEY), rows.style_of("row--key", highlighted)),
    ]


def _strong(highlighted: bool) -> str:
    return "row--strong" if highlighted else "row"


def _persona_columns(width: int) -> tuple[int, int]:
    """How wide name and role are; a role of 0 is left out."""
    room = max(8, width - 1 - KEY - PEOPLE - 2 * SHARE - 2 * COUNT - 3 - BAR)
    role = ROLE if width >= ROLE_FROM else 0
    return room - role, role


def _company_room(width: int) -> int:
    return max(8, width - 1 - KEY - TIER - REVENUE - 2 * COUNT - BAR)


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
