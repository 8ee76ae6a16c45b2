"""Everything about one persona or one company, as lines of a given width."""

from collections.abc import Iterable, Iterator
from datetime import date

from textual.content import Content

from pmtui.domain.estimate import show_number
from pmtui.domain.keys import company_key, persona_key, problem_key
from pmtui.domain.text import with_thousands
from pmtui.screens.dates import day, today
from pmtui.screens.sheet_parts import block, joined, quoted, titled
from pmtui.services.detail_views import EvidenceView, LinkView
from pmtui.services.persona_views import CompanySheet, PersonaRow, PersonaSheet
from pmtui.widgets.figures import bar
from pmtui.widgets.text import fit, fit_left, fit_right, line_content, wrap_lines

NAME, BAR = 12, 20

Line = Content


def persona_sheet_content(sheet: PersonaSheet, width: int) -> Content:
    """The whole sheet of a persona, for a width in cells."""
    now = today()
    origin = [f"Added {day(sheet.created_at, now)}, changed {day(sheet.updated_at, now)}"]
    if sheet.source:
        origin.append(f"From {sheet.source}")
    origin += [f"{name}: {value}" for name, value in sheet.custom]
    return joined(
        _persona_head(sheet, width),
        _heard(sheet.row),
        *(block(name, getattr(sheet, name), width) for name in ("jobs", "pains", "gains")),
        _problems(sheet, width),
        _evidence(sheet.evidence, sheet.row.evidence_count, width, now),
        block("notes", sheet.notes, width),
        (line_content(line, "$muted") for fact in origin for line in wrap_lines(fact, width, 2)),
    )


def company_sheet_content(sheet: CompanySheet, width: int) -> Content:
    """The whole sheet of a company, for a width in cells."""
    row, now = sheet.row, today()
    facts = (
        ("Tier", row.tier),
        ("Revenue", "" if row.revenue is None else f"{show_number(row.revenue)} a year"),
        ("Size", "" if row.size is None else f"{row.size:,} people"),
        ("Added", day(sheet.created_at, now)),
    )
    return joined(
        titled(company_key(row.id), row.name, width),
        (Content.assemble((fit_left(name, NAME), "$muted"), line_content(text)) for name, text in facts if text),
        _evidence(sheet.evidence, row.evidence_count, width, now),
    )


def linked(key: str, link: LinkView, width: int) -> Iterator[Line]:
    """A link between a persona and a problem: what it says of it, and what follows."""
    yield Content.assemble((key, "$accent"), " ", line_content(fit(link.title, max(8, width - len(key) - 1))))
    words = said_of(link) or "how many, how often and how hard is not said yet"
    figures = reach_and_scale(link.reach, link.scale)
    yield Content.assemble("  ", line_content(fit(words, max(8, width - 2)), "$muted"))
    if figures:
        yield Content.assemble("  ", (fit(figures, max(8, width - 2)), "$muted"))


def said_of(link: LinkView) -> str:
    """What a link says, in words."""
    said = (
        f"{link.affected} affected" if link.affected else "",
        f"{link.frequency} a month" if link.frequency else "",
        f"severity {link.severity}" if link.severity else "",
    )
    return " · ".join(filter(None, said))


def reach_and_scale(reach: float | None, scale: float | None) -> str:
    """Derived figures in words, with three digits."""
    said = (
        f"reach {_figure(reach)}" if reach is not None else "",
        f"scale {_figure(scale)} a month" if scale is not None else "",
    )
    return " · ".join(filter(None, said))


def _persona_head(sheet: PersonaSheet, width: int) -> Iterator[Line]:
    row = sheet.row
    yield from titled(persona_key(row.id), row.name, width)
    for words in (row.role, sheet.picture):
        for line in wrap_lines(words, width, 3) if words else ():
            yield line_content(line, "$muted")
    for line in wrap_lines(f"“{sheet.quote}”", width, 6) if sheet.quote else ():
        yield line_content(line, "italic")


def _heard(row: PersonaRow) -> Iterator[Line]:
    people = "how many people it stands for is not said yet"
    if row.population:
        people = f"{with_thousands(row.population)} people"
    yield Content.assemble((fit_left("Stands for", NAME), "$muted"), line_content(people, "bold $strong"))
    shares = (("of people", row.population_share, "$accent"), ("of evidence", row.evidence_share, "$success"))
    for name, share, style in shares:
        if share is not None:
            drawn = (fit_left(bar(share, BAR), BAR), style)
            yield Content.assemble((fit_left(name, NAME), "$muted"), drawn, fit_right(f"{share:.0%}", 5))
    if row.heard == "in proportion":
        yield Content.styled("Heard in proportion", "$muted")
    elif row.heard:
        yield Content.styled(row.heard.capitalize(), "bold $warning")


def _problems(sheet: PersonaSheet, width: int) -> Iterator[Line]:
    figures, room = reach_and_scale(None, sheet.scale), max(0, width - len("Problems "))
    yield Content.assemble(("Problems ", "bold $strong"), (fit_right(figures, room), "$muted"))
    if not sheet.problems:
        yield Content.assemble(("None yet. ", "$warning"), ("c", "bold $accent"), (" connects problems.", "$muted"))
    for link in sheet.problems:
        yield from linked(str(problem_key(link.id)), link, width)


def _evidence(pieces: Iterable[EvidenceView], count: int, width: int, now: date) -> Iterator[Line]:
    words, room = ("1 piece" if count == 1 else f"{count:,} pieces"), max(0, width - len("Latest evidence "))
    yield Content.assemble(("Latest evidence ", "bold $strong"), (fit_right(words, room), "$muted"))
    for piece in pieces:
        yield from quoted(piece, width, now)


def _figure(value: float) -> str:
    return show_number(float(f"{value:.3g}"))
