"""A Markdown file of personas or decisions as a table: one row for each, its sections as cells."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from pmtui.domain.errors import Refusal
from pmtui.importers import markdown_decisions
from pmtui.importers.decoding import find_encoding
from pmtui.importers.front_matter import split_front_matter
from pmtui.importers.markdown_personas import FIELDS, read_personas, speaks_of_personas
from pmtui.importers.table import Column, OpenFile, Row, Source

LARGEST = 10 << 20
TELLING = FIELDS[2:-1]  # a name, a first line and notes can be anything


def read_markdown(open_file: OpenFile, file_name: str) -> Source:
    """Read the decisions or the personas of a Markdown file. Raises Refusal."""
    encoding = find_encoding(open_file, file_name)
    with open_file() as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refusal(f"{file_name} is larger than {LARGEST >> 20} MB.", "Split it, and import the parts.")
    text = data.decode(encoding.codec, "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    front, body, first_line = split_front_matter(text)
    notes = (encoding.note,) if encoding.note else ()
    if decisions := markdown_decisions.read_decisions(body, front, PurePath(file_name).stem, first_line):
        return _table(
            file_name, markdown_decisions.FIELDS, decisions, notes, tuple(markdown_decisions.LEFT_OUT.values())
        )
    name = front.pop("name", "") or front.pop("title", "")
    found = read_personas(body, name or PurePath(file_name).stem, first_line, only_one=bool(name))
    if not _are_personas(found, front, _before(body, found[0][0] - first_line), bool(name)):
        raise Refusal(
            f"No persona, no decision and no strategy is found in {file_name}.",
            "From Markdown pmtui takes personas (a heading with the name, below it Jobs, Pains, Gains or the like) and "
            "decision records (a title, below it Status, Context and Decision), and strategy pages (headings such as "
            "Vision, Target group, Price, Objectives).",
        )
    if len(found) == 1:
        # What the front matter says outright goes before what a section was taken for.
        found[0][1].update({field: front.pop(field) for field in FIELDS if field in front})
    else:
        front.clear()
    return _table(file_name, (*FIELDS, *front), [(line, persona | front) for line, persona in found], notes)


def _table(
    file_name: str,
    names: Sequence[str],
    found: Sequence[tuple[int, Mapping[str, str]]],
    notes: tuple[str, ...],
    not_taken: Sequence[str] = (),
) -> Source:
    """not_taken: the parts that are counted and left out."""

    def rows() -> Iterator[Row]:
        for line, texts in found:
            yield line, [texts.get(name, "") for name in names]

    return Source(
        file_name=file_name,
        format="markdown",
        columns=tuple(Column(name, (place,)) for place, name in enumerate(names)),
        rows=rows,
        notes=notes,
        parts_left_out=tuple(
            (part, count) for part in not_taken if (count := sum(part in texts for _, texts in found))
        ),
    )


def _before(body: str, line: int) -> str:
    return "\n".join(body.split("\n")[:line])


def _are_personas(found: list[tuple[int, dict[str, str]]], front: dict[str, str], before: str, is_named: bool) -> bool:
    """Whether it is likely: one that is named, several under a heading that says so, else two telling sections.

    before: what stands before the first of them.
    """
    if len(found) > 1 and speaks_of_personas(before):
        return True
    if is_named:
        return any(front.get(field) or persona.get(field) for _, persona in found for field in ("role", *TELLING))
    telling = [field for _, persona in found for field in TELLING if persona.get(field)]
    return len(telling) > 1 and set(telling) != {"quote"}  # any text quotes
