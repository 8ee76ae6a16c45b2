"""What an import would do, in words."""

from dataclasses import replace

from textual.content import Content

from pmtui.importers import Proposal
from pmtui.services.importing.report import ImportReport, in_words, refusals_in_words, warning_in_words
from pmtui.widgets.text import fit, line_content

COLUMNS_SHOWN = 44
FIRST_WORDS = (
    "Name a file that another program exported: issues of Jira, GitHub, GitLab, Linear or Azure DevOps, "
    "a Trello board, reviews, survey answers, any table as CSV, TSV or JSON, or personas, decisions or a strategy as "
    "Markdown. You see what would come of it, and nothing is changed before you say so."
)


def keys_of(proposal: Proposal) -> str:
    """The keys that work once a file was read, with what `d` would do now."""
    others = "d leave other columns out" if proposal.kept else "d keep other columns" if proposal.dropped else ""
    return "   ".join(filter(None, ("enter change", others, "ctrl+s import", "esc close")))


def report_text(report: ImportReport) -> Content:
    """Counts, then what is refused, then what else should be known."""
    lines = [_counts(report)]
    lines += [line_content(f"✗ {words}", "$error") for words in refusals_in_words(report)]
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
