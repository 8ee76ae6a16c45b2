"""What a problem stands on the roadmap for: its place and plan, then everything about it."""

from collections.abc import Iterator
from functools import partial

from textual.content import Content

from pmtui.domain.errors import Refusal
from pmtui.domain.keys import evidence_key, problem_key, release_key, solution_key
from pmtui.domain.scorecard import show_score
from pmtui.domain.text import counted
from pmtui.screens.dialogs.problem_detail import ProblemDetailDialog
from pmtui.screens.problem_sheet import problem_sheet
from pmtui.screens.sheet_pane import SheetPane
from pmtui.services.detail_views import ProblemDetail, Why
from pmtui.services.details import problem_detail, why
from pmtui.services.roadmap_lists import roadmap_rows
from pmtui.services.roadmap_views import RoadmapRow
from pmtui.widgets.text import fit_left, line_content, wrap_lines

NAME = 11
NEWEST = 2
"""Pieces of evidence that stand beside the plan; the others come with the rest of the problem."""


class RoadmapItemDialog(ProblemDetailDialog):
    """Reads and shows one problem with its place on the roadmap."""

    async def _read(self) -> None:
        try:
            row = (await self.host.workspace.ask(roadmap_rows, (self._number,))).get(self._number)
            detail = await self.host.workspace.ask(problem_detail, self._number)
            reasons = await self.host.workspace.ask(why, self._number)
        except Refusal as refusal:
            self.say(str(refusal))
            return
        self.query_one(SheetPane).show(self._number, partial(_content, row, detail, reasons))


def _content(row: RoadmapRow | None, detail: ProblemDetail, reasons: Why, width: int) -> Content:
    place = Content("\n").join(_place(row, detail, width)) if row is not None else Content("")
    return Content("\n\n").join([place, problem_sheet(detail, reasons, width)])


def _place(row: RoadmapRow, detail: ProblemDetail, width: int) -> Iterator[Content]:
    plan = "no value yet" if row.value is None else f"value {show_score(row.value)}"
    plan += f" for {row.effort} person-months" if row.effort else ", no effort"
    needs = ", ".join(str(problem_key(number)) for number in row.needs)
    serves = "; ".join(f"{one.key} {one.title}" for one in detail.objectives)
    rank = "" if detail.rank is None else f"#{detail.rank} of {detail.ranked_count} by score"
    heard = f"{counted(detail.evidence_count, 'piece')} of evidence from {counted(detail.customer_count, 'customer')}"
    newest = enumerate(detail.evidence[:NEWEST])
    facts = (
        ("Roadmap", " · ".join(filter(None, (row.horizon or "not on it", row.horizon_reason))), "bold $strong"),
        ("Plan", plan, ""),
        ("Why", " · ".join(filter(None, (rank, heard))), ""),
        *(("" if nth else "Evidence", f"{evidence_key(one.id)} “{one.words}”", "") for nth, one in newest),
        ("Pinned", row.pin_reason, "$warning"),
        ("Solution", "" if row.solution is None else f"{solution_key(row.solution[0])} {row.solution[1]}", ""),
        ("Release", "" if row.release is None else f"{release_key(row.release[0])} {row.release[1]}", ""),
        ("Needs", needs and f"{needs} first", ""),
        ("Serves", serves or "no objective yet", "" if serves else "$muted"),
    )
    for name, words, style in facts:
        lines = wrap_lines(words, max(8, width - NAME), 2) if words else ()
        for place, line in enumerate(lines):
            label = name if not place else ""
            yield Content.assemble((fit_left(label, NAME), "$muted"), line_content(line, style))
