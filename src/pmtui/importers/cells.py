"""Cells of one row as clean values: texts, dates, tags, people."""

import re
from collections.abc import Callable, Sequence

from pmtui.domain.text import clean_block, clean_line, count_unclean
from pmtui.importers.choices import Proposal
from pmtui.importers.dates import UNCLEAR, UNREADABLE, DateReader, names_utc
from pmtui.importers.drafts import Troubles
from pmtui.importers.fields import DATES
from pmtui.importers.html_text import html_to_markdown, looks_like_html
from pmtui.importers.jira_markup import jira_to_markdown
from pmtui.importers.people import names_people, without_contacts
from pmtui.importers.table import Cell, Column, text_at, values_at

# Spreadsheets run a cell that begins like this, so exports put an apostrophe before it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLOUR = re.compile(r"\s*\((?:red|orange|yellow|green|blue|sky|lime|purple|pink|black)(?:_\w+)?\)$")


class CellReader:
    """Reads the cells a proposal maps, counting what goes wrong. salt: for what stands in place of addresses."""

    def __init__(self, proposal: Proposal, troubles: Troubles, salt: bytes) -> None:
        self._mapping = proposal.mapping
        self._fixed = proposal.fixed
        # Most fields have one cell: asked for by its place at once, since this is done for every cell of a large file.
        self._given = self._mapping.keys() | self._fixed.keys()
        self._only_place = {
            name: columns[0].places[0]
            for name, columns in proposal.mapping.items()
            if len(columns) == len(columns[0].places) == 1 and name not in proposal.fixed
        }
        self._troubles = troubles
        self._salt = salt
        self._keep_contacts = proposal.keep_contacts
        self._to_markdown = _TO_MARKDOWN.get(proposal.markup, _from_html)
        self._tag_marks = _splitter(proposal.preset.tag_marks)
        self._dates = {
            name: DateReader(proposal.day_first, names_utc(self.column_name(name)))
            for name in DATES
            if name in self._given
        }

    def has(self, name: str) -> bool:
        """Whether the file, or the user, gives this field."""
        return name in self._given

    def raw(self, cells: Sequence[Cell], name: str) -> str | None:
        """The text as it stands there, trimmed; None when the row has no such cell."""
        place = self._only_place.get(name)
        if place is not None and isinstance(cell := cells[place], str):
            return cell.strip()
        if name not in self._given:
            return None
        if name in self._fixed:
            return self._fixed[name]
        for column in self._mapping.get(name, ()):
            text = text_at(cells, column.places)
            if text is not None:
                return text.strip()
        return None

    def line(self, cells: Sequence[Cell], name: str) -> str | None:
        """A text of one line."""
        text = self.raw(cells, name)
        return self.clean(text, name, clean_line) if text else text

    def block(self, cells: Sequence[Cell], name: str) -> str | None:
        """A text of any length, as Markdown."""
        text = self.raw(cells, name)
        return self.clean(self._to_markdown(text), name, clean_block) if text else text

    def markdown(self, text: str, name: str) -> str:
        """A text that is no cell of its own, such as one comment of many."""
        return self.clean(self._to_markdown(text), name, clean_block)

    def author(self, cells: Sequence[Cell], name: str) -> str | None:
        """A person's name, without addresses."""
        text = self.line(cells, name)
        return self.person(text) if text else text

    def person(self, text: str) -> str:
        """A text from a column of people, without addresses unless they are to be kept."""
        return text if self._keep_contacts else without_contacts(text, self._salt)

    def date(self, cells: Sequence[Cell], name: str) -> str:
        """A date, ISO 8601; "" where there is none or it is not certain."""
        text = self.raw(cells, name)
        if not text or name not in self._dates:
            return ""
        found = self._dates[name].read(text)
        if found is UNCLEAR or found is UNREADABLE:
            kind = "day or month first?" if found is UNCLEAR else "date not understood"
            self.say(kind, name, text)
            return ""
        return found

    def loose_date(self, text: str) -> str:
        """A date inside another cell, by the rules of the column `created`; the text itself where it is none."""
        reader = self._dates.get("created") or DateReader()
        found = reader.read(text)
        return text if found is UNCLEAR or found is UNREADABLE else found

    def tags(self, cells: Sequence[Cell]) -> list[str] | None:
        """All tags; None when the file has no such column."""
        if not self.has("tags"):
            return None
        found = [self._fixed["tags"]] if "tags" in self._fixed else []
        for column in self._mapping.get("tags", ()):
            for value in values_at(cells, column.places):
                found.extend(self._tag_marks(value) if isinstance(cells[column.places[0]], str) else [value])
        cleaned = (self.clean(_COLOUR.sub("", tag), "tags", clean_line).removeprefix("#") for tag in found)
        return [tag for tag in cleaned if tag]

    def custom(self, cells: Sequence[Cell], columns: Sequence[tuple[Column, bool]]) -> dict[str, str]:
        """The cells of columns without a field that are not empty, by name of the column."""
        found = {}
        for column, people in columns:
            place = column.places[0]
            cell = cells[place] if len(column.places) == 1 else ", ".join(values_at(cells, column.places))
            if not cell:
                continue
            text = self.clean(", ".join(cell) if isinstance(cell, tuple) else cell, column.name, clean_block).strip()
            if text:
                found[column.name] = self.person(text) if people or "@" in text else text
        return found

    def say(self, kind: str, name: str, text: str) -> None:
        """Count a trouble with a cell of a field."""
        self._troubles.add(kind, self.column_name(name), text)

    def column_name(self, name: str) -> str:
        """The file's own name for a field."""
        columns = self._mapping.get(name, ())
        return columns[0].name if columns else name

    def clean(self, text: str, name: str, cleaner: Callable[[str], str]) -> str:
        """Clean a text, counting what had to be replaced, and take a spreadsheet's guard off it."""
        if text[:1] == "'" and text[1:2] in _FORMULA:
            text = text[1:]
        cleaned = cleaner(text)
        if cleaned != text and (unclean := count_unclean(text)):
            self._troubles.add("control characters replaced", self.column_name(name), text, unclean)
        return cleaned


def custom_columns(proposal: Proposal) -> tuple[tuple[Column, bool], ...]:
    """The columns kept as custom fields, each with whether it holds people."""
    return tuple((column, names_people(column.name)) for column in proposal.kept)


def _from_html(text: str) -> str:
    return html_to_markdown(text) if looks_like_html(text) else text


def _splitter(marks: tuple[str, ...]) -> Callable[[str], list[str]]:
    if not marks:
        return lambda text: [text]
    pattern = re.compile("|".join(map(re.escape, marks)))
    return pattern.split


_TO_MARKDOWN: dict[str, Callable[[str], str]] = {"jira": jira_to_markdown, "markdown": str}
