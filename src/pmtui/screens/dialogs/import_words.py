"""What an import would do, in words."""

from dataclasses import replace

from textual.content import Content

from pmtui.services.importing.report import ImportReport, in_words, warning_in_words
from pmtui.widgets.text import fit, line_content

SHOWN = 8
COLUMNS_SHOWN = 44


def report_text(report: ImportReport) -> Content:
    """Counts, then what is refused, then what else should be known."""
    lines = [_counts(report)]
    lines += [
        line_content(f"✗ {report.unit} {complaint.number}: {complaint.reason}", "$error")
        for complaint in report.refusals[:SHOWN]
    ]
    if report.refused > SHOWN:
        lines.append(Content.styled(f"✗ and {report.refused - SHOWN:,} more", "$error"))
    for warning in report.warnings:
        shorter = replace(warning, column=fit(warning.column, COLUMNS_SHOWN))  # the list above names them all
        lines.append(line_content(f"! {warning_in_words(shorter)}", "$warning"))
    lines += [line_content(note, "$muted") for note in report.notes]
    return Content("\n").join(lines)


def _counts(report: ImportReport) -> Content:
    parts = [f"creates {in_words(report.created)}"]
    if any(report.updated.values()):
        parts.append(f"changes {in_words(report.updated)}")
    for count, word in ((report.unchanged, "unchanged"), (report.skipped, "left out"), (report.refused, "refused")):
        if count:
            parts.append(f"{count:,} {word}")
    return line_content(f"{report.rows:,} records: {', '.join(parts)}", "bold $strong")
