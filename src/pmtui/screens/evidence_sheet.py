"""Everything about one piece of evidence, as lines of a given width."""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from pmtui.domain.fragments import Span, marked_spans
from pmtui.domain.keys import evidence_key, problem_key
from pmtui.screens.dates import day, today
from pmtui.services.duplicates import Duplicate
from pmtui.services.evidence_views import EvidenceSheet
from pmtui.widgets.text import fit, fit_left, line_content, wrap_lines
from pmtui.widgets.wrapped_text import Mark, line_spans, marked_line

NAME = 11
CHARACTERS_SHOWN = 30_000
MARKING_KEYS = (("← →", "word"), ("↑ ↓", "sentence"), ("v", "more"), ("m", "mark"))

Line = Content


def evidence_sheet_content(
    sheet: EvidenceSheet, duplicates: Sequence[Duplicate], chosen: Span | None, width: int
) -> tuple[Content, int]:
    """The whole sheet of a piece for a width in cells, and the line of it at which what is chosen begins.

    chosen: the part of its text that is about to be marked.
    """
    now = today()
    lines = [*_head(sheet, width), Content("") if chosen is None else _keys_in_words()]
    text = sheet.text[:CHARACTERS_SHOWN]
    marks = [Mark(span, "underline $accent") for span in marked_spans(text, sheet.highlights)]
    marks += [Mark(span, "bold underline $accent") for span in marked_spans(text, [sheet.quote])]
    if chosen is not None:
        marks.append(Mark(chosen, "reverse"))
    at = 0
    for line in line_spans(text, width):
        if chosen is not None and line[0] <= chosen[0]:
            at = len(lines)
        lines.append(marked_line(text, line, marks))
    if len(sheet.text) > CHARACTERS_SHOWN:
        lines.append(Content.styled("… the rest is in the editor: ctrl+e", "$muted"))
    for part in (_problems(sheet, width), _duplicates(duplicates, width), _facts(sheet, width, now)):
        if found := list(part):
            lines += [Content(""), *found]
    return Content("\n").join(lines), at


def _head(sheet: EvidenceSheet, width: int) -> Iterator[Line]:
    key = str(evidence_key(sheet.id))
    who = sheet.author if sheet.author else sheet.source
    said = " · ".join(filter(None, (sheet.kind, day(sheet.occurred_on, today()), sheet.company or who)))
    yield Content.assemble((key, "bold $accent"), " ", line_content(fit(said, max(8, width - len(key) - 1)), "$muted"))
    if sheet.tags:
        yield line_content(fit(" ".join(f"#{tag}" for tag in sheet.tags), width), "$muted")
    if sheet.dismissed_reason:
        for line in wrap_lines(f"× Dismissed: {sheet.dismissed_reason}", width, 3):
            yield line_content(line, "$warning")
    if sheet.duplicate_of is not None:
        yield Content.styled(
            f"= Says the same as {evidence_key(sheet.duplicate_of)}, which counts for both", "$warning"
        )


def _keys_in_words() -> Line:
    parts = [Content.assemble((key, "bold $accent"), (f" {does}", "$muted")) for key, does in MARKING_KEYS]
    return Content("  ").join(parts)


def _problems(sheet: EvidenceSheet, width: int) -> Iterator[Line]:
    if not sheet.problems:
        if not sheet.dismissed_reason and sheet.duplicate_of is None:
            yield Content.assemble(
                ("Not connected yet. ", "$warning"), ("c", "bold $accent"), (" connects it.", "$muted")
            )
        return
    yield Content.styled("Speaks for", "bold $strong")
    for number, title in sheet.problems:
        key = str(problem_key(number))
        yield Content.assemble((key, "$accent"), " ", line_content(fit(title, max(8, width - len(key) - 1))))


def _duplicates(duplicates: Sequence[Duplicate], width: int) -> Iterator[Line]:
    if not duplicates:
        return
    yield Content.assemble(("Likely the same ", "bold $strong"), ("M", "bold $accent"), (" merges", "$muted"))
    for piece in duplicates:
        key = str(evidence_key(piece.evidence))
        alike = f"{piece.sameness:.0%} alike" + (", same customer" if piece.same_customer else "")
        yield Content.assemble((key, "$accent"), " ", (fit(alike, max(8, width - len(key) - 1)), "$muted"))
        if piece.sameness < 1:
            yield Content.assemble("  ", line_content(fit(piece.text, max(8, width - 2))))


def _facts(sheet: EvidenceSheet, width: int, now: date) -> Iterator[Line]:
    facts = (
        ("Type", sheet.evidence_type.replace("_", " ")),
        ("Persona", sheet.persona),
        ("Company", sheet.company),
        ("Author", sheet.author),
        ("Source", sheet.source),
        ("Address", sheet.url),
        ("Said", day(sheet.occurred_on, now)),
        ("Added", day(sheet.created_at, now)),
        ("Imported", sheet.origin),
        *sheet.custom,
    )
    for name, value in facts:
        if not value:
            continue
        is_long = fit(name, NAME - 1) != name  # a question of a survey stands above its answer
        if is_long:
            yield from (line_content(line, "$muted") for line in wrap_lines(name, width, 3))
        for place, line in enumerate(wrap_lines(value, max(8, width - NAME), 3)):
            label = " " * NAME if place or is_long else fit_left(name, NAME - 1) + " "
            yield Content.assemble((label, "$muted"), line_content(line))
