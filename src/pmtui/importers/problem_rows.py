"""Rows of a tracker or a list of features as drafts of problems."""

from collections.abc import Iterator, Sequence

from pmtui.domain.errors import Refusal
from pmtui.domain.estimate import Amount, central_value
from pmtui.domain.evidence import headline
from pmtui.domain.file_score import differs, is_score_of
from pmtui.domain.scorecard import score_problem, show_score
from pmtui.domain.text import clean_block
from pmtui.importers.amounts import has_unclear_point, read_cell
from pmtui.importers.cells import CellReader, custom_columns
from pmtui.importers.choices import Proposal
from pmtui.importers.comments import comments_to_markdown
from pmtui.importers.drafts import OTHER_SCORE, UNCLEAR_POINT, Draft
from pmtui.importers.fields import DECLINED, ESTIMATES
from pmtui.importers.identity import Repeats, digest, id_of
from pmtui.importers.scales import CRITERIA, scale_named, scored_by
from pmtui.importers.statuses import is_finished, says_declined
from pmtui.importers.table import Cell, values_at

_LONGEST_TITLE = 120
_NOT_ARCHIVED = {"", "false", "no", "0"}


class ProblemRows:
    """Makes a draft of a problem out of each row."""

    def __init__(self, proposal: Proposal, reader: CellReader) -> None:
        self._reader = reader
        self._mapping = proposal.mapping
        self._identity = proposal.mapping.get("external_id", ())
        self._lanes = {plan.word.casefold(): plan.lane for plan in proposal.statuses}
        self._has_notes = not {"checklists", "comments"}.isdisjoint(proposal.mapping)
        self._custom = custom_columns(proposal)
        chosen = {plan.code: plan.scale for plan in proposal.scales}
        self._estimates = {name: scale_named(name, chosen.get(name, "")) for name in ESTIMATES if reader.has(name)}
        self._scorecard = scored_by(frozenset(self._estimates))
        self._scores = [column.name for column, _ in self._custom if self._is_score(column.name)]
        self._dates = [
            (name, kept)
            for name, kept in (
                ("created", "created_at"),
                ("updated", "updated_at"),
                ("started", "started"),
                ("finished", "finished"),
            )
            if reader.has(name)
        ]
        self._repeats = Repeats()

    def drafts(self, number: int, cells: Sequence[Cell]) -> Iterator[Draft]:
        """The draft of a row. Raises Refusal for a row without title and text, or with a number that is none."""
        reader = self._reader
        text = reader.block(cells, "text")
        title = reader.line(cells, "title") or headline(text or "", _LONGEST_TITLE)
        if not title:
            raise Refusal("It has neither a title nor a text.")
        values = {"title": title}
        if text is not None:
            values["statement"] = text
        if (url := reader.line(cells, "url")) is not None:
            values["url"] = url
        if (notes := self._notes(cells)) is not None:
            values["notes"] = notes
        for name, kept in self._dates:
            if date := reader.date(cells, name):
                values[kept] = date
        tags = reader.tags(cells)
        tags = self._place(cells, values, tags)
        key = id_of(cells, self._identity)
        estimates, custom = self._amounts(cells), reader.custom(cells, self._custom)
        self._compare_scores(estimates, custom)
        yield Draft(
            number=number,
            external_id=key or self._repeats.numbered(digest(title, values.get("created_at", ""))),
            by_content=not key,
            values=values,
            tags=None if tags is None else tuple(tags),
            estimates=estimates,
            custom=custom,
        )

    def _place(self, cells: Sequence[Cell], values: dict[str, str], tags: list[str] | None) -> list[str] | None:
        """Put the lane, or why the problem is declined, into the values. Returns the tags, with an unknown status."""
        status = self._reader.line(cells, "status")
        if status is None:
            return tags
        lane = self._lanes.get(status.casefold(), "")
        reason = ""
        resolution = self._reader.line(cells, "resolution") or ""
        if lane == DECLINED:
            reason = status
        elif resolution and says_declined(resolution):
            reason = resolution
        elif self._is_archived(cells) and not is_finished(lane):
            reason = "Archived"
        if reason:
            more = self._reader.line(cells, "reason")
            values["horizon"], values["horizon_reason"] = DECLINED, f"{reason}: {more}" if more else reason
        else:
            values["horizon"] = values["horizon_reason"] = ""
        if lane and lane != DECLINED:
            values["lane"] = lane
        elif status and not lane:
            tags = [*(tags or ()), status]
        return tags

    def _is_archived(self, cells: Sequence[Cell]) -> bool:
        return (self._reader.raw(cells, "archived") or "").casefold() not in _NOT_ARCHIVED

    def _notes(self, cells: Sequence[Cell]) -> str | None:
        """Checklists and comments as Markdown; None when the file has neither."""
        if not self._has_notes:
            return None
        parts = [clean_block(checklist) for checklist in self._all_values(cells, "checklists")]
        parts += comments_to_markdown(self._all_values(cells, "comments"), self._reader)
        return "\n\n".join(parts)

    def _all_values(self, cells: Sequence[Cell], name: str) -> list[str]:
        return [value for column in self._mapping.get(name, ()) for value in values_at(cells, column.places)]

    def _amounts(self, cells: Sequence[Cell]) -> dict[str, Amount | None]:
        found = {name: self._reader.raw(cells, name) or "" for name in self._estimates}
        for name, text in found.items():
            if has_unclear_point(text):
                self._reader.say(UNCLEAR_POINT, name, text)
        return {
            name: read_cell(text, self._reader.column_name(name), name, self._estimates[name])
            for name, text in found.items()
        }

    def _is_score(self, column: str) -> bool:
        return self._scorecard is not None and is_score_of(column, self._scorecard)

    def _compare_scores(self, estimates: dict[str, Amount | None], custom: dict[str, str]) -> None:
        """Say where the file gives another score than its inputs do by our formula."""
        if self._scorecard is None or not self._scores:
            return
        values = {name: central_value(amount, CRITERIA[name]) for name, amount in estimates.items() if amount}
        ours = score_problem(self._scorecard, values).value
        for name in self._scores:
            if ours is not None and differs(custom.get(name, ""), ours):
                self._reader.say(OTHER_SCORE, name, f"{custom[name]} there, {show_score(ours)} here")
